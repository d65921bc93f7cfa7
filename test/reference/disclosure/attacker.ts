// An attacker who has asked for every table: sees states and the counts of open cells, nothing else, and lets a
// linear programme say between which bounds a withheld cell lies. Knows nothing of how the pattern was found.

import highsLoader, { type Highs } from "highs";
import { type CellAddress, type CellState, type Protection, stateOfCells } from "#statistics";

/** The loader; what its types call a module is the function itself. */
const load = highsLoader as unknown as () => Promise<Highs>;

export type Answers = {
  readonly names: readonly string[];
  readonly levels: readonly (readonly string[])[];
  readonly codes: readonly Int32Array[];
  readonly rows: number;
};

export type SeenCell = {
  readonly cross: readonly number[];
  /** By dimension of the cross; the number of levels stands for no answer. */
  readonly at: readonly number[];
  readonly state: CellState;
  /** What only the owner of the rows knows, save for open cells. */
  readonly cases: number;
};

export type Seen = {
  readonly cells: readonly SeenCell[];
  readonly byKey: ReadonlyMap<string, number>;
  readonly sizes: readonly number[];
};

const keyOf = (cross: readonly number[], at: readonly number[]) => `${cross}:${at}`;

const subsets = (count: number, most: number): readonly (readonly number[])[] =>
  Array.from({ length: 2 ** count }, (_, bits) =>
    Array.from({ length: count }, (_, d) => d).filter((d) => (bits >> d) & 1),
  ).filter(({ length }) => length <= most);

function* product(sizes: readonly number[]): Generator<readonly number[]> {
  const [first, ...rest] = sizes;
  if (first === undefined) yield [];
  else for (let at = 0; at < first; at++) for (const tail of product(rest)) yield [at, ...tail];
}

/** Every cell of every table, counted from the rows anew. */
export function everyTable(answers: Answers, protection: Protection): Seen {
  const stateOf = stateOfCells(protection);
  const sizes = answers.levels.map(({ length }) => length + 1);
  const cells: SeenCell[] = [];
  const byKey = new Map<string, number>();
  for (const cross of subsets(answers.names.length, 3)) {
    const counts = new Map<string, number>();
    for (let row = 0; row < answers.rows; row++) {
      const key = keyOf(cross, codesOf(answers, row, cross));
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    for (const at of product(cross.map((d) => sizes[d]!))) {
      const address: Record<string, string | null> = {};
      cross.forEach((d, place) => {
        address[answers.names[d]!] = answers.levels[d]![at[place]!] ?? null;
      });
      const state = stateOf(address as CellAddress);
      if (state === null) throw new Error(`no state of ${JSON.stringify(address)}`);
      byKey.set(keyOf(cross, at), cells.length);
      cells.push({ cross, at, state, cases: counts.get(keyOf(cross, at)) ?? 0 });
    }
  }
  return { cells, byKey, sizes };
}

function codesOf({ codes, levels }: Answers, row: number, cross: readonly number[]): readonly number[] {
  return cross.map((d) => (codes[d]![row]! < 0 ? levels[d]!.length : codes[d]![row]!));
}

export const isWithheld = ({ state }: SeenCell) => state === "small" || state === "complement";

/** Margins and their parts: places of cells. */
export function* sumsSeen({ cells, byKey, sizes }: Seen): Generator<{
  readonly margin: number;
  readonly parts: readonly number[];
}> {
  for (const [margin, { cross, at }] of cells.entries()) {
    if (cross.length === 3) continue;
    for (let d = 0; d < sizes.length; d++) {
      if (cross.includes(d)) continue;
      const finer = [...cross, d].sort((a, b) => a - b);
      const place = finer.indexOf(d);
      const parts = Array.from(
        { length: sizes[d]! },
        (_, level) => byKey.get(keyOf(finer, [...at.slice(0, place), level, ...at.slice(place)]))!,
      );
      yield { margin, parts };
    }
  }
}

/** Rows that unknowns of at least 0 fulfil, and a cell as an expression in them. */
type Programme = {
  readonly rows: readonly string[];
  readonly expressionOf: (cell: number) => readonly string[];
};

/** Unknown is every withheld cell; every sum is known to hold. */
export function programmeOverCells(seen: Seen): Programme {
  const { cells } = seen;
  const rows: string[] = [];
  for (const { margin, parts } of sumsSeen(seen)) {
    const unknown = parts.filter((part) => isWithheld(cells[part]!));
    let known = 0;
    for (const part of parts) if (cells[part]!.state === "open") known += cells[part]!.cases;
    const terms = unknown.map((part) => `+ c${part}`);
    if (isWithheld(cells[margin]!)) rows.push(`${[...terms, `- c${margin}`].join(" ")} = ${-known}`);
    else if (terms.length > 0) rows.push(`${terms.join(" ")} = ${cells[margin]!.cases - known}`);
  }
  return { rows, expressionOf: (cell) => [`+ c${cell}`] };
}

/**
 * Unknown is how many respondents gave every combination of all answers. Ones that lie in a cell said to be empty
 * do not occur; with `occurring` the attacker even knows which do.
 */
export function programmeOverRespondents(answers: Answers, seen: Seen, occurring: boolean): Programme {
  const { cells, byKey, sizes } = seen;
  const crosses = subsets(sizes.length, 3);
  const all = sizes.map((_, d) => d);
  const known = new Set(Array.from({ length: answers.rows }, (_, row) => codesOf(answers, row, all).join()));
  const inCell: string[][] = cells.map(() => []);
  const names: string[] = [];
  for (const type of product(sizes)) {
    if (occurring && !known.has(type.join())) continue;
    const of = crosses.map(
      (cross) =>
        byKey.get(
          keyOf(
            cross,
            cross.map((d) => type[d]!),
          ),
        )!,
    );
    if (of.some((cell) => cells[cell]!.state === "empty")) continue;
    const name = `t${names.length}`;
    names.push(name);
    for (const cell of of) inCell[cell]!.push(`+ ${name}`);
  }
  return {
    rows: cells.flatMap(({ state, cases }, cell) =>
      state === "open" ? [`${inCell[cell]!.join(" ")} = ${cases}`] : [],
    ),
    expressionOf: (cell) => inCell[cell]!,
  };
}

export type Bounds = { readonly low: number; readonly high: number };

/** Loads the solver and answers with what finds the bounds of cells. */
export async function solver() {
  const highs = await load();
  return (programme: Programme, cell: number): Bounds => {
    const expression = programme.expressionOf(cell).join(" ");
    const rows = programme.rows.map((row, at) => ` r${at}: ${row}`).join("\n");
    const solved = (aim: "Minimize" | "Maximize"): number => {
      const answer = highs.solve(`${aim}\n o: ${expression}\nSubject To\n${rows}\nEnd\n`, {
        output_flag: false,
      });
      if (answer.Status === "Unbounded" || answer.Status === "Primal infeasible or unbounded")
        return aim === "Minimize" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
      if (answer.Status !== "Optimal") throw new Error(`the programme is ${answer.Status}`);
      return answer.ObjectiveValue;
    };
    return { low: solved("Minimize"), high: solved("Maximize") };
  };
}
