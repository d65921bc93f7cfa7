// Prose in paragraphs, sentences and what these cite.

/** Words whose full stop ends no sentence, in the four languages; single letters never do. */
const abbreviations = new Set(
  "e.g i.e cf etc vs no nos nr art arts fig figs p pp para paras vol ed eds al st dr mr mrs ms prof approx incl p.ex ex par n.º núm pág págs párr sr sra dra ee.uu máx mín aprox cap sec".split(
    " ",
  ),
);

/** A citation in square brackets: a finding, a coding, or a row as `R3/row`. */
const citation = /\[([A-Za-z][\w:./-]{0,120})\]/gu;

/** Paragraphs stand apart by an empty line; single breaks are blanks. */
export const paragraphsOf = (text: string): readonly string[] =>
  text
    .split(/\n\s*\n/u)
    .map((part) => part.replace(/\s+/gu, " ").trim())
    .filter((part) => part !== "");

/**
 * The sentences of a paragraph. One ends at a full stop, question or exclamation mark with what closes it
 * (quotation marks, brackets, citations), before a blank and a letter or digit that can begin the next; not
 * after an abbreviation, an initial or the number of a list.
 *
 * @example sentencesOf("See p. 12 of it. It works [F1].") // => ["See p. 12 of it.", "It works [F1]."]
 */
export function sentencesOf(paragraph: string): readonly string[] {
  const sentences: string[] = [];
  const end =
    /[.!?…]+(?:\s?»|["'”’)\]])*(?:\s*\[[A-Za-z][\w:./-]{0,120}\])*\s+(?=(?:["'“‘([¿¡]|«\s?)*[\p{Lu}\p{N}])/gu;
  let from = 0;
  for (const match of paragraph.matchAll(end)) {
    const before = paragraph.slice(from, match.index);
    const word = /(?:^|[\s(«“])([\p{L}\p{N}.º]+)$/u.exec(before)?.[1]?.toLowerCase() ?? "";
    const isStop = match[0].startsWith(".") && !match[0].startsWith("..");
    if (isStop && (abbreviations.has(word) || /^\p{L}$/u.test(word))) continue;
    sentences.push(paragraph.slice(from, match.index + match[0].length).trim());
    from = match.index + match[0].length;
  }
  const rest = paragraph.slice(from).trim();
  return rest === "" ? sentences : [...sentences, rest];
}

/** Identifiers a sentence cites, in their order. */
export const citationsIn = (sentence: string): readonly string[] =>
  [...sentence.matchAll(citation)].flatMap(([, id]) => (id === undefined ? [] : [id]));

/** A sentence in its parts: words and citations. */
export function partsOf(
  sentence: string,
): readonly { readonly text: string; readonly cites: string | null }[] {
  const parts: { text: string; cites: string | null }[] = [];
  let from = 0;
  for (const match of sentence.matchAll(citation)) {
    if (match.index > from) parts.push({ text: sentence.slice(from, match.index), cites: null });
    parts.push({ text: match[0], cites: match[1] ?? "" });
    from = match.index + match[0].length;
  }
  if (from < sentence.length) parts.push({ text: sentence.slice(from), cites: null });
  return parts;
}

/** A sentence as marks refer to it: citations and differences of blanks left out. */
export const bareSentence = (sentence: string): string =>
  sentence
    .replace(citation, "")
    .replace(/\s+/gu, " ")
    .replace(/ (?=[.,;:!?])/gu, "")
    .trim();
