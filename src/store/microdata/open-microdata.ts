// Rows of surveys as the store offers them: writing through an engine of its own, reading through one engine
// with a connection for each of several clients.

import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Sha256 } from "#kernel";
import type { Microdata } from "../microdata-promise.ts";
import { named, quoted, rowsOf } from "../releases/engine.ts";
import { engineAtFirstUse } from "../releases/engine-at-first-use.ts";
import { unitSums } from "../releases/unit-sums.ts";
import type { Files } from "../store.ts";
import { StoreFailure } from "../store-failure.ts";
import { describeColumns } from "./describe-columns.ts";
import { demanded, type MicrodataView, microdataViews, ofMicrodata, whereSql } from "./microdata-views.ts";
import { readColumns, textsOf } from "./read-columns.ts";
import { writeMicrodata } from "./write-microdata.ts";

const readMemoryMegabytes = 768;
const readConnections = 8;

export function openMicrodata(place: {
  readonly home: string;
  readonly files: Files;
}): Microdata & { close(): Promise<void> } {
  const { home, files } = place;
  const work = join(home, "tmp", "microdata");
  const engine = engineAtFirstUse({
    home,
    work,
    memoryMegabytes: readMemoryMegabytes,
    connections: readConnections,
  });
  const views = microdataViews(engine, files);
  /** A question to a file; a damaged one is told as such. */
  const ask = async <T>(
    data: Sha256,
    names: readonly string[],
    task: (connection: DuckDBConnection, view: MicrodataView) => Promise<T>,
  ): Promise<T> => {
    const view = await views.of(data);
    demanded(view, names);
    return engine
      .use((connection) => task(connection, view))
      .catch((error: unknown) => {
        throw ofMicrodata(data, error);
      });
  };
  return {
    write: (inputs, progress, signal) => writeMicrodata(place, inputs, { progress, signal }),
    async measure(data) {
      const view = await views.of(data).catch((error: unknown) => {
        if (error instanceof StoreFailure) return null;
        throw error;
      });
      if (view === null) return null;
      return { rows: view.rows, columns: [...view.types].map(([name, type]) => ({ name, type })) };
    },
    columns: (data, names, onward) =>
      ask(data, names, async (connection, view) => {
        const read = await readColumns(connection, view, names, onward);
        return new Map(
          [...read].map(([name, column]) => [
            name,
            column.kind === "number" ? column.values : textsOf(column.codes, column.levels),
          ]),
        );
      }),
    table: (data, names) =>
      ask(data, names, async (connection, view) => ({
        rows: view.rows,
        columns: await readColumns(connection, view, names),
        unread: [...view.types.keys()].filter((name) => !names.includes(name)),
      })),
    describe: (data, names) =>
      ask(data, names ?? [], (connection, view) =>
        describeColumns(connection, view, names ?? [...view.types.keys()]),
      ),
    counts: (data, { by, weight, where }) => {
      const used = [...by, ...(typeof weight === "string" ? [weight] : []), ...Object.keys(where ?? {})];
      return ask(data, used, async (connection, view) => {
        const condition = whereSql(view, where);
        const weighted =
          typeof weight === "string"
            ? `coalesce(sum(CAST(${named(weight)} AS DOUBLE)), 0)`
            : `count(*) * CAST(${weight ?? 1} AS DOUBLE)`;
        const names = by.map((name, at) => `${named(name)} AS b${at}`);
        const groups = by.map((_, at) => String(at + 1)).join(", ");
        const rows = await rowsOf(
          connection,
          `SELECT ${[...names, "count(*) AS n", `${weighted} AS w`].join(", ")} FROM ${view.name}
           ${condition === null ? "" : `WHERE ${condition}`} ${by.length === 0 ? "" : `GROUP BY ${groups} ORDER BY ${by.map((_, at) => `${at + 1} NULLS LAST`).join(", ")}`}`,
        );
        return rows.map((row) => ({
          codes: by.map((_, at) => (row[`b${at}`] === null ? null : String(row[`b${at}`]))),
          count: row["n"] as number,
          weighted: row["w"] as number,
        }));
      });
    },
    unitSums: (data, { where, ...question }) =>
      ask(
        data,
        [
          ...question.design,
          ...question.by,
          question.weight,
          ...question.variables,
          ...Object.keys(where ?? {}),
        ],
        (connection, view) =>
          unitSums(connection, { ...question, rows: view.name, where: whereSql(view, where) }),
      ),
    head: (data, rows) =>
      ask(data, [], async (connection, view) => {
        const names = [...view.types.keys()];
        const found = await rowsOf(
          connection,
          `SELECT * FROM ${view.name} LIMIT ${Math.max(0, Math.floor(rows))}`,
        );
        return {
          columns: names,
          rows: found.map((row) => names.map((name) => row[name] as number | string | null)),
        };
      }),
    async *csv(data, names) {
      const path = join(work, `${randomUUID()}.csv`);
      try {
        // The engine may write into its own folder only; what it wrote is handed on in pieces.
        await ask(data, names ?? [], (connection, view) =>
          connection.run(
            `COPY (SELECT ${(names ?? [...view.types.keys()]).map(named).join(", ")} FROM ${view.name}) TO ${quoted(path)} (FORMAT csv, HEADER true)`,
          ),
        );
        for await (const chunk of createReadStream(path)) yield chunk as Uint8Array;
      } finally {
        await rm(path, { force: true });
      }
    },
    close: engine.close,
  };
}
