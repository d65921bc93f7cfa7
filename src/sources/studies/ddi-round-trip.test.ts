import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Localised, Sha256 } from "#kernel";
import { missingReasons } from "#kernel";
import {
  accessTiers,
  analysisUnits,
  coverageClasses,
  microdataTiers,
  origins,
  questionAngles,
  type Study,
  type StudyEdition,
  type StudyVariable,
  securityDimensions,
  studyKinds,
  variableKinds,
} from "#records";
import { readDdi } from "./read-ddi.ts";
import type { VariableStatistics } from "./variable-statistics.ts";
import { writeDdi } from "./write-ddi.ts";

/** Texts as descriptions have them: nothing invisible, no blanks at the ends or around line breaks. */
const words = fc
  .array(
    fc.constantFrom(
      "a",
      "B",
      "é",
      "<",
      ">",
      "&",
      '"',
      "'",
      " ",
      "\n",
      "]]>",
      "<!--",
      "&amp;",
      "ß",
      "𝛼",
      "%",
      "{",
      "0",
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((signs) => `x${signs.join("")}y`.replace(/[ ]*\n[ ]*/g, "\n").replace(/\n{3,}/g, "\n\n"));
const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
const localised: fc.Arbitrary<Localised> = fc
  .record({ en: words, fr: fc.option(words), es: fc.option(words), pt: fc.option(words) })
  .map((texts) => Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== null)) as Localised);
const orNull = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const age = orNull(fc.integer({ min: 0, max: 120 }));
const sha256 = "0".repeat(64) as Sha256;

const studies: fc.Arbitrary<Study> = fc.record({
  id: fc.constantFrom("XAA_2024_PSS_v01_M", "ETH_2001_PSS_v02_M"),
  kind: fc.constantFrom(...studyKinds),
  origin: fc.constantFrom(...origins),
  title: localised,
  series: orNull(words),
  abstract: orNull(localised),
  areas: fc.constantFrom(["XAA"], ["ETH", "412"], ["COD"]),
  years: fc
    .tuple(fc.integer({ min: 1950, max: 2030 }), fc.nat(5))
    .map(([from, more]) => ({ from, to: from + more })),
  universe: fc.record({ text: localised, ages: orNull(fc.record({ from: age, to: age })) }),
  coverage: fc.record({
    class: fc.constantFrom(...coverageClasses),
    places: fc.array(words, { maxLength: 3 }),
    note: orNull(localised),
  }),
  analysisUnits: fc.uniqueArray(fc.constantFrom(...analysisUnits), { minLength: 1 }),
  sampling: fc.record({ procedure: orNull(localised), overSampling: orNull(localised) }),
  mode: orNull(localised),
  collection: fc.constantFrom(
    { from: null, to: null },
    { from: "2024-03-01", to: "2024-04-30" },
    { from: "2024", to: null },
    { from: null, to: "2024-05" },
  ),
  response: fc.record({
    rate: orNull(fc.integer({ min: 1, max: 10_000 }).map((n) => n / 10_000)),
    note: orNull(localised),
  }),
  weighting: orNull(localised),
  producers: fc.array(fc.record({ name: words, role: orNull(words) }), { maxLength: 3 }),
  funding: fc.array(words, { maxLength: 2 }),
  identifiers: fc.array(fc.record({ scheme: words, id: words }), { maxLength: 2 }),
  access: fc.record({
    microdata: fc.constantFrom(...microdataTiers),
    tables: fc.constantFrom(...accessTiers),
    contact: orNull(words),
  }),
  licence: words,
  citation: fc.record({ title: words, author: words, url: words }, { requiredKeys: ["title"] }),
  caveats: fc.array(words, { maxLength: 2 }),
  questionnaires: fc.array(
    fc.record({ language: orNull(fc.constantFrom("en", "fr")), name: words, sha256: fc.constant(sha256) }),
    {
      maxLength: 2,
    },
  ),
});

const variableOf = (file: string) =>
  fc.record({
    file: fc.constant(file),
    name: words,
    label: localised,
    kind: fc.constantFrom(...variableKinds),
    concept: orNull(name),
    question: orNull(localised),
    universe: orNull(localised),
    unit: orNull(words),
    categories: fc.uniqueArray(
      fc.record({
        code: words,
        label: fc.oneof(localised, fc.constant({ en: "No answer" })),
        missing: orNull(fc.constantFrom(...missingReasons)),
      }),
      { maxLength: 4, selector: ({ code }) => code },
    ),
    place: orNull(
      fc.record({
        dimension: fc.constantFrom(...securityDimensions),
        angle: fc.constantFrom(...questionAngles),
        nature: fc.constantFrom("objective" as const, "subjective" as const),
      }),
    ),
    forTables: fc.boolean(),
    note: orNull(localised),
  });

const editions: fc.Arbitrary<StudyEdition> = fc
  .uniqueArray(name, { minLength: 1, maxLength: 3 })
  .chain((files) =>
    fc.record({
      study: fc.constant("XAA_2024_PSS_v01_M"),
      version: fc.integer({ min: 1, max: 99 }),
      state: fc.constantFrom("raw" as const, "edited" as const),
      from: orNull(fc.integer({ min: 1, max: 98 })),
      changes: fc.array(fc.record({ what: words, why: words }), { maxLength: 2 }),
      files: fc.tuple(
        ...files.map((file) =>
          fc.record({
            name: fc.constant(file),
            unit: fc.constantFrom(...analysisUnits),
            key: fc.array(words, { maxLength: 2 }),
            parent: orNull(fc.record({ file: name, by: fc.array(words, { minLength: 1, maxLength: 2 }) })),
            design: fc.record({
              clusters: fc.array(words, { maxLength: 2 }),
              strata: fc.array(orNull(words), { maxLength: 2 }),
              weights: fc.oneof(words, fc.constant(null), fc.constant(2.5)),
              fpc: fc.array(words, { maxLength: 1 }),
              nested: fc.boolean(),
              singleUnit: fc.constantFrom("fail" as const, "average" as const),
              replicates: fc.constantFrom(null, { type: "JK1", columns: ["a"] }),
            }),
            knownTotals: fc.array(
              fc.record({
                label: words,
                where: fc.constantFrom({}, { sex: "2" }),
                total: fc.integer({ min: 1 }),
                source: words,
              }),
              { maxLength: 1 },
            ),
            source: fc.constant(sha256),
            sourceName: words,
            data: fc.constant(sha256),
            rows: fc.nat(),
            columns: fc.array(words, { maxLength: 2 }),
          }),
        ),
      ),
      variables: fc.uniqueArray(fc.oneof(...files.map(variableOf)), {
        maxLength: 4,
        selector: (each) => JSON.stringify([each.file, each.name]),
      }),
      minimumCases: fc.integer({ min: 3, max: 100 }),
      checksum: fc.constant(sha256),
      createdAt: fc.constant("2024-06-01T10:00:00.000Z"),
      createdBy: fc.constant("operator"),
    }),
  );

describe("a study written as DDI and read again", () => {
  it("is what it was: description, files, variables, changes", () => {
    fc.assert(
      fc.property(
        studies,
        editions,
        fc.constantFrom("en" as const, "fr" as const, "pt" as const),
        (study, edition, language) => {
          const read = readDdi(writeDdi(study, edition, language), "a.xml");
          if (!read.ok) throw new Error(read.problems[0]!.message);
          const { questionnaires, ...rest } = study;
          expect(read.value.study).toEqual({
            ...rest,
            questionnaires: questionnaires.map((form) => ({ language: form.language, file: form.name })),
          });
          expect(read.value.variables).toEqual(edition.variables);
          expect(read.value.edition).toEqual({
            state: edition.state,
            from: edition.from,
            changes: edition.changes,
            minimumCases: edition.minimumCases,
          });
          expect(read.value.files).toEqual(
            edition.files.map(
              ({ name: called, unit, key, parent, design, knownTotals, sourceName, rows }) => ({
                name: called,
                file: sourceName,
                rows,
                declared: { name: called, unit, file: sourceName, key, parent, design, knownTotals },
              }),
            ),
          );
          expect(read.value.notices).toEqual([]);
        },
      ),
      { numRuns: 150, seed: 6 },
    );
  });

  const study = fc.sample(studies, { numRuns: 1, seed: 3 })[0]!;
  const edition = fc.sample(editions, { numRuns: 1, seed: 1 })[0]!;
  const variable: StudyVariable = {
    file: edition.files[0]!.name,
    name: "q1",
    label: { en: "Contract", fr: "Contrat" },
    kind: "numeric",
    concept: "size",
    question: { en: "Do you have one?" },
    universe: { en: "Workers" },
    unit: "hours",
    categories: [
      { code: "1", label: { en: "Yes" }, missing: null },
      { code: "9", label: { en: "Refused" }, missing: "refused" },
    ],
    place: null,
    forTables: true,
    note: null,
  };
  const counted = (name: string): VariableStatistics => ({
    file: variable.file,
    name,
    valid: 50,
    invalid: 2,
    min: 0.5,
    max: 4711,
    mean: 1.25,
    standardDeviation: 0.1,
    decimals: 1,
    frequencies: [
      { code: "1", count: 50 },
      { code: "9", count: null },
    ],
  });

  it("keeps counts of categories and numbers, and writes no value of an identifier or a text", () => {
    const kinds = ["categorical", "numeric", "identifier", "text"] as const;
    const variables = kinds.map((kind) => ({ ...variable, name: kind, kind }));
    const text = writeDdi(study, { ...edition, variables }, "en", kinds.map(counted));
    const read = readDdi(text, "a.xml");
    if (!read.ok) throw new Error(read.problems[0]!.message);
    const [categorical, numeric, identifier, open] = read.value.statistics;
    const frequencies = [{ code: "1", count: 50 }];
    expect(categorical).toEqual({ ...counted("categorical"), frequencies });
    expect(numeric).toEqual({ ...counted("numeric"), frequencies });
    for (const hidden of [identifier, open])
      expect(hidden).toMatchObject({
        valid: 50,
        invalid: 2,
        min: null,
        max: null,
        mean: null,
        frequencies: [],
      });
    // In sumStat of two variables, and in the range of one.
    expect(text.match(/4711/g)).toHaveLength(3);
  });

  it("stands in the order of the schema, with identifiers of XML, and without control characters", () => {
    const full: Study = {
      ...study,
      title: { en: "A\u0000\u000b\ud800 <title> & \u202E more" },
      licence: "a\r\nb",
      series: "PSS",
      producers: [{ name: "Office", role: null }],
      citation: { title: "T", author: "A", publisher: "P", issued: "2024", url: "https://example.org/a" },
      access: { ...study.access, contact: "The office" },
      questionnaires: [{ language: "fr", name: "form.xlsx", sha256 }],
    };
    const text = writeDdi(full, { ...edition, variables: [variable] }, "en", [counted("q1")]);
    expect(text).toContain('<titl xml:lang="en">A\ufffd &lt;title&gt; &amp;  more</titl>');
    expect(text).toContain("<conditions>a\nb</conditions>");
    const inside = (element: string, outer: string) =>
      new RegExp(`<${element}[ >][\\s\\S]*?</${element}>`).exec(outer)![0].slice(element.length + 1);
    const study_ = inside("stdyDscr", text);
    const order = (within: string, names: readonly string[]) => {
      const at = names.map((each) => within.search(new RegExp(`<${each}[ >/]`)));
      expect(at.filter((place) => place < 0)).toEqual([]);
      expect(at).toEqual(at.toSorted((a, b) => a - b));
    };
    // Sequences of the XML Schema of DDI-Codebook 2.5.
    order(text, ["docDscr", "stdyDscr", "fileDscr", "dataDscr", "otherMat"]);
    order(study_, ["citation", "stdyInfo", "method", "dataAccs", 'notes type="socle" subject="kind"']);
    order(inside("citation", study_), [
      "titlStmt",
      "rspStmt",
      "prodStmt",
      "distStmt",
      "serStmt",
      "verStmt",
      "biblCit",
      "holdings",
    ]);
    order(inside("sumDscr", study_), ["timePrd", "nation", "geogCover", "anlyUnit", "universe", "dataKind"]);
    order(inside("useStmt", study_), ["contact", "citReq", "conditions"]);
    order(inside("fileTxt", text), ["fileName", "fileCont", "dimensns"]);
    order(inside("var", text), [
      "labl",
      "qstn",
      "valrng",
      "invalrng",
      "universe",
      "sumStat",
      "catgry",
      "concept",
      "notes",
    ]);
    order(inside("catgry", text), ["catValu", "labl", "catStat"]);
    const ids = [...text.matchAll(/ ID="([^"]*)"/g)].map(([, id]) => id!);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[FV]\d+$/.test(id))).toEqual([]);
  });
});
