// What stands before the text of a list item or numbered paragraph: bullets, (a), 1), 36. and the
// broken remains of them that character recognition leaves. Knows one line, not its neighbours.

export type Marker = {
  readonly style: "bullet" | "parenthesis" | "number";
  /** As printed, without the blanks that follow. */
  readonly printed: string;
  /** What is between the parentheses, or the number without its last dot; empty for bullets. */
  readonly value: string;
  /** UTF-16 units from the start of the line to the text behind the marker. */
  readonly length: number;
  /** True when nothing follows on the line: the paragraph stands somewhere else. */
  readonly alone: boolean;
};

const bullet = /^\s*(?:[-–—*•●○▪■◦‣▶►➢➤✓✔·§o](?:[ \t]+|$)){1,2}/;
const parenthesis = /^\s*\(\s?([a-zA-Z]|[ivxIVX]{1,5}|\d{1,2}|[^\sA-Za-z0-9()]{0,2})\s?\)(?:\s+|$)/;
/** `(@ The` and `(€`: the closing parenthesis melted into the letter. */
const openParenthesis = /^\s*\(([^\sA-Za-z0-9()]{1,2})(?:\s+|$)/;
const halfParenthesis = /^\s*([a-z]|[ivx]{1,4}|\d{1,2})\)(?:\s+|$)/;
const dottedNumber = /^\s*(\d{1,3}(?:\.\d{1,3}){0,4})\.(?:\s+|$)/;
const openNumber = /^\s*(\d{1,2}(?:\.\d{1,2}){1,4})(?:\s+|$)/;

/** Units and words behind a number that make it an amount; a lower-case word does the same. */
const unit =
  /^(?:[%‰€$£°]|\p{Ll}|(?:Milli(?:ons?|ards?|arden|ones|onen)|Billions?|Mill|USD|EUR|GBP|CHF|US\$|GW|MW|GB|MB)(?![\p{L}-]))/u;

/** “2.4 million”: a number with one point and no full stop behind it, and then what it counts. */
const isQuantity = (number: string, rest: string) => /^\s*\d+\.\d+\s/.test(number) && unit.test(rest);

function matched(style: Marker["style"], text: string, match: RegExpExecArray, offset: number): Marker {
  const length = offset + match[0].length;
  return {
    style,
    printed: match[0].trim(),
    value: match[1] ?? "",
    length,
    alone: length >= text.trimEnd().length,
  };
}

/**
 * The marker at the start of a line, or null. A bullet before another marker (`- 1) What`) is read as part
 * of it. Whether a marker is believed depends on the lines around it and is decided elsewhere.
 */
export function readMarker(text: string): Marker | null {
  const first = text.charCodeAt(text.search(/\S|$/));
  // Most lines begin with an ordinary word: leave at once.
  if (
    Number.isNaN(first) ||
    (first > 0x2f && first < 0x80 && !(first < 0x3a || (first > 0x60 && first < 0x7b)))
  )
    return null;
  const point = bullet.exec(text);
  // The letter o is a bullet only in lists pasted from word processors, where a capital follows.
  if (point && !(point[0].trim() === "o" && !/^\s*o[ \t]+\p{Lu}/u.test(text))) {
    const rest = text.slice(point[0].length);
    const inner = numbered(rest, point[0].length);
    return inner && inner.style === "parenthesis" ? inner : matched("bullet", text, point, 0);
  }
  return numbered(text, 0);
}

function numbered(rest: string, offset: number): Marker | null {
  const label = parenthesis.exec(rest) ?? openParenthesis.exec(rest) ?? halfParenthesis.exec(rest);
  const padded = offset === 0 ? rest : " ".repeat(offset) + rest;
  if (label) return matched("parenthesis", padded, label, offset);
  const number = dottedNumber.exec(rest) ?? openNumber.exec(rest);
  if (number && isQuantity(number[0], rest.slice(number[0].length))) return null;
  return number ? matched("number", padded, number, offset) : null;
}

const closers = new Set(" \t\n\r\u00a0*_\"”’'»)]}⁰¹²³⁴⁵⁶⁷⁸⁹");

/** True when the text ends as a sentence or clause does; the seams of broken pages are found by its absence. */
export function endsSentence(text: string): boolean {
  // A loop, not a pattern: long runs of closing marks would make a pattern slow.
  let end = text.length;
  while (end > 0 && closers.has(text[end - 1]!)) end--;
  if (end > 0 && ".!?:;…".includes(text[end - 1]!)) return true;
  // "…schemes.3": a footnote number set tight against the full stop.
  return /[a-zà-ÿ)”][.!?]\d{1,3}$/.test(text.slice(Math.max(0, end - 6), end));
}

/** True when the text begins in the middle of a sentence. */
export const beginsLower = (text: string): boolean => /^[\s"“‘'(*_]*\p{Ll}/u.test(text);

const hanging =
  /(?:[,–—-]|(?:^|\s)(?:the|a|an|of|and|or|to|in|for|with|on|by|that|de|la|le|les|du|des|et|ou|à|el|los|las|y|o|en|con|para|do|da|dos|das|e|em|com|que|un|una|une|um|uma))$/u;

/** True when the text stops on a comma or a word that cannot end a sentence. */
export const isHanging = (text: string): boolean => hanging.test(text.trimEnd());
