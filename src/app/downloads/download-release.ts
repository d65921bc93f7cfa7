import { permission } from "#access";
import { fail, problem } from "#kernel";
import type { RouteUseCase } from "../use-case.ts";
import { observationTable } from "./observation-table.ts";
import { writeDownload } from "./write-download.ts";

/** A release, or a slice of it, as CSV, XLSX or JSON with its README. */
export const downloadRelease: RouteUseCase<"downloadRelease"> = async (effects, actor, input) => {
  const { catalogue, releases } = effects.store;
  const release = await catalogue.releases.byId(input.id);
  const allowed = permission(actor, "release.download", release ? { tier: release.tier } : {});
  if (!allowed.ok) return allowed;
  const filter = {
    release: input.id,
    ...(input.indicator && { indicators: input.indicator }),
    ...(input.area && { areas: input.area }),
    ...(input.from !== undefined && { from: input.from }),
    ...(input.to !== undefined && { to: input.to }),
  };
  const table = await observationTable(releases, filter, input.language);
  if (release === null || table === null)
    return fail(
      problem(
        "app.not-found",
        `There is no release of observations "${input.id}". It may be misspelt, or come from another installation; look it up in the list.`,
      ),
    );
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
