// A search as a structure: what a person asked, free of any language's stems and of SQL. Also how it is
// written down again, so that a page can show how it was understood.

/** Texts a word can be looked for in: the text itself, the title of the evaluation, the heading above. */
export const textFields = ["text", "title", "heading"] as const;
export type TextField = (typeof textFields)[number];

/** Fields whose values are codes or names, as `kind:recommendation`. */
export const valueFields = [
  "kind",
  "country",
  "region",
  "year",
  "type",
  "timing",
  "nature",
  "status",
  "language",
  "donor",
  "theme",
  "branch",
  "criterion",
  "sdg",
  "response",
  "origin",
] as const;
export type ValueField = (typeof valueFields)[number];

export type Word = {
  readonly is: "word";
  readonly text: string;
  /** `pension*`: every word that begins so. */
  readonly prefix: boolean;
  readonly field: TextField;
};
export type Phrase = { readonly is: "phrase"; readonly text: string; readonly field: TextField };
/** Two words or phrases at most so many words apart, in either order; neighbours are 1 apart. */
export type Near = {
  readonly is: "near";
  readonly left: Word | Phrase;
  readonly right: Word | Phrase;
  readonly distance: number;
};
export type FieldValue = {
  readonly is: "value";
  readonly field: ValueField;
  /** As typed; `none` asks for what is not stated. */
  readonly values: readonly string[];
  /** For years: first and last, null where open. */
  readonly range: readonly [from: number | null, to: number | null] | null;
  /** Where it begins in the search text, from 1. */
  readonly at: number;
};
export type SearchNode =
  | Word
  | Phrase
  | Near
  | FieldValue
  | { readonly is: "and" | "or"; readonly parts: readonly SearchNode[] }
  | { readonly is: "not"; readonly part: SearchNode };

/** Words and phrases of a search in order, those that are excluded left out or alone. */
export function termsOf(node: SearchNode | null, excluded = false): readonly (Word | Phrase)[] {
  const found: (Word | Phrase)[] = [];
  const walk = (one: SearchNode, inverted: boolean): void => {
    if (one.is === "word" || one.is === "phrase") {
      if (inverted === excluded) found.push(one);
    } else if (one.is === "near") {
      walk(one.left, inverted);
      walk(one.right, inverted);
    } else if (one.is === "not") walk(one.part, !inverted);
    else if (one.is !== "value") for (const part of one.parts) walk(part, inverted);
  };
  if (node !== null) walk(node, false);
  return found;
}

const quoted = (text: string) => (/[\s():"]/u.test(text) || text === "" ? `"${text}"` : text);
const inField = (field: TextField, text: string) => (field === "text" ? text : `${field}:${text}`);

/**
 * A search as it was understood, every operator written out. Reading it again gives the same search.
 *
 * @example
 * searchText({ is: "not", part: { is: "word", text: "pension", prefix: true, field: "text" } }) // => "NOT pension*"
 */
export function searchText(node: SearchNode, inside = false): string {
  switch (node.is) {
    case "word":
      return inField(node.field, `${node.text}${node.prefix ? "*" : ""}`);
    case "phrase":
      return inField(node.field, `"${node.text}"`);
    case "near":
      return `(${searchText(node.left)} NEAR/${node.distance} ${searchText(node.right)})`;
    case "value": {
      const [from, to] = node.range ?? [null, null];
      const value = node.range ? `${from ?? ""}..${to ?? ""}` : node.values.map(quoted).join(",");
      return `${node.field}:${value}`;
    }
    case "not":
      return `NOT ${searchText(node.part, true)}`;
    case "and":
    case "or": {
      const text = node.parts
        .map((part) => searchText(part, true))
        .join(node.is === "and" ? " AND " : " OR ");
      return inside ? `(${text})` : text;
    }
  }
}
