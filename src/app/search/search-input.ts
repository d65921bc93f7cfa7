// What a route takes as a question to the store, and as the address of the page that asks it.

import { evaluationFacetNames, passageFacetNames, type searchSorts } from "#contract";
import type { EvaluationFilter, PassageQuery } from "#store";

type Filters = Readonly<Record<string, readonly string[]>>;
type Values = { readonly [name: string]: unknown };

/** The filters among the inputs of a route; those that are empty are none. */
export const filtersIn = (input: Values): Filters =>
  Object.fromEntries(
    [...new Set([...passageFacetNames, ...evaluationFacetNames])].flatMap((name) => {
      const value = input[name];
      return Array.isArray(value) && value.length > 0 ? [[name, value as readonly string[]]] : [];
    }),
  );

type Sort = (typeof searchSorts)[number];

export const passageQuestion = (
  input: Values & { readonly q: string; readonly sort?: Sort | undefined },
): Pick<PassageQuery, "text" | "filters" | "sort"> => ({
  text: input.q,
  filters: filtersIn(input),
  ...(input.sort && { sort: input.sort }),
});

export const evaluationQuestion = (
  input: Values & { readonly text?: string | undefined; readonly sort?: Sort | undefined },
): Pick<EvaluationFilter, "text" | "filters" | "sort"> => ({
  text: input.text ?? "",
  filters: filtersIn(input),
  ...(input.sort && { sort: input.sort }),
});

/** Lists in an address: values that are words are parted by `|`, codes by commas. */
const listText = (name: string, values: readonly string[]) =>
  values.join(name === "donor" || name === "theme" ? "|" : ",");

/** The query part of an address that asks the same: empty, or beginning with a question mark. */
export function questionAddress(
  name: "q" | "text",
  text: string,
  filters: Filters,
  more: Readonly<Record<string, string | undefined>> = {},
): string {
  const parts = new URLSearchParams();
  if (text !== "") parts.set(name, text);
  for (const [field, values] of Object.entries(filters)) parts.set(field, listText(field, values));
  for (const [field, value] of Object.entries(more)) if (value !== undefined) parts.set(field, value);
  const written = parts.toString();
  return written === "" ? "" : `?${written}`;
}
