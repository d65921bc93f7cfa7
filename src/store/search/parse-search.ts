// What a person types into a search box, as a structure. Knows no SQL. Operators that lead nowhere are read
// as if they were not there; what cannot be understood is a problem with its place.

import { fail, ok, type Problem, problem, type Result } from "#kernel";
import {
  type FieldValue,
  type Phrase,
  type SearchNode,
  type TextField,
  termsOf,
  textFields,
  type ValueField,
  valueFields,
  type Word,
} from "./search-node.ts";
import { searchTokens, type Token } from "./search-tokens.ts";

export const longestSearch = 1000;
export const mostSearchTerms = 64;
/** Words that NEAR may span, and the sum over a search: each distance is an alternative for the engine. */
export const farthestNear = 30;
const mostNear = 90;
const deepest = 20;

const hasContent = /[\p{L}\p{N}]/u;
const isTextField = (name: string): name is TextField => (textFields as readonly string[]).includes(name);
const isValueField = (name: string): name is ValueField => (valueFields as readonly string[]).includes(name);

class NotUnderstood extends Error {
  readonly found: Problem;
  constructor(message: string) {
    super(message);
    this.found = problem("store.search-not-understood", message, { field: "text" });
  }
}

/**
 * Reads a search text: words side by side must all be there; `"a phrase"`; `a NEAR/5 b`; `-without` or
 * `NOT`; `or` between alternatives (`OU` and `O` in capitals too), which binds weaker than standing side by
 * side; parentheses; `pension*`; fields such as `title:floor`, `kind:recommendation`, `year:2015..2020`. A
 * quotation mark that is never closed reaches to the end.
 *
 * @returns the search; null for a text that asks for nothing; or what is wrong, at which place, and what to do
 */
export function parseSearch(text: string): Result<SearchNode | null> {
  if (text.length > longestSearch) return fail(tooLong(text));
  const tokens = searchTokens(text.normalize("NFC"), (name) => isTextField(name) || isValueField(name));
  try {
    const node = new Reader(tokens).whole();
    if (node === null) return ok(null);
    if (termsOf(node).length + termsOf(node, true).length > mostSearchTerms) return fail(tooLong(text));
    if (sumOfNear(node) > mostNear)
      throw new NotUnderstood(
        `The distances of NEAR add up to more than ${mostNear} words, which would take too long. Use fewer of them, or shorter distances.`,
      );
    return ok(node);
  } catch (error) {
    if (error instanceof NotUnderstood) return fail(error.found);
    throw error;
  }
}

const tooLong = (text: string): Problem =>
  problem(
    "store.search-too-long",
    `The search text has ${text.length.toLocaleString("en")} characters. A search may have ${longestSearch.toLocaleString("en")} characters and ${mostSearchTerms} words or phrases: shorten it to the words that matter, or search for a phrase in quotation marks.`,
    { field: "text" },
  );

function sumOfNear(node: SearchNode): number {
  if (node.is === "near") return node.distance;
  if (node.is === "not") return sumOfNear(node.part);
  if (node.is === "and" || node.is === "or")
    return node.parts.reduce((sum, part) => sum + sumOfNear(part), 0);
  return 0;
}

const together = (is: "and" | "or", parts: readonly SearchNode[]): SearchNode | null => {
  const flat = parts.flatMap((part) => (part.is === is ? part.parts : [part]));
  return flat.length === 0 ? null : flat.length === 1 ? flat[0]! : { is, parts: flat };
};

/** Reads tokens from left to right; `null` stands for a part that asks for nothing. */
class Reader {
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;
  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): SearchNode | null {
    const node = this.#alternatives("text");
    const rest = this.#tokens[this.#next];
    if (rest)
      throw new NotUnderstood(
        `The parenthesis at character ${rest.at} closes none that was opened. Take it away, or open one before it.`,
      );
    return node;
  }

  #peek = (): Token | undefined => this.#tokens[this.#next];

  #alternatives(field: TextField): SearchNode | null {
    const parts: SearchNode[] = [];
    for (;;) {
      const part = this.#allOf(field);
      if (part !== null) parts.push(part);
      if (this.#peek()?.is !== "or") return together("or", parts);
      this.#next++;
    }
  }

  #allOf(field: TextField): SearchNode | null {
    const parts: SearchNode[] = [];
    for (let token = this.#peek(); token && token.is !== "or" && token.is !== "close"; token = this.#peek()) {
      if (token.is === "and") {
        this.#next++;
        continue;
      }
      if (token.is === "near") throw this.#nearLacks(token);
      const part = this.#withNear(field);
      if (part !== null) parts.push(part);
    }
    return together("and", parts);
  }

  #nearLacks = (token: Token) =>
    new NotUnderstood(
      `${token.text} at character ${token.at} needs a word or a phrase in quotation marks on both sides, as in: maternity NEAR/5 leave. To look for the word itself, write "near".`,
    );

  #withNear(field: TextField): SearchNode | null {
    let left = this.#one(field);
    const pairs: SearchNode[] = [];
    for (let near = this.#peek(); near?.is === "near"; near = this.#peek()) {
      this.#next++;
      const distance = near.distance ?? 10;
      if (distance < 1 || distance > farthestNear)
        throw new NotUnderstood(
          `${near.text} at character ${near.at} asks for ${distance} words. NEAR takes 1 to ${farthestNear}; for more, the words side by side find every passage that has both.`,
        );
      const follows = this.#peek();
      const right = follows && follows.is !== "close" ? this.#one(field) : null;
      if (!isTerm(left) || !isTerm(right) || left.field !== right.field) throw this.#nearLacks(near);
      pairs.push({ is: "near", left, right, distance });
      left = right;
    }
    return pairs.length > 0 ? together("and", pairs) : left;
  }

  #one(field: TextField): SearchNode | null {
    const token = this.#tokens[this.#next++];
    if (!token) return null;
    switch (token.is) {
      case "minus":
      case "not": {
        const part = this.#peek() && this.#peek()?.is !== "close" ? this.#one(field) : null;
        return part === null ? null : part.is === "not" ? part.part : { is: "not", part };
      }
      case "open":
        return this.#group(field, token);
      case "phrase":
        return hasContent.test(token.text) ? { is: "phrase", text: token.text.trim(), field } : null;
      case "field":
        return isTextField(token.text) ? this.#one(token.text) : this.#values(token);
      case "word":
        return wordOf(token.text, field);
      default:
        return null;
    }
  }

  #group(field: TextField, open: Token): SearchNode | null {
    if (++this.#depth > deepest)
      throw new NotUnderstood(
        `The parenthesis at character ${open.at} is the ${deepest + 1}st inside one another. Write the search with fewer.`,
      );
    const node = this.#alternatives(field);
    if (this.#peek()?.is !== "close")
      throw new NotUnderstood(
        `The parenthesis at character ${open.at} is never closed. Close it, or put what you look for in quotation marks.`,
      );
    this.#next++;
    this.#depth--;
    return node;
  }

  #values(token: Token): FieldValue {
    const field = token.text as ValueField;
    const values: string[] = [];
    for (;;) {
      const value = this.#tokens[this.#next];
      if (value?.is !== "phrase" && value?.is !== "word") break;
      this.#next++;
      values.push(...(value.is === "phrase" ? [value.text.trim()] : value.text.split(",")).filter(Boolean));
      // A list goes on where a comma stands at its end: country:"Cabo Verde",KEN.
      const goesOn = value.is === "word" ? value.text.endsWith(",") : this.#peek()?.text.startsWith(",");
      if (!goesOn) break;
    }
    if (values.length === 0)
      throw new NotUnderstood(
        `${field}: at character ${token.at} has no value. Write one behind the colon, as in ${example(field)}.`,
      );
    return {
      is: "value",
      field,
      values,
      range: field === "year" ? yearsOf(values, token) : null,
      at: token.at,
    };
  }
}

const isTerm = (node: SearchNode | null): node is Word | Phrase =>
  node !== null && (node.is === "word" || node.is === "phrase");

function wordOf(text: string, field: TextField): Word | null {
  const prefix = /[\p{L}\p{N}]\*$/u.test(text);
  const bare = prefix ? text.slice(0, -1) : text;
  return hasContent.test(bare) ? { is: "word", text: bare, prefix, field } : null;
}

const example = (field: ValueField) =>
  ({ country: "country:KEN", year: "year:2015..2020", kind: "kind:recommendation" })[field as string] ??
  `${field}:none`;

function yearsOf(values: readonly string[], token: Token): FieldValue["range"] {
  const [value = ""] = values;
  if (values.length > 1 || value === "none" || /^\d{4}$/.test(value)) {
    const wrong = values.find((one) => one !== "none" && !/^\d{4}$/.test(one));
    if (wrong === undefined) return null;
  }
  const match = /^(\d{4})?(?:\.\.|-)(\d{4})?$/.exec(value);
  const from = match?.[1] === undefined ? null : Number(match[1]);
  const to = match?.[2] === undefined ? null : Number(match[2]);
  if (values.length > 1 || !match || (from === null && to === null))
    throw new NotUnderstood(
      `year: at character ${token.at} does not understand "${values.join(",")}". Write a year, a list or a range: year:2018, year:2018,2020, year:2015..2020, year:2015..`,
    );
  if (from !== null && to !== null && from > to)
    throw new NotUnderstood(
      `year: at character ${token.at} goes from ${from} to ${to}, which is backwards. Write year:${to}..${from}.`,
    );
  return [from, to];
}
