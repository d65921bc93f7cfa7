import type { Language } from "#kernel";
import type { Study, StudyEdition } from "#records";
import { noteSubjects } from "./ddi-notes.ts";
import type { VariableStatistics } from "./variable-statistics.ts";
import { dataElement, fileElements } from "./write-ddi-data.ts";
import { note, studyElement, titleElement } from "./write-ddi-study.ts";
import { xml } from "./xml-writing.ts";

const namespace = "ddi:codebook:2_5";
const schema = "https://ddialliance.org/Specification/DDI-Codebook/2.5/XMLSchema/codebook.xsd";

/**
 * A study, and the files and variables of an edition of it, as DDI-Codebook 2.5: what microdata libraries
 * take. Texts stand in all their languages, the one asked for first. What DDI has no element for stands in
 * `notes` of the type `socle`, from which `readDdi` finds it again.
 *
 * @param edition `null`: the study alone, without files and variables
 * @param language of the document: the first of each text, and the names of countries
 * @param statistics counted cases, as far as the reader may see them: what is withheld must be null before.
 *   Of identifiers, design columns and texts only the numbers of valid and missing cases are written.
 * @returns XML text in UTF-8, without characters that XML does not take
 * @source DDI Alliance, DDI-Codebook 2.5 (2012), XML Schema; docs/methods/ddi.md names each element
 */
export function writeDdi(
  study: Study,
  edition: StudyEdition | null,
  language: Language,
  statistics: readonly VariableStatistics[] = [],
): string {
  const book = xml(
    "codeBook",
    {
      version: "2.5",
      xmlns: namespace,
      "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
      "xsi:schemaLocation": `${namespace} ${schema}`,
      "xml:lang": language,
    },
    xml(
      "docDscr",
      {},
      xml("citation", {}, titleElement(study, language), xml("prodStmt", {}, xml("software", {}, "Socle"))),
    ),
    studyElement(study, edition, language),
    ...(edition === null ? [] : fileElements(edition)),
    edition === null ? { xml: "" } : dataElement(edition, statistics, language),
    ...study.questionnaires.map((form) =>
      xml(
        "otherMat",
        { "xml:lang": form.language, type: "questionnaire", level: "study", URI: form.name },
        xml("labl", {}, form.name),
        note(noteSubjects.sha256, form.sha256),
      ),
    ),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${book.xml}`;
}
