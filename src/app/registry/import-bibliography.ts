import { fail, type Problem, problem, type Result, type Sha256 } from "#kernel";
import type { Actor, Evaluation, Origin } from "#records";
import { bibliographicToEvaluation } from "#sources";
import type { Effects } from "../effects.ts";
import { readApart } from "../reading/read-apart.ts";
import { type KeptRecords, keepRecords } from "./keep-records.ts";

/** Lines left out are named one by one up to here. */
const namedLines = 20;

/** Whether a file is one of references, by its name. */
export const isBibliography = (name: string): boolean => /\.(ris|nbib|bib|bibtex|enw|csl\.json)$/i.test(name);

/**
 * References as evaluations of the registry, as one change that can be taken back. A reference without a
 * title makes no record and is named; lines that no format knows are named with their number.
 */
export async function importBibliography(
  effects: Effects,
  actor: Actor,
  file: {
    readonly stored: { readonly sha256: Sha256; readonly bytes: number };
    readonly bytes: Uint8Array;
    readonly name: string;
    readonly origin: Origin;
    readonly source: string;
  },
): Promise<Result<KeptRecords>> {
  const { stored, name, origin, source } = file;
  const read = await readApart("bibliography", { bytes: file.bytes, name }, { limits: effects.reading });
  if (!read.ok) return read;
  const { records: references, skipped, problems } = read.value;
  const warnings: Problem[] = [...problems];
  for (const { line, text, why } of skipped.slice(0, namedLines))
    warnings.push(
      problem(
        "app.line-skipped",
        `Line ${line} of ${name} was left out: ${why} It reads "${text.slice(0, 80)}".`,
        {
          file: name,
          line,
        },
      ),
    );
  if (skipped.length > namedLines)
    warnings.push(
      problem("app.line-skipped", `${skipped.length - namedLines} further lines of ${name} were left out.`, {
        file: name,
      }),
    );
  const records: Evaluation[] = [];
  for (const [place, reference] of references.entries()) {
    const record = bibliographicToEvaluation(reference, {
      source,
      prefix: prefixOf(source),
      origin,
      provenance: { source: stored.sha256, locator: { kind: "whole" } },
    });
    if (record) records.push(record);
    else
      warnings.push(
        problem(
          "app.reference-without-title",
          `Reference ${place + 1} of ${name} has no title, so it cannot be told from another: it makes no record.`,
          { file: name },
        ),
      );
  }
  if (records.length === 0)
    return fail(
      problem("app.table-without-records", `No reference of ${name} makes a record. Nothing was imported.`, {
        file: name,
      }),
    );
  return keepRecords(effects, actor, {
    stored,
    name,
    origin,
    records,
    warnings,
    detail: { format: read.value.format },
  });
}

/** The short form of a name, which begins identifiers. */
export const prefixOf = (source: string): string =>
  source
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 24)
    .replace(/-$/, "") || "registry";
