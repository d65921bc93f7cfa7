import { permission } from "#access";
import { fail, problem } from "#kernel";
import type { IndexRun } from "#securities";
import { runIntervals } from "../indexes/uncertainty.ts";
import { readableRelease } from "../releases/visible-releases.ts";
import type { RouteUseCase } from "../use-case.ts";
import { runTables } from "./run-tables.ts";
import { writeDownload } from "./write-download.ts";

/** An index run as CSV, XLSX or JSON with its README; it is cited with the release it was computed on. */
export const downloadRun: RouteUseCase<"downloadRun"> = async (effects, actor, input) => {
  const { catalogue } = effects.store;
  const run = await catalogue.indexes.run(input.id);
  const allowed = permission(actor, "release.download");
  if (!allowed.ok) return allowed;
  const found = run && (await readableRelease(effects, actor, run.release, "release.download"));
  if (found && !found.ok && found.problems.every(({ code }) => code !== "app.not-found")) return found;
  if (!run || !found?.ok)
    return fail(
      problem(
        "app.not-found",
        `There is no index run "${input.id}". It may be misspelt, or come from another installation; look it up in the list.`,
      ),
    );
  const { release } = found.value;
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
