// Looking into releases page by page: counts from the outline in memory, slices from the sorted file by
// indicator and area, with the columns that are shown and no others.

import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { MissingReason } from "#kernel";
import type { Origin } from "#records";
import type { ExploreFilter, ExploreReleases, ShownObservation } from "../explore-releases.ts";
import { named, quoted } from "./engine.ts";
import { facetsOf, seriesCounts, seriesOf, sourcesOf } from "./facet-questions.ts";
import { conditionsOf } from "./observation-queries.ts";
import { outlineOf, type ReleaseOutline } from "./outline-question.ts";
import { exportColumns } from "./release-questions.ts";
import type { ReleaseView } from "./release-views.ts";

/** Series of all outlines kept in memory together: about 30 bytes each. */
const mostSeries = 4_000_000;
/** Answers of counts kept for each release; most visitors begin with the same few. */
const mostAnswers = 200;

type Kept = {
  readonly outline: ReleaseOutline;
  readonly answers: Map<string, ReturnType<typeof facetsOf>>;
};

export function exploreReleases(place: {
  readonly view: (release: string) => Promise<ReleaseView | null>;
  readonly ask: <T>(release: string, task: (connection: DuckDBConnection) => Promise<T>) => Promise<T>;
  /** A folder the engine may write to. */
  readonly work: string;
}): ExploreReleases {
  const { view: viewOf, ask, work } = place;
  const outlines = new Map<string, Promise<Kept | null>>();
  const outlined = (release: string): Promise<Kept | null> => {
    const known = outlines.get(release);
    if (known !== undefined) {
      // The one last used goes last.
      outlines.delete(release);
      outlines.set(release, known);
      return known;
    }
    const made = viewOf(release).then(async (view) => {
      if (view === null) return null;
      const outline = await ask(release, (connection) => outlineOf(connection, view));
      return { outline, answers: new Map() };
    });
    outlines.set(release, made);
    made.then(
      (kept) => {
        if (kept === null) outlines.delete(release);
        else void forget(outlines);
      },
      () => outlines.delete(release),
    );
    return made;
  };
  return {
    async facets(release, filter) {
      const kept = await outlined(release);
      if (kept === null) return null;
      const asked = JSON.stringify(filter);
      const answered = kept.answers.get(asked);
      if (answered !== undefined) return answered;
      const found = facetsOf(kept.outline, filter);
      if (kept.answers.size >= mostAnswers) kept.answers.delete(kept.answers.keys().next().value!);
      kept.answers.set(asked, found);
      return found;
    },
    async seriesCounts(release, filter, lead) {
      const kept = await outlined(release);
      return kept === null ? new Map() : seriesCounts(kept.outline, filter, lead);
    },
    async sources(release, filter) {
      const kept = await outlined(release);
      return kept === null ? [] : sourcesOf(kept.outline, filter);
    },
    async series(release, filter, lead, pages) {
      const kept = await outlined(release);
      return kept === null ? pages.map(() => []) : seriesOf(kept.outline, filter, lead, pages);
    },
    async slice(release, filter, limit) {
      const view = await viewOf(release);
      return view === null ? [] : ask(release, (connection) => sliceOf(connection, view, filter, limit));
    },
    async *parquet(parts, about) {
      const own = join(work, `${randomUUID()}.parquet`);
      try {
        const selects: string[] = [];
        let values: Record<string, string | number> = {};
        for (const [index, { release, filter }] of parts.entries()) {
          const view = await viewOf(release);
          if (view === null) continue;
          // Each part has parameters of its own.
          const question = conditionsOf(filter, view.breakdowns, `p${index}_`);
          values = { ...values, ...question.values };
          selects.push(
            `(SELECT ${quoted(release)} AS release, ${exportColumns(view)}, first_year, last_year FROM ${view.name}${question.sql}${view.sorted ? "" : ` ORDER BY ${view.key.map(named).join(", ")}`})`,
          );
        }
        const metadata = Object.entries(about).map(([name, text]) => `${named(name)}: ${quoted(text)}`);
        const sql = `COPY (${selects.join(" UNION ALL BY NAME ")}) TO ${quoted(own)}
          (FORMAT parquet, COMPRESSION zstd, KV_METADATA {${metadata.join(", ")}})`;
        await ask(parts[0]!.release, (connection) => connection.run(sql, values));
        for await (const bytes of createReadStream(own)) yield bytes as Uint8Array;
      } finally {
        await rm(own, { force: true });
      }
    },
  };
}

/** Leaves only as many outlines as memory is set aside for; the one used longest ago goes first. */
async function forget(outlines: Map<string, Promise<Kept | null>>): Promise<void> {
  let size = 0;
  for (const [release, made] of [...outlines].reverse()) {
    const kept = await made.catch(() => null);
    size += kept?.outline.size ?? 0;
    if (size > mostSeries && size !== kept?.outline.size) outlines.delete(release);
  }
}

const shownColumns = ["value", "missing", "unit", "status", "note", "origin"] as const;

async function sliceOf(
  connection: DuckDBConnection,
  view: ReleaseView,
  filter: ExploreFilter,
  limit: number,
): Promise<readonly ShownObservation[]> {
  const { sql, values } = conditionsOf(filter, view.breakdowns);
  const reader = await connection.runAndReadAll(
    `SELECT ${[...view.key, ...shownColumns].map(named).join(", ")} FROM ${view.name}${sql}
     ${view.sorted ? "" : `ORDER BY ${view.key.map(named).join(", ")}`} LIMIT ${Math.max(0, Math.trunc(limit))}`,
    values,
  );
  const names = reader.columnNames();
  const columns = reader.getColumnsJS();
  if (columns.length === 0) return [];
  const of = (name: string) => columns[names.indexOf(name)] as readonly (string | null)[];
  const [area, indicator, period, source, sex] = ["area", "indicator", "period", "source", "sex"].map(of);
  const [missing, unit, status, note, origin] = shownColumns.slice(1).map(of);
  const value = of("value") as readonly unknown[] as readonly (number | null)[];
  const breakdowns = view.breakdowns.map((name) => [name, of(`by_${name}`)] as const);
  return value.map(
    (number, i): ShownObservation => ({
      area: area![i]!,
      indicator: indicator![i]!,
      period: period![i]!,
      source: source![i]!,
      sex: sex![i]!,
      breakdowns: Object.fromEntries(
        breakdowns.flatMap(([name, texts]) => (texts[i] ? [[name, texts[i]] as const] : [])),
      ),
      value: number ?? null,
      missing: (missing![i] ?? null) as MissingReason | null,
      unit: unit![i] ?? null,
      status: status![i] ?? null,
      note: note![i] ?? null,
      origin: origin![i] as Origin,
    }),
  );
}
