import { readDocument } from "#documents";
import { fail, ok, problem } from "#kernel";
import type { DocumentReading, Passage } from "#records";
import { passageId, readEvaluationReport, readerVersion } from "#sources";
import { auditEntry } from "./audit-entry.ts";
import { importOutcome } from "./import-outcome.ts";
import { sourceRecord, withKeptFile } from "./kept-source.ts";
import type { RouteUseCase } from "./use-case.ts";

/**
 * Reads a report into passages and keeps it: file, text, blocks, passages, and the tie to its evaluation.
 * Reading the same bytes again supersedes only what reads differently. Costs one pass over the document;
 * the file, its text and its blocks are in memory at once.
 */
export const importReport: RouteUseCase<"importReport"> = async (effects, actor, input, work) =>
  withKeptFile(effects, actor, "document.import", input, input.name, async ({ stored, bytes }) => {
    work?.progress?.({ label: input.name, done: 0, total: null, unit: "pages" });
    const document = await readDocument(bytes, input.name);
    if (!document.ok) return document;
    const read = readEvaluationReport(document.value);
    const source = stored.sha256;
    const passages: Passage[] = read.passages.map((passage) => ({
      ...passage,
      id: passageId(source, passage.spans),
      source,
      language: document.value.language,
    }));
    const warnings = [...document.value.warnings];
    if (passages.length === 0)
      warnings.push(
        problem(
          "app.no-passages",
          `${input.name} was kept, but nothing in it was recognised as a finding, a recommendation, a lesson or the like: there is nothing to search or cite. Check that it is the report you meant.`,
          { file: input.name },
        ),
      );
    const { format, language, title, pages, text, blocks } = document.value;
    const reading: DocumentReading = { source, readerVersion, format, language, title, pages, text, blocks };
    work?.progress?.({ label: input.name, done: pages ?? 1, total: pages ?? 1, unit: "pages" });
    return effects.store.transaction(async (catalogue) => {
      if (input.evaluation && !(await catalogue.evaluations.byId(input.evaluation)))
        return fail(
          problem(
            "app.evaluation-unknown",
            `There is no evaluation "${input.evaluation}" in the registry. A report is tied to an existing record; import the registry first or leave the evaluation out. Nothing was imported.`,
            { field: "evaluation" },
          ),
        );
      const facts = { name: input.name, origin: input.origin, citation: { title: title ?? input.name } };
      await catalogue.sources.add(sourceRecord(effects, actor, stored, facts));
      const counts = await catalogue.documents.put(reading, passages, effects.now());
      if (input.evaluation) await catalogue.documents.link(source, input.evaluation, effects.now());
      await catalogue.audit.append(
        auditEntry(effects, actor, "document.import", `source:${source}`, {
          name: input.name,
          passages: passages.length,
          readerVersion,
        }),
      );
      return ok(importOutcome({ ...counts, ids: [source], warnings }));
    });
  });
