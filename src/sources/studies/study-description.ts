import { failAll, findArea, isInventedAreaCode, ok, type Result, readPeriod } from "#kernel";
import {
  accessTiers,
  analysisUnits,
  coverageClasses,
  microdataTiers,
  origins,
  type Study,
  studyKinds,
} from "#records";
import {
  type Findings,
  isObject,
  lacking,
  listOf,
  localised,
  needed,
  number,
  objectOf,
  oneOf,
  orNull,
  otherwise,
  type Reader,
  report,
  tellRepeated,
  text,
  year,
} from "./json-fields.ts";
import { idFaults } from "./study-id.ts";

/** A questionnaire as a person names it: by its file, which lies beside the description. */
export type NamedQuestionnaire = {
  /** Of the form, `null` where it holds several. */
  readonly language: string | null;
  readonly file: string;
};

/** A study as a person describes it: all of `Study`, with questionnaires by the names of their files. */
export type StudyDescription = Omit<Study, "questionnaires"> & {
  readonly questionnaires: readonly NamedQuestionnaire[];
};

const area: Reader<string> = (value, at, findings) => {
  const named = text(value, at, findings);
  if (named === undefined) return undefined;
  const found = findArea(named) ?? findArea(named.toUpperCase());
  if (found !== null) return found.code;
  report(
    findings,
    "studies.area-unknown",
    at,
    `${at} is "${named.slice(0, 60)}", which is no area that is known; the study would be found under no country. Write the code of ISO 3166 with three letters (ETH), or the name of the country. Nothing was imported.`,
  );
  return undefined;
};

const day: Reader<string> = (value, at, findings) => {
  const written = text(value, at, findings);
  if (written === undefined) return undefined;
  const read = readPeriod(written);
  if (read.ok && /^\d{4}(?:-\d{2}){0,2}$/.test(read.value)) return read.value;
  report(
    findings,
    "studies.field-invalid",
    at,
    `${at} is "${written.slice(0, 60)}", which is no day of the calendar. Write it as 2024-03-31; as 2024-03 or 2024 where no more is known. Nothing was imported.`,
  );
  return undefined;
};

const age = orNull(
  number((value) => Number.isInteger(value) && value >= 0 && value <= 130, "Write an age in whole years."),
);

/** One year stands for itself. */
const years: Reader<Study["years"]> = (value, at, findings) => {
  if (typeof value === "number") {
    const only = year(value, at, findings);
    return only === undefined ? undefined : { from: only, to: only };
  }
  return objectOf("years", { from: needed(year), to: needed(year) })(value, at, findings);
};

const textOrNull = orNull(localised);
const names = (what: string) => listOf(text, what);

const description = objectOf("the description of a study", {
  id: needed(text),
  kind: needed(oneOf(studyKinds)),
  origin: needed(oneOf(origins)),
  title: needed(localised),
  series: otherwise(orNull(text), null),
  abstract: otherwise(textOrNull, null),
  areas: needed(listOf(area, "codes of countries", 1)),
  years: needed(years),
  universe: needed(
    objectOf("universe", {
      text: needed(localised),
      ages: otherwise(
        orNull(objectOf("universe.ages", { from: otherwise(age, null), to: otherwise(age, null) })),
        null,
      ),
    }),
  ),
  coverage: needed(
    objectOf("coverage", {
      class: needed(oneOf(coverageClasses)),
      places: otherwise(names("places"), []),
      note: otherwise(textOrNull, null),
    }),
  ),
  analysisUnits: needed(listOf(oneOf(analysisUnits), "units", 1)),
  sampling: otherwise(
    objectOf("sampling", {
      procedure: otherwise(textOrNull, null),
      overSampling: otherwise(textOrNull, null),
    }),
    { procedure: null, overSampling: null },
  ),
  mode: otherwise(textOrNull, null),
  collection: otherwise(
    objectOf("collection", { from: otherwise(orNull(day), null), to: otherwise(orNull(day), null) }),
    { from: null, to: null },
  ),
  response: otherwise(
    objectOf("response", {
      rate: otherwise(
        orNull(
          number(
            (value) => value > 0 && value <= 1,
            "Write the share of those asked who answered, above 0 and at most 1: 0.87 for 87 percent.",
          ),
        ),
        null,
      ),
      note: otherwise(textOrNull, null),
    }),
    { rate: null, note: null },
  ),
  weighting: otherwise(textOrNull, null),
  producers: otherwise(
    listOf(
      objectOf("a producer", { name: needed(text), role: otherwise(orNull(text), null) }),
      'producers, such as { "name": "National Statistical Office" }',
    ),
    [],
  ),
  funding: otherwise(names("names"), []),
  identifiers: otherwise(
    listOf(objectOf("an identifier", { scheme: needed(text), id: needed(text) }), "identifiers"),
    [],
  ),
  access: needed(
    objectOf("access", {
      microdata: needed(oneOf(microdataTiers)),
      tables: needed(oneOf(accessTiers)),
      contact: otherwise(orNull(text), null),
    }),
  ),
  licence: needed(text),
  citation: needed(
    objectOf("citation", {
      title: needed(text),
      author: lacking(text),
      publisher: lacking(text),
      issued: lacking(text),
      url: lacking(text),
      licence: lacking(text),
      retrieved: lacking(text),
    }),
  ),
  caveats: otherwise(names("sentences"), []),
  questionnaires: otherwise(
    listOf(
      objectOf("a questionnaire", { language: otherwise(orNull(text), null), file: needed(text) }),
      "questionnaires",
    ),
    [],
  ),
});

/**
 * The description of a study out of parsed JSON, with every default filled in, or everything that is wrong
 * with it at once.
 *
 * A text may be given bare, and is English then, or as `{ "en": …, "fr": …, "es": …, "pt": … }`; `years` may be
 * one year; an area may be a code or a name. What may be left out is null or empty then, never guessed:
 * series, abstract, sampling, mode, collection, response, weighting, producers, funding, identifiers, caveats,
 * questionnaires, `access.contact`.
 *
 * @param json what `JSON.parse` gave
 * @param file name of the file, for problems
 * @returns the description with areas by their codes, or problems with the path of each field, for example
 *   `coverage.class`: fields missing, unknown (with the nearest), of the wrong kind, out of range; an area that
 *   is not known; an identifier that is not `XAA_2024_PSS_v01_M` or that disagrees with areas and years; fields
 *   that contradict each other
 * @limits Questionnaires are names of files; whoever calls reads the files and puts their hashes in.
 */
export function readStudyDescription(json: unknown, file: string): Result<StudyDescription> {
  const findings: Findings = { file, problems: [] };
  const read = description(json, "", findings);
  if (read !== undefined && isObject(json)) tellContradictions(read as StudyDescription, findings);
  return findings.problems.length > 0 || read === undefined
    ? failAll(findings.problems)
    : ok(read as StudyDescription);
}

/** Fields that were told to be wrong are not there; what is said of them is said already. */
function tellContradictions(study: Partial<StudyDescription>, findings: Findings): void {
  const tell = (field: string, message: string) =>
    report(findings, "studies.contradiction", field, `${message} Nothing was imported.`);
  const { areas, ...withoutAreas } = study;
  const areasFaulty = findings.problems.some(({ at }) => at?.field?.startsWith("areas"));
  for (const fault of idFaults(areasFaulty ? withoutAreas : study))
    report(findings, fault.code, "id", fault.message);
  const { years, origin, coverage, universe, collection, questionnaires } = study;
  if (years !== undefined && years.from > years.to)
    tell("years", `years goes from ${years.from} to ${years.to}, backwards. Exchange the two.`);
  for (const [at, name] of (areas ?? []).entries())
    if (origin === "real" && isInventedAreaCode(name))
      tell(
        `areas[${at}]`,
        `areas[${at}] is ${name}, an area that was invented, and origin says "real". Readers would take invented answers for those of people; write "invented" or "simulated", or name the country.`,
      );
  if (areas !== undefined) tellRepeated(areas, (at) => `areas[${at}]`, "Take one out.", findings);
  if (coverage !== undefined && coverage.class !== undefined && coverage.places !== undefined) {
    if (coverage.class !== "national" && coverage.places.length === 0 && (coverage.note ?? null) === null)
      tell(
        "coverage.places",
        `coverage.class is "${coverage.class}", and neither coverage.places nor coverage.note says which part of the country the sample reaches. Samples are compared by it; name the towns, regions or occupations.`,
      );
  }
  const ages = universe?.ages;
  if (ages && ages.from !== null && ages.to !== null && ages.from > ages.to)
    tell("universe.ages", `universe.ages goes from ${ages.from} to ${ages.to}, backwards. Exchange the two.`);
  if (collection?.from && collection.to && collection.from > collection.to)
    tell(
      "collection",
      `collection goes from ${collection.from} to ${collection.to}, backwards. Exchange the two.`,
    );
  if (questionnaires !== undefined)
    tellRepeated(
      questionnaires.map((each) => each.file),
      (at) => `questionnaires[${at}].file`,
      "Take one out.",
      findings,
    );
}
