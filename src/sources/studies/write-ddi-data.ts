// Files and variables of an edition as `fileDscr` and `dataDscr` of DDI-Codebook 2.5, elements in the order of
// the schema.

import type { Language } from "#kernel";
import type { StudyEdition, StudyFile, StudyVariable } from "#records";
import { conceptVocabulary, noteSubjects } from "./ddi-notes.ts";
import type { VariableStatistics } from "./variable-statistics.ts";
import { inLanguages, note, notes } from "./write-ddi-study.ts";
import { type Written, xml } from "./xml-writing.ts";

/** An identifier of XML for a file, by its place. */
const fileId = (at: number): string => `F${at + 1}`;

export function fileElements(edition: StudyEdition): readonly Written[] {
  return edition.files.map((file, at) =>
    xml(
      "fileDscr",
      { ID: fileId(at), URI: file.sourceName },
      xml(
        "fileTxt",
        {},
        xml("fileName", {}, file.sourceName),
        xml("fileCont", {}, `One row for each ${file.unit}.`),
        xml(
          "dimensns",
          {},
          xml("caseQnty", {}, String(file.rows)),
          xml("varQnty", {}, String(file.columns.length)),
        ),
      ),
      note(noteSubjects.file, JSON.stringify(declaredOf(file))),
    ),
  );
}

/** What was declared of a file, as declarations have it. */
const declaredOf = ({ name, unit, sourceName, key, parent, design, knownTotals }: StudyFile) => ({
  name,
  unit,
  file: sourceName,
  key,
  parent,
  design,
  knownTotals,
});

export function dataElement(
  edition: StudyEdition,
  statistics: readonly VariableStatistics[],
  language: Language,
): Written {
  const counted = new Map(statistics.map((each) => [JSON.stringify([each.file, each.name]), each] as const));
  const ids = new Map(edition.files.map((file, at) => [file.name, fileId(at)] as const));
  return xml(
    "dataDscr",
    {},
    ...edition.variables.map((variable, at) =>
      variableElement(
        variable,
        `V${at + 1}`,
        ids.get(variable.file) ?? null,
        counted.get(JSON.stringify([variable.file, variable.name])) ?? null,
        language,
      ),
    ),
  );
}

function variableElement(
  variable: StudyVariable,
  id: string,
  file: string | null,
  counted: VariableStatistics | null,
  language: Language,
): Written {
  const { kind, place } = variable;
  // The values of what names rows or holds words of people are never written.
  const mayShow = kind === "categorical" || kind === "numeric" || kind === "weight";
  const shown = mayShow ? counted : null;
  const frequencies = new Map(shown?.frequencies.map(({ code, count }) => [code, count] as const));
  return xml(
    "var",
    {
      ID: id,
      name: variable.name,
      wgt: kind === "weight" ? "wgt" : null,
      files: file,
      dcml: shown?.decimals,
      intrvl: kind === "numeric" || kind === "weight" ? "contin" : "discrete",
      measUnit: variable.unit,
      representationType: kind === "categorical" ? "code" : kind === "numeric" ? "numeric" : null,
    },
    ...inLanguages("labl", variable.label, language),
    xml("qstn", {}, ...inLanguages("qstnLit", variable.question, language)),
    ...(kind === "numeric" || kind === "weight" ? [rangeElement(shown)] : []),
    xml(
      "invalrng",
      {},
      ...variable.categories
        .filter(({ missing }) => missing !== null)
        .map(({ code }) => xml("item", { VALUE: code })),
    ),
    ...inLanguages("universe", variable.universe, language),
    ...sumStatElements(counted, shown),
    ...variable.categories.map((category) =>
      xml(
        "catgry",
        category.missing === null ? {} : { missing: "Y", missType: category.missing },
        xml("catValu", {}, category.code),
        ...inLanguages("labl", category.label, language),
        frequencyElement(frequencies.get(category.code)),
      ),
    ),
    ...(variable.concept === null ? [] : [xml("concept", { vocab: conceptVocabulary }, variable.concept)]),
    note(noteSubjects.variableKind, kind),
    note(noteSubjects.place, place === null ? null : `${place.dimension} ${place.angle} ${place.nature}`),
    note(noteSubjects.forTables, variable.forTables ? "yes" : null),
    ...notes(noteSubjects.note, variable.note, language),
  );
}

function rangeElement(counted: VariableStatistics | null): Written {
  const min = counted?.min ?? null;
  const max = counted?.max ?? null;
  if (min === null && max === null) return { xml: "" };
  return xml("valrng", {}, xml("range", { UNITS: "REAL", min, max }));
}

function sumStatElements(
  counted: VariableStatistics | null,
  shown: VariableStatistics | null,
): readonly Written[] {
  const parts = [
    ["vald", counted?.valid],
    ["invd", counted?.invalid],
    ["min", shown?.min],
    ["max", shown?.max],
    ["mean", shown?.mean],
    ["stdev", shown?.standardDeviation],
  ] as const;
  return parts.flatMap(([type, value]) =>
    value === null || value === undefined ? [] : [xml("sumStat", { type }, String(value))],
  );
}

function frequencyElement(count: number | null | undefined): Written {
  return count === null || count === undefined
    ? { xml: "" }
    : xml("catStat", { type: "freq" }, String(count));
}
