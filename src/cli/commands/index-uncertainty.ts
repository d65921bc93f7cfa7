import { fail, failAll, ok, problem, type Result } from "#kernel";
import {
  type Answer,
  type CommandLine,
  type Given,
  number,
  text,
  texts,
  type Work,
} from "../command-line.ts";
import { bytesOf } from "../given-files.ts";
import { columns } from "../print.ts";

export const indexUncertaintyCommand: CommandLine = {
  name: "index uncertainty",
  summary: "How sure the ranks of a run are, or of an index over a data file with its definition",
  operands: ["RUN-OR-FILES..."],
  options: {
    areas: { takes: "text", value: "AREAS.csv", meaning: "With files: groups of areas" },
    replicates: { takes: "number", value: "N", meaning: "Computations for the intervals; 2000 if not said" },
    base: {
      takes: "number",
      value: "N",
      meaning: "Rows of the design for sensitivities; 512 if not said, 0: none",
    },
    seed: { takes: "number", value: "N", meaning: "Another seed; the run's own, or 1 for files" },
    area: {
      takes: "texts",
      value: "CODE",
      meaning: "What the factors make of this area's rank; may be repeated",
    },
  },
  examples: [
    "socle index uncertainty income-security-v1-demo-indicators-1",
    "socle index uncertainty my-index.json data.csv --replicates 10000 --seed 7 --json",
  ],
  async run(given, work) {
    if ((number(given, "replicates") ?? 1) > 100_000 || (number(given, "base") ?? 0) > 100_000)
      return fail(problem("cli.usage", "At most 100,000 replicates, and as many rows for sensitivities."));
    if (given.positionals[0]?.endsWith(".json") && given.positionals.length !== 2)
      return fail(problem("cli.usage", "Over files it takes two: the definition and the data."));
    const found = given.positionals[0]?.endsWith(".json")
      ? await overFiles(given, work)
      : await ofRun(given, work);
    return found.ok ? answerOf(found.value) : found;
  },
};

/** What differs from the standard plan. */
function changesOf(given: Given) {
  const [replicates, base, areas] = [
    number(given, "replicates"),
    number(given, "base"),
    texts(given, "area"),
  ];
  return {
    ...(replicates !== undefined && { replicates: Math.max(1, replicates) }),
    ...(base !== undefined && { base }),
    ...(areas.length > 0 && { areas }),
  };
}

async function overFiles(given: Given, work: Work): Promise<Result<unknown>> {
  const [definition = "", data = ""] = given.positionals;
  const areas = text(given, "areas");
  const read = await Promise.all([definition, data, ...(areas ? [areas] : [])].map(bytesOf));
  const problems = read.flatMap((one) => (one.ok ? [] : one.problems));
  if (problems.length > 0) return failAll(problems);
  const decoded = read.map((one) => (one.ok ? new TextDecoder().decode(one.value) : ""));
  const { analyseIndexFiles } = await import("#app");
  return analyseIndexFiles(
    { text: decoded[0]!, file: definition },
    { text: decoded[1]!, file: data },
    areas ? { text: decoded[2]!, file: areas } : null,
    changesOf(given),
    number(given, "seed") ?? 1,
    work,
  );
}

async function ofRun(given: Given, work: Work): Promise<Result<unknown>> {
  const [run = ""] = given.positionals;
  const seed = number(given, "seed");
  const { workOnStore } = await import("../store-work.ts");
  return workOnStore(
    "index-uncertainty",
    { run, ...(seed !== undefined && { seed }), ...changesOf(given) },
    work,
  );
}

async function answerOf(found: unknown): Promise<Result<Answer>> {
  const { uncertaintyRows } = await import("#app");
  const { ranks, factors, indicators } = uncertaintyRows(found as Parameters<typeof uncertaintyRows>[0]);
  const parts = [ranks, factors, indicators].filter((rows) => rows.length > 0).map(columns);
  return ok({ json: found, text: parts.join("\n\n") });
}
