import { ok } from "#kernel";
import { readConventions } from "#sources";
import { auditEntry } from "./audit-entry.ts";
import { type ImportOutcome, importOutcome } from "./import-outcome.ts";
import { type SourceFacts, sourceRecord, withKeptFile } from "./kept-source.ts";
import type { Upload, UseCase } from "./use-case.ts";

/**
 * Takes a list of Conventions in. A Convention whose entry differs from the one known supersedes it; one
 * that the list leaves out stays.
 */
export const importConventions: UseCase<
  { readonly upload: Upload; readonly citation?: SourceFacts["citation"] },
  ImportOutcome
> = async (effects, actor, { upload, citation }) =>
  withKeptFile(effects, actor, "standard.import", { upload }, upload.name, async ({ stored, bytes }) => {
    const conventions = readConventions(bytes, { source: stored.sha256, name: upload.name });
    if (!conventions.ok) return conventions;
    const facts: SourceFacts = { name: upload.name, origin: "real", ...(citation && { citation }) };
    return effects.store.transaction(async (catalogue) => {
      await catalogue.sources.add(sourceRecord(effects, actor, stored, facts));
      const counts = await catalogue.standards.putConventions(conventions.value);
      const resource = `source:${stored.sha256}`;
      await catalogue.audit.append(
        auditEntry(effects, actor, "standard.import", resource, { name: upload.name, ...counts }),
      );
      return ok(importOutcome({ ...counts, ids: [stored.sha256] }));
    });
  });
