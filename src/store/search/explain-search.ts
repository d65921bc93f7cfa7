import type { Database } from "../database.ts";
import type { SearchExplanation } from "../searches-catalogue.ts";
import { lexemesOf, searchConfigurations } from "./lexemes.ts";
import { parseSearch } from "./parse-search.ts";
import { searchText, termsOf } from "./search-node.ts";
import { wordsNear } from "./search-words.ts";

type Filters = Readonly<Record<string, readonly string[]>>;

/** Terms that are counted one by one; a search of more is explained by the first. */
const mostExplained = 12;

/**
 * Tells why a search finds little: which of its words finds nothing by itself, what is near it in the
 * collection, and which filter leaves nothing. Cost: one count for each term and filter.
 *
 * @param count counts what a text finds with filters
 */
export async function explainSearch(
  db: Database,
  text: string,
  filters: Filters,
  count: (text: string, filters: Filters) => Promise<{ readonly total: number; readonly more: boolean }>,
): Promise<SearchExplanation> {
  const counted = async (...asked: Parameters<typeof count>) => {
    const { total, more } = await count(...asked);
    return { total, more };
  };
  const read = parseSearch(text);
  const terms = read.ok ? termsOf(read.value).slice(0, mostExplained) : [];
  const lexemes = await lexemesOf(db, terms);
  const explained: SearchExplanation["terms"][number][] = [];
  const seen = new Set<string>();
  for (const term of terms) {
    const alone = searchText(term);
    if (seen.has(alone)) continue;
    seen.add(alone);
    const { total, more } = await counted(alone, {});
    const ignored = searchConfigurations.every(({ language }) => lexemes(term, language) === null);
    const languages = (filters["language"] ?? []).filter((one) => one !== "none");
    const near =
      total === 0 && term.is === "word"
        ? (await wordsNear(db, term.text, languages)).map(({ word }) => word)
        : [];
    explained.push({ text: alone, total, more, ignored, near });
  }
  const without: SearchExplanation["filters"][number][] = [];
  for (const field of Object.keys(filters)) {
    const others = Object.fromEntries(Object.entries(filters).filter(([name]) => name !== field));
    without.push({ field, ...(await counted(text, others)) });
  }
  return { terms: explained, filters: without, unfiltered: await counted(text, {}) };
}
