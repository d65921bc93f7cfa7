import type { Problem } from "#kernel";
import { checkFields, type SearchRoom } from "./field-values.ts";
import { parseSearch } from "./parse-search.ts";

/** Why a search text is refused, or null. Shells ask before they search; the search itself then finds nothing. */
export function searchTextProblem(text: string, room: SearchRoom = "passages"): Problem | null {
  const read = parseSearch(text);
  if (!read.ok) return read.problems[0] ?? null;
  const checked = checkFields(read.value, room);
  return checked.ok ? null : (checked.problems[0] ?? null);
}
