import { noSuchRelease, readableForRecord } from "../releases/visible-releases.ts";
import type { RouteUseCase } from "../use-case.ts";
import { observationTable } from "./observation-table.ts";
import { writeDownload } from "./write-download.ts";

/** A release, or a slice of it, as CSV, XLSX or JSON with its README. */
export const downloadRelease: RouteUseCase<"downloadRelease"> = async (effects, actor, input) => {
  const { releases } = effects.store;
  const found = await readableForRecord(effects, actor, input.id, "release.download", input.withdrawn);
  if (!found.ok) return found;
  const { release } = found.value;
  const filter = {
    release: input.id,
    ...(input.indicator && { indicators: input.indicator }),
    ...(input.area && { areas: input.area }),
    ...(input.from !== undefined && { from: input.from }),
    ...(input.to !== undefined && { to: input.to }),
  };
  const table = await observationTable(releases, [filter], input.language);
  if (table === null) return noSuchRelease(input.id, "release of observations");
  const about = {
    id: release.id,
    title: release.title,
    version: String(release.version),
    origin: release.origin,
    citation: release.citation,
    licence: release.licence,
    caveats: release.caveats,
    checksum: release.checksum,
    madeAt: release.createdAt,
  };
  return writeDownload({ about, tables: [table] }, input.format, input.language);
};
