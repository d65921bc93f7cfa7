// The description of a study as `stdyDscr` of DDI-Codebook 2.5, elements in the order of the schema.

import { areaName, citationText, type Language, type Localised, languages } from "#kernel";
import type { Study, StudyEdition } from "#records";
import { noteSubjects, noteType } from "./ddi-notes.ts";
import { type Written, xml } from "./xml-writing.ts";

/** An element for each language of a text, the one asked for first. */
export function inLanguages(
  name: string,
  text: Localised | null,
  first: Language,
  attributes: Readonly<Record<string, string | null>> = {},
): readonly Written[] {
  if (text === null) return [];
  return [first, ...languages.filter((language) => language !== first)].flatMap((language) => {
    const said = text[language];
    return said === undefined ? [] : [xml(name, { "xml:lang": language, ...attributes }, said)];
  });
}

export const note = (subject: string, text: string | null): Written =>
  text === null ? { xml: "" } : xml("notes", { type: noteType, subject }, text);

export const notes = (subject: string, text: Localised | null, first: Language): readonly Written[] =>
  inLanguages("notes", text, first, { type: noteType, subject });

/** 0.87 as `87 %`, digit by digit: multiplying would change some. */
const percent = (share: number): string => `${Number(`${share}e2`)} %`;

export function studyElement(study: Study, edition: StudyEdition | null, language: Language): Written {
  return xml(
    "stdyDscr",
    {},
    citationElement(study, edition, language),
    xml("stdyInfo", {}, ...inLanguages("abstract", study.abstract, language), summary(study, language)),
    xml(
      "method",
      {},
      xml(
        "dataColl",
        {},
        ...inLanguages("sampProc", study.sampling.procedure, language),
        ...inLanguages("deviat", study.sampling.overSampling, language),
        ...inLanguages("collMode", study.mode, language),
        ...inLanguages("weight", study.weighting, language),
      ),
      xml(
        "anlyInfo",
        {},
        ...(study.response.rate === null ? [] : [xml("respRate", {}, percent(study.response.rate))]),
        ...inLanguages("respRate", study.response.note, language),
      ),
    ),
    xml(
      "dataAccs",
      {},
      xml(
        "useStmt",
        {},
        ...(study.access.contact === null ? [] : [xml("contact", {}, study.access.contact)]),
        xml("citReq", {}, citationText(study.citation)),
        xml("conditions", {}, study.licence),
      ),
      note(noteSubjects.microdata, study.access.microdata),
      note(noteSubjects.tables, study.access.tables),
    ),
    note(noteSubjects.kind, study.kind),
    note(noteSubjects.origin, study.origin),
    note(noteSubjects.coverageClass, study.coverage.class),
    ...study.coverage.places.map((place) => note(noteSubjects.coveragePlace, place)),
    ...notes(noteSubjects.coverageNote, study.coverage.note, language),
    note(noteSubjects.ages, agesText(study.universe.ages)),
    note(noteSubjects.citation, JSON.stringify(study.citation)),
    ...study.caveats.map((caveat) => note(noteSubjects.caveat, caveat)),
  );
}

/** `15-64`, `15-`, `-64`; a dash alone where ages were spoken of and neither is known. */
const agesText = (ages: Study["universe"]["ages"]): string | null =>
  ages === null ? null : `${ages.from ?? ""}-${ages.to ?? ""}`;

/** The title in the language asked for, and its translations: DDI has one title and parallel ones. */
export function titleElement(study: Study, language: Language): Written {
  const main = study.title[language] === undefined ? "en" : language;
  const { [main]: title, ...others } = study.title;
  return xml(
    "titlStmt",
    {},
    xml("titl", { "xml:lang": main }, title!),
    ...languages.flatMap((each) => {
      const translated = (others as Partial<Record<Language, string>>)[each];
      return translated === undefined ? [] : [xml("parTitl", { "xml:lang": each }, translated)];
    }),
    xml("IDNo", {}, study.id),
    ...study.identifiers.map(({ scheme, id }) => xml("IDNo", { agency: scheme }, id)),
  );
}

function citationElement(study: Study, edition: StudyEdition | null, language: Language): Written {
  const { author, publisher, issued, url } = study.citation;
  return xml(
    "citation",
    {},
    titleElement(study, language),
    xml("rspStmt", {}, ...(author === undefined ? [] : [xml("AuthEnty", {}, author)])),
    xml(
      "prodStmt",
      {},
      ...study.producers.map(({ name, role }) => xml("producer", { role }, name)),
      ...study.funding.map((name) => xml("fundAg", {}, name)),
    ),
    xml(
      "distStmt",
      {},
      ...(publisher === undefined ? [] : [xml("distrbtr", {}, publisher)]),
      ...(issued === undefined ? [] : [xml("distDate", dateOf(issued), issued)]),
    ),
    xml("serStmt", {}, ...(study.series === null ? [] : [xml("serName", {}, study.series)])),
    edition === null ? { xml: "" } : versionElement(edition),
    xml("biblCit", {}, citationText(study.citation)),
    ...(url === undefined ? [] : [xml("holdings", { URI: url })]),
  );
}

/** The attribute `date`, where the text is a date. */
const dateOf = (text: string) => (/^\d{4}(?:-\d{2}){0,2}$/.test(text) ? { date: text } : {});

function versionElement(edition: StudyEdition): Written {
  return xml(
    "verStmt",
    {},
    xml("version", { date: edition.createdAt.slice(0, 10) }, `v${String(edition.version).padStart(2, "0")}`),
    note(noteSubjects.state, edition.state),
    note(noteSubjects.from, edition.from === null ? null : String(edition.from)),
    note(noteSubjects.minimumCases, String(edition.minimumCases)),
    ...edition.changes.map((change) => note(noteSubjects.change, JSON.stringify(change))),
  );
}

function summary(study: Study, language: Language): Written {
  const { from, to } = study.years;
  const { collection, coverage } = study;
  const day = (name: string, event: string, date: string) => xml(name, { date, event }, date);
  const reach = [coverage.class, ...coverage.places].join(", ");
  return xml(
    "sumDscr",
    {},
    day("timePrd", "start", String(from)),
    day("timePrd", "end", String(to)),
    ...(collection.from === null ? [] : [day("collDate", "start", collection.from)]),
    ...(collection.to === null ? [] : [day("collDate", "end", collection.to)]),
    ...study.areas.map((area) => xml("nation", { abbr: area }, areaName(area, language))),
    xml("geogCover", {}, reach),
    ...study.analysisUnits.map((unit) => xml("anlyUnit", {}, unit)),
    ...inLanguages("universe", study.universe.text, language),
    xml("dataKind", {}, "Sample survey data"),
  );
}
