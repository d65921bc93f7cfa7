import { ok, type Result } from "#kernel";
import { type IndexDefinition, type IndexRun, runIndex, scoreExplainer } from "#securities";
import type { Store } from "#store";
import type { RouteReply } from "../use-case.ts";
import {
  areaOfGroup,
  groupOf,
  type InputsBySex,
  indicatorsOfOneSex,
  inputsBySex,
  type Sex,
  sexes,
} from "./inputs-by-sex.ts";
import { type IntervalOfRow, intervalsOfRows } from "./row-intervals.ts";

type BySex = RouteReply<"indexBySex">;
type Step = BySex["steps"][number];

/** An index computed for women and men over one release. */
export type ComputedBySex = {
  readonly inputs: InputsBySex;
  readonly definition: IndexDefinition;
  /** Null where no indicator has a breakdown by sex. */
  readonly run: IndexRun | null;
  readonly intervalOf: IntervalOfRow;
};

/** Releases and definitions never change, so the few last asked for are kept. */
const mostKept = 6;
const kept = new WeakMap<Store, Map<string, Promise<Result<ComputedBySex>>>>();

/** The index of women and men over a release. */
export function computedBySex(
  store: Store,
  release: string,
  definition: IndexDefinition,
): Promise<Result<ComputedBySex>> {
  const known = kept.get(store) ?? new Map<string, Promise<Result<ComputedBySex>>>();
  kept.set(store, known);
  const key = `${definition.id}/${definition.version}/${release}`;
  const standing = known.get(key);
  if (standing) return standing;
  const made = compute(store, release, definition).catch((error: unknown) => {
    known.delete(key);
    throw error;
  });
  if (known.size >= mostKept) known.delete(known.keys().next().value!);
  known.set(key, made);
  return made;
}

async function compute(
  store: Store,
  release: string,
  given: IndexDefinition,
): Promise<Result<ComputedBySex>> {
  const definition: IndexDefinition = {
    ...given,
    nodes: given.nodes.filter(({ id }) => !indicatorsOfOneSex.has(id)),
    referenceAreas: given.referenceAreas?.flatMap((one) => sexes.map((sex) => groupOf(one, sex))) ?? null,
  };
  const inputs = await inputsBySex(store, release, definition);
  if (!inputs.ok) return inputs;
  const { bySex, observations } = inputs.value;
  const intervalOf = () => {
    throw new Error("Intervals were asked for where there are no scores.");
  };
  if (bySex.length === 0) return ok({ inputs: inputs.value, definition, run: null, intervalOf });
  const run = runIndex(definition, observations);
  if (!run.ok) return run;
  const intervals = await intervalsOfRows(definition, observations);
  if (!intervals.ok) return intervals;
  return ok({ inputs: inputs.value, definition, run: run.value, intervalOf: intervals.value });
}

/** Scores and ranks of women and men in one period, and for one area the way from raw values to them. */
export function shownBySex(
  { definition, inputs, intervalOf }: ComputedBySex,
  run: IndexRun,
  asked: string | undefined,
  area: string | undefined,
): Pick<BySex, "period" | "periods" | "scores" | "steps"> {
  const periods: readonly (string | null)[] = run.periods.length === 0 ? [null] : run.periods;
  const period = periods.includes(asked ?? null) ? (asked ?? null) : periods.at(-1)!;
  const root = definition.nodes.find(({ parent }) => parent === null)!.id;
  const here = run.scores.filter((score) => score.node === root && score.period === period);
  const of = here.filter(({ rank }) => rank !== null).length;
  return {
    period,
    periods: [...periods],
    scores: here.map(({ area: group, score, rank, n, expected, reason }) => ({
      ...areaOfGroup(group),
      ...{ score, rank, n, expected, reason, of },
      ...intervalOf(group, period),
    })),
    steps: area === undefined ? [] : stepsOf(definition, run, inputs, area, period),
  };
}

/** The way to the score of one area, for women and then for men, each node before what it is made of. */
function stepsOf(
  definition: IndexDefinition,
  run: IndexRun,
  { observations }: InputsBySex,
  area: string,
  period: string | null,
): Step[] {
  const explain = scoreExplainer(definition, run, observations);
  const nodes = new Map(definition.nodes.map((node) => [node.id, node]));
  const walk = (sex: Sex, at: string, weight: number | null): Step[] => {
    const explained = explain({ area: groupOf(area, sex), node: at, period });
    if (!explained.ok) return [];
    const { score, contributions, mean, stretchedFrom, aggregation } = explained.value;
    const node = nodes.get(at)!;
    const own: Step = {
      ...{ sex, node: at, parent: node.parent, title: node.title, role: node.role, weight, mean },
      ...{ isIndicator: false, direction: null, unit: null, observed: null, range: null, trace: null },
      missing: score.reason,
      value: score.score,
      stretchedFrom: rangeOf(stretchedFrom),
      aggregation: aggregation.method,
    };
    return [
      own,
      ...contributions.flatMap((child): Step[] => {
        if (child.kind === "node") return walk(sex, child.node, child.weightUsed);
        const leaf = nodes.get(child.node)!;
        const observation = observations.find(
          (one) => one.indicator === child.node && one.area === groupOf(area, sex) && one.period === period,
        );
        return [
          {
            ...{ sex, node: child.node, parent: at, title: leaf.title, role: null },
            ...{ isIndicator: true, mean: null, stretchedFrom: null, aggregation: null },
            direction: leaf.direction,
            unit: observation?.unit ?? null,
            observed: child.observed,
            missing: child.state === "dropped" ? "dropped" : child.missing,
            range: rangeOf(child.range),
            value: child.value,
            weight: child.weightUsed,
            trace: observation?.id ?? null,
          },
        ];
      }),
    ];
  };
  const root = definition.nodes.find(({ parent }) => parent === null)!.id;
  return sexes.flatMap((sex) => walk(sex, root, null));
}

const rangeOf = (
  range: { readonly minimum: number | null; readonly maximum: number | null } | null,
): [number, number] | null =>
  range === null || range.minimum === null || range.maximum === null ? null : [range.minimum, range.maximum];
