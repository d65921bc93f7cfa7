// The decision for all tables of a release, as data: which cell is in which state, and how it was proven. It
// holds no count of any cell, so that it may lie where counts may not.

import { fail, ok, problem, type Result } from "#kernel";
import { crosses } from "./lattice.ts";

/**
 * `open`: may be shown. `empty`: no case, and that may be said. `small`: withheld for its own sake (few cases, or
 * one that dominates), or empty, in or beside a withheld cell. `complement`: withheld for the sake of others.
 * The last two are one word to whoever asks: which of them it is narrows a guess.
 */
export type CellState = "open" | "empty" | "small" | "complement";

export type ProtectedDimension = { readonly name: string; readonly levels: readonly string[] };

/** One audit: a vector from the null space of all open cells, exact modulo a prime. */
export type WitnessFacts = {
  /** Different withheld cells; cells that everybody can see to be the same count once. */
  readonly withheld: number;
  /** Withheld cells that do not move: they could be computed. */
  readonly determined: number;
  readonly unknowns: number;
  readonly equations: number;
  readonly iterations: number;
  readonly prime: number;
};

/** How much of the tables is withheld: cells with cases, and cases counted once for each cell they lie in. */
export type ProtectionExtent = {
  /** `null`: all cases; else those with a value of the quantity. */
  readonly measured: string | null;
  /** How many variables are crossed. */
  readonly order: number;
  readonly cells: number;
  readonly small: number;
  readonly complement: number;
  readonly cases: number;
  readonly casesWithheld: number;
};

export type Protection = {
  readonly method: "disclosure-1";
  readonly minimumCases: number;
  readonly dominancePercent: number | null;
  readonly order: number;
  readonly seed: number;
  readonly dimensions: readonly ProtectedDimension[];
  readonly measured: readonly string[];
  /** States by cross, cell by cell with the last dimension fastest and no answer as the last level, run by run. */
  readonly tables: readonly {
    readonly of: readonly string[];
    readonly measured: string | null;
    readonly states: string;
  }[];
  readonly extent: readonly ProtectionExtent[];
  readonly witness: {
    readonly rounds: number;
    readonly reopened: number;
    /**
     * Against whoever uses all tables: `determined` is 0, save for `apart` cells of respondents who lack a value
     * where nobody else does. Those are proven against all tables of one layer, not of two layers together.
     */
    readonly tables: WitnessFacts & { readonly apart: number };
    /** Against whoever also knows which combinations of all answers occur. Not always reached: `determined`. */
    readonly respondents: WitnessFacts & { readonly sensitiveDetermined: number };
  };
};

/** A cell by level of each of its dimensions; `null` is no answer, and no dimension at all is the total. */
export type CellAddress = Readonly<Record<string, string | null>>;

const letters: Readonly<Record<CellState, string>> = { open: "o", empty: "e", small: "s", complement: "c" };
export const cellStates = Object.keys(letters) as readonly CellState[];

/** `ooosse` becomes `3o2s1e`, with one letter for each state. */
export function runsOfStates(states: readonly CellState[]): string {
  let text = "";
  for (let at = 0; at < states.length; ) {
    let end = at + 1;
    while (end < states.length && states[end] === states[at]) end++;
    text += `${end - at}${letters[states[at]!]}`;
    at = end;
  }
  return text;
}

function statesOfRuns(text: string): Uint8Array | null {
  if (!/^(?:[1-9][0-9]{0,8}[oesc])+$/.test(text)) return null;
  const codes: [number, number][] = [];
  for (const [, count, letter] of text.matchAll(/([0-9]+)([oesc])/g))
    codes.push([Number(count), cellStates.findIndex((state) => letters[state] === letter)]);
  const size = codes.reduce((sum, [count]) => sum + count, 0);
  if (size > 50_000_000) return null;
  const states = new Uint8Array(size);
  let at = 0;
  for (const [count, code] of codes) {
    states.fill(code, at, at + count);
    at += count;
  }
  return states;
}

/**
 * How each cell of each table stands, by name of its levels.
 *
 * @param protection as `protectTables` made it or `readProtection` read it
 * @returns a function from a cell, and the quantity measured in it where there is one, to its state; `null`
 *   for what was not decided on: a variable or level that is not known, or a cross of more variables than
 *   were protected. What was not decided on is not to be shown.
 * @limits The state of a cell is about its count and all sums over it; of a statistic that is no sum, such as
 *   a median, it says that enough cases stand behind it.
 * @source Hundepool et al. (2012), Statistical Disclosure Control, chapter 4
 * @example
 * stateOfCells(protectTables({ rows: 9, dimensions: [{ name: "sex", levels: ["f", "m"] }], codes: [Int32Array.of(0, 0, 0, 0, 0, 0, 0, 1, 1)], minimumCases: 5, order: 3, seed: 1 }).value)({ sex: "m" }) // => "small"
 */
export function stateOfCells(
  protection: Protection,
): (cell: CellAddress, measured?: string | null) => CellState | null {
  const levels = new Map(
    protection.dimensions.map(({ name, levels: names }) => [
      name,
      new Map<string | null, number>([
        ...names.map((level, at) => [level, at] as const),
        [null, names.length],
      ]),
    ]),
  );
  const tables = new Map(
    protection.tables.map((table) => [JSON.stringify([table.measured, ...table.of]), table]),
  );
  const read = new Map<string, Uint8Array | null>();
  const order = protection.dimensions.map(({ name }) => name);
  return (cell, measured = null) => {
    const of = order.filter((name) => Object.hasOwn(cell, name));
    if (of.length !== Object.keys(cell).length) return null;
    const name = JSON.stringify([measured, ...of]);
    const table = tables.get(name);
    if (table === undefined) return null;
    if (!read.has(name)) read.set(name, statesOfRuns(table.states));
    let key = 0;
    for (const d of of) {
      const known = levels.get(d)!;
      const code = known.get(cell[d]!);
      if (code === undefined) return null;
      key = key * known.size + code;
    }
    return cellStates[read.get(name)?.[key] ?? -1] ?? null;
  };
}

/**
 * A protection as text, to be stored beside the data it was made for.
 *
 * @param protection as `protectTables` made it
 * @returns JSON; the same protection gives the same text
 * @limits Whoever reads it learns which cells were small and which complements: it is not for publication.
 * @source Hundepool et al. (2012), Statistical Disclosure Control, chapter 4
 * @example
 * protectionToJson(protectTables({ rows: 0, dimensions: [], codes: [], minimumCases: 5, order: 3, seed: 1 }).value).slice(0, 24) // => "{\"method\":\"disclosure-1\""
 */
export function protectionToJson(protection: Protection): string {
  return JSON.stringify(protection);
}

/**
 * Reads a stored protection back, and holds it against its own dimensions: a table that is missing or cut short
 * would otherwise be found out in the middle of an answer.
 *
 * @param text as `protectionToJson` wrote it
 * @returns the protection, or the problem `statistics.protection-unreadable`
 * @limits It is not compared with the rows it was made from: keep both under one checksum.
 * @source Hundepool et al. (2012), Statistical Disclosure Control, chapter 4
 * @example
 * readProtection("{}").ok // => false
 */
export function readProtection(text: string): Result<Protection> {
  const wrong = (why: string) =>
    fail(
      problem(
        "statistics.protection-unreadable",
        `The stored protection of tables cannot be read: ${why}. Without it no table may be shown; compute it anew from the rows.`,
      ),
    );
  let read: Protection;
  try {
    read = JSON.parse(text) as Protection;
  } catch {
    return wrong("it is no JSON");
  }
  if (read?.method !== "disclosure-1") return wrong('its method is not "disclosure-1"');
  if (![read.dimensions, read.measured, read.tables, read.extent].every(Array.isArray))
    return wrong("a list is missing");
  if (!(read.order >= 0 && read.order <= 3) || typeof read.witness?.rounds !== "number")
    return wrong("order or witness is missing");
  const sizes = new Map(read.dimensions.map(({ name, levels }) => [name, levels.length + 1]));
  const expected = [null, ...read.measured].flatMap((measured) =>
    crosses(read.dimensions.length, read.order).map((cross) => ({
      measured,
      of: cross.map((d) => read.dimensions[d]!.name),
    })),
  );
  if (expected.length !== read.tables.length) return wrong("tables are missing");
  for (const [at, { measured, of }] of expected.entries()) {
    const table = read.tables[at]!;
    const size = of.reduce((product, name) => product * sizes.get(name)!, 1);
    if (table.measured !== measured || JSON.stringify(table.of) !== JSON.stringify(of))
      return wrong(`table ${at + 1} is not that of ${of.join(" by ") || "the total"}`);
    if (statesOfRuns(table.states)?.length !== size)
      return wrong(`the table of ${of.join(" by ") || "the total"} does not have ${size} cells`);
  }
  return ok(read);
}
