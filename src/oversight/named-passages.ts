// Which findings and conclusions a recommendation says it follows from. Only what its own words name by number
// or heading is found; that two texts are about the same thing is no statement of anybody.

/** What a passage of the same report is known by; numbers and headings as they are printed. */
export type NamedPassage = {
  readonly id: string;
  readonly kind: "finding" | "conclusion";
  readonly label: string | null;
  readonly paragraph: string | null;
  readonly heading: string | null;
};

const number = String.raw`\d+(?:\.\d+)*`;
const range = String.raw`\s*(?:-|–|—|\bto\b|\ba\b|\bau\b|\bate\b|\bal\b)\s*`;
const between = String.raw`\s*(?:[,;&]|\band\b|\bet\b|\by\b|\be\b)+\s*`;
const mark = String.raw`(?:n\.?\s?(?:o|os|°|º)\.?\s*|no\.?\s*|#\s*|[fc](?=\d))?`;
const several = `${mark}${number}(?:(?:${range}|${between})${mark}${number})*`;

/** Nouns of four languages, without accents, in singular and plural. */
const nouns = {
  finding:
    "findings?|constatations?|constats?|constataciones|constatacion|hallazgos?|constatacao|constatacoes|achados?",
  conclusion: "conclusions?|conclusiones|conclusao|conclusoes",
  paragraph: "paragraphs?|paras?\\.?|§+|paragraphes?|parrafos?|paragrafos?",
  section: "sections?|chapters?|chapitres?|seccion(?:es)?|seccao|seccoes|secao|secoes|capitulos?",
} as const;
type Noun = keyof typeof nouns;
const patterns = Object.entries(nouns).map(
  ([noun, words]) =>
    [noun as Noun, new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})\\s*(${several})`, "gu")] as const,
);

const folded = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim();

/** A range of more than these is a slip of the pen or of the reading. */
const longestRange = 50;

/** The numbers that "3, 5 to 7 and 9.2" names. */
function numbersIn(list: string): readonly string[] {
  const found: string[] = [];
  const parts = list.matchAll(new RegExp(`(${number})(?:${range}${mark}(${number}))?`, "gu"));
  for (const [, first = "", last] of parts) {
    const [from, to] = [Number(first), Number(last)];
    if (last === undefined || !Number.isInteger(from) || !Number.isInteger(to)) found.push(first);
    else if (to >= from && to - from <= longestRange)
      for (let one = from; one <= to; one++) found.push(String(one));
    if (last !== undefined && !found.includes(last)) found.push(last);
  }
  return found;
}

const numberOf = (label: string | null) => label?.match(new RegExp(number))?.[0] ?? null;

/**
 * The findings and conclusions of the same report that a recommendation names: "Finding 3", "conclusions 2 and
 * 4", "paragraphs 21 to 24", "section 3.2", or a heading of three words or more, word for word. A number that
 * several passages of a kind carry names none of them. A paragraph number is that of the paragraph, or of the
 * item where only one finding or conclusion carries it.
 *
 * @param text of the recommendation, in English, French, Spanish or Portuguese
 * @param passages findings and conclusions of its report, in their order
 * @returns ids in the order of `passages`; empty where the text names none
 * @example
 * namedPassages("Extend it (based on Finding 2).", [
 *   { id: "a", kind: "finding", label: "1", paragraph: null, heading: null },
 *   { id: "b", kind: "finding", label: "2", paragraph: null, heading: null },
 * ]) // => ["b"]
 */
export function namedPassages(text: string, passages: readonly NamedPassage[]): readonly string[] {
  const words = folded(text);
  const named = new Set<string>();
  const onlyOne = (some: readonly NamedPassage[]) => {
    if (some.length === 1 && some[0]) named.add(some[0].id);
  };
  for (const [noun, pattern] of patterns)
    for (const [, list = ""] of words.matchAll(pattern))
      for (const one of numbersIn(list)) {
        if (noun === "section")
          for (const { id, heading } of passages) {
            const begins = numberOf(heading?.trimStart().match(/^\D{0,12}\d[\d.]*/)?.[0] ?? null);
            if (begins === one || begins?.startsWith(`${one}.`)) named.add(id);
          }
        else if (noun === "paragraph") {
          const numbered = passages.filter(({ paragraph }) => numberOf(paragraph) === one);
          if (numbered.length > 0) for (const { id } of numbered) named.add(id);
          else onlyOne(passages.filter(({ label }) => numberOf(label) === one));
        } else onlyOne(passages.filter(({ kind, label }) => kind === noun && numberOf(label) === one));
      }
  for (const { id, heading } of passages) {
    const title = folded(heading ?? "").replace(/^[\d.\s]+/, "");
    if (title.split(" ").length >= 3 && words.includes(title)) named.add(id);
  }
  return passages.filter(({ id }) => named.has(id)).map(({ id }) => id);
}
