import { ok } from "#kernel";
import { writeDdi } from "#sources";
import type { RouteUseCase } from "../../use-case.ts";
import { knownStudy, readableEdition } from "../visible-studies.ts";
import { ddiStatistics } from "./ddi-statistics.ts";

/** The study as microdata libraries take it: with files and variables where an edition may be read about. */
export const downloadStudyDdi: RouteUseCase<"downloadStudyDdi"> = async (effects, actor, input) => {
  const found = await knownStudy(effects, actor, input.id);
  if (!found.ok) return found;
  const readable = await readableEdition(effects, actor, input.id, input.edition, "read");
  // Without data there is still a description; a version that was asked for and cannot be read is told.
  if (!readable.ok && (input.edition !== undefined || readable.problems[0]?.code !== "app.no-edition"))
    return readable;
  const edition = readable.ok ? readable.value.edition : null;
  const statistics = readable.ok ? await ddiStatistics(effects, actor, readable.value) : [];
  const text = writeDdi(found.value.stored.record, edition, input.language, statistics);
  return ok({
    fileName: `${input.id}${edition === null ? "" : `_edition-${edition.version}`}.xml`,
    mediaType: "application/xml; charset=utf-8",
    stream: (async function* () {
      yield new TextEncoder().encode(text);
    })(),
  });
};
