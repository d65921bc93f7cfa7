// Every table that can be asked for, as one structure: types of respondents, the cells they fall into, and the
// sums that bind cells to one another. Knows counts, not what may be shown.

/** Crosses of up to `order` of these dimensions; with each measured quantity, the same over those with a value. */
export type LatticeInput = {
  /** Number of levels by dimension; a code of -1 is one more level, `levels[d]`. */
  readonly levels: readonly number[];
  readonly codes: readonly Int32Array[];
  readonly order: number;
  /** By row; a row of 0 is not a case. */
  readonly isCase: Uint8Array;
  /** By measured quantity and row: NaN where there is no value. */
  readonly measured: readonly Float64Array[];
  /** Cells with fewer cases are never shown, so that nobody sees how many of their cases have a value. */
  readonly minimumCases: number;
};

/** All cells of the cross of some dimensions that have a case. */
export type LatticeTable = {
  readonly dimensions: readonly number[];
  /** Place of its first cell among all cells. */
  readonly start: number;
  /** By type: the cell it falls into. */
  readonly cellOf: Int32Array;
  /** By cell, from `start`: its levels as one number, the last dimension fastest. */
  readonly keys: readonly number[];
};

/**
 * Cells stand in layers: first those over all cases, then those over the cases with a value of each measured
 * quantity; cell `c` of layer `l` is `l * cells + c`. Cells that everybody can see to be the same are one
 * *class*: they share one count, and nothing can be said of one that is not said of the others.
 */
export type Lattice = {
  readonly tables: readonly LatticeTable[];
  /** Cells of one layer. */
  readonly cells: number;
  readonly layers: number;
  readonly types: number;
  /** Cases by type. */
  readonly casesOf: Float64Array;
  /** By layer: the types that belong to it; `null` for all. */
  readonly typesOf: readonly (Int32Array | null)[];
  /** Type by row, -1 for a row that is no case. */
  readonly typeOfRow: Int32Array;
  /** By cell of any layer; -1 where there is no case. */
  readonly classOf: Int32Array;
  readonly classes: number;
  /** By class: its cells, and the cases of each of them. */
  readonly members: readonly (readonly number[])[];
  readonly counts: Float64Array;
  /** By class: whether one of its cells says of its cases only what they answered. */
  readonly isAnswered: Uint8Array;
  /** By class: how many variables the coarsest of its cells crosses. */
  readonly crossed: Uint8Array;
  /** By class: what withholding it costs readers, whatever it helps. */
  readonly costs: Float64Array;
  /** Sums of one cell over the levels of a dimension: `margin` is the sum of the `parts`, all of them classes. */
  readonly sums: {
    readonly margin: Int32Array;
    readonly from: Int32Array;
    readonly parts: Int32Array;
    readonly layer: Int32Array;
  };
  /** By class: the sums it stands in, as margin or as part. */
  readonly sumsOf: { readonly from: Int32Array; readonly sums: Int32Array };
  /** Classes of those with a value among the cases of a class of all cases. */
  readonly measuredOf: (found: number) => readonly number[];
};

/** The crosses of up to `order` of `count` dimensions, the smaller ones first; none at all is the total. */
export function crosses(count: number, order: number): readonly (readonly number[])[] {
  const all: (readonly number[])[] = [[]];
  for (let at = 0; at < all.length; at++) {
    const cross = all[at]!;
    if (cross.length === order) break;
    for (let next = (cross.at(-1) ?? -1) + 1; next < count; next++) all.push([...cross, next]);
  }
  return all;
}

export function latticeOf(input: LatticeInput): Lattice {
  const { typeOfRow, first, casesOf } = typesOfRows(input);
  const types = first.length;
  const tables = tablesOf(input, first);
  const last = tables.at(-1)!;
  const cells = last.start + last.keys.length;
  const typesOf = [
    null,
    ...input.measured.map((values) =>
      Int32Array.from(Array.from(first.keys()).filter((type) => !Number.isNaN(values[first[type]!]))),
    ),
  ];
  const lattice = { tables, cells, layers: typesOf.length, types, casesOf, typesOf, typeOfRow };
  const counts = countsOf(lattice);
  const additions = cellSums(lattice, counts);
  const classes = classesOf(lattice, counts, additions, input.minimumCases);
  const sums = sumsOfClasses(lattice, additions, classes.classOf);
  return {
    ...lattice,
    ...classes,
    ...ranksOfClasses(lattice, classes, input.levels),
    sums,
    sumsOf: sumsByClass(sums, classes.classes),
    measuredOf: measuredClasses(lattice, classes.classOf),
  };
}

/** Rows that agree in every dimension and in which quantities have a value are one type. */
function typesOfRows({ levels, codes, isCase, measured }: LatticeInput) {
  const rows = isCase.length;
  let types = new Int32Array(rows);
  const refine = (size: number, codeOf: (row: number) => number) => {
    const known = new Map<number, number>();
    const finer = new Int32Array(rows);
    for (let row = 0; row < rows; row++) {
      if (isCase[row] === 0) continue;
      const key = types[row]! * size + codeOf(row);
      const type = known.get(key) ?? known.size;
      known.set(key, type);
      finer[row] = type;
    }
    types = finer;
  };
  levels.forEach((count, d) => {
    refine(count + 1, (row) => (codes[d]![row]! < 0 ? count : codes[d]![row]!));
  });
  for (const values of measured) refine(2, (row) => (Number.isNaN(values[row]!) ? 0 : 1));
  const first: number[] = [];
  const counts: number[] = [];
  for (let row = 0; row < rows; row++) {
    if (isCase[row] === 0) {
      types[row] = -1;
      continue;
    }
    const type = types[row]!;
    if (type === first.length) {
      first.push(row);
      counts.push(0);
    }
    counts[type]!++;
  }
  return { typeOfRow: types, first, casesOf: Float64Array.from(counts) };
}

function tablesOf({ levels, codes, order }: LatticeInput, first: readonly number[]): readonly LatticeTable[] {
  const codeOf = levels.map((count, d) =>
    Int32Array.from(first, (row) => (codes[d]![row]! < 0 ? count : codes[d]![row]!)),
  );
  let start = 0;
  return crosses(levels.length, order).map((dimensions) => {
    const known = new Map<number, number>();
    const cellOf = new Int32Array(first.length);
    for (let type = 0; type < first.length; type++) {
      let key = 0;
      for (const d of dimensions) key = key * (levels[d]! + 1) + codeOf[d]![type]!;
      let cell = known.get(key);
      if (cell === undefined) {
        cell = start + known.size;
        known.set(key, cell);
      }
      cellOf[type] = cell;
    }
    const table = { dimensions, start, cellOf, keys: [...known.keys()] };
    start += known.size;
    return table;
  });
}

type Cells = Pick<Lattice, "tables" | "cells" | "layers" | "types" | "casesOf" | "typesOf">;

/** Calls for each type of a layer. */
export function eachType(
  { types, typesOf }: Pick<Lattice, "types" | "typesOf">,
  layer: number,
  work: (type: number) => void,
): void {
  const list = typesOf[layer];
  if (list) for (let at = 0; at < list.length; at++) work(list[at]!);
  else for (let type = 0; type < types; type++) work(type);
}

/** A cell and the cells it is the sum of, over the levels of one dimension; only those with cases. */
type CellSum = { readonly margin: number; readonly parts: readonly number[] };

function cellSums({ tables, cells, layers }: Cells, counts: Float64Array): readonly CellSum[] {
  const byCross = new Map(tables.map((table) => [table.dimensions.join(), table]));
  const all: CellSum[] = [];
  for (const table of tables)
    for (const d of table.dimensions) {
      const above = byCross.get(table.dimensions.filter((other) => other !== d).join())!;
      const marginOf = new Int32Array(table.keys.length);
      table.cellOf.forEach((cell, type) => {
        marginOf[cell - table.start] = above.cellOf[type]!;
      });
      const under: number[][] = above.keys.map(() => []);
      marginOf.forEach((cell, at) => {
        under[cell - above.start]!.push(table.start + at);
      });
      for (let layer = 0; layer < layers; layer++)
        under.forEach((list, at) => {
          const parts = list.map((cell) => layer * cells + cell).filter((cell) => counts[cell]! > 0);
          if (parts.length > 0) all.push({ margin: layer * cells + above.start + at, parts });
        });
    }
  return all;
}

/**
 * A margin with a single part that has cases is the same cell as that part, and everybody can see it, since
 * empty cells are said to be empty. So are a cell and those with a value in it, where nobody lacks one and that
 * can be seen at the cell, or at one around it.
 */
function classesOf(lattice: Cells, counts: Float64Array, sums: readonly CellSum[], minimumCases: number) {
  const { cells } = lattice;
  const root = Int32Array.from(counts, (_, cell) => cell);
  const find = (cell: number): number => {
    let top = cell;
    while (root[top] !== top) top = root[top]!;
    for (let at = cell; root[at] !== top; ) {
      const next = root[at]!;
      root[at] = top;
      at = next;
    }
    return top;
  };
  const join = (one: number, two: number) => {
    const [low, high] = [find(one), find(two)].sort((a, b) => a - b);
    root[high!] = low!;
  };
  for (const { margin, parts } of sums) if (parts.length === 1) join(margin, parts[0]!);
  const seen = new Uint8Array(counts.length);
  for (const { margin, parts } of sums) {
    // Sums come in the order of their crosses: what is seen of a margin is known before its parts.
    const layer = Math.floor(margin / cells);
    if (layer === 0) continue;
    for (const cell of [margin, ...parts])
      if (counts[cell] === counts[cell % cells] && (counts[cell]! >= minimumCases || seen[margin] === 1))
        seen[cell] = 1;
  }
  for (let cell = cells; cell < counts.length; cell++) if (seen[cell] === 1) join(cell % cells, cell);
  const classOf = new Int32Array(counts.length).fill(-1);
  const members: number[][] = [];
  for (let cell = 0; cell < counts.length; cell++) {
    if (counts[cell] === 0) continue;
    const top = find(cell);
    // The root is the first cell of its class.
    if (top === cell) classOf[cell] = members.push([]) - 1;
    classOf[cell] = classOf[top]!;
    members[classOf[cell]!]!.push(cell);
  }
  return {
    classOf,
    classes: members.length,
    members,
    counts: Float64Array.from(members, ([cell]) => counts[cell!]!),
  };
}

function countsOf(lattice: Cells): Float64Array {
  const { tables, cells, layers, casesOf } = lattice;
  const counts = new Float64Array(cells * layers);
  for (let layer = 0; layer < layers; layer++)
    for (const { cellOf } of tables)
      eachType(lattice, layer, (type) => {
        counts[layer * cells + cellOf[type]!]! += casesOf[type]!;
      });
  return counts;
}

function sumsOfClasses({ cells }: Cells, all: readonly CellSum[], classOf: Int32Array): Lattice["sums"] {
  const margin: number[] = [];
  const from: number[] = [0];
  const parts: number[] = [];
  const layer: number[] = [];
  for (const sum of all) {
    if (sum.parts.length < 2) continue;
    margin.push(classOf[sum.margin]!);
    layer.push(Math.floor(sum.margin / cells));
    for (const part of sum.parts) parts.push(classOf[part]!);
    from.push(parts.length);
  }
  return {
    margin: Int32Array.from(margin),
    from: Int32Array.from(from),
    parts: Int32Array.from(parts),
    layer: Int32Array.from(layer),
  };
}

function sumsByClass({ margin, from, parts }: Lattice["sums"], classes: number): Lattice["sumsOf"] {
  const starts = new Int32Array(classes + 1);
  const each = (work: (found: number, sum: number) => void) => {
    for (let sum = 0; sum < margin.length; sum++) {
      work(margin[sum]!, sum);
      for (let at = from[sum]!; at < from[sum + 1]!; at++) work(parts[at]!, sum);
    }
  };
  each((found) => starts[found + 1]!++);
  for (let at = 0; at < classes; at++) starts[at + 1]! += starts[at]!;
  const next = starts.slice();
  const sums = new Int32Array(starts[classes]!);
  each((found, sum) => {
    sums[next[found]!++] = sum;
  });
  return { from: starts, sums };
}

function measuredClasses({ cells, layers }: Cells, classOf: Int32Array): Lattice["measuredOf"] {
  const found = new Map<number, Set<number>>();
  for (let layer = 1; layer < layers; layer++)
    for (let cell = 0; cell < cells; cell++) {
      const all = classOf[cell]!;
      const valued = classOf[layer * cells + cell]!;
      if (all === valued || valued < 0) continue;
      const known = found.get(all);
      if (known) known.add(valued);
      else found.set(all, new Set([valued]));
    }
  const lists = new Map([...found].map(([all, set]) => [all, [...set]]));
  return (all) => lists.get(all) ?? [];
}

/** What a margin of two variables, of one, and the total are worth in cases of a cell of three. */
const worth = [1e9, 1e6, 1e3, 1];
/** Nobody asks for those who did not answer: withholding their number costs readers little. */
const worthUnanswered = 1;

function ranksOfClasses(
  { tables, cells, layers }: Cells,
  { classOf, classes, counts }: Pick<Lattice, "classOf" | "classes" | "counts">,
  levels: readonly number[],
): Pick<Lattice, "isAnswered" | "crossed" | "costs"> {
  const isAnswered = new Uint8Array(classes);
  const crossed = new Uint8Array(classes).fill(worth.length - 1);
  const costs = counts.map((cases) => cases * worthUnanswered);
  for (const { dimensions, start, keys } of tables)
    for (const [at, key] of keys.entries()) {
      let rest = key;
      let answered = 1;
      for (const d of dimensions.toReversed()) {
        if (rest % (levels[d]! + 1) === levels[d]) answered = 0;
        rest = Math.floor(rest / (levels[d]! + 1));
      }
      for (let layer = 0; layer < layers; layer++) {
        const found = classOf[layer * cells + start + at]!;
        if (found < 0) continue;
        crossed[found] = Math.min(crossed[found]!, dimensions.length);
        if (answered === 0) continue;
        isAnswered[found] = 1;
        costs[found] = Math.max(costs[found]!, counts[found]! * worth[dimensions.length]!);
      }
    }
  return { isAnswered, crossed, costs };
}
