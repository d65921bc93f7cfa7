// What differs between two releases of a series.

import { fail, ok, problem, type Result } from "#kernel";
import type { Actor, Release } from "#records";
import type { ChangeFilter } from "#store";
import type { Effects } from "../effects.ts";
import type { Download, RouteInput, RouteUseCase } from "../use-case.ts";
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
  const download: Download = {
    fileName: `${input.from}-to-${input.id}.csv`,
    mediaType: "text/csv; charset=utf-8",
    stream: effects.store.releases.changesCsv(...both.value, filterOf(input)),
  };
  return ok(download);
};
