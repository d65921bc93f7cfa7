// Whether a block is running text that says something: captions, form fields and torn ends are not.

import type { Block } from "#documents";

/** Long enough to say something; captions, dates and addresses are shorter. */
const shortestProse = 60;
/** Words of the shortest sentence that counts, shorter than which a sentence says nothing by itself. */
const fewestWords = 3;
const caption =
  /^[\W_]*(?:figure|table|box|graph|chart|map|photo|image|tableau|graphique|encadr[eé]|carte|figura|tabla|cuadro|gr[aá]fic[ao]|recuadro|tabela|quadro|caixa|source|sources|note|fuente|fonte)\b\s*(?:n[o°º.]*\s*)?[\dIVX:.]/iu;
/** A short paragraph is running text too when it is a sentence; captions, form fields and torn ends are not. */
const isSentence = (text: string) =>
  !/^[\s"“«(]*\p{Ll}/u.test(text) &&
  /\p{Ll}[.!?…]["”’»)\s]*$/u.test(text) &&
  text.trim().split(/\s+/).length >= fewestWords;

export const isProse = (block: Block): boolean =>
  block.kind === "paragraph" &&
  (block.text.length >= shortestProse || isSentence(block.text)) &&
  !caption.test(block.text);

/** Text that ends as a sentence does, a footnote number behind it allowed. */
const endsAsSentence = /[.!?…;:%)\]]["”’»)\]*\s]*\d{0,3}["”’»)\s]*$/u;
const mostDigits = 0.2;
const fewestWordsOfText = 6;

/**
 * Running text of which a reader would say that it states something: whole sentences, not a fragment torn off
 * by a page, a question, or a row of figures.
 */
export function isStatement(block: Block): boolean {
  const { text } = block;
  if (!isProse(block) || !endsAsSentence.test(text) || /^[\s"“«(]*\p{Ll}/u.test(text)) return false;
  if (/\?["”’»)\s]*\d{0,3}$/u.test(text)) return false;
  const digits = text.replace(/\D/g, "").length;
  return digits / text.length <= mostDigits && text.trim().split(/\s+/).length >= fewestWordsOfText;
}
