import { type Problem, problem } from "#kernel";
import { isSearchTooLong, longestSearch, mostSearchTerms } from "./parse-search.ts";

/** Why a search text is refused, or null. Shells ask before they search; the search itself then finds nothing. */
export const searchTextProblem = (text: string): Problem | null =>
  isSearchTooLong(text)
    ? problem(
        "store.search-too-long",
        `The search text has ${text.length.toLocaleString("en")} characters. A search may have ${longestSearch.toLocaleString("en")} characters and ${mostSearchTerms} words or phrases: shorten it to the words that matter, or search for a phrase in quotation marks.`,
        { field: "text" },
      )
    : null;
