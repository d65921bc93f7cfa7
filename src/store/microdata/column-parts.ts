// Many columns of a file, some at a time. Every mention of a wide file costs the reading of all its names, so that
// a part of such a file is laid aside and asked instead.

import type { DuckDBConnection } from "@duckdb/node-api";
import { named } from "../releases/engine.ts";
import type { MicrodataView } from "./microdata-views.ts";

/** Columns of a part, and of a file that is asked as it lies. */
const partColumns = 100;
/** Cells of a part that is laid aside. */
const partCells = 20_000_000;

/** @param work asks the part by the name of the view it is given; answers whether to go on */
export async function byParts(
  connection: DuckDBConnection,
  view: MicrodataView,
  names: readonly string[],
  work: (view: MicrodataView, names: readonly string[], before: number) => Promise<boolean>,
): Promise<void> {
  const isWide = view.types.size > partColumns;
  const step = isWide ? Math.max(1, Math.min(partColumns, Math.floor(partCells / view.rows))) : partColumns;
  for (let from = 0; from < names.length; from += step) {
    const part = names.slice(from, from + step);
    if (!isWide) {
      if (!(await work(view, part, from))) return;
      continue;
    }
    // Of this connection alone.
    const name = `${view.name}_part`;
    await connection.run(
      `CREATE OR REPLACE TEMP TABLE ${name} AS SELECT ${part.map(named).join(", ")} FROM ${view.name}`,
    );
    try {
      if (!(await work({ ...view, name }, part, from))) return;
    } finally {
      await connection.run(`DROP TABLE ${name}`);
    }
  }
}
