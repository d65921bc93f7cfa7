// What two references are compared by, read once from what their sources print.

/** A reference as far as it is known. Null or an empty list = the source does not say. */
export type ComparableReference = {
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly year: number | null;
  readonly abstract: string | null;
  /** In any of its forms: with an address or a word before it. */
  readonly doi: string | null;
  readonly pmid?: string | null;
  /** Journal or book. */
  readonly container: string | null;
  readonly volume: string | null;
  readonly pages: string | null;
  /** Kind of work, such as `article`, `conference-paper`, `unpublished`. */
  readonly type: string | null;
};

export type PreparedReference = {
  /** Words of the title without case, accents, markup and punctuation. */
  readonly words: readonly string[];
  /** The same in one piece. */
  readonly title: string;
  /** The title in small letters with its punctuation, for words such as "part II" and "reply". */
  readonly printed: string;
  readonly authors: readonly PreparedAuthor[];
  readonly year: number | null;
  readonly doi: string | null;
  readonly pmid: string | null;
  readonly container: readonly string[];
  readonly volume: string | null;
  readonly firstPage: string | null;
  readonly type: string | null;
  /** Letters of the abstract's beginning; empty where there is none. */
  readonly abstractStart: string;
  /** Words of the abstract; worked out when first asked for. */
  abstract(): AbstractWords | null;
};

export type PreparedAuthor = {
  readonly family: string;
  /** All words of the name with three letters or more, for names in another order. */
  readonly words: readonly string[];
};

export type AbstractWords = { readonly words: ReadonlySet<string>; readonly length: number };

const withoutMarkup = (text: string): string =>
  text
    .replace(/&(?:amp;)?(lt|gt);/gi, (_, which: string) => (which.toLowerCase() === "lt" ? "<" : ">"))
    // Letters below and above the line belong to their word; paragraphs do not.
    .replace(/<\/?(?:su[bp]|i|b|em|strong|u|scp|sc|italic|bold|span)\b[^<>]*>/gi, "")
    .replace(/<\/?[a-z][^<>]*>/gi, " ")
    .replace(/&#\d+;|&#x[\da-f]+;/gi, " ")
    .replace(/&(?:amp;)?(?:amp|nbsp|quot|apos|[lr][sd]quo|[nm]dash);/gi, (entity) =>
      /amp;$/i.test(entity) ? " and " : " ",
    );

/** Small letters without accents. */
const plain = (text: string): string => {
  const small = text.toLowerCase();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: plain ASCII is the usual case and costs nothing.
  if (/^[\x00-\x7f]*$/.test(small)) return small;
  return small
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/ß/g, "ss")
    .replace(/ø/g, "o")
    .replace(/æ/g, "ae");
};

/**
 * Words of a text without case, accents, markup and punctuation; an ampersand is "and".
 *
 * @example
 * foldedWords("Cash &amp; <i>Care</i>: CO<sub>2</sub>") // => ["cash", "and", "care", "co2"]
 */
export const foldedWords = (text: string): readonly string[] =>
  plain(withoutMarkup(text))
    .replaceAll("&", " and ")
    .replace(/['’]/g, "")
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * A DOI in one form, or null where the text holds none.
 *
 * @example
 * normalDoi("https://doi.org/10.5555/ABC.1 ") // => "10.5555/abc.1"
 * normalDoi("doi: 10.5555/abc.1.") // => "10.5555/abc.1"
 */
export function normalDoi(text: string | null): string | null {
  if (text === null) return null;
  let bare = text.trim();
  if (/%[0-9a-f]{2}/i.test(bare)) bare = bare.replace(/%2f/gi, "/").replace(/%28/g, "(").replace(/%29/g, ")");
  const found = /10\.\d{4,9}\/[^\s"<>]+/.exec(bare)?.[0];
  return found === undefined ? null : found.replace(/[.,;:]+$/, "").toLowerCase();
}

const normalPmid = (text: string | null | undefined): string | null =>
  /(?:^|\D)(\d{4,9})(?:\.0)?$/.exec(text?.trim() ?? "")?.[1] ?? null;

const isInitials = (word: string): boolean => /^\p{Lu}{1,3}$/u.test(word.replace(/[.-]/g, ""));

/** `Doe, Jane`, `Doe J`, `Jane Doe` and names of organisations. */
function preparedAuthor(name: string): PreparedAuthor | null {
  const all = foldedWords(name);
  if (all.length === 0) return null;
  const comma = name.indexOf(",");
  const parts = name.trim().split(/\s+/);
  const isOrganisation = comma === -1 && parts.length > 3 && !parts.some(isInitials);
  const family =
    comma > 0
      ? name.slice(0, comma)
      : isOrganisation || parts.length === 1
        ? name
        : isInitials(parts.at(-1)!)
          ? parts.filter((part) => !isInitials(part)).join(" ")
          : parts.at(-1)!;
  const folded = foldedWords(family).join("");
  return { family: folded === "" ? all.join("") : folded, words: all.filter((word) => word.length > 2) };
}

/** The first page; `e123` and `S12` stay as they are. */
const firstPageOf = (pages: string | null): string | null =>
  pages === null ? null : (/[A-Za-z]*\d+/.exec(pages)?.[0].toLowerCase().replace(/^p+/, "") ?? null);

const readCharacters = 1_500;
const startCharacters = 220;
const startLetters = 90;
const fewestWords = 8;
/** Catalogues put these before an abstract, or leave them out. */
const opening = /^(?:abstract|summary|background|objectives?|introduction|resumen|resume|resumo)$/;

const ownWords = (text: string): readonly string[] => {
  const words = foldedWords(text);
  return opening.test(words[0] ?? "") ? words.slice(1) : words;
};

function startOf(text: string | null): string {
  if (text === null) return "";
  const letters = ownWords(text.slice(0, startCharacters)).join("");
  return letters.length < startLetters ? "" : letters.slice(0, startLetters);
}

function abstractWords(text: string | null): AbstractWords | null {
  if (text === null) return null;
  const words = ownWords(text.slice(0, readCharacters));
  return words.length < fewestWords ? null : { words: new Set(words), length: words.length };
}

export function preparedReference(given: ComparableReference): PreparedReference {
  const words = given.title === null ? [] : foldedWords(given.title);
  let abstract: AbstractWords | null | undefined;
  return {
    words,
    title: words.join(""),
    printed: given.title === null ? "" : plain(withoutMarkup(given.title)).trim(),
    authors: given.authors.flatMap((name) => preparedAuthor(name) ?? []),
    year: given.year,
    doi: normalDoi(given.doi),
    pmid: normalPmid(given.pmid),
    container: given.container === null ? [] : foldedWords(given.container),
    volume: given.volume?.trim().toLowerCase() || null,
    firstPage: firstPageOf(given.pages),
    type: given.type,
    abstractStart: startOf(given.abstract),
    abstract: () => {
      if (abstract === undefined) abstract = abstractWords(given.abstract);
      return abstract;
    },
  };
}
