// Where a fact comes from: a source known by the SHA-256 of its bytes, and a locator inside it.

/** SHA-256 of a file's bytes, 64 lower-case hexadecimal digits. */
export type Sha256 = string & { readonly __brand: "Sha256" };

/** Start and end in Unicode code points of the text that `socle read --text` prints; end exclusive. */
export type Span = readonly [start: number, end: number];

export type Locator =
  | { readonly kind: "text"; readonly spans: readonly Span[]; readonly page?: number }
  | {
      readonly kind: "cell";
      readonly sheet?: string;
      /** 1-based, counting the header line. */
      readonly row: number;
      /** The column's header as printed. */
      readonly column: string;
    }
  | { readonly kind: "whole" };

/** The way from a stored fact back to its source. */
export type Provenance = {
  readonly source: Sha256;
  readonly locator: Locator;
};

/** How to cite a source or a release in words. */
export type Citation = {
  readonly title: string;
  readonly author?: string;
  readonly publisher?: string;
  /** Year or ISO date of publication. */
  readonly issued?: string;
  readonly url?: string;
  readonly licence?: string;
  /** ISO date on which it was retrieved. */
  readonly retrieved?: string;
};

/** How a derived number was made; enough to make it again. */
export type Recipe = {
  /** What was done, for example `securities.index-run`. */
  readonly method: string;
  readonly definition: { readonly id: string; readonly version: string; readonly sha256: Sha256 } | null;
  readonly inputs: readonly Sha256[];
  readonly seed: number | null;
  readonly codeVersion: string;
};

/**
 * Whether a text has the form of a SHA-256 as this product writes it; upper case is not accepted, so that a
 * source has one key.
 *
 * @example
 * isSha256("0f") // => false
 */
export const isSha256 = (text: string): text is Sha256 => /^[0-9a-f]{64}$/.test(text);

/**
 * A citation as one line of text, for downloads and page footers: author, date, title, publisher, licence,
 * address and day of retrieval, as far as known. A line that ends in an address ends without a full stop, so
 * that the address can be copied as it stands.
 *
 * @example
 * citationText({ title: "World Social Protection Report", author: "ILO", issued: "2017" }) // => "ILO (2017). World Social Protection Report."
 * citationText({ title: "What works?", url: "https://example.org/a" }) // => "What works? https://example.org/a"
 */
export function citationText(citation: Citation): string {
  const { author, issued, title, publisher, licence, url, retrieved } = citation;
  const sentences = [
    [author, issued && `(${issued})`],
    [title],
    [publisher],
    [licence && `Licence: ${licence}`],
    [url, retrieved && `(retrieved ${retrieved})`],
  ].map((words) => words.filter(Boolean).join(" "));
  return sentences
    .filter((sentence) => sentence !== "")
    .map((sentence) => (sentence === url || /[.?!…]$/.test(sentence) ? sentence : `${sentence}.`))
    .join(" ");
}
