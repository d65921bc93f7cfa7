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
  /** Sensitive cells that stand proven against all tables of their own layer, not against two layers at once. */
  readonly apart: ReadonlySet<number>;
};

/** Above this share of sensitive cells the witness over respondents is only reported: it asks for too much. */
const mostToRepair = 0.03;
/** With so few different respondents it is always asked for: it takes no time, and the cells are dense. */
const fewTypes = 1500;
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
  const apart = new Set<number>();

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
      const sensitive = found.determined.filter((at) => pattern[at] === small && !apart.has(at));
      if (sensitive.length === 0 || !complements || round > most || isTooMuch(sensitive.length)) return found;
      const closing: BlockFinder = (at) => closingOf(lattice, pattern, at, 8 * 2 ** Math.min(round, 20));
      let touched = sensitive.flatMap((at) => freed(pattern, [blockOf, closing, swapOf], at));
      if (touched.length === 0 && lattice.layers > 1 && lattice.types > fewTypes) {
        // Who lacks a value in a cell where nobody else does cannot change places with others.
        const single = auditTables(lattice, pattern, seed + rounds, () => onward(8, 10), true);
        if (single === null) return null;
        const bare = new Set(single.determined);
        const known = apart.size;
        for (const at of sensitive) if (!bare.has(at)) apart.add(at);
        if (apart.size > known) continue;
      }
      if (touched.length === 0)
        touched = sensitive.flatMap((at) =>
          withhold(pattern, nearestOpen(lattice, pattern, at, 2 ** Math.min(round - 1, 20))),
        );
      if (touched.length === 0) return found;
      addComplements(lattice, pattern, touched, mayShowTogether);
    }
  };

  const overTables = settle(auditTables, mostRounds.tables, () => false);
  if (overTables === null) return null;
  const smalls = pattern.reduce((sum, state) => sum + (state === small ? 1 : 0), 0);
  const isFew = lattice.types <= fewTypes;
  const respondents = settle(
    auditRespondents,
    isFew ? mostRounds.tables : mostRounds.respondents,
    (sensitive) => !isFew && sensitive > Math.max(25, lattice.layers > 1 ? 0 : mostToRepair * smalls),
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
    apart,
  };
}

/** Withholds what frees a cell: the rest of its cheapest block, or what an exchange of two respondents needs. */
function freed(pattern: Pattern, finders: readonly BlockFinder[], found: number): readonly number[] {
  for (const finder of finders) {
    const classes = finder(found);
    if (classes !== null && classes.length > 0) return withhold(pattern, classes);
  }
  return [];
}

function withhold(pattern: Pattern, classes: readonly number[]): readonly number[] {
  const fresh = [...new Set(classes)].filter((found) => pattern[found] === shown);
  for (const found of fresh) pattern[found] = complement;
  return fresh;
}

/** Open cells with few cases to which few sums lead: where nothing better is found, twice as many in each round. */
function nearestOpen(
  { sums, sumsOf, costs }: Lattice,
  pattern: Pattern,
  start: number,
  most: number,
): readonly number[] {
  const known = new Set([start]);
  const found: number[] = [];
  let edge = [start];
  while (edge.length > 0 && found.length < most) {
    const next: number[] = [];
    const look = (at: number) => {
      if (known.has(at)) return;
      known.add(at);
      next.push(at);
    };
    for (const from of edge)
      for (let at = sumsOf.from[from]!; at < sumsOf.from[from + 1]!; at++) {
        const sum = sumsOf.sums[at]!;
        look(sums.margin[sum]!);
        for (let part = sums.from[sum]!; part < sums.from[sum + 1]!; part++) look(sums.parts[part]!);
      }
    const open = next.filter((at) => pattern[at] === shown);
    open.sort((one, two) => costs[one]! - costs[two]! || one - two);
    found.push(...open.slice(0, most - found.length));
    edge = next;
  }
  return found;
}

/**
 * Of a cell of the finest crosses: open cells of its own table that are no margins, those first that cost the
 * least. Margins serve many tables; a table that can hardly be shown is closed before they are.
 */
function closingOf(
  { tables, cells, members, classOf, crossed, costs }: Lattice,
  pattern: Pattern,
  found: number,
  most: number,
): readonly number[] | null {
  const finest = tables.at(-1)!.dimensions.length;
  if (crossed[found] !== finest) return null;
  const first = members[found]![0]!;
  const layer = Math.floor(first / cells);
  const { start, keys } = tables.findLast((table) => table.start <= first % cells)!;
  const open: number[] = [];
  for (const at of keys.keys()) {
    const other = classOf[layer * cells + start + at]!;
    if (other >= 0 && pattern[other] === shown && crossed[other] === finest) open.push(other);
  }
  open.sort((one, two) => costs[one]! - costs[two]! || one - two);
  return open.length === 0 ? null : open.slice(0, most);
}
