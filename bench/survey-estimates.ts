// How long do estimates from a survey of a million rows take, and how much memory, beside R survey's processor
// seconds for the same rows and requests? Simulated rows; R's figures come from the reference folder
// (SOCLE_REFERENCE) and are left out where it is not there. Each line is a process of its own.
//   node bench/survey-estimates.ts --repeats 7
//   node bench/survey-estimates.ts --rows 10000000 --repeats 3 --only domains,parquet

import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { resolve } from "node:path";
import { estimateOfSums, estimateSurvey, readSurveyRequest, surveyContext } from "#statistics";
import { inChild, machine, median, option, shown } from "./measuring.ts";
import {
  checkSums,
  readColumns,
  type SurveyColumnName,
  surveyColumns,
  surveyData,
  surveyTable,
  writeColumns,
  writeParquet,
} from "./survey-data.ts";

const drawn = {
  clusters: ["psu"],
  strata: ["stratum"],
  weights: "w",
  fpc: [],
  nested: false,
} as const;
const margin = (by: string, ...totals: readonly number[]) => ({
  by: [by],
  totals: totals.map((total, at) => ({ [by]: at + 1, total })),
});
const raked = {
  type: "rake",
  margins: [margin("sex", 23e6, 21e6), margin("educ", 14e6, 11e6, 9e6, 10e6)],
  epsilon: 1e-9,
} as const;
const income = { variables: ["income"] };
const byDomain = { statistic: "mean", ...income, by: ["domain"] };

type Question = {
  readonly what: string;
  /** Columns read; the design's are always. */
  readonly columns: readonly SurveyColumnName[];
  readonly design?: object;
  readonly request: object;
  /** R's timings that this is held against: of the design, and of the answer. */
  readonly peer?: readonly string[];
  readonly aim?: string;
};

const questions: Readonly<Record<string, Question>> = {
  mean: {
    what: "mean",
    columns: ["income"],
    request: { statistic: "mean", ...income },
    peer: ["svymean_income"],
  },
  domains: {
    what: "mean by 50 domains",
    columns: ["income", "domain"],
    request: byDomain,
    peer: ["svyby_mean_income_50dom"],
    aim: "50 ms",
  },
  twelve: {
    what: "the same, all 12 columns in memory",
    columns: surveyColumns,
    request: byDomain,
    peer: ["svyby_mean_income_50dom"],
    aim: "250 MB",
  },
  quantiles: {
    what: "five quantiles, Woodruff intervals",
    columns: ["income"],
    request: {
      statistic: "quantile",
      ...income,
      probabilities: [0.1, 0.25, 0.5, 0.75, 0.9],
      interval: "mean",
    },
    peer: ["svyquantile_income"],
    aim: "200 ms",
  },
  score: {
    what: "three quantiles, score intervals",
    columns: ["income"],
    request: { statistic: "quantile", ...income, probabilities: [0.1, 0.5, 0.9], interval: "score" },
    peer: ["svyquantile_income_score"],
  },
  jackknife: {
    what: "mean, JKn with 2,000 replicates",
    columns: ["income"],
    design: { replicates: { type: "JKn" } },
    request: { statistic: "mean", ...income },
    aim: "100 ms, 200 MB",
  },
  bootstrap: {
    what: "mean by 50 domains, bootstrap with 1,000 replicates",
    columns: ["income", "domain"],
    design: { replicates: { type: "bootstrap", replicates: 1000 } },
    request: byDomain,
    aim: "2 s, 300 MB",
  },
  chisq: {
    what: "chi-square, F",
    columns: ["educ", "insured"],
    request: { statistic: "chisq", variables: ["educ", "insured"], test: "F" },
    peer: ["svychisq_educ_insured_F"],
  },
  proportion: {
    what: "proportion, logit",
    columns: ["insured"],
    request: { statistic: "proportion", variables: ["insured"], level: 1, interval: "logit" },
    peer: ["svyciprop_logit"],
  },
  linear: {
    what: "linear model",
    columns: ["income", "employed", "educ", "sex"],
    request: {
      statistic: "glm",
      family: "gaussian",
      response: "income",
      predictors: ["employed", "educ", "sex"],
      categorical: ["educ", "sex"],
    },
    peer: ["svyglm_income"],
  },
  raking: {
    what: "mean after raking to two margins",
    columns: ["income", "sex", "educ"],
    design: { adjust: [raked] },
    request: { statistic: "mean", ...income },
    peer: ["svymean_after_rake"],
  },
};

type Figures = {
  readonly layout: number;
  readonly first: number;
  readonly answer: number;
  readonly clock: number;
  /** Peak memory after the first answer, and after all: what answers leave behind is given back late. */
  readonly firstMegabytes: number;
  readonly megabytes: number;
};

/** Milliseconds of processor time and of the clock. */
function timed<T>(work: () => T): { readonly value: T; readonly cpu: number; readonly clock: number } {
  const before = process.cpuUsage();
  const start = performance.now();
  const value = work();
  const clock = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { value, cpu: (user + system) / 1000, clock };
}

const megabytes = () => process.resourceUsage().maxRSS / 1024;

/** Lays the design out once and answers several times, as a server does that holds the rows. */
function measure(folder: string, { columns, design, request }: Question, repeats: number): Figures {
  const read = readSurveyRequest({
    data: "survey.csv",
    design: { ...drawn, ...design },
    estimates: [{ id: "bench", ...request }],
  });
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join("\n"));
  const table = surveyTable(
    readColumns(folder, [...new Set<SurveyColumnName>(["stratum", "psu", "w", ...columns])]),
  );
  const layout = timed(() => surveyContext(read.value.design, table));
  const context = layout.value;
  if (!context.ok) throw new Error(context.problems[0]?.message);
  const answered = () =>
    timed(() => {
      const answer = estimateSurvey(context.value, read.value.estimates[0]!);
      if (!answer.ok) throw new Error(answer.problems[0]?.message);
    });
  const first = answered();
  const firstMegabytes = megabytes();
  const times = Array.from({ length: repeats }, answered);
  return {
    layout: layout.cpu,
    first: first.cpu,
    answer: median(times.map(({ cpu }) => cpu)),
    clock: median(times.map(({ clock }) => clock)),
    firstMegabytes,
    megabytes: megabytes(),
  };
}

/** A process that knows nothing yet: from the file to the estimates, the rows staying with DuckDB. */
async function measureParquet(folder: string): Promise<Figures> {
  const before = process.cpuUsage();
  const start = performance.now();
  const spent = () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const { unitSums } = await import("#store");
  const loaded = spent();
  const began = performance.now();
  const instance = await DuckDBInstance.create(":memory:", { memory_limit: "600MB", threads: "2" });
  const connection = await instance.connect();
  await connection.run(
    `CREATE VIEW persons AS SELECT * FROM read_parquet('${resolve(folder, "survey.parquet")}')`,
  );
  const sums = await unitSums(connection, {
    rows: "persons",
    design: ["stratum", "psu"],
    by: ["domain"],
    weight: "w",
    variables: ["income"],
    centred: true,
  });
  const summed = spent();
  const answer = estimateOfSums({ ...drawn, singleUnit: "fail" }, sums, {
    id: "bench",
    statistic: "mean",
    variables: ["income"],
    by: ["domain"],
  });
  if (!answer.ok || answer.value.length !== 50) throw new Error("fifty estimates were expected");
  const figures = {
    layout: summed - loaded,
    first: spent(),
    answer: spent() - loaded,
    clock: performance.now() - began,
    firstMegabytes: megabytes(),
    megabytes: megabytes(),
  };
  console.error(`with loading: ${shown(performance.now() - start)} ms`);
  connection.closeSync();
  instance.closeSync();
  return figures;
}

/** R's processor milliseconds for a question, where the reference is at hand. */
function peerOf({ peer }: Question): number | null {
  const project = resolve(import.meta.dirname, "..");
  const path = resolve(
    project,
    process.env["SOCLE_REFERENCE"] ?? "../shared/reference",
    "survey/large/results.json",
  );
  if (peer === undefined || !existsSync(path)) return null;
  const { timings } = JSON.parse(readFileSync(path, "utf8"));
  return peer.reduce((sum, name) => sum + 1000 * timings[name].cpu_seconds, 0);
}

async function run(rows: number, repeats: number, only: readonly string[] | null): Promise<void> {
  const folder = mkdtempSync(resolve(tmpdir(), "survey-"));
  try {
    const prepared = await inChild<object>(import.meta.filename, [
      "--prepare",
      folder,
      "--rows",
      String(rows),
    ]);
    console.log(JSON.stringify({ rows, ...prepared, machine: machine() }));
    console.log(
      "| question | design laid out, ms | first answer, ms | median answer, ms | by the clock, ms | peak memory, first answer, MB | peak memory, all, MB | R, ms | ratio | aim |",
    );
    console.log("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    const line = (what: string, one: Figures, peer: number | null, aim: string) =>
      console.log(
        `| ${what} | ${shown(one.layout)} | ${shown(one.first)} | ${shown(one.answer)} | ${shown(one.clock)} | ${shown(one.firstMegabytes)} | ${shown(one.megabytes)} | ${peer === null ? "" : shown(peer)} | ${peer === null ? "" : shown(one.answer / peer, 3)} | ${aim} |`,
      );
    for (const [name, question] of Object.entries(questions)) {
      if (only !== null && !only.includes(name)) continue;
      const args = ["--measure", name, "--folder", folder, "--repeats", String(repeats)];
      line(
        question.what,
        await inChild<Figures>(import.meta.filename, args),
        rows === 1e6 ? peerOf(question) : null,
        question.aim ?? "",
      );
    }
    if (only !== null && !only.includes("parquet")) return;
    const cold: Figures[] = [];
    for (let turn = 0; turn < repeats; turn++)
      cold.push(await inChild<Figures>(import.meta.filename, ["--measure", "parquet", "--folder", folder]));
    const middle = (pick: (one: Figures) => number) => median(cold.map(pick));
    line(
      "mean by 50 domains, cold from Parquet (engine loaded; first answer: loading counted)",
      {
        layout: middle((one) => one.layout),
        first: middle((one) => one.first),
        answer: middle((one) => one.answer),
        clock: middle((one) => one.clock),
        firstMegabytes: middle((one) => one.firstMegabytes),
        megabytes: middle((one) => one.megabytes),
      },
      rows === 1e6 ? peerOf(questions["domains"]!) : null,
      "300 ms",
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const folder = option("folder");
const name = option("measure");
const prepare = option("prepare");
const rows = Number(option("rows") ?? 1e6);
const repeats = Number(option("repeats") ?? 7);
if (prepare !== null) {
  const data = surveyData(rows);
  writeColumns(prepare, data);
  await writeParquet(prepare, data);
  console.log(JSON.stringify(checkSums(data)));
} else if (name === "parquet" && folder !== null) console.log(JSON.stringify(await measureParquet(folder)));
else if (name !== null && folder !== null)
  console.log(JSON.stringify(measure(folder, questions[name]!, repeats)));
else await run(rows, repeats, option("only")?.split(",") ?? null);
