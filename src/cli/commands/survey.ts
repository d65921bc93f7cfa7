// Estimates from survey data at the command line; touches no store.

import { dirname, resolve } from "node:path";
import { ok } from "#kernel";
import { codeVersion } from "../code-version.ts";
import type { CommandLine } from "../command-line.ts";
import { bytesOf } from "../given-files.ts";
import { columns } from "../print.ts";

type Row = Readonly<Record<string, unknown>>;

/** Fields in the order of the table; a column that no row fills is not printed. */
const printed: readonly (readonly [field: string, title: string])[] = [
  ["part", "part"],
  ["variable", "variable"],
  ["level", "level"],
  ["denominator", "over"],
  ["probability", "p"],
  ["term", "term"],
  ["measure", "measure"],
  ["estimate", "estimate"],
  ["standardError", "std. error"],
  ["low", "low"],
  ["high", "high"],
  ["designEffect", "deff"],
  ["statistic", "statistic"],
  ["degreesOfFreedom", "d. f."],
  ["pValue", "p-value"],
  ["threshold", "threshold"],
  ["sum", "sum"],
  ["scale", "scale"],
  ["nrep", "replicates"],
  ["n", "n"],
  ["missing", "missing"],
  ["reason", "reason"],
];

function shown(value: unknown): string {
  if (value === undefined || value === null) return "-";
  if (typeof value !== "number") return Array.isArray(value) ? value.map(shown).join(", ") : String(value);
  if (!Number.isFinite(value)) return "-";
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(6)));
}

function tableOf(rows: readonly Row[]): string {
  const groups = [...new Set(rows.flatMap((row) => Object.keys(row["group"] as object)))];
  const fields = printed.filter(([field]) => rows.some((row) => row[field] !== undefined));
  return columns([
    [...groups, ...fields.map(([, title]) => title)],
    ...rows.map((row) => [
      ...groups.map((name) => shown((row["group"] as Row)[name])),
      ...fields.map(([field]) => shown(row[field])),
    ]),
  ]);
}

export const surveyEstimateCommand: CommandLine = {
  name: "survey estimate",
  summary: "Estimates and their errors from survey data; touches no store",
  operands: ["REQUEST.json"],
  options: {},
  examples: ["socle survey estimate request.json", "socle survey estimate request.json --json > answer.json"],
  async run(given, work) {
    const [path = ""] = given.positionals;
    const request = await bytesOf(path);
    if (!request.ok) return request;
    const { estimateSurveyFile } = await import("#app");
    const answer = await estimateSurveyFile(
      { text: new TextDecoder().decode(request.value), file: path },
      { path: (name) => resolve(dirname(path), name), bytes: bytesOf },
      codeVersion,
      work,
    );
    if (!answer.ok) return answer;
    const { estimates, notes } = answer.value;
    return ok({
      json: answer.value,
      text: [
        ...estimates.map(({ id, rows }) => `${id}\n${tableOf(rows as readonly Row[])}\n`),
        ...notes.map(({ message }) => `Note: ${message}`),
      ]
        .join("\n")
        .trimEnd(),
    });
  },
};
