import type { ReportedState, Verdict } from "#records";
import { foreignStatuses, verdictWords } from "./foreign-statuses.data.ts";

const folded = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[\s–—-]+/g, " ")
    .trim();

/**
 * What a status of another system comes to here.
 *
 * @param system its name, for example `UNDP`; where it is not in the table, the word is looked up in all of
 *   them and counts only where they agree
 * @returns the state; null for an empty word or one nobody knows
 * @example
 * foreignState("IOM", "Discarded") // => "cancelled"
 * foreignState("UNDP", "something new") // => null
 */
export function foreignState(system: string, original: string): ReportedState | null {
  const word = folded(original);
  const known = foreignStatuses.filter((one) => folded(one.original) === word);
  const own = known.filter(({ systems }) =>
    (systems as readonly string[]).includes(system.trim().toUpperCase()),
  );
  const found = new Set((own.length > 0 ? own : known).map(({ state }) => state));
  return found.size === 1 ? [...found][0]! : null;
}

/**
 * The verdict a short answer states, in four languages; null where it states none.
 *
 * @param text the cell or line of the response itself, not an essay: "accepts the thrust of" is no verdict
 * @example
 * statedVerdict("Partiellement acceptée") // => "partially-accepted"
 * statedVerdict("Noted") // => null
 */
export function statedVerdict(text: string): Verdict | null {
  const line = folded(text).slice(0, 120);
  return verdictWords.find(([word]) => line.startsWith(word) || line.includes(` ${word}`))?.[1] ?? null;
}
