// The share of one cause divided among its indicators, or among the parts of a definition.

import { seededRandom } from "#kernel";
import { type PartPlan, planParts, shapleyWithin } from "#statistics";
import type { DefinitionPart } from "./definition-parts.ts";
import type { PairedObservations, Side } from "./hybrid-grid.ts";
import { type Mixer, type Mixture, pickOf } from "./mixture.ts";
import type { ChangeCause, DividedCause, DividedShares } from "./run-comparison.ts";

const usualMostMixtures = 2_000;
const mostPairs = 100;
/** One seed for all: a comparison asked for again gives the same figures. */
const seed = 42;

export type Division = {
  readonly cause: DividedCause;
  readonly player: number;
  readonly parts: readonly string[];
};

/** The parts of the cause that is to be divided; `null` where none is, or it has no share. */
export function dividedInto(
  cause: DividedCause | undefined,
  causes: readonly ChangeCause[],
  paired: PairedObservations,
  parts: readonly DefinitionPart[],
): Division | null {
  if (cause === undefined || !causes.includes(cause)) return null;
  const into = cause === "values" ? paired.changed.map(({ series }) => series) : parts;
  return { cause, player: causes.indexOf(cause), parts: into };
}

type Divided = {
  readonly shares: readonly Float64Array[];
  readonly mixtures: number;
  told(areas: number): DividedShares;
};

/** The share of one cause among its parts; the mixtures it needs are computed one at a time. */
export function* divideShare(
  { cause, player, parts }: Division,
  causes: readonly ChangeCause[],
  mixer: Mixer,
  worths: readonly Float64Array[],
  worth: (mixture: Mixture) => Float64Array,
  mostMixtures = usualMostMixtures,
): Generator<void, Divided> {
  const plan = planFor(parts.length, causes.length, mostMixtures);
  const all = (1n << BigInt(parts.length)) - 1n;
  const known = new Map<string, Float64Array>();
  for (let coalition = 0; coalition < worths.length; coalition++) {
    if (coalition & (1 << player)) continue;
    for (const set of plan.sets) {
      const key = `${coalition}/${set}`;
      if (set === 0n) known.set(key, worths[coalition]!);
      else if (set === all) known.set(key, worths[coalition | (1 << player)]!);
      else {
        const pick = pickOf(causes, coalition);
        const side = (part: string): Side => {
          const at = parts.indexOf(part);
          return at >= 0 && (set >> BigInt(at)) & 1n ? 1 : 0;
        };
        known.set(
          key,
          worth(mixer(cause === "values" ? { ...pick, values: side } : { ...pick, part: side })),
        );
        yield;
      }
    }
  }
  const found = shapleyWithin(
    causes.length,
    player,
    plan,
    (coalition, set) => known.get(`${coalition}/${set}`)!,
  );
  return {
    shares: found.shares,
    mixtures: known.size - 2 ** causes.length,
    told: (areas) => ({
      cause,
      parts,
      places: found.shares.map((share) => placesMoved(share, areas)),
      drawn: plan.orders && {
        orders: plan.orders.length,
        largestError: Math.max(...found.errors!.flatMap((error) => [...error.subarray(0, areas)])),
      },
    }),
  };
}

function planFor(parts: number, causes: number, mostMixtures: number): PartPlan {
  const ofPair = 2 ** (causes - 1) * 2 * parts;
  const pairs = Math.min(mostPairs, Math.floor(mostMixtures / ofPair));
  return planParts(parts, pairs, seededRandom(seed));
}

/** Places moved by a share, up or down, over the first so many figures. */
export const placesMoved = (share: Float64Array, areas: number): number =>
  share.subarray(0, areas).reduce((sum, places) => sum + Math.abs(places), 0);
