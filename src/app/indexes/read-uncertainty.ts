import { ok, type Result } from "#kernel";
import type { Actor } from "#records";
import type { RunUncertainty, UncertaintyPlan } from "#securities";
import type { Effects } from "../effects.ts";
import { readableRun } from "../releases/visible-releases.ts";
import type { RouteReply, RouteUseCase, Work } from "../use-case.ts";
import { analyseRun, type KeptUncertainty, runUncertainty, seedOfRun } from "./uncertainty.ts";

/** How sure the ranks of a frozen run are. */
export const runUncertaintyRead: RouteUseCase<"runUncertainty"> = async (effects, actor, input, work) => {
  const readable = await readableRun(effects, actor, input.id);
  if (!readable.ok) return readable;
  const found = await runUncertainty(effects, readable.value.run, work);
  if (!found.ok) return found;
  const shown = shownUncertainty(found.value);
  return ok(input.only === "causes" ? { ...shown, ranks: [], scores: [] } : shown);
};

/** As kept, or computed now where another seed or plan is asked for; that is kept nowhere. */
export async function uncertaintyAtCommandLine(
  effects: Effects,
  actor: Actor,
  id: string,
  {
    seed,
    ...wishes
  }: { readonly seed?: number | undefined } & {
    readonly [K in "replicates" | "base" | "areas"]?: UncertaintyPlan[K] | undefined;
  },
  work: Work,
): Promise<Result<unknown>> {
  const given = Object.entries(wishes).filter(([, value]) => value !== undefined);
  if (seed === undefined && given.length === 0) return runUncertaintyRead(effects, actor, { id }, work);
  const readable = await readableRun(effects, actor, id);
  if (!readable.ok) return readable;
  return analyseRun(
    effects.store,
    readable.value.run,
    Object.fromEntries(given),
    seed ?? seedOfRun(id),
    work,
  );
}

function shownUncertainty({ record, found }: KeptUncertainty): RouteReply<"runUncertainty"> {
  const { factors, ranks, scores, sensitivities, leaveOneOut, recipe: _, ...counts } = found;
  return {
    run: record.run,
    recipe: { ...record.recipe, inputs: [...record.recipe.inputs] },
    plan: record.plan,
    resultSha256: record.resultSha256,
    ...counts,
    factors: [...factors],
    ranks: ranks.map(({ groups, ...rank }) => ({ ...rank, ...(groups && { groups: { ...groups } }) })),
    scores: [...scores],
    sensitivities: sensitivities.map((one) => ({ ...one, factors: [...one.factors] })),
    leaveOneOut: leaveOneOut.map((one) => ({ ...one, most: [...one.most] })),
  };
}

const place = (value: number | null) => (value === null ? "-" : `${value}`);
/** Two decimals, and no 0 with a sign. */
const share = (value: number | null | undefined) =>
  value === null || value === undefined ? "-" : value.toFixed(2).replace(/^-(0\.00)$/, "$1");

/** The ranks of the index in its last period with their intervals, and what moves them, as columns of text. */
export function uncertaintyRows(found: Pick<RunUncertainty, "ranks" | "sensitivities" | "leaveOneOut">): {
  readonly ranks: readonly (readonly string[])[];
  readonly factors: readonly (readonly string[])[];
  readonly indicators: readonly (readonly string[])[];
} {
  const first = found.ranks[0];
  const last = found.ranks.filter(({ node }) => node === first?.node).at(-1)?.period;
  const ranks = found.ranks
    .filter(({ node, period }) => node === first?.node && period === last)
    .sort((a, b) => (a.rank ?? Number.POSITIVE_INFINITY) - (b.rank ?? Number.POSITIVE_INFINITY));
  const [main] = found.sensitivities;
  return {
    ranks: [
      ["area", "rank", "from", "to", "median", "in the top ten"],
      // Without a rank as defined there is nothing for an interval to stand beside.
      ...ranks.map(({ area, rank, low, high, median, topTen }) =>
        rank === null
          ? [area, "-", "-", "-", "-", "-"]
          : [area, ...[rank, low, high, median].map(place), share(topTen)],
      ),
    ],
    factors: main
      ? [
          ["factor", "alone", "from", "to", "with others", "from", "to"],
          ...main.factors.map(({ factor, first: alone, total }) => [
            factor,
            ...[alone?.value, alone?.low, alone?.high, total?.value, total?.low, total?.high].map(share),
          ]),
        ]
      : [],
    indicators: [
      ["left out", "largest shift", "mean shift", "areas moved"],
      ...[...found.leaveOneOut]
        .sort((a, b) => (b.meanShift ?? 0) - (a.meanShift ?? 0))
        .slice(0, 10)
        .map((one) => [one.indicator, place(one.largestShift), share(one.meanShift), `${one.moved}`]),
    ],
  };
}
