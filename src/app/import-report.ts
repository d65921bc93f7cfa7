import { ok } from "#kernel";
import { readerVersion } from "#sources";
import { importOutcome } from "./import-outcome.ts";
import { withKeptFile } from "./kept-source.ts";
import { evaluationKnown, keepReport, readAlready } from "./reading/keep-report.ts";
import { readApart } from "./reading/read-apart.ts";
import type { RouteUseCase } from "./use-case.ts";

/**
 * Reads a report into passages and keeps it: file, text, blocks, passages, and the tie to its evaluation.
 * Bytes that the present reader has read already are not read again, only tied. Costs one pass over the
 * document in a process of its own, which time and memory limit; its text and blocks are in memory at once.
 */
export const importReport: RouteUseCase<"importReport"> = async (effects, actor, input, work) =>
  withKeptFile(effects, actor, "document.import", input, input.name, async ({ stored, bytes }) => {
    work?.progress?.({ label: input.name, done: 0, total: null, unit: "pages" });
    const evaluation = input.evaluation ?? null;
    const already = await readAlready(effects, stored.sha256, readerVersion);
    if (already) {
      const tied = await effects.store.transaction(async (catalogue) => {
        const known = await evaluationKnown(catalogue, evaluation);
        if (known.ok && evaluation) await catalogue.documents.link(stored.sha256, evaluation, effects.now());
        return known;
      });
      return tied.ok ? ok(importOutcome({ unchanged: already.passages, ids: [stored.sha256] })) : tied;
    }
    const read = await readApart(
      "report",
      { bytes, name: input.name },
      {
        limits: effects.reading,
        onPage: (done, total) => work?.progress?.({ label: input.name, done, total, unit: "pages" }),
        signal: work?.signal,
      },
    );
    if (!read.ok) return read;
    const { name, origin } = input;
    const kept = await keepReport(effects, actor, { stored, name, origin, evaluation }, read.value);
    if (!kept.ok) return kept;
    const { added, superseded, unchanged } = kept.value.counts;
    return ok(
      importOutcome({
        added,
        superseded,
        unchanged,
        ids: [stored.sha256],
        warnings: [...kept.value.warnings],
      }),
    );
  });
