import { failAll, ok, type Problem, problem, type Result } from "#kernel";
import type { Indicator, SourceOfIndicator } from "../catalogue/indicator.ts";
import { coverageOf } from "./coverage.ts";
import { judgeCandidates } from "./judge-candidates.ts";
import type {
  CandidateObservation,
  CellKey,
  ChosenCell,
  JudgedCandidate,
  Selection,
  SelectionFlag,
  SelectionOverride,
  SelectionRule,
} from "./selection-rule.ts";
import { unitProblems } from "./units.ts";

/** What a selection is made of. */
export type SelectionInputs = {
  readonly rule: SelectionRule;
  /** Indicators by id, as the catalogue has them when the selection is made. */
  readonly indicators: ReadonlyMap<string, Indicator>;
  /** Ids of the releases, first those that count first where two give the same figure. */
  readonly releases: readonly string[];
  readonly candidates: readonly CandidateObservation[];
  /** In the order they were made: the last one on a cell stands. */
  readonly overrides: readonly SelectionOverride[];
};

/**
 * The order of sources for an indicator: the rule's, its `*`, the catalogue's, or `null` where none is stated.
 *
 * @example
 * orderFor({ sources: new Map([["X", [{ agency: "ILO", series: null }]]]) }, "X", undefined)[0].agency // => "ILO"
 */
export function orderFor(
  rule: SelectionRule,
  indicator: string,
  known: Indicator | undefined,
): readonly SourceOfIndicator[] | null {
  const named = rule.sources.get(indicator);
  if (named) return named;
  const stated = known && known.sources.length > 0 ? known.sources : null;
  return rule.sources.get("*") ?? stated;
}

/**
 * Every code under which an indicator may stand in a release.
 *
 * @example
 * seriesCodes("X", [{ agency: "ILO", series: "Y" }]) // => ["X", "Y"]
 */
export const seriesCodes = (
  indicator: string,
  order: readonly SourceOfIndicator[] | null,
): readonly string[] => [
  ...new Set([indicator, ...(order ?? []).flatMap(({ series }) => (series === null ? [] : [series]))]),
];

/**
 * The indicators a selection chooses values of: those the rule names, else all it or the catalogue knows.
 *
 * @example
 * chosenIndicators({ indicators: null, sources: new Map([["*", []], ["X", []]]) }, new Map([["Y", {}]]))
 * // => ["Y", "X"]
 */
export const chosenIndicators = (
  rule: SelectionRule,
  indicators: ReadonlyMap<string, Indicator>,
): readonly string[] =>
  rule.indicators ?? [
    ...new Set([...indicators.keys(), ...[...rule.sources.keys()].filter((id) => id !== "*")]),
  ];

const cellName = ({ indicator, area, year, sex }: CellKey): string => `${indicator}/${area}/${year}/${sex}`;

/**
 * Chooses one value, or none, for every indicator, area, reference year and sex that has a candidate.
 *
 * Meaning: nothing is merged, averaged or filled in. A chosen value is an observation of one release, with
 * the year it is of; a cell without one says why, and tells "not applicable" from "missing" as the best
 * source within the window does. A cell whose area has no observation of the indicator at all is not made.
 *
 * @returns the selection, or problems: an order of sources that is not stated where there are several,
 *   a unit that changes within a series or differs between the values of one indicator, an override that
 *   names no candidate
 * @example
 * makeSelection({ rule: { indicators: [], sources: new Map(), coverage: { below: "flag" } }, indicators: new Map(), releases: [], candidates: [], overrides: [] }).ok
 * // => true
 */
export function makeSelection(inputs: SelectionInputs): Result<Selection> {
  const problems: Problem[] = [];
  const cells: ChosenCell[] = [];
  const flags: SelectionFlag[] = [];
  const standing = standingOverrides(inputs.overrides);
  const met = new Set<string>();
  for (const indicator of [...chosenIndicators(inputs.rule, inputs.indicators)].sort()) {
    const order = orderFor(inputs.rule, indicator, inputs.indicators.get(indicator));
    const codes = new Set(seriesCodes(indicator, order));
    const own = inputs.candidates.filter((one) => codes.has(one.indicator));
    const allowed = own.filter(
      (one) =>
        order === null ||
        order.some(({ agency, series }) => agency === one.source && (series ?? indicator) === one.indicator),
    );
    const agencies = [...new Set(own.map(({ source }) => source))].sort();
    if (order === null && agencies.length > 1) {
      problems.push(
        problem(
          "securities.source-order-missing",
          `${indicator} has figures of ${agencies.join(", ")}, and neither the rule nor the catalogue says which comes first. Add "${indicator}": [${agencies.map((one) => `"${one}"`).join(", ")}] to "sources" of the rule, best first.`,
          { field: `sources.${indicator}` },
        ),
      );
      continue;
    }
    const isNamed = inputs.rule.sources.has(indicator) || inputs.rule.indicators?.includes(indicator);
    if (isNamed && own.length === 0)
      flags.push({ code: "no-candidates", indicator, area: null, year: null, detail: [...codes].join(", ") });
    problems.push(...unitProblems.ofSeries(indicator, allowed));
    const made = cellsOf(inputs, indicator, own, order, standing, met);
    problems.push(...unitProblems.ofColumn(indicator, made));
    cells.push(...made);
    flags.push(...flagsOf(indicator, inputs.indicators.get(indicator), made, allowed));
  }
  for (const [name, override] of standing) {
    if (override.take === "rule" || met.has(name)) continue;
    problems.push(
      problem(
        "securities.override-unmet",
        `The decision on ${name.replaceAll("/", ", ")} (${override.reason}) takes ${override.take}, which is none of the candidates of that cell in ${inputs.releases.join(", ")}. Name a candidate of the cell, "none", or "rule".`,
      ),
    );
  }
  if (problems.length > 0) return failAll(problems);
  const covered = coverageOf(inputs.rule, inputs.indicators, cells);
  return ok({ cells: covered.cells, lowCoverage: covered.low, flags });
}

/**
 * All candidates of one cell with what became of each; the same judgement as the selection's own.
 *
 * @example
 * judgedCell(
 *   { rule: { sources: new Map() }, indicators: new Map(), releases: [], candidates: [], overrides: [] },
 *   { indicator: "X", area: "KEN", year: 2020, sex: "T" },
 * ) // => []
 */
export function judgedCell(inputs: SelectionInputs, cell: CellKey): readonly JudgedCandidate[] {
  const order = orderFor(inputs.rule, cell.indicator, inputs.indicators.get(cell.indicator));
  const codes = new Set(seriesCodes(cell.indicator, order));
  const own = inputs.candidates.filter(
    (one) => one.area === cell.area && one.sex === cell.sex && codes.has(one.indicator),
  );
  const override = standingOverrides(inputs.overrides).get(cellName(cell)) ?? null;
  return judgeCandidates(
    inputs.rule,
    { indicator: cell.indicator, reference: cell.year },
    own,
    order,
    inputs.releases,
    override,
  );
}

/** The decision that stands on each cell: the last one made. */
const standingOverrides = (overrides: readonly SelectionOverride[]): ReadonlyMap<string, SelectionOverride> =>
  new Map(overrides.map((one) => [cellName(one), one]));

function cellsOf(
  { rule, releases }: SelectionInputs,
  indicator: string,
  own: readonly CandidateObservation[],
  order: readonly SourceOfIndicator[] | null,
  standing: ReadonlyMap<string, SelectionOverride>,
  met: Set<string>,
): readonly ChosenCell[] {
  const bySeries = new Map<string, CandidateObservation[]>();
  for (const one of own) {
    const key = `${one.area}/${one.sex}`;
    const list = bySeries.get(key);
    if (list) list.push(one);
    else bySeries.set(key, [one]);
  }
  const cells: ChosenCell[] = [];
  for (const key of [...bySeries.keys()].sort()) {
    const candidates = bySeries.get(key)!;
    const { area, sex } = candidates[0]!;
    if (!rule.sexes.includes(sex)) continue;
    for (const year of rule.years) {
      const cell = { indicator, area, year, sex };
      const name = cellName(cell);
      const override = standing.get(name) ?? null;
      const judged = judgeCandidates(
        rule,
        { indicator, reference: year },
        candidates,
        order,
        releases,
        override,
      );
      if (override?.take === "none" || judged.some(({ fate }) => fate === "taken-by-person")) met.add(name);
      cells.push(chosenCell(rule, cell, judged, override));
    }
  }
  return cells;
}

function chosenCell(
  rule: SelectionRule,
  cell: CellKey,
  judged: readonly JudgedCandidate[],
  override: SelectionOverride | null,
): ChosenCell {
  const none = { ...cell, value: null, unit: null, taken: null, candidates: judged.length };
  if (override?.take === "none")
    return { ...none, missing: override.missing ?? "not-stated", why: "none-by-person" };
  const taken = judged.find(({ fate }) => fate === "taken" || fate === "taken-by-person");
  if (taken)
    return {
      ...cell,
      value: taken.value,
      missing: taken.value === null ? (taken.missing ?? "missing") : null,
      unit: taken.unit,
      taken,
      why: taken.fate === "taken" ? "rule" : "person",
      candidates: judged.length,
    };
  // What the best source within the window says of the absence: the nearest year of it, and of two equally
  // near the one the rule prefers. The address decides last, so that the order of candidates never does.
  const silent = judged
    .filter(({ fate }) => fate === "no-value")
    .sort(
      (a, b) =>
        (a.sourcePlace ?? 0) - (b.sourcePlace ?? 0) ||
        Math.abs(a.year - cell.year) - Math.abs(b.year - cell.year) ||
        (a.year - b.year) * (rule.ties === "earlier" ? 1 : -1) ||
        (a.id < b.id ? -1 : 1),
    )[0];
  return silent
    ? { ...none, missing: silent.missing ?? "missing", why: "no-value-in-window" }
    : { ...none, missing: "missing", why: "nothing-in-window" };
}

function flagsOf(
  indicator: string,
  known: Indicator | undefined,
  cells: readonly ChosenCell[],
  candidates: readonly CandidateObservation[],
): readonly SelectionFlag[] {
  const flags: SelectionFlag[] = [];
  const about = (code: SelectionFlag["code"], cell: ChosenCell | null, detail: string) =>
    flags.push({ code, indicator, area: cell?.area ?? null, year: cell?.year ?? null, detail });
  const values = cells.filter(({ value }) => value !== null);
  const units = new Set(values.map(({ unit }) => unit));
  if (units.has(null)) about("unit-not-stated", null, known?.unit ?? "");
  for (const unit of units)
    if (unit !== null && known && unit !== known.unit)
      about("unit-unlike-catalogue", null, `${unit} ≠ ${known.unit}`);
  for (const cell of values)
    if (known?.scale && (cell.value! < known.scale[0] || cell.value! > known.scale[1]))
      about("outside-scale", cell, `${cell.value} (${known.scale.join("–")})`);
  const figures = new Map<string, CandidateObservation>();
  for (const one of candidates) {
    const key = `${one.indicator}/${one.source}/${one.area}/${one.sex}/${one.period}`;
    const other = figures.get(key);
    if (other && other.release !== one.release && other.value !== one.value)
      flags.push({
        code: "releases-differ",
        indicator,
        area: one.area,
        year: null,
        detail: `${one.period}: ${other.release} ${other.value ?? "–"}, ${one.release} ${one.value ?? "–"}`,
      });
    figures.set(key, other ?? one);
  }
  return flags;
}
