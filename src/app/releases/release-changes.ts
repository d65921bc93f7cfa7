// What differs between two releases of a series.

import { fail, type Language, ok, problem, type Result } from "#kernel";
import type { Actor, Release } from "#records";
import type { ChangeFilter } from "#store";
import { zipOf } from "../downloads/csv-download.ts";
import { type DownloadContent, oneBatch } from "../downloads/download-table.ts";
import { readmeMarkdown, readmeOf } from "../downloads/readme.ts";
import type { ColumnWord } from "../downloads/words.data.ts";
import { exploreReadmeWords } from "../downloads/words-explore.data.ts";
import { releaseChangeSides } from "../downloads/words-release-changes.data.ts";
import type { Effects } from "../effects.ts";
import type { Download, RouteInput, RouteUseCase } from "../use-case.ts";
import { ofSeveral } from "./of-several.ts";
import { readableRelease } from "./visible-releases.ts";

type Input = Pick<RouteInput<"releaseChanges">, "id" | "from" | "kind" | "indicator" | "area">;

const filterOf = ({ kind, indicator, area }: Input): ChangeFilter => ({
  ...(kind && { kinds: kind }),
  ...(indicator && { indicators: indicator }),
  ...(area && { areas: area }),
});

/** Both releases, as far as the actor may see the figures of both. */
async function bothOf(
  effects: Effects,
  actor: Actor,
  { id, from }: Input,
  action: string,
): Promise<Result<readonly [Release, Release]>> {
  const now = await readableRelease(effects, actor, id, action);
  if (!now.ok) return now;
  const before = await readableRelease(effects, actor, from, action);
  if (!before.ok) return before;
  const [earlier, later] = [before.value.release, now.value.release];
  if (earlier.series !== later.series || earlier.kind !== "observations" || later.kind !== "observations")
    return fail(
      problem(
        "app.releases-not-comparable",
        `${from} belongs to the series ${earlier.series}, ${id} to ${later.series}. Only releases of observations of one series are compared: between others every figure would be another.`,
        { field: "from" },
      ),
    );
  return ok([earlier, later]);
}

export const releaseChanges: RouteUseCase<"releaseChanges"> = async (effects, actor, input) => {
  const both = await bothOf(effects, actor, input, "observation.read");
  if (!both.ok) return both;
  const { releases } = effects.store;
  const { total, respects, indicators, areas } = await releases.changeCounts(...both.value);
  const rows = await releases.changes(...both.value, {
    ...filterOf(input),
    limit: input.limit,
    offset: input.offset,
  });
  return ok({
    from: input.from,
    to: input.id,
    total: { ...total },
    respects: { ...respects },
    indicators: indicators.map((one) => ({ ...one })),
    areas: areas.map((one) => ({ ...one })),
    rows: rows.map((row) => ({ ...row, breakdowns: { ...row.breakdowns } })),
  });
};

export const downloadReleaseChanges: RouteUseCase<"downloadReleaseChanges"> = async (
  effects,
  actor,
  input,
) => {
  const both = await bothOf(effects, actor, input, "release.download");
  if (!both.ok) return both;
  const name = `${input.from}-to-${input.id}`;
  const bytes = effects.store.releases.changesCsv(...both.value, filterOf(input));
  if (input.format === "csv") {
    const bare: Download = { fileName: `${name}.csv`, mediaType: "text/csv; charset=utf-8", stream: bytes };
    return ok(bare);
  }
  const about = await contentOf(effects, both.value, name, input.language);
  const readme = readmeMarkdown(readmeOf(about, input.language), input.language);
  const zip: Download = {
    fileName: `${name}.zip`,
    mediaType: "application/zip",
    stream: zipOf(about.about.madeAt, readme, [{ name: "changes.csv", bytes }]),
  };
  return ok(zip);
};

const parts = ["missing", "unit", "status", "note"] as const;

/** What a reader of the file must know; its rows come from the store as they are. */
async function contentOf(
  { store }: Effects,
  [earlier, later]: readonly [Release, Release],
  id: string,
  language: Language,
): Promise<DownloadContent> {
  const extents = await Promise.all(
    [earlier, later].map((release) => store.releases.extent({ release: release.id })),
  );
  const breakdowns = [...new Set(extents.flatMap((extent) => extent?.breakdowns ?? []))];
  const columns: readonly (readonly [string, ColumnWord])[] = [
    ["kind", "changeKind"],
    ...(["indicator", "area", "period", "source", "sex"] as const).map((key) => [key, key] as const),
    ...breakdowns.map((name) => [name, "breakdown"] as const),
    ["old_value", "value"],
    ["new_value", "value"],
    ["difference", "changeDifference"],
    ["percent", "changePercent"],
    ...parts.flatMap((part) => [[`old_${part}`, part] as const, [`new_${part}`, part] as const]),
  ];
  const all = ofSeveral([earlier, later]);
  const named = ({ id: release, checksum }: Release) => `${release} (SHA-256 ${checksum})`;
  return {
    about: {
      ...all,
      id,
      title: `${later.title}: ${earlier.id} → ${later.id}`,
      version: `${earlier.version} → ${later.version}`,
      citation: { ...later.citation, title: `${earlier.citation.title} → ${later.citation.title}` },
      caveats: [...all.caveats, exploreReadmeWords.empty[language], exploreReadmeWords.apostrophe[language]],
      checksum: later.checksum,
      madeAt: later.createdAt,
    },
    tables: [
      {
        name: "changes",
        columns: columns.map(([name, meaning]) => ({ name, meaning })),
        rowCount: null,
        batches: oneBatch([]),
      },
    ],
    facts: [
      [releaseChangeSides.old[language], named(earlier)],
      [releaseChangeSides.new[language], named(later)],
    ],
  };
}
