import { setTimeout } from "node:timers/promises";
import type { Actor, StudyFile, StudyVariable } from "#records";
import type { Effects } from "../../effects.ts";
import { fileGuard } from "../tables/file-guard.ts";
import { usableEdition } from "../tables/table-data.ts";
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

/**
 * The decision on the cells of a large file is made once and takes its time. Who reads a page does not wait for it: until
 * it is there all is withheld.
 */
const patienceMilliseconds = 2_000;
const triedMilliseconds = 10_000;
const triedAt = new Map<string, number>();

async function inTime<T>(key: string, work: () => Promise<T>): Promise<T | null> {
  const begun = performance.now();
  const isImpatient = begun - (triedAt.get(key) ?? Number.NEGATIVE_INFINITY) < triedMilliseconds;
  const late = new AbortController();
  const waited = setTimeout(isImpatient ? 50 : patienceMilliseconds, null, { signal: late.signal }).catch(
    () => null,
  );
  const made = work();
  made.catch(() => null); // told to whoever waits for it
  const first = await Promise.race([made, waited]);
  late.abort();
  if (first === null) triedAt.set(key, begun);
  else triedAt.delete(key);
  return first;
}

type Counted = { readonly code: string | null; readonly count: number };

/**
 * Which counts of a variable that is opened for tables stay back: what the tables withhold of it. Reasons for no answer
 * are one level there, so that several of them are not told apart.
 */
async function withheldAsInTables(
  effects: Effects,
  actor: Actor,
  { study, edition }: ReadableEdition,
  file: StudyFile,
  variable: StudyVariable,
  counts: readonly Counted[],
): Promise<ReadonlySet<number>> {
  const everything = new Set(counts.keys());
  const usable = await usableEdition(effects, actor, study.id, edition.version);
  if (!usable.ok) return everything;
  const guard = await inTime(`${edition.checksum} ${file.name}`, () =>
    fileGuard(effects, study.kind, edition, file, usable.value.earlier),
  );
  if (guard === null || !guard.ok) return everything;
  const isOpen = (code: string | null) => {
    const state = guard.value.stateOf(new Map([[variable.name, code]]), null);
    return state === "open" || state === "empty";
  };
  const reasons = new Set(
    variable.categories.filter(({ missing }) => missing !== null).map(({ code }) => code),
  );
  const isAnswer = (code: string | null): code is string => code !== null && !reasons.has(code);
  const unanswered = [...everything].filter((at) => !isAnswer(counts[at]!.code) && counts[at]!.count > 0);
  const showsReasons = unanswered.length <= 1 && isOpen(null);
  return new Set(
    [...everything].filter((at) => {
      const { code, count } = counts[at]!;
      return isAnswer(code) ? !isOpen(code) : count > 0 && !showsReasons;
    }),
  );
}

/** Rows by code of a variable, each with whether the asker may see it. */
export async function openCounts(
  effects: Effects,
  actor: Actor,
  readable: ReadableEdition,
  file: StudyFile,
  variable: StudyVariable,
): Promise<readonly OpenCount[]> {
  const rows = await effects.store.microdata.counts(file.data, {
    by: [variable.name],
    weight: weightOf(file),
  });
  const counts = rows.map(({ codes, count }): Counted => ({ code: codes[0] ?? null, count }));
  const withheld = readable.seesRows
    ? new Set<number>()
    : variable.forTables
      ? await withheldAsInTables(effects, actor, readable, file, variable, counts)
      : withheldOneWay(
          counts.map(({ count }) => count),
          readable.edition.minimumCases,
        );
  return rows.map(({ weighted }, at) => ({
    code: counts[at]!.code,
    cases: counts[at]!.count,
    weighted,
    withheld: withheld.has(at),
  }));
}
