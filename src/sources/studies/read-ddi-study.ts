// `stdyDscr` of DDI-Codebook to the description of a study: what is not there is null or empty.

import type { XmlElement } from "#documents";
import { type Citation, findArea, type Localised, readPeriod } from "#kernel";
import {
  type AnalysisUnit,
  accessTiers,
  type CoverageClass,
  coverageClasses,
  microdataTiers,
  origins,
  type Study,
  studyKinds,
} from "#records";
import { noteSubjects, noteType } from "./ddi-notes.ts";
import { along, attribute, type TextReader, textOf } from "./ddi-tree.ts";
import { idFaults } from "./study-id.ts";

/** What a codebook says of its study, in the fields of a description; what it does not say is null. */
export type FoundStudy = {
  readonly [F in Exclude<keyof Study, "questionnaires" | "universe" | "coverage" | "access">]:
    | Study[F]
    | null;
} & {
  readonly universe: { readonly text: Localised | null; readonly ages: Study["universe"]["ages"] };
  readonly coverage: {
    readonly class: CoverageClass | null;
    readonly places: readonly string[];
    readonly note: Localised | null;
  };
  readonly access: {
    readonly microdata: Study["access"]["microdata"] | null;
    readonly tables: Study["access"]["tables"] | null;
    readonly contact: string | null;
  };
  readonly questionnaires: readonly { readonly language: string | null; readonly file: string }[];
};

/** Texts of our own notes below an element, by their subject. */
export const ownNotes = (element: XmlElement | undefined, subject: string): readonly XmlElement[] =>
  along(element, "notes").filter(
    (each) => attribute(each, "type") === noteType && attribute(each, "subject") === subject,
  );

export const ownNote = (element: XmlElement | undefined, subject: string): string | null =>
  textOf(ownNotes(element, subject)[0]) || null;

const wordOf = <T extends string>(text: string | null, words: readonly T[]): T | null =>
  words.find((word) => word === text) ?? null;

/** What could not be placed: the field, and what stands there. */
export type Unplaced = (field: string, text: string) => void;

export function studyOf(book: XmlElement, texts: TextReader, unplaced: Unplaced): FoundStudy {
  const study = along(book, "stdyDscr")[0];
  const citation = along(study, "citation")[0];
  const summary = along(study, "stdyInfo", "sumDscr");
  const inSummary = (name: string) => summary.flatMap((each) => along(each, name));
  const method = (...path: readonly string[]) => along(study, "method", ...path);
  const collected = spanOf(inSummary("collDate"));
  const statement = along(study, "dataAccs", "useStmt");
  const { id, identifiers } = identifiersOf(citation);
  const title = titleOf(citation, texts);
  const rates = method("anlyInfo", "respRate");
  const rate = rates.map(textOf).find((text) => percentage.test(text));
  return {
    id,
    kind: wordOf(ownNote(study, noteSubjects.kind), studyKinds),
    origin: wordOf(ownNote(study, noteSubjects.origin), origins),
    title,
    series: textOf(along(citation, "serStmt", "serName")[0]) || null,
    abstract: texts(along(study, "stdyInfo", "abstract")),
    areas: areasOf(inSummary("nation"), unplaced),
    years: yearsOf(spanOf(inSummary("timePrd")), collected, inSummary("timePrd"), unplaced),
    universe: { text: texts(inSummary("universe")), ages: agesOf(ownNote(study, noteSubjects.ages)) },
    coverage: coverageOf(study, inSummary("geogCover"), texts),
    analysisUnits: unitsOf(inSummary("anlyUnit"), unplaced),
    sampling: {
      procedure: texts(method("dataColl", "sampProc")),
      overSampling: texts(method("dataColl", "deviat")),
    },
    mode: texts(method("dataColl", "collMode")),
    collection: collected,
    response: {
      rate: rate === undefined ? null : shareOf(rate),
      note: texts(rates.filter((each) => textOf(each) !== rate)),
    },
    weighting: texts(method("dataColl", "weight")),
    producers: along(citation, "prodStmt", "producer")
      .map((each) => ({ name: textOf(each), role: attribute(each, "role") }))
      .filter(({ name }) => name !== ""),
    funding: along(citation, "prodStmt", "fundAg").map(textOf).filter(Boolean),
    identifiers,
    access: {
      microdata: wordOf(ownNote(along(study, "dataAccs")[0], noteSubjects.microdata), microdataTiers),
      tables: wordOf(ownNote(along(study, "dataAccs")[0], noteSubjects.tables), accessTiers),
      contact: contactOf(statement),
    },
    licence:
      statement
        .flatMap((each) => along(each, "conditions"))
        .map(textOf)
        .filter(Boolean)
        .join("\n\n") || null,
    citation: citationOf(study, citation, title),
    caveats: ownNotes(study, noteSubjects.caveat).map(textOf).filter(Boolean),
    questionnaires: along(book, "otherMat")
      .filter((each) =>
        /questionnaire|tbl\/qst|doc\/qst/i.test(
          `${attribute(each, "type")} ${textOf(along(each, "typ")[0])}`,
        ),
      )
      .map((each) => ({
        language: attribute(each, "xml:lang"),
        file: attribute(each, "URI") ?? textOf(along(each, "labl")[0]),
      }))
      .filter(({ file }) => file !== ""),
  };
}

const percentage = /^(\d{1,3}(?:[.,]\d{1,15})?)\s*(?:%|percent|per cent)$/i;

/** `87.5 %` as 0.875, digit by digit: dividing would change some. */
function shareOf(text: string): number | null {
  const share = Number(`${percentage.exec(text)![1]!.replace(",", ".")}e-2`);
  return share > 0 && share <= 1 ? share : null;
}

function titleOf(citation: XmlElement | undefined, texts: TextReader): Localised | null {
  const statement = along(citation, "titlStmt")[0];
  const titles = along(statement, "titl");
  // A parallel title without a language is a second one in the first's: no translation.
  const translated = along(statement, "parTitl").filter((each) => attribute(each, "xml:lang") !== null);
  return texts([...titles.slice(0, 1), ...translated]);
}

/** The first name that follows the convention is the study's own; all others stay, under their agency. */
function identifiersOf(citation: XmlElement | undefined): Pick<FoundStudy, "id"> & {
  readonly identifiers: Study["identifiers"];
} {
  const names = along(citation, "titlStmt", "IDNo")
    .map((each) => ({ scheme: attribute(each, "agency") ?? "DDI", id: textOf(each) }))
    .filter(({ id }) => id !== "");
  const own = names.find(({ id }) => idFaults({ id }).length === 0);
  return { id: own?.id ?? null, identifiers: names.filter((each) => each !== own) };
}

function areasOf(nations: readonly XmlElement[], unplaced: Unplaced): readonly string[] | null {
  const codes: string[] = [];
  for (const nation of nations) {
    const abbreviation = attribute(nation, "abbr");
    const name = textOf(nation);
    const area = (abbreviation === null ? null : findArea(abbreviation.toUpperCase())) ?? findArea(name);
    if (area === null) unplaced("areas", abbreviation ?? name);
    else if (!codes.includes(area.code)) codes.push(area.code);
  }
  return codes.length === 0 ? null : codes;
}

type Days = { readonly from: string | null; readonly to: string | null };

/** Dates of `timePrd` and `collDate`: the earliest that begins and the latest that ends. */
function spanOf(elements: readonly XmlElement[]): Days {
  const dates = elements.flatMap((each) => {
    const text = (attribute(each, "date") ?? textOf(each)).trim();
    const read = readPeriod(text);
    const date = read.ok && /^\d{4}(?:-\d{2}){0,2}$/.test(read.value) ? read.value : null;
    return date === null ? [] : [{ date, event: attribute(each, "event") }];
  });
  const starts = dates.filter(({ event }) => event !== "end").map(({ date }) => date);
  const ends = dates.filter(({ event }) => event !== "start").map(({ date }) => date);
  return { from: starts.toSorted()[0] ?? null, to: ends.toSorted().at(-1) ?? null };
}

function yearsOf(
  period: Days,
  collected: Days,
  given: readonly XmlElement[],
  unplaced: Unplaced,
): Study["years"] | null {
  const from = period.from ?? period.to ?? collected.from ?? collected.to;
  const to = period.to ?? period.from ?? collected.to ?? collected.from;
  for (const each of given)
    if (period.from === null && period.to === null && textOf(each) !== "") unplaced("years", textOf(each));
  return from === null || to === null ? null : { from: Number(from.slice(0, 4)), to: Number(to.slice(0, 4)) };
}

function agesOf(text: string | null): Study["universe"]["ages"] {
  const match = /^(\d{0,3})-(\d{0,3})$/.exec(text ?? "");
  const age = (digits: string) => (digits === "" ? null : Number(digits));
  return match === null ? null : { from: age(match[1]!), to: age(match[2]!) };
}

/** Our own notes where they are; of other files the text, and the class where the text is one word. */
function coverageOf(
  study: XmlElement | undefined,
  covers: readonly XmlElement[],
  texts: TextReader,
): FoundStudy["coverage"] {
  const own = wordOf(ownNote(study, noteSubjects.coverageClass), coverageClasses);
  if (own !== null)
    return {
      class: own,
      places: ownNotes(study, noteSubjects.coveragePlace).map(textOf).filter(Boolean),
      note: texts(ownNotes(study, noteSubjects.coverageNote)),
    };
  const isNational = covers.some((each) =>
    /^(?:the survey (?:has|had) )?(?:national|nationale|nacional)(?:ly)?(?: coverage| cobertura)?\.?$/i.test(
      textOf(each),
    ),
  );
  return { class: isNational ? "national" : null, places: [], note: texts(covers) };
}

const unitWords: readonly (readonly [RegExp, AnalysisUnit])[] = [
  [
    /\bhouseholds?\b|\bfamil(?:y|ies)\b|\bmenages?\b|\bhogar(?:es)?\b|\bfamilias?\b|\bdomicilios?\b/,
    "household",
  ],
  [/\bpersons?\b|\bpeople\b|\bindividu|\bpersonnes?\b|\bpersonas?\b|\bpessoas?\b|\brespondents?\b/, "person"],
  [
    /\bestablishments?\b|\benterprises?\b|\bfirms?\b|\bcompan|\betablissements?\b|\bentreprises?\b|\bestablecimientos?\b|\bempresas?\b|\bestabelecimentos?\b/,
    "establishment",
  ],
  [
    /\bworkers?\b|\bemployees?\b|\btravailleurs?\b|\bsalaries\b|\btrabajador|\btrabalhador|\bempleados?\b|\bempregados?\b/,
    "worker",
  ],
];

function unitsOf(elements: readonly XmlElement[], unplaced: Unplaced): readonly AnalysisUnit[] | null {
  const units: AnalysisUnit[] = [];
  for (const element of elements) {
    const text = textOf(element);
    const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    const named = unitWords.filter(([words]) => words.test(plain)).map(([, unit]) => unit);
    if (named.length === 0 && text !== "") unplaced("analysisUnits", text);
    for (const unit of named) if (!units.includes(unit)) units.push(unit);
  }
  return units.length === 0 ? null : units;
}

function contactOf(statements: readonly XmlElement[]): string | null {
  const [contact] = statements.flatMap((each) => along(each, "contact"));
  if (contact === undefined) return null;
  const parts = [
    textOf(contact),
    attribute(contact, "affiliation"),
    attribute(contact, "email"),
    attribute(contact, "URI"),
  ];
  return parts.filter((part) => part !== null && part !== "").join(", ") || null;
}

function citationOf(
  study: XmlElement | undefined,
  citation: XmlElement | undefined,
  title: Localised | null,
): Citation | null {
  const own = citationOfJson(ownNote(study, noteSubjects.citation));
  if (own !== null) return own;
  if (title === null) return null;
  const first = (...path: readonly string[]) => textOf(along(citation, ...path)[0]);
  const author = along(citation, "rspStmt", "AuthEnty").map(textOf).filter(Boolean).join("; ");
  const publisher = first("distStmt", "distrbtr") || first("prodStmt", "producer");
  const [dated] = [...along(citation, "distStmt", "distDate"), ...along(citation, "prodStmt", "prodDate")];
  const issued = dated === undefined ? "" : (attribute(dated, "date") ?? textOf(dated));
  const [holding] = along(citation, "holdings");
  const url = holding === undefined ? null : attribute(holding, "URI");
  return {
    title: title.en,
    ...(author === "" ? {} : { author }),
    ...(publisher === "" ? {} : { publisher }),
    ...(issued === "" ? {} : { issued }),
    ...(url === null ? {} : { url }),
  };
}

const citationFields = ["title", "author", "publisher", "issued", "url", "licence", "retrieved"] as const;

/** Only known fields that are texts: a note may come from anywhere. */
function citationOfJson(text: string | null): Citation | null {
  if (text === null) return null;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof json !== "object" || json === null) return null;
  const fields = citationFields.flatMap((field) => {
    const value = (json as Record<string, unknown>)[field];
    return typeof value === "string" && value !== "" ? [[field, value] as const] : [];
  });
  const read = Object.fromEntries(fields) as Partial<Citation>;
  return read.title === undefined ? null : { ...read, title: read.title };
}
