// Requests and files as people bring them: what is taken, and what each wrong one is told.

import { describe, expect, test } from "vitest";
import { fail, ok, problem } from "#kernel";
import { makeSav, makeStata } from "../../../test/fixtures/microdata/make-package-files.ts";
import { estimateSurveyFile } from "./estimate-survey-file.ts";

const encoder = new TextEncoder();
const work = { progress: () => {}, signal: new AbortController().signal };

/** Twelve persons in six places of three regions; income is a number, region and sex are categories. */
const lines = [
  "region,place,w,count,sex,income",
  "north,1,10,8,f,100",
  "north,1,10,8,m,120",
  "north,2,10,8,f,90",
  "north,2,10,8,m,110",
  "south,3,20,6,f,60",
  "south,3,20,6,m,",
  "south,4,20,6,f,75",
  "south,4,20,6,m,80",
  "west,5,15,4,f,50",
  "west,5,15,4,m,70",
  "west,6,15,4,f,65",
  "west,6,15,4,m,55",
];
const design = { clusters: ["place"], strata: ["region"], weights: "w", fpc: ["count"] };
const mean = { id: "a", statistic: "mean", variables: ["income"] };

const answerTo = (
  data: string | Uint8Array,
  request: object,
  more: Readonly<Record<string, string>> = {},
) => {
  const files = new Map<string, Uint8Array>(
    Object.entries({ "data.csv": data, ...more }).map(([name, text]) => [
      name,
      typeof text === "string" ? encoder.encode(text) : text,
    ]),
  );
  return estimateSurveyFile(
    {
      text: JSON.stringify({ data: "data.csv", design, estimates: [mean], ...request }),
      file: "request.json",
    },
    {
      path: (name) => name,
      bytes: async (path) =>
        files.has(path)
          ? ok(files.get(path)!)
          : fail(problem("cli.file-unreadable", `${path}: there is no such file.`)),
    },
    "test",
    work,
  );
};

const edited = (change: (line: string, row: number) => string) =>
  lines.map((line, at) => (at === 0 ? line : change(line, at + 1))).join("\n");
const csv = lines.join("\n");

async function problems(...given: Parameters<typeof answerTo>) {
  const answer = await answerTo(...given);
  if (answer.ok) throw new Error(`nothing was refused: ${JSON.stringify(answer.value.estimates)}`);
  return answer.problems;
}

async function rows(...given: Parameters<typeof answerTo>) {
  const answer = await answerTo(...given);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.value.estimates[0]!.rows as readonly Readonly<Record<string, unknown>>[];
}

describe("a file of rows", () => {
  test("gives the mean, its error by hand, and what was left out", async () => {
    const [row] = await rows(csv, {});
    const values = [100, 120, 90, 110, 60, 75, 80, 50, 70, 65, 55];
    const weights = [10, 10, 10, 10, 20, 20, 20, 15, 15, 15, 15];
    const weight = weights.reduce((sum, w) => sum + w, 0);
    const estimate = values.reduce((sum, y, i) => sum + weights[i]! * y, 0) / weight;
    expect(row!["estimate"]).toBeCloseTo(estimate, 12);
    // Influences summed by place: two places a region, of 8, 6 and 4.
    const z = values.map((y, i) => (weights[i]! * (y - estimate)) / weight);
    const places = [z[0]! + z[1]!, z[2]! + z[3]!, z[4]!, z[5]! + z[6]!, z[7]! + z[8]!, z[9]! + z[10]!];
    const variance = [8, 6, 4].reduce((sum, count, h) => {
      const [a, b] = [places[2 * h]!, places[2 * h + 1]!];
      return sum + (1 - 2 / count) * (a - b) ** 2;
    }, 0);
    expect(row!["standardError"]).toBeCloseTo(Math.sqrt(variance), 12);
    expect(row).toMatchObject({ group: {}, variable: "income", degreesOfFreedom: 3, n: 11, missing: 1 });
  });

  test("may be separated by semicolons or tabs, in UTF-16 or Latin-1, with a mark and empty lines at the end", async () => {
    const [plain] = await rows(csv, {});
    const wide = new Uint8Array([0xff, 0xfe, ...[...csv].flatMap((letter) => [letter.charCodeAt(0), 0])]);
    for (const data of [csv.replaceAll(",", ";"), csv.replaceAll(",", "\t"), `\ufeff${csv}\n\n`, wide])
      expect((await rows(data, {}))[0]).toEqual(plain);
    const accents = csv.replaceAll("north", "nordé");
    const latin = Uint8Array.from(accents, (letter) => letter.charCodeAt(0));
    const request = { estimates: [{ ...mean, where: { region: ["nordé"] } }] };
    const answer = await answerTo(latin, request);
    expect(answer).toMatchObject({ ok: true, value: { estimates: [{ rows: [{ n: 4 }] }] } });
    expect(answer.ok && answer.value.notes.map(({ code }) => code)).toEqual([
      "documents.table-encoding-guessed",
    ]);
  });

  test("may be an SPSS or a Stata file; what they declare to be no answer is none", async () => {
    const request = { design: { weights: 1 }, estimates: [{ ...mean, variables: ["N"], by: ["T"] }] };
    const sav = makeSav(
      [
        [10, "a"],
        [20, "a"],
        [99, "a"],
        [6, "b"],
        [4, "b"],
      ],
      { encoding: "UTF-8" },
    );
    expect(await rows(sav, request)).toMatchObject([
      { group: { T: "a" }, estimate: 15, n: 2, missing: 1 },
      { group: { T: "b" }, estimate: 4, n: 1, missing: 1 },
    ]);
    const dta = makeStata([
      [3, "a"],
      [103, "a"],
      [5, "a"],
    ]);
    const ofStata = { ...request, estimates: [{ ...mean, variables: ["b"] }] };
    expect(await rows(dta, ofStata)).toMatchObject([{ estimate: 4, n: 2, missing: 1 }]);
    expect(await problems(sav.subarray(0, 400), request)).toMatchObject([{ code: "packages.file-damaged" }]);
  });

  test("with accents as two signs is read, and each column told", async () => {
    const answer = await answerTo(csv.replaceAll("south", "MigraciÃ³n"), {});
    expect(answer.ok && answer.value.notes.map(({ message }) => message).join()).toContain(
      '"MigraciÃ³n" is probably "Migración"',
    );
  });

  test("may have ten thousand columns", async () => {
    const more = Array.from({ length: 10_000 }, (_, at) => `q${at}`);
    const wide = lines
      .map((line, at) => `${line},${more.map((name) => (at === 0 ? name : "1")).join(",")}`)
      .join("\n");
    const answer = await rows(wide, { estimates: [{ ...mean, variables: ["q9999"] }] });
    expect(answer[0]).toMatchObject({ estimate: 1, n: 12 });
    const [unknown] = await problems(wide, { estimates: [{ ...mean, variables: ["q10000"] }] });
    expect(unknown!.message).toMatch(/no column "q10000".* more/);
    expect(unknown!.message.length).toBeLessThan(300);
  });

  test("may hold other texts for missing values, if the request names them", async () => {
    const coded = edited((line) => (line.endsWith(",") ? `${line}NA` : line));
    expect((await rows(coded, { missing: ["NA"] }))[0]).toEqual((await rows(csv, {}))[0]);
  });

  test("with replicate weights beside it takes its errors from them", async () => {
    const design = {
      weights: "w",
      replicates: { type: "JK1", weightsFile: "rep.csv", scale: 0.5, rscales: 1 },
    };
    const beside = ["a,b", ...lines.slice(1).map((_, at) => (at < 6 ? "20,0" : "0,20"))].join("\n");
    const [row] = await rows(csv, { design }, { "rep.csv": beside });
    const [first, second] = [(100 + 120 + 90 + 110 + 60) / 5, (75 + 80 + 50 + 70 + 65 + 55) / 6];
    const middle = (first + second) / 2;
    expect(row!["standardError"]).toBeCloseTo(
      Math.sqrt(0.5 * ((first - middle) ** 2 + (second - middle) ** 2)),
      12,
    );
    const short = beside.split("\n").slice(0, -1).join("\n");
    expect(await problems(csv, { design }, { "rep.csv": short })).toMatchObject([
      {
        code: "statistics.survey-replicates-impossible",
        message: expect.stringContaining("11 weights and the data have 12 rows"),
      },
    ]);
  });
});

describe("is refused in words:", () => {
  const cases: readonly (readonly [string, string, object, string, RegExp])[] = [
    [
      "a stratum with one unit",
      edited((line, row) => (row > 11 ? line.replace("west,6", "west,5") : line)),
      {},
      "statistics.survey-single-unit",
      /One stratum has a single sampling unit \("west"\).*singleUnit/s,
    ],
    [
      "a unit in two strata",
      edited((line, row) => (row === 6 ? line.replace("south", "north") : line)),
      { design: { ...design, fpc: [] } },
      "statistics.survey-unit-in-two-strata",
      /3 in stratum "north" and in "south".*nested/s,
    ],
    [
      "a weight below 0",
      edited((line, row) => (row === 3 ? line.replace(",10,", ",-10,") : line)),
      {},
      "statistics.survey-weight-invalid",
      /"w" is below 0 or no number in 1 rows \(row 3; the first is -10\)/,
    ],
    [
      "weights that are all 0",
      edited((line) => line.replace(/,(10|15|20),/, ",0,")),
      {},
      "statistics.survey-weight-invalid",
      /All weights \("w"\) are 0/,
    ],
    [
      "a population count below the sample",
      edited((line) => line.replace(",4,", ",1.5,")),
      {},
      "statistics.survey-fpc-invalid",
      /in "west" 2 units were drawn and the population count is 1\.5/,
    ],
    [
      "an empty cell of the design",
      edited((line, row) => (row === 4 ? line.replace("north", "") : line)),
      {},
      "statistics.survey-design-value-missing",
      /Column "region" is empty in 1 of 12 rows \(row 4\)/,
    ],
    [
      "a domain without cases",
      csv,
      { estimates: [{ ...mean, where: { region: ["north"], place: [5] } }] },
      "statistics.survey-domain-empty",
      /Estimate "a" selects no row/,
    ],
    [
      "a domain whose cases lack the value",
      edited((line, row) => (row < 6 ? line.replace(/\d+$/, "") : line)),
      { estimates: [{ ...mean, where: { region: ["north"] } }] },
      "statistics.survey-domain-empty",
      /Estimate "a" has no case/,
    ],
    [
      "a level that is not there",
      csv,
      { estimates: [{ ...mean, where: { sex: ["female"] } }] },
      "statistics.survey-level-unknown",
      /No row has "female" in column "sex". It has "f", "m"/,
    ],
    [
      "text where numbers are asked, with its first rows",
      edited((line, row) => (row === 5 || row === 9 ? line.replace(/\d+$/, "n/a") : line)),
      { estimates: [{ ...mean, statistic: "quantile", probabilities: [0.5] }] },
      "statistics.survey-column-not-numeric",
      /"income" holds text in 2 of 12 rows \(row 5: "n\/a", row 9: "n\/a"\).*"missing"/,
    ],
    [
      "another name of a column",
      csv,
      { design: { ...design, weights: "W" } },
      "statistics.survey-column-unknown",
      /no column "W". Did you mean "w"/,
    ],
    [
      "rows of another length",
      edited((line, row) => (row === 7 ? `${line},1` : row === 8 ? "" : line)),
      {},
      "survey.rows-uneven",
      /2 of 12 rows .*6 names.*\(row 7 has 7, row 8 is empty\)/,
    ],
    [
      "an open quotation mark",
      csv.replace("north,1", 'no"rth,1'),
      {},
      "survey.table-unreadable",
      /quotation mark/,
    ],
    [
      "a column asked for that occurs twice",
      csv.replace("sex", "income"),
      {},
      "survey.column-repeated",
      /number 5, 6/,
    ],
    ["a PDF", `%PDF-1.7\n${csv}`, {}, "survey.table-unreadable", /is a PDF document/],
    ["a file without bytes", "", {}, "survey.table-unreadable", /no bytes/],
    ["a request without data", csv, { data: undefined }, "survey.data-not-named", /which file/],
    ["a file that is not there", csv, { data: "other.csv" }, "cli.file-unreadable", /no such file/],
    [
      "an interval from replicates that are not there",
      csv,
      { estimates: [{ ...mean, statistic: "quantile", probabilities: [0.5], interval: "quantile" }] },
      "statistics.survey-replicates-impossible",
      /quantiles of replicates, and the design has none/,
    ],
    [
      "replicates in another number than stated",
      csv,
      { design: { ...design, replicates: { type: "JKn", replicates: 9 } } },
      "statistics.survey-replicates-impossible",
      /says 9 replicates, and there are 6/,
    ],
  ];
  test.for(cases)("%s", async ([, data, request, code, words]) => {
    const [first, ...others] = await problems(data, request);
    expect(first!.message).toMatch(words);
    expect(first!.code).toBe(code);
    expect(others).toEqual([]);
  });

  test("a column of many numbers with some texts, where shares of each number would be an answer", async () => {
    const long = [
      "w,income",
      ...Array.from({ length: 100 }, (_, at) => `1,${at === 40 || at === 77 ? "refused" : at * 7}`),
    ].join("\n");
    const request = { design: { weights: "w" }, estimates: [mean] };
    expect(await problems(long, request)).toMatchObject([
      {
        code: "statistics.survey-column-not-numeric",
        message: expect.stringContaining('text in 2 of 100 rows (row 42: "refused", row 79: "refused")'),
        at: { file: "data.csv", row: 42, column: "income" },
      },
    ]);
    expect((await rows(long, { ...request, missing: ["refused"] }))[0]).toMatchObject({ n: 98, missing: 2 });
  });

  test("every estimate at once, each with its place", async () => {
    const found = await problems(csv, {
      estimates: [
        { ...mean, variables: ["wages"] },
        { ...mean, id: "b" },
        { ...mean, id: "c", by: ["town"] },
      ],
    });
    expect(found.map(({ at }) => at?.field)).toEqual(["estimates[0].variables[0]", "estimates[2].by[0]"]);
  });

  test("JSON that is none", async () => {
    const answer = await estimateSurveyFile(
      { text: "{", file: "request.json" },
      { path: (name) => name, bytes: async () => ok(new Uint8Array()) },
      "test",
      work,
    );
    expect(answer).toMatchObject({ ok: false, problems: [{ code: "survey.request-unreadable" }] });
  });
});
