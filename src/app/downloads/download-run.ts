import type { IndexRun } from "#securities";
import { runIntervals } from "../indexes/uncertainty.ts";
import { readableRun } from "../releases/visible-releases.ts";
import type { RouteUseCase } from "../use-case.ts";
import { runTables } from "./run-tables.ts";
import { writeDownload } from "./write-download.ts";

/** An index run as CSV, XLSX or JSON with its README; it is cited with the release it was computed on. */
export const downloadRun: RouteUseCase<"downloadRun"> = async (effects, actor, input) => {
  const found = await readableRun(effects, actor, input.id, "release.download");
  if (!found.ok) return found;
  const { run, release } = found.value;
  const title = run.title[input.language] ?? run.title.en;
  const about = {
    id: run.id,
    title,
    version: `${run.definitionId} ${run.definitionVersion}`,
    origin: run.origin,
    citation: {
      ...release.citation,
      title: `${title}, computed on ${release.citation.title}`,
      issued: run.createdAt.slice(0, 10),
    },
    licence: release.licence,
    caveats: [
      ...release.caveats,
      "Scores and ranks are relative to the areas of this run; do not compare them with those of another.",
      ...(run.reconstruction
        ? ["The definition is a reconstruction from published descriptions, not the original."]
        : []),
    ],
    checksum: run.resultSha256,
    madeAt: run.createdAt,
  };
  const tables = runTables(
    run.result as IndexRun,
    run.origin,
    input.language,
    await runIntervals(effects, run),
  );
  return writeDownload({ about, tables }, input.format, input.language);
};
