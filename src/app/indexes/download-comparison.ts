import { permission } from "#access";
import { areaName } from "#kernel";
import { oneBatch } from "../downloads/download-table.ts";
import type { ColumnWord } from "../downloads/words.data.ts";
import { writeDownload } from "../downloads/write-download.ts";
import { ofSeveral } from "../releases/of-several.ts";
import type { RouteUseCase } from "../use-case.ts";
import { comparisonOf } from "./compare-runs.ts";
import { runIntervals } from "./uncertainty.ts";

/** A comparison of two runs as CSV, XLSX or JSON with its README: a row for each area and cause. */
export const downloadComparison: RouteUseCase<"downloadComparison"> = async (effects, actor, input) => {
  const allowed = permission(actor, "release.download");
  if (!allowed.ok) return allowed;
  const found = await comparisonOf(effects, actor, input);
  if (!found.ok) return found;
  const { from, to, comparison } = found.value;
  for (const { release } of [from, to]) {
    const readable = permission(actor, "release.download", { tier: release.tier });
    if (!readable.ok) return readable;
  }
  const { language } = input;
  const { causes, divided, areas, periods } = comparison;
  const columns: readonly (readonly [string, ColumnWord])[] = [
    ["area", "area"],
    ["area_name", "areaName"],
    ["state", "comparisonState"],
    ["rank_from", "rankFrom"],
    ["rank_from_low", "rankLow"],
    ["rank_from_high", "rankHigh"],
    ["rank_to", "rankTo"],
    ["rank_to_low", "rankLow"],
    ["rank_to_high", "rankHigh"],
    ["score_from", "scoreFrom"],
    ["score_to", "scoreTo"],
    ["cause", "cause"],
    ["part", "causePart"],
    ["places", "placesGained"],
    ["score_change", "scoreChange"],
  ];
  const intervals = [await runIntervals(effects, from.run), await runIntervals(effects, to.run)] as const;
  const endsOf = (side: 0 | 1, area: string, isRanked: boolean): readonly (number | null)[] => {
    const ends = intervals[side](area, comparison.nodes[side], periods[side]);
    return isRanked ? [ends.rankLow, ends.rankHigh] : [null, null];
  };
  const rows = areas.flatMap((change) => {
    const { area, state, from: first, to: last } = change;
    const standing = [
      area,
      areaName(area, language),
      state,
      first?.rank ?? null,
      ...endsOf(0, area, first !== null),
      last?.rank ?? null,
      ...endsOf(1, area, last !== null),
      first?.score ?? null,
      last?.score ?? null,
    ];
    if (state !== "both") return [[...standing, null, null, null, null]];
    return causes.flatMap(({ cause }, c) => [
      [...standing, cause, null, change.places[c]!, change.scores[c]!],
      ...(divided?.cause === cause
        ? divided.parts.map((part, p) => [...standing, cause, part, change.parts[p]!, null])
        : []),
    ]);
  });
  const title = `${from.run.title[language] ?? from.run.title.en}: ${from.run.id}${periods[0] ? `, ${periods[0]}` : ""} → ${to.run.id}${periods[1] ? `, ${periods[1]}` : ""}`;
  const all = ofSeveral([from.release, to.release]);
  const about = {
    id: `${from.run.id}-to-${to.run.id}`,
    title,
    version: `${from.run.definitionId} ${from.run.definitionVersion} – ${to.run.definitionId} ${to.run.definitionVersion}`,
    origin: all.origin,
    citation: {
      ...to.release.citation,
      title,
      issued: (from.run.createdAt > to.run.createdAt ? from : to).run.createdAt.slice(0, 10),
    },
    licence: all.licence,
    caveats: [
      ...all.caveats,
      "Shares are Shapley shares of the causes over all mixtures of the two runs; those of one area sum to its change.",
      "They say what the recipe of the index made of the changes, not why the world changed.",
    ],
    checksum: to.run.resultSha256,
    madeAt: to.run.createdAt,
  };
  const table = {
    name: "shares",
    columns: columns.map(([name, meaning]) => ({ name, meaning })),
    rowCount: rows.length,
    batches: oneBatch(rows),
  };
  return writeDownload({ about, tables: [table] }, input.format, language);
};
