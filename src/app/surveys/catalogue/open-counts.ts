import type { StudyFile, StudyVariable } from "#records";
import type { Effects } from "../../effects.ts";
import type { ReadableEdition } from "../visible-studies.ts";

/** Rows with a code of a variable; `withheld`: not for the asker to see. */
export type OpenCount = {
  /** Null: no value in the cell. */
  readonly code: string | null;
  readonly cases: number;
  readonly weighted: number;
  readonly withheld: boolean;
};

/** The column or the number that weighs the rows of a file; null where none does. */
export const weightOf = ({ design }: Pick<StudyFile, "design">): string | number | null => design.weights;

/**
 * Which counts of one variable by itself stay back: those below the minimum, and with them the next larger ones until
 * what is withheld together could be shown and is more than one, so that the sum gives none of them back.
 */
export function withheldOneWay(counts: readonly number[], minimumCases: number): ReadonlySet<number> {
  const order = counts.map((_, at) => at).filter((at) => counts[at]! > 0);
  order.sort((a, b) => counts[a]! - counts[b]!);
  const withheld = new Set(order.filter((at) => counts[at]! < minimumCases));
  if (withheld.size === 0) return withheld;
  let together = 0;
  for (const at of withheld) together += counts[at]!;
  for (const at of order) {
    if (withheld.size > 1 && together >= minimumCases && together > withheld.size) break;
    if (withheld.has(at)) continue;
    withheld.add(at);
    together += counts[at]!;
  }
  return withheld;
}

/** Rows by code of a variable, each with whether the asker may see it. */
export async function openCounts(
  effects: Effects,
  { edition, seesRows }: ReadableEdition,
  file: StudyFile,
  variable: StudyVariable,
): Promise<readonly OpenCount[]> {
  const rows = await effects.store.microdata.counts(file.data, {
    by: [variable.name],
    weight: weightOf(file),
  });
  const withheld = seesRows
    ? new Set<number>()
    : withheldOneWay(
        rows.map(({ count }) => count),
        edition.minimumCases,
      );
  return rows.map(({ codes, count, weighted }, at) => ({
    code: codes[0] ?? null,
    cases: count,
    weighted,
    withheld: withheld.has(at),
  }));
}
