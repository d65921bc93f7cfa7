// The texts inside a piece of XML by the path of their elements, as far as it can be read: an element that is
// never closed, or closed twice, costs nothing but its own place.

export type MarkupValue = {
  /** Names of the elements around the text, joined by blanks: `titles title`. */
  readonly path: string;
  readonly text: string;
  readonly attributes: string;
};

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

/** Text of XML as it is meant. Only the entities of XML itself are known: none can unfold. */
export function unescaped(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,8}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[(name as string).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex as string, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}

export const escaped = (text: string): string =>
  text
    .replace(/[&<>"]/g, (char) =>
      char === "&" ? "&amp;" : char === "<" ? "&lt;" : char === ">" ? "&gt;" : "&quot;",
    )
    // Characters that XML cannot hold at all.
    .replace(/[\p{Cs}\ufffe\uffff]/gu, "\ufffd");

const piece =
  /<(?:!--[\s\S]*?-->|!\[CDATA\[([\s\S]*?)\]\]>|\?[\s\S]*?\?>|(\/?)([A-Za-z_][\w:.-]*)((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>)/y;

/** Elements nested deeper than this are no references. */
const deepest = 40;

/**
 * Values in the order in which their elements end. Elements in `transparent` (runs of one style) are part of
 * the text around them.
 */
export function markupValues(text: string, transparent: ReadonlySet<string>): readonly MarkupValue[] {
  const values: MarkupValue[] = [];
  const names: string[] = [];
  const texts: string[] = [];
  const given: string[] = [];
  const add = (words: string) => {
    if (texts.length > 0) texts[texts.length - 1] += words;
  };
  const close = () => {
    const path = names.join(" ");
    const [words, attributes] = [texts.pop()!, given.pop()!];
    names.pop();
    if (words.trim() !== "") values.push({ path, text: words.trim(), attributes });
  };
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf("<", at);
    if (open !== at) add(unescaped(text.slice(at, open === -1 ? text.length : open)));
    if (open === -1) break;
    piece.lastIndex = open;
    const match = piece.exec(text);
    if (match === null) {
      // A bare "<", as in "p < 0.05", is text.
      add("<");
      at = open + 1;
      continue;
    }
    at = piece.lastIndex;
    const [, data, closes, name, attributes = "", isEmpty] = match;
    if (data !== undefined) add(data);
    if (name === undefined || transparent.has(name)) continue;
    if (closes) {
      const place = names.lastIndexOf(name);
      while (place !== -1 && names.length > place) close();
    } else if (!isEmpty && names.length < deepest) {
      names.push(name);
      texts.push("");
      given.push(attributes);
    }
  }
  while (names.length > 0) close();
  return values;
}
