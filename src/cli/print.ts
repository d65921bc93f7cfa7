// Answers in words for people; programs take `--json`.

import type { Problem } from "#kernel";
import type { TraceNode } from "#records";

/** Columns as wide as their longest cell; numbers are given right-aligned by the caller's padding. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows)
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, cell.length);
  return rows
    .map((row) =>
      row
        .map((cell, i) => (i === row.length - 1 ? cell : cell.padEnd(widths[i]!)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** The words of a passage without the line breaks of its page. */
export const onOneLine = (text: string): string => text.replace(/\s+/g, " ");

const place = ({ at }: Problem): string => {
  if (!at) return "";
  const parts = [
    at.file,
    at.sheet && `sheet ${at.sheet}`,
    at.page !== undefined && `page ${at.page}`,
    at.row !== undefined && `row ${at.row}`,
    at.column && `column ${at.column}`,
    at.line !== undefined && `line ${at.line}`,
    at.field,
  ].filter(Boolean);
  return parts.length > 0 ? ` (${parts.join(", ")})` : "";
};

export const problemLines = (problems: readonly Problem[]): string =>
  problems.map((problem) => `${problem.code}${place(problem)}\n  ${problem.message}`).join("\n");

type RunForPrint = {
  readonly scores: readonly {
    readonly area: string;
    readonly node: string;
    readonly period: string | null;
    readonly score: number | null;
    readonly rank: number | null;
    readonly n: number;
    readonly expected: number;
    readonly reason: string | null;
  }[];
  readonly countryGroups: readonly {
    readonly area: string;
    readonly node: string;
    readonly period: string | null;
    readonly group: string;
    readonly flag: string | null;
  }[];
  readonly dropped: readonly { readonly indicator: string; readonly reason: string }[];
  readonly flags: readonly string[];
  readonly withoutScale?: readonly { readonly indicator: string; readonly reason: string }[];
  readonly cells?: readonly { readonly step: string; readonly after: number | null }[];
  readonly leftOut?: readonly { readonly area: string; readonly reason: string }[];
  readonly areaNotes?: readonly {
    readonly area: string;
    readonly note: string;
    readonly successors: readonly string[];
  }[];
  readonly definition: { readonly id: string; readonly version: string; readonly reconstruction: boolean };
};

/** How many cells each step filled, changed or emptied. */
function cellNotes(cells: NonNullable<RunForPrint["cells"]>): readonly string[] {
  const counts = new Map<string, number>();
  for (const { step, after } of cells) {
    const what =
      after === null ? `emptied by ${step}` : step === "imputation" ? "imputed" : `changed by ${step}`;
    counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  return [...counts].map(([what, count]) => `Cells ${what}: ${count}; --json lists them.`);
}

/** The index itself by rank, with country groups; the parts stand in the JSON. */
export function scoreTable(run: RunForPrint): string {
  const top = run.scores[0]?.node;
  const group = new Map(
    run.countryGroups
      .filter((g) => g.node === top)
      .map((g) => [`${g.area}/${g.period}`, g.flag ? `${g.group} (${g.flag})` : g.group]),
  );
  const rows = run.scores
    .filter((score) => score.node === top)
    .sort(
      (a, b) =>
        (a.period ?? "").localeCompare(b.period ?? "") ||
        (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER),
    )
    .map((s) => [
      s.area,
      s.period ?? "",
      s.rank === null ? "-" : String(s.rank),
      s.score === null ? (s.reason ?? "no score") : s.score.toFixed(4),
      `${s.n} of ${s.expected}`,
      group.get(`${s.area}/${s.period}`) ?? "",
    ]);
  const notes = [
    ...(run.definition.reconstruction ? ["The definition is a reconstruction."] : []),
    ...run.dropped.map(({ indicator, reason }) => `Dropped: ${indicator} (${reason}).`),
    ...(run.withoutScale ?? []).map(({ indicator, reason }) => `Without a scale: ${indicator} (${reason}).`),
    ...(run.leftOut ?? []).map(({ area, reason }) => `Left out: ${area} (${reason}).`),
    ...cellNotes(run.cells ?? []),
    ...(run.areaNotes ?? []).map(
      ({ area, note, successors }) =>
        `Area ${area}: ${note}${successors.length > 0 ? `, followed by ${successors.join(", ")}` : ""}.`,
    ),
    ...run.flags.map((flag) => `Flag: ${flag}.`),
  ];
  const title = `${run.definition.id}, version ${run.definition.version}`;
  return [
    title,
    columns([["area", "period", "rank", "score", "indicators", "country group"], ...rows]),
    ...notes,
  ].join("\n");
}

/** A path as an indented tree, the figure first and the sources last. */
export function traceLines(node: TraceNode, depth = 0): string {
  const indent = "  ".repeat(depth);
  const locator = node.source?.locator;
  const where = !locator
    ? ""
    : "row" in locator
      ? `, row ${locator.row}, column ${locator.column}`
      : `, ${locator.page === null ? "" : `page ${locator.page}, `}characters ${locator.spans.map(([a, b]) => `${a}-${b}`).join(", ")}`;
  // Figures and sentences have a value; of the rest the same field tells origin, hash or version.
  const isValue = ["score", "observation", "passage", "ratification"].includes(node.kind);
  const value = node.value === null ? "" : isValue ? ` = ${node.value}` : ` (${node.value})`;
  const given = node.contribution;
  const part =
    given?.value == null
      ? ""
      : `\n${indent}  counts as ${given.value}${given.range ? ` between ${given.range.join(" and ")}` : ""}${given.weight === null ? "" : `, weight ${given.weight}`}`;
  const steps = (given?.steps ?? [])
    .map(({ step, rule, value: after }) => `\n${indent}  ${step} (${rule}): ${after ?? "no value"}`)
    .join("");
  const formed = node.formedBy
    ? `\n${indent}  formed by ${node.formedBy.method}${node.formedBy.power === undefined ? "" : ` ${node.formedBy.power}`}`
    : "";
  const stretched = node.stretchedFrom
    ? `\n${indent}  stretched from ${node.stretchedFrom.join(" to ")}`
    : "";
  const source = node.source
    ? `\n${indent}  from ${node.source.file}${where}\n${indent}  sha256 ${node.source.sha256}`
    : "";
  return [
    `${indent}${node.label}${value}\n${indent}  ${node.id}${formed}${stretched}${steps}${part}${source}`,
    ...node.inputs.map((input) => traceLines(input, depth + 1)),
  ].join("\n");
}
