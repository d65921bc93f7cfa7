// From a search to conditions of the database. A passage is asked in its own language; languages whose stems
// come out the same are asked together.

import { type RawBuilder, sql } from "kysely";
import type { Language } from "#kernel";
import { fieldNumbers, type SearchRoom } from "./field-values.ts";
import { type Lexemes, searchConfigurations } from "./lexemes.ts";
import type { SearchMemory } from "./search-memory.ts";
import type { Near, Phrase, SearchNode, TextField, Word } from "./search-node.ts";

type TextLanguage = Language | "";

/** How one group of languages is asked. */
export type Arm = {
  readonly languages: readonly TextLanguage[];
  /** Numbers that the languages have in the index: 0 unknown, then en, fr, es, pt. */
  readonly numbers: readonly number[];
  /** Null: nothing in these languages can fit. */
  readonly condition: RawBuilder<unknown> | null;
  /** What is looked for in the text, exclusions left out: for ranking and marking. */
  readonly positive: string | null;
  /** The whole condition as one query to the text, where it is no more than that. */
  readonly query: string | null;
};

/** Columns of the search table of a room: which vector a field asks, and with which weight. */
export type SearchColumns = Readonly<
  Record<TextField, { readonly column: string; readonly weight: "A" | "B" | "" } | null>
> & {
  readonly codes: string;
};

export const passageColumnsSearched: SearchColumns = {
  text: { column: "search", weight: "" },
  title: { column: "head", weight: "A" },
  heading: { column: "head", weight: "B" },
  codes: "codes",
};
export const evaluationColumnsSearched: SearchColumns = {
  text: { column: "search", weight: "" },
  title: { column: "title", weight: "" },
  heading: null,
  codes: "codes",
};

const languageNumbers: Readonly<Record<TextLanguage, number>> = { "": 0, en: 1, fr: 2, es: 3, pt: 4 };

export function compileSearch(
  node: SearchNode | null,
  given: {
    readonly lexemes: Lexemes;
    readonly memory: SearchMemory;
    readonly room: SearchRoom;
    readonly columns: SearchColumns;
    /** Only these languages; all when absent. */
    readonly languages?: readonly TextLanguage[];
  },
): readonly Arm[] {
  const arms = new Map<string, { languages: TextLanguage[] } & Omit<Arm, "languages" | "numbers">>();
  for (const { language } of searchConfigurations) {
    if (given.languages && !given.languages.includes(language)) continue;
    const texts: string[] = [];
    const compiler = new Compiler(language, given, texts);
    const condition = node === null ? sql`true` : compiler.condition(node);
    const positive = node === null ? null : compiler.positive(node);
    const key = condition === null ? "" : [...texts, positive].join("\n");
    const query = node !== null && fieldOf(node) === "text" && !hasNear(node) ? (texts[0] ?? null) : null;
    const arm = arms.get(key) ?? { languages: [], condition, positive, query };
    arm.languages.push(language);
    arms.set(key, arm);
  }
  return [...arms.values()].map((arm) => ({
    ...arm,
    numbers: arm.languages.map((language) => languageNumbers[language]),
  }));
}

class Compiler {
  readonly #language: TextLanguage;
  readonly #given: Parameters<typeof compileSearch>[1];
  /** Every query text that entered the condition: languages with the same ones are asked together. */
  readonly #texts: string[];
  constructor(language: TextLanguage, given: Parameters<typeof compileSearch>[1], texts: string[]) {
    this.#language = language;
    this.#given = given;
    this.#texts = texts;
  }

  /** Null where a part asks for nothing but words too common to be indexed. */
  condition(node: SearchNode): RawBuilder<unknown> | null {
    const field = fieldOf(node);
    if (field === "text") return this.#textual(node);
    switch (node.is) {
      case "value": {
        const numbers = fieldNumbers(this.#given.memory, this.#given.room, node);
        if (numbers.length === 0) return sql`false`;
        return sql`${sql.ref(this.#given.columns.codes)} && ${sql.lit(`{${numbers.join(",")}}`)}::integer[]`;
      }
      case "not": {
        const part = this.condition(node.part);
        return part === null ? null : sql`(${part}) is not true`;
      }
      case "and":
      case "or": {
        // Words of the text that stand side by side are one query to the index.
        const plain = node.parts.filter((part) => fieldOf(part) === "text");
        const others = node.parts.filter((part) => fieldOf(part) !== "text");
        const conditions = [
          ...(plain.length > 0 ? [this.#textual({ is: node.is, parts: plain })] : []),
          ...others.map((part) => this.condition(part)),
        ].filter((one) => one !== null);
        if (conditions.length === 0) return null;
        return sql`(${sql.join(conditions, node.is === "and" ? sql` and ` : sql` or `)})`;
      }
      default: {
        // A title may be in another language than the passage: it is asked in all of them.
        const asked = field ?? "text";
        const queries = searchConfigurations.flatMap(({ language }) => this.#query(node, language) ?? []);
        const different = [...new Set(queries)];
        return different.length === 0 ? null : this.#asked(asked, different.join(" | "));
      }
    }
  }

  #asked(field: TextField, query: string | null): RawBuilder<unknown> | null {
    const place = this.#given.columns[field];
    if (query === null) return null;
    if (place === null) return sql`false`;
    const weighed = weightedQuery(query, place.weight);
    this.#texts.push(weighed);
    return sql`${sql.ref(place.column)} @@ ${weighed}::tsquery`;
  }

  /**
   * A part of the text with NEAR in it: the index is asked for passages that have the words, and only in
   * those the distances are looked at. As one condition the index would weigh every distance by itself. The
   * function is the one behind `@@`; by its name it is a condition the index leaves alone.
   */
  #textual(node: SearchNode): RawBuilder<unknown> | null {
    const exact = this.#query(node);
    if (exact === null || !hasNear(node)) return this.#asked("text", exact);
    const loose = this.#loose(node);
    this.#texts.push(exact);
    const distances = sql`ts_match_vq(${sql.ref(this.#given.columns.text?.column ?? "search")}, ${exact}::tsquery)`;
    return loose === null ? distances : sql`(${this.#asked("text", loose)} and ${distances})`;
  }

  /** A query that everything fits that fits the exact one; null where that would be everything. */
  #loose(node: SearchNode): string | null {
    if (!hasNear(node)) return this.#query(node);
    if (node.is === "near") {
      const both = [node.left, node.right].flatMap((one) => this.#given.lexemes(one, this.#language) ?? []);
      return both.length === 0 ? null : `(${both.join(" & ")})`;
    }
    if (node.is !== "and" && node.is !== "or") return null;
    const parts = node.parts.map((part) => this.#loose(part));
    const there = parts.filter((part) => part !== null);
    if (there.length === 0 || (node.is === "or" && there.length < parts.length)) return null;
    return `(${there.join(node.is === "and" ? " & " : " | ")})`;
  }

  /** A part without fields of values as text of type tsquery. */
  #query(node: SearchNode, language: TextLanguage = this.#language): string | null {
    switch (node.is) {
      case "word":
      case "phrase":
        return this.#given.lexemes(node, language);
      case "near":
        return this.#near(node, language);
      case "not": {
        const part = this.#query(node.part, language);
        return part === null ? null : `!(${part})`;
      }
      case "and":
      case "or": {
        const parts = node.parts.flatMap((part) => this.#query(part, language) ?? []);
        if (parts.length === 0) return null;
        return `(${parts.join(node.is === "and" ? " & " : " | ")})`;
      }
      case "value":
        return null;
    }
  }

  /** NEAR is the alternative of all distances, in both orders. */
  #near({ left, right, distance }: Near, language: TextLanguage): string | null {
    const [one, other] = [this.#given.lexemes(left, language), this.#given.lexemes(right, language)];
    if (one === null || other === null) return one ?? other;
    const steps = Array.from({ length: distance }, (_, i) => i + 1);
    return `(${steps.flatMap((step) => [`(${one} <${step}> ${other})`, `(${other} <${step}> ${one})`]).join(" | ")})`;
  }

  positive(node: SearchNode): string | null {
    if (node.is === "not" || node.is === "value") return null;
    if (node.is === "and" || node.is === "or") {
      const parts = node.parts.flatMap((part) => this.positive(part) ?? []);
      if (parts.length === 0) return null;
      return `(${parts.join(node.is === "and" ? " & " : " | ")})`;
    }
    return fieldOf(node) === "text" ? this.#query(node) : null;
  }
}

/** The one field a part looks into; null where there are several, or where values are asked. */
function fieldOf(node: SearchNode): TextField | null {
  if (node.is === "word" || node.is === "phrase") return node.field;
  if (node.is === "near") return (node.left as Word | Phrase).field;
  if (node.is === "value") return null;
  if (node.is === "not") return fieldOf(node.part) === "text" ? "text" : null;
  const fields = new Set(node.parts.map(fieldOf));
  const [only = null] = fields;
  return fields.size === 1 && only === "text" ? "text" : null;
}

function hasNear(node: SearchNode): boolean {
  if (node.is === "near") return true;
  if (node.is === "not") return hasNear(node.part);
  return (node.is === "and" || node.is === "or") && node.parts.some(hasNear);
}

/** Every lexeme of a query asked with a weight. */
const weightedQuery = (query: string, weight: "A" | "B" | ""): string =>
  weight === ""
    ? query
    : query.replace(/('(?:[^']|'')*')(:\*)?/g, (_, lexeme: string, begins?: string) =>
        begins ? `${lexeme}:*${weight}` : `${lexeme}:${weight}`,
      );
