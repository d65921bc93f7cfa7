// The nine labelled sets of the screening reference as works: titles and abstracts without repetitions.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { readReferences } from "#sources";

const root = resolve(import.meta.dirname, "../../..");
export const synergy = resolve(
  root,
  process.env["SOCLE_REFERENCE"] ?? "../shared/reference",
  "screening/synergy",
);

/** With CI=true an absent folder is a failure, not a reason to skip. */
export const isSynergyAbsent = process.env["CI"] !== "true" && !existsSync(synergy);

export type Work = { readonly title: string; readonly abstract: string | null };

/** By name of the set. Of works with the same letters in their title the first counts: the others may be copies. */
export async function synergyWorks(): Promise<ReadonlyMap<string, readonly Work[]>> {
  const sets = new Map<string, readonly Work[]>();
  for (const name of readdirSync(synergy).filter((file) => file.endsWith(".csv"))) {
    const read = await readReferences(new Uint8Array(readFileSync(join(synergy, name))), name);
    if (!read.ok) throw new Error(read.problems[0]!.message);
    const seen = new Set<string>();
    sets.set(
      name.replace(/\.csv$/, ""),
      read.value.records.flatMap(({ record: { title, abstract } }) => {
        const letters = title?.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "") ?? "";
        if (title === null || seen.has(letters)) return [];
        seen.add(letters);
        return [{ title, abstract }];
      }),
    );
  }
  return sets;
}
