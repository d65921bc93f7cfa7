import { fail, ok, type Problem, problem, type Result, type Sha256, visibleText } from "#kernel";
import { type Actor, type Origin, type Passage, passageId } from "#records";
import type { RereadCounts } from "#store";
import { auditEntry } from "../audit-entry.ts";
import type { Effects } from "../effects.ts";
import { gatherRecommendations } from "../follow-up/index.ts";
import { sourceRecord } from "../kept-source.ts";
import { gatherLessons } from "../lessons/index.ts";
import type { ReadReport } from "./read-answer.ts";

/**
 * Keeps a report that was read: file, text, blocks, passages, and the tie to its evaluation, in one
 * transaction. What people decided about its passages stands.
 */
export async function keepReport(
  effects: Effects,
  actor: Actor,
  file: {
    readonly stored: { readonly sha256: Sha256; readonly bytes: number };
    readonly name: string;
    readonly origin: Origin;
    readonly evaluation: string | null;
  },
  { passages: found, warnings, ...asRead }: ReadReport,
): Promise<Result<{ readonly counts: RereadCounts; readonly warnings: readonly Problem[] }>> {
  const source = file.stored.sha256;
  const read = { ...asRead, title: asRead.title === null ? null : visibleText(asRead.title) || null };
  const passages: Passage[] = found.map((passage) => ({
    ...passage,
    id: passageId(source, passage.spans),
    source,
    language: read.language,
  }));
  const nothing = problem(
    "app.no-passages",
    `${file.name} was kept, but nothing in it was recognised as a finding, a recommendation, a lesson or the like: there is nothing to search or cite. Check that it is the report you meant.`,
    { file: file.name },
  );
  return effects.store.transaction(async (catalogue) => {
    const tied = await evaluationKnown(catalogue, file.evaluation);
    if (!tied.ok) return tied;
    const facts = {
      name: file.name,
      origin: file.origin,
      citation: { title: read.title ?? file.name },
    };
    await catalogue.sources.add(sourceRecord(effects, actor, file.stored, facts));
    const counts = await catalogue.documents.reread({ ...read, source }, passages, effects.now());
    if (file.evaluation) await catalogue.documents.link(source, file.evaluation, effects.now());
    await gatherRecommendations(effects, catalogue, actor, source, found);
    await gatherLessons(effects, catalogue, actor, source, found);
    await catalogue.audit.append(
      auditEntry(effects, actor, "document.import", `source:${source}`, {
        name: file.name,
        passages: passages.length,
        readerVersion: read.readerVersion,
      }),
    );
    return ok({ counts, warnings: passages.length === 0 ? [...warnings, nothing] : warnings });
  });
}

/** Nothing, or the problem that the evaluation a report is to be tied to is not in the registry. */
export async function evaluationKnown(
  catalogue: Effects["store"]["catalogue"],
  evaluation: string | null,
): Promise<Result<null>> {
  if (evaluation === null || (await catalogue.evaluations.byId(evaluation))) return ok(null);
  return fail(
    problem(
      "app.evaluation-unknown",
      `There is no evaluation "${evaluation}" in the registry. A report is tied to an existing record; import the registry first or leave the evaluation out. Nothing was imported.`,
      { field: "evaluation" },
    ),
  );
}

/** Whether these bytes are here and were read by this reader: then there is nothing to read. */
export async function readAlready(
  effects: Effects,
  source: Sha256,
  readerVersion: string,
): Promise<{ readonly passages: number; readonly pages: number | null } | null> {
  const { catalogue } = effects.store;
  const reading = await catalogue.documents.bySource(source);
  if (reading === null || reading.readerVersion !== readerVersion) return null;
  return { passages: (await catalogue.passages.ofDocument(source)).length, pages: reading.pages };
}
