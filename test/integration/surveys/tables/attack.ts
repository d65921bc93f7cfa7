// Everything a visitor can learn from tables, as equations over the respondents, and what a linear programme makes
// of them: of each withheld cell the least and the most it can be.

import highsLoader, { type Highs } from "highs";
import type { StudyTable } from "../../../../src/app/surveys/tables/shown-table.ts";

/** The loader; what its types call a module is the function itself. */
const load = highsLoader as unknown as () => Promise<Highs>;

/** An opened variable with its codes; `null` is no answer. */
export type Axis = { readonly name: string; readonly codes: readonly (string | null)[] };
/** A cell by code of some variables. */
export type Address = Readonly<Record<string, string | null>>;

/** What a table says, as sums over kinds of respondents that are so much. */
type Equation = { readonly of: ReadonlyMap<number, number>; readonly is: number };

/** Unknown of each kind of respondent: how many, their weight, and the sum of weight × value of a quantity. */
export class Knowledge {
  readonly axes: readonly Axis[];
  readonly kinds: readonly Address[];
  readonly numeric: string;
  private readonly equations = new Map<string, Equation>();

  constructor(axes: readonly Axis[], numeric: string) {
    this.axes = axes;
    this.numeric = numeric;
    let kinds: Address[] = [{}];
    for (const { name, codes } of axes)
      kinds = kinds.flatMap((kind) => codes.map((code) => ({ ...kind, [name]: code })));
    this.kinds = kinds.flatMap((kind) => ["yes", "no"].map((has) => ({ ...kind, [numeric]: has })));
  }

  private inside(address: Address): readonly number[] {
    const wanted = Object.entries(address);
    return [...this.kinds.keys()].filter((at) =>
      wanted.every(([name, code]) => this.kinds[at]![name] === code),
    );
  }

  /** Sum over a cell in one of the three blocks of unknowns, times a factor. */
  private sum(block: 0 | 1 | 2, address: Address, factor: number, into = new Map<number, number>()) {
    for (const kind of this.inside(address)) {
      const at = block * this.kinds.length + kind;
      into.set(at, (into.get(at) ?? 0) + factor);
    }
    return into;
  }

  private add(of: ReadonlyMap<number, number>, is: number): void {
    const entries = [...of].filter(([, factor]) => factor !== 0).sort(([a], [b]) => a - b);
    if (entries.length > 0) this.equations.set(JSON.stringify([entries, is]), { of: new Map(entries), is });
  }

  /** Takes in all a table says. */
  learn(table: StudyTable): void {
    for (const cell of table.cells) {
      const place: Record<string, string | null> = {};
      if (cell.row !== null) place[table.rows!.variable] = cell.row;
      if (cell.column !== null) place[table.columns!.variable] = cell.column;
      if (table.subset !== null) place[table.subset.variable] = table.subset.code;
      if (cell.withheld !== null) continue;
      const variable = table.variable?.name;
      const own = cell.level === null ? place : { ...place, [variable!]: cell.level };
      const unanswered = { ...place, ...(variable !== undefined && { [variable]: null }) };
      if (cell.empty) this.add(this.sum(0, own, 1), 0);
      switch (table.statistic) {
        case "count":
          this.add(this.sum(1, own, 1), cell.estimate!);
          this.add(this.sum(0, own, 1), cell.cases!);
          if (variable !== undefined && cell.missing !== null)
            this.add(this.sum(0, unanswered, 1), cell.missing);
          break;
        case "share": {
          if (table.base === "all") {
            if (cell.cases !== null) this.add(this.sum(0, place, 1), cell.cases);
            if (cell.estimate !== null) this.add(this.sum(1, own, -1, this.sum(1, place, cell.estimate)), 0);
            break;
          }
          if (cell.missing !== null) this.add(this.sum(0, unanswered, 1), cell.missing);
          if (cell.estimate === null) break;
          // p times the weight of those who answered is the weight of the category.
          const of = this.sum(1, place, cell.estimate);
          this.sum(1, unanswered, -cell.estimate, of);
          this.add(this.sum(1, own, -1, of), 0);
          this.add(this.sum(0, unanswered, -1, this.sum(0, place, 1)), cell.cases!);
          break;
        }
        default: {
          const has = { ...place, [this.numeric]: "yes" };
          if (cell.cases !== null) this.add(this.sum(0, has, 1), cell.cases);
          if (cell.missing !== null)
            this.add(this.sum(0, { ...place, [this.numeric]: "no" }, 1), cell.missing);
          if (cell.estimate === null) break;
          if (table.statistic === "total") this.add(this.sum(2, has, 1), cell.estimate);
          if (table.statistic === "mean") this.add(this.sum(1, has, -cell.estimate, this.sum(2, has, 1)), 0);
        }
      }
    }
  }

  get size(): number {
    return this.equations.size;
  }

  /** The least and the most that each cell can be: its cases, its weight, its total of the quantity. */
  async bounds(
    targets: readonly { readonly address: Address; readonly block: 0 | 1 | 2 }[],
  ): Promise<readonly { readonly least: number; readonly most: number }[]> {
    const highs = await load();
    const columns = 3 * this.kinds.length;
    const model = highs.createModel();
    try {
      model.options.set({ output_flag: false });
      for (let at = 0; at < columns; at++) model.addVar(0, highs.infinity);
      for (const { of, is } of this.equations.values())
        model.addRow(is, is, { indices: [...of.keys()], values: [...of.values()] });
      const { minimize, maximize } = highs.constants.objectiveSense;
      return targets.map(({ address, block }) => {
        const cost = this.sum(block, address, 1);
        for (const [at] of cost) model.changeColCost(at, 1);
        const [least, most] = [minimize, maximize].map((sense) => {
          model.changeObjectiveSense(sense);
          model.run();
          const status = model.getModelStatus();
          if (status === highs.constants.modelStatus.infeasible)
            throw new Error("What the tables say contradicts itself.");
          if (status === highs.constants.modelStatus.optimal) return model.getObjectiveValue();
          return sense === minimize ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
        });
        for (const [at] of cost) model.changeColCost(at, 0);
        return { least: least!, most: most! };
      });
    } finally {
      model.dispose();
    }
  }
}

/** Every cell of every cross of up to `order` of the axes. */
export function cellsOf(axes: readonly Axis[], order: number): readonly Address[] {
  let cells: Address[] = [{}];
  for (const { name, codes } of axes)
    cells = cells.flatMap((cell) => [
      cell,
      ...(Object.keys(cell).length < order ? codes.map((code) => ({ ...cell, [name]: code })) : []),
    ]);
  return cells;
}

/** Every question that can be asked of the variables. */
export function questionsOf(axes: readonly Axis[], numeric: string) {
  const subsets = axes.flatMap(({ name, codes }) =>
    codes.filter((code) => code !== null).map((code) => ({ subset: name, only: code })),
  );
  const names = axes.map(({ name }) => name);
  const found: {
    readonly statistic: "count" | "share" | "mean" | "total";
    readonly variable?: string;
    readonly rows?: string;
    readonly columns: string;
    readonly subset?: string;
    readonly only?: string;
  }[] = [];
  for (const measure of [
    { statistic: "count" as const },
    { statistic: "mean" as const, variable: numeric },
    { statistic: "total" as const, variable: numeric },
    ...names.flatMap((variable) => [
      { statistic: "count" as const, variable },
      { statistic: "share" as const, variable },
    ]),
  ])
    for (const rows of [undefined, ...names])
      for (const columns of ["none", ...names])
        for (const subset of [undefined, ...subsets]) {
          const crossed = [
            "variable" in measure ? measure.variable : undefined,
            rows,
            columns === "none" ? undefined : columns,
            subset?.subset,
          ].filter((name) => name !== undefined && names.includes(name));
          if (crossed.length > 3 || new Set(crossed).size < crossed.length) continue;
          found.push({ ...measure, columns, ...(rows !== undefined && { rows }), ...subset });
        }
  return found;
}
