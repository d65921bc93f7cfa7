// From sensitive cells to the whole pattern: complements, then witness and repair until nothing that is
// sensitive can be computed.

import { type BlockFinder, blockFinder } from "./blocks.ts";
import { addComplements, complement, type Pattern, shown, small } from "./complements.ts";
import type { Lattice } from "./lattice.ts";
import type { SensitiveCells } from "./sensitive-cells.ts";
import { swapFinder } from "./swaps.ts";
import { type Audit, auditRespondents, auditTables } from "./witness.ts";

export type PatternWishes = {
  readonly levels: readonly number[];
  readonly order: number;
  readonly seed: number;
  /** Classes that were withheld at an earlier time and stay so. */
  readonly earlier: readonly number[];
  /** Whether complements are added at all; a test shows what happens without. */
  readonly complements: boolean;
  readonly onward: (done: number, total: number) => boolean;
};

export type WithheldPattern = {
  readonly pattern: Pattern;
  readonly rounds: number;
  /** Complements that were opened again, since they told nothing that open cells did not tell. */
  readonly reopened: number;
  readonly tables: Audit;
  readonly respondents: Audit;
};

/** Above this share of sensitive cells the witness over respondents is only reported: it asks for too much. */
const mostToRepair = 0.03;
/** Rounds for each of the two witnesses; that over tables took 2 on all real files that were tried. */
const mostRounds = { tables: 40, respondents: 4 };

/** @returns `null` when stopped */
export function withheldPattern(
  lattice: Lattice,
  { isSensitive, mayShowTogether }: SensitiveCells,
  { levels, order, seed, earlier, complements, onward }: PatternWishes,
): WithheldPattern | null {
  const pattern: Pattern = new Uint8Array(lattice.classes);
  for (let found = 0; found < lattice.classes; found++) if (isSensitive(found)) pattern[found] = small;
  for (const found of earlier) if (pattern[found] === shown) pattern[found] = complement;
  const first = Array.from(pattern.keys()).filter((found) => pattern[found] !== shown);
  if (complements) addComplements(lattice, pattern, first, mayShowTogether);
  const blockOf = blockFinder(lattice, pattern, levels, order);
  const swapOf = swapFinder(lattice, pattern, levels);
  let rounds = 0;
  let reopened = 0;

  /** Audits and withholds more until no sensitive cell is determined, or the witness asks for too much. */
  const settle = (
    audit: typeof auditTables,
    most: number,
    isTooMuch: (sensitive: number) => boolean,
  ): Audit | null => {
    for (let round = 1; ; round++) {
      const found = audit(lattice, pattern, seed + rounds, (done, all) =>
        onward(Math.min(8, rounds + done / (all + 1)), 10),
      );
      if (found === null) return null;
      rounds++;
      const sensitive = found.determined.filter((at) => pattern[at] === small);
      if (sensitive.length === 0 || !complements || round > most || isTooMuch(sensitive.length)) return found;
      const touched = sensitive.flatMap((at) => freed(lattice, pattern, blockOf, swapOf, at));
      if (touched.length === 0) return found;
      addComplements(lattice, pattern, touched, mayShowTogether);
    }
  };

  const overTables = settle(auditTables, mostRounds.tables, () => false);
  if (overTables === null) return null;
  const smalls = pattern.reduce((sum, state) => sum + (state === small ? 1 : 0), 0);
  const respondents = settle(
    auditRespondents,
    mostRounds.respondents,
    (sensitive) => sensitive > Math.max(25, mostToRepair * smalls),
  );
  if (respondents === null) return null;
  const last = auditTables(lattice, pattern, seed + rounds, (done, all) => onward(9 + done / (all + 1), 10));
  if (last === null) return null;
  const stays = new Set(earlier);
  const open = (list: readonly number[], mayOpen: (found: number) => boolean) =>
    list.filter((found) => {
      if (pattern[found] !== complement || stays.has(found) || !mayOpen(found)) return false;
      pattern[found] = shown;
      reopened++;
      return true;
    });
  const openedForTables = new Set(complements ? open(last.determined, () => true) : []);
  const without = (audit: Audit, opened: ReadonlySet<number>): Audit => ({
    ...audit,
    determined: audit.determined.filter((found) => !opened.has(found)),
    withheld: audit.withheld - opened.size,
  });
  return {
    pattern,
    rounds,
    reopened,
    tables: without(last, openedForTables),
    respondents: without(respondents, openedForTables),
  };
}

/**
 * Withholds what frees a cell: the rest of its cheapest block; or, where it has none, what an exchange between
 * two respondents needs; or else the open cell with the fewest cases among those that the fewest sums lead to.
 */
function freed(
  lattice: Lattice,
  pattern: Pattern,
  blockOf: BlockFinder,
  swapOf: BlockFinder,
  found: number,
): readonly number[] {
  for (const finder of [blockOf, swapOf]) {
    const classes = finder(found);
    if (classes !== null && classes.length > 0) return withhold(pattern, classes);
  }
  const near = nearestOpen(lattice, pattern, found);
  return near === null ? [] : withhold(pattern, [near]);
}

function withhold(pattern: Pattern, classes: readonly number[]): readonly number[] {
  const fresh = [...new Set(classes)].filter((found) => pattern[found] === shown);
  for (const found of fresh) pattern[found] = complement;
  return fresh;
}

function nearestOpen({ sums, sumsOf, counts }: Lattice, pattern: Pattern, start: number): number | null {
  const known = new Set([start]);
  let edge = [start];
  while (edge.length > 0) {
    const next: number[] = [];
    let best: number | null = null;
    const look = (found: number) => {
      if (known.has(found)) return;
      known.add(found);
      next.push(found);
      if (pattern[found] === shown && (best === null || counts[found]! < counts[best]!)) best = found;
    };
    for (const found of edge)
      for (let at = sumsOf.from[found]!; at < sumsOf.from[found + 1]!; at++) {
        const sum = sumsOf.sums[at]!;
        look(sums.margin[sum]!);
        for (let part = sums.from[sum]!; part < sums.from[sum + 1]!; part++) look(sums.parts[part]!);
      }
    if (best !== null) return best;
    edge = next;
  }
  return null;
}
