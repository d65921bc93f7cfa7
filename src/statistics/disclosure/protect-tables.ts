// One decision for all tables that can be asked for over a set of variables.

import { fail, failAll, ok, problem, type Result } from "#kernel";
import { checkedRequest } from "./checked-request.ts";
import { type Pattern, shown, small } from "./complements.ts";
import { type Lattice, latticeOf } from "./lattice.ts";
import {
  type CellState,
  type Protection,
  type ProtectionExtent,
  runsOfStates,
  stateOfCells,
  type WitnessFacts,
} from "./protection.ts";
import type { ProtectionRequest } from "./protection-request.ts";
import { type SensitiveCells, sensitiveCells } from "./sensitive-cells.ts";
import { withheldPattern } from "./withheld-pattern.ts";
import type { Audit } from "./witness.ts";

/**
 * Which cells of all tables over a set of variables may be shown, decided once, so that every asker meets the
 * same pattern and no series of questions finds a difference.
 *
 * The lattice is every cross of up to `order` of the variables, the total included, and for each measured
 * quantity the same crosses over the rows with a value. Sensitive cells are withheld; then complements, so that
 * no single sum gives one back; then a witness looks for what all open cells together give back, and more is
 * withheld until nothing is. A complement that tells nothing new is opened again at the end.
 *
 * What holds: no linear combination of open cells is a withheld cell, and as withheld cells have cases, no
 * system of equations with the bounds "not negative" pins one either.
 *
 * @param request variables by codes; time grows with rows × crosses and with the square of the withheld cells
 * @returns states of all cells and the facts of the witness; or what is wrong with the request
 * @limits Nothing is said about how wide the interval is that remains for a withheld cell, about guesses with
 *   knowledge from elsewhere, about groups that agree in all of an open cell, or about other files and earlier
 *   versions of the same people, save what `earlier` hands on.
 * @source Cox (1980), JASA 75; Fischetti and Salazar (2001), Management Science 47; Hundepool et al. (2012),
 *   Statistical Disclosure Control, chapter 4; the witness is described in docs/methods/disclosure-control.md
 * @example
 * protectTables({ rows: 9, dimensions: [{ name: "sex", levels: ["f", "m"] }], codes: [Int32Array.of(0, 0, 0, 0, 0, 0, 0, 1, 1)], minimumCases: 5, order: 3, seed: 1 }).value.tables.map(({ states }) => states) // => ["1o", "1c2s"]
 */
export function protectTables(request: ProtectionRequest): Result<Protection> {
  const wrong = checkedRequest(request);
  if (wrong.length > 0) return failAll(wrong);
  return decide(request, true);
}

/** What would be shown if small cells alone were withheld: for tests, which must find that it can be undone. */
export function protectWithoutComplements(request: ProtectionRequest): Result<Protection> {
  return decide(request, false);
}

function decide(request: ProtectionRequest, complements: boolean): Result<Protection> {
  const { rows, dimensions, codes, weights, measured = [], order, seed, minimumCases } = request;
  const levels = dimensions.map((dimension) => dimension.levels.length);
  const values = measured.map((quantity) => quantity.values);
  const lattice = latticeOf({
    levels,
    codes,
    order: Math.min(order, dimensions.length),
    isCase: Uint8Array.from({ length: rows }, (_, row) =>
      weights === undefined || weights[row]! > 0 ? 1 : 0,
    ),
    measured: values,
    minimumCases,
  });
  const dominancePercent = request.dominancePercent ?? null;
  const sensitive = sensitiveCells(lattice, values, minimumCases, dominancePercent);
  const found = withheldPattern(lattice, sensitive, {
    levels,
    order,
    seed,
    earlier: request.earlier === undefined ? [] : withheldEarlier(lattice, request, request.earlier),
    complements,
    onward: request.onward ?? (() => true),
  });
  if (found === null)
    return fail(
      problem(
        "statistics.disclosure-stopped",
        "The protection of the tables was stopped before it was decided which cells are withheld. Half a pattern protects nothing, so none was kept; start it again.",
      ),
    );
  const open = sensitiveOf(found.tables, sensitive, found.apart);
  if (complements && open > 0)
    return fail(
      problem(
        "statistics.disclosure-not-reached",
        `After ${found.rounds} rounds ${open} cells that must not be shown could still be computed from the others. Nothing may be shown of these tables; open fewer variables, or ones with fewer levels.`,
      ),
    );
  return ok({
    method: "disclosure-1",
    minimumCases,
    dominancePercent,
    order,
    seed,
    dimensions: dimensions.map(({ name, levels: names }) => ({ name, levels: [...names] })),
    measured: measured.map(({ name }) => name),
    tables: tablesOf(lattice, found.pattern, request),
    extent: extentOf(lattice, found.pattern, request),
    witness: {
      rounds: found.rounds,
      reopened: found.reopened,
      tables: { ...factsOf(found.tables), apart: found.apart.size },
      respondents: {
        ...factsOf(found.respondents),
        sensitiveDetermined: sensitiveOf(found.respondents, sensitive),
      },
    },
  });
}

const sensitiveOf = (
  { determined }: Audit,
  { isSensitive }: SensitiveCells,
  except: ReadonlySet<number> = new Set(),
) => determined.filter((found) => isSensitive(found) && !except.has(found)).length;

const factsOf = ({ determined, ...facts }: Audit): WitnessFacts => ({
  ...facts,
  determined: determined.length,
});

const crossOf = ({ dimensions }: ProtectionRequest, at: readonly number[]) =>
  at.map((d) => dimensions[d]!.name);

/** Levels by name of each cell of a table. */
function addressOf(
  { dimensions }: ProtectionRequest,
  cross: readonly number[],
  key: number,
): Record<string, string | null> {
  const cell: Record<string, string | null> = {};
  let rest = key;
  for (const d of cross.toReversed()) {
    const { name, levels } = dimensions[d]!;
    cell[name] = levels[rest % (levels.length + 1)] ?? null;
    rest = Math.floor(rest / (levels.length + 1));
  }
  return cell;
}

function withheldEarlier(
  lattice: Lattice,
  request: ProtectionRequest,
  earlier: Protection,
): readonly number[] {
  const stateOf = stateOfCells(earlier);
  const found = new Set<number>();
  [null, ...(request.measured ?? []).map(({ name }) => name)].forEach((measured, layer) => {
    for (const table of lattice.tables)
      table.keys.forEach((key, at) => {
        const state = stateOf(addressOf(request, table.dimensions, key), measured);
        const of = lattice.classOf[layer * lattice.cells + table.start + at]!;
        if (of >= 0 && (state === "small" || state === "complement")) found.add(of);
      });
  });
  return [...found];
}

/**
 * An empty cell is said to be empty unless it lies in a withheld cell or beside one in a sum: so nobody knows of
 * any withheld cell that it has cases. What lies in a cell that is said to be empty is empty to everybody.
 */
function tablesOf(lattice: Lattice, pattern: Pattern, request: ProtectionRequest): Protection["tables"] {
  const { dimensions, measured = [] } = request;
  const size = (d: number) => dimensions[d]!.levels.length + 1;
  return [null, ...measured.map(({ name }) => name)].flatMap((name, layer) => {
    const known = new Map<string, readonly CellState[]>();
    return lattice.tables.map((table) => {
      const cross = table.dimensions;
      const states = new Array<CellState>(cross.reduce((product, d) => product * size(d), 1)).fill("empty");
      table.keys.forEach((key, at) => {
        const found = lattice.classOf[layer * lattice.cells + table.start + at]!;
        if (found < 0) return;
        const state = pattern[found];
        states[key] = state === shown ? "open" : state === small ? "small" : "complement";
      });
      const margins = cross.map((d, at) => {
        const below = cross.slice(at + 1).reduce((product, other) => product * size(other), 1);
        const marginOf = (key: number) => Math.floor(key / (below * size(d))) * below + (key % below);
        const around = known.get(cross.filter((other) => other !== d).join())!;
        const hides = new Uint8Array(around.length);
        states.forEach((state, key) => {
          if (isWithheld(state)) hides[marginOf(key)] = 1;
        });
        return { marginOf, around, hides };
      });
      const hidden = states.flatMap((state, key) => {
        if (state !== "empty") return [];
        const of = margins.map(({ marginOf, around, hides }) => ({
          margin: around[marginOf(key)]!,
          hides: hides[marginOf(key)] === 1,
        }));
        if (of.some(({ margin }) => margin === "empty")) return [];
        return of.some(({ margin, hides }) => hides || isWithheld(margin)) ? [key] : [];
      });
      for (const key of hidden) states[key] = "small";
      known.set(cross.join(), states);
      return { of: crossOf(request, cross), measured: name, states: runsOfStates(states) };
    });
  });
}

const isWithheld = (state: CellState) => state === "small" || state === "complement";

function extentOf(
  lattice: Lattice,
  pattern: Pattern,
  request: ProtectionRequest,
): readonly ProtectionExtent[] {
  return [null, ...(request.measured ?? []).map(({ name }) => name)].flatMap((measured, layer) => {
    const byOrder = Map.groupBy(lattice.tables, ({ dimensions }) => dimensions.length);
    return [...byOrder].map(([order, tables]) => {
      const sum = { cells: 0, small: 0, complement: 0, cases: 0, casesWithheld: 0 };
      for (const table of tables)
        for (let at = 0; at < table.keys.length; at++) {
          const found = lattice.classOf[layer * lattice.cells + table.start + at]!;
          if (found < 0) continue;
          const cases = lattice.counts[found]!;
          sum.cells++;
          sum.cases += cases;
          if (pattern[found] === shown) continue;
          sum.casesWithheld += cases;
          if (pattern[found] === small) sum.small++;
          else sum.complement++;
        }
      return { measured, order, ...sum };
    });
  });
}
