import { permission } from "#access";
import type { Actor, StudyFile, StudyVariable } from "#records";
import type { Effects } from "../../effects.ts";
import type { RouteReply } from "../../use-case.ts";
import { isNewestPublished, type ReadableEdition } from "../visible-studies.ts";
import { type OpenCount, openCounts, weightOf } from "./open-counts.ts";

type Statistics = NonNullable<RouteReply<"studyVariable">["statistics"]>;

/** What answers to a variable come to is rounded to this for who may not see the rows, where it is no table's cell. */
const roundedCases = 10;
const roundedDigits = 3;
/** A list of more is a file, not a frequency table. */
const mostCategories = 500;

/**
 * How a variable was answered. Identifiers, designs and open answers have no statistics. Whoever may not see the rows
 * gets no small count and nothing that gives one back: of variables opened for tables the cells of the tables; of
 * others, which nothing binds to those tables but the persons in both, shares to the percent; of numbers mean and
 * spread to three digits; and all of it of the newest published edition alone, since two that differ by a few rows
 * would give those rows away.
 *
 * @returns null where there are none to show
 */
export async function variableStatistics(
  effects: Effects,
  actor: Actor,
  readable: ReadableEdition,
  file: StudyFile,
  variable: StudyVariable,
): Promise<Statistics | null> {
  const tier = readable.study.access.tables;
  if (!readable.seesRows && !permission(actor, "study.tabulate", { tier }).ok) return null;
  if (!readable.seesRows && !(await isNewestPublished(effects, actor, readable))) return null;
  if (variable.kind === "categorical") return ofCategories(effects, actor, readable, file, variable);
  if (variable.kind === "numeric") return ofNumbers(effects, readable, file, variable);
  return null;
}

const none = { code: null, cases: 0, weighted: 0, withheld: false } satisfies OpenCount;

async function ofCategories(
  effects: Effects,
  actor: Actor,
  readable: ReadableEdition,
  file: StudyFile,
  variable: StudyVariable,
): Promise<Statistics | null> {
  const counts = await openCounts(effects, actor, readable, file, variable);
  if (counts.length > mostCategories) return null;
  const known = new Map(variable.categories.map((category) => [category.code, category]));
  const isAnswer = ({ code }: OpenCount) => code !== null && (known.get(code)?.missing ?? null) === null;
  const isRounded = !readable.seesRows && !variable.forTables;
  const answers = counts.filter(isAnswer);
  const answered = sumOf(answers.map(({ cases }) => cases));
  const base = sumOf(answers.map(({ weighted }) => weighted));
  const listed = [
    ...variable.categories.map(({ code }) => counts.find((one) => one.code === code) ?? { ...none, code }),
    ...counts.filter(({ code }) => code === null || !known.has(code)),
  ];
  return {
    rows: file.rows,
    // With a withheld answer the number of all answers is one more sum that could give it back.
    answered: isRounded
      ? roundedTo(answered, roundedCases)
      : answers.some(({ withheld }) => withheld)
        ? null
        : answered,
    mean: null,
    standardDeviation: null,
    categories: listed.map((one) => {
      const category = one.code === null ? undefined : known.get(one.code);
      const share = !isAnswer(one) || one.withheld || base === 0 ? null : one.weighted / base;
      return {
        code: one.code,
        label: category?.label ?? null,
        missing: category?.missing ?? (one.code === null ? "missing" : null),
        cases: one.withheld || (isRounded && one.cases > 0) ? null : one.cases,
        share: share === null || !isRounded ? share : Math.round(share * 100) / 100,
      };
    }),
  };
}

async function ofNumbers(
  effects: Effects,
  { edition, seesRows }: ReadableEdition,
  file: StudyFile,
  variable: StudyVariable,
): Promise<Statistics> {
  const weight = weightOf(file);
  const columns = await effects.store.microdata.columns(file.data, [
    variable.name,
    ...(typeof weight === "string" && weight !== variable.name ? [weight] : []),
  ]);
  const cells = columns.get(variable.name) ?? [];
  const weights = typeof weight === "string" ? columns.get(weight) : undefined;
  const codes = new Map(variable.categories.map(({ code }) => [code, 0]));
  let [answered, empty, sum, mean, squares] = [0, 0, 0, 0, 0];
  for (let row = 0; row < file.rows; row++) {
    const cell = cells[row] ?? null;
    const text = cell === null || Number.isNaN(cell) ? null : String(cell);
    const value = text === null || text.trim() === "" ? Number.NaN : Number(text);
    const code = text === null ? undefined : codes.get(text);
    if (text !== null && code !== undefined) codes.set(text, code + 1);
    else if (Number.isNaN(value)) empty += 1;
    else {
      const w = weights === undefined ? 1 : Number(weights[row]);
      answered += 1;
      if (!(w > 0)) continue;
      // Welford's recurrence with weights: no sum of squares that swallows the spread.
      sum += w;
      const from = value - mean;
      mean += (w / sum) * from;
      squares += w * from * (value - mean);
    }
  }
  const hasFew = !seesRows && answered < edition.minimumCases;
  const shown = (value: number) =>
    sum === 0 || hasFew ? null : seesRows ? value : Number(value.toPrecision(roundedDigits));
  const cases = (count: number) => (seesRows || count === 0 ? count : null);
  return {
    rows: file.rows,
    answered: seesRows ? answered : roundedTo(answered, roundedCases),
    mean: shown(mean),
    standardDeviation: shown(Math.sqrt(squares / sum)),
    categories: [
      ...variable.categories.map(({ code, label, missing }) => ({
        ...{ code, label, missing: missing ?? "missing" },
        cases: cases(codes.get(code) ?? 0),
        share: null,
      })),
      ...(empty > 0
        ? [{ code: null, label: null, missing: "missing" as const, cases: cases(empty), share: null }]
        : []),
    ],
  };
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const roundedTo = (value: number, step: number): number => Math.round(value / step) * step;
