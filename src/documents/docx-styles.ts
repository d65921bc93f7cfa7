// Styles of a Word document: which of them are headings, in which language Word was, and which number their
// paragraphs.

import { childNamed, childrenNamed, isOn, stated, type XmlElement } from "./docx-xml.ts";

export type ParagraphStyle = {
  /** 1 to 9; null where the style is no heading. */
  readonly level: number | null;
  readonly isContents: boolean;
  readonly isBold: boolean;
  /** Which list numbers its paragraphs; "0" switches off. */
  readonly list: string | null;
  readonly depth: number | null;
};

/** Names of heading styles as Word and LibreOffice write them in many languages; Word itself keeps English. */
const headingName =
  /^(?:heading|titre|título|titulo|ttulo|encabezado|cabeçalho|überschrift|berschrift|intestazione|titolo|kop|rubrik|nagłówek)[\s_-]*([1-9])(?:\s.*)?$/i;
const titleName = /^(?:title|titre|título|titulo|ttulo|titel|titolo)$/i;
const subtitleName = /^(?:subtitle|sous-titre|soustitre|subtítulo|subtitulo|subttulo|untertitel)$/i;
const contentsName =
  /^(?:toc|contents|table of|tm|tdc|tabla de|table des|table of figures|sumário|sumario|índice|verzeichnis)\s*\d*/i;

/** Styles refer to each other; a chain longer than this is a loop. */
const longestChain = 20;

/** Paragraph styles by their identifiers. */
export function stylesOf(styles: XmlElement | null): ReadonlyMap<string, ParagraphStyle> {
  const elements = new Map<string, XmlElement>();
  for (const style of childrenNamed(styles ?? undefined, "w:style"))
    if (style.attributes["w:type"] === "paragraph" || style.attributes["w:type"] === undefined)
      elements.set(style.attributes["w:styleId"] ?? "", style);
  return new Map([...elements.keys()].map((id) => [id, styleOf(id, elements)]));
}

function styleOf(id: string, elements: ReadonlyMap<string, XmlElement>): ParagraphStyle {
  let level: number | null = null;
  let isContents = false;
  let isBold = false;
  let list: string | null = null;
  let depth: number | null = null;
  let at: string | null = id;
  for (let step = 0; at !== null && step < longestChain; step++) {
    const style = elements.get(at);
    const properties = childNamed(style, "w:pPr");
    const name = stated(style, "w:name") ?? at;
    isContents ||= contentsName.test(name);
    level ??= levelByName(name) ?? levelByName(at) ?? outlineLevel(properties);
    isBold ||= isOn(childNamed(style, "w:rPr"), "w:b");
    const numbering = childNamed(properties, "w:numPr");
    list ??= stated(numbering, "w:numId");
    depth ??= numberOf(stated(numbering, "w:ilvl"));
    at = stated(style, "w:basedOn");
  }
  return { level: isContents ? null : level, isContents, isBold, list, depth };
}

function levelByName(name: string): number | null {
  const numbered = headingName.exec(name.trim());
  if (numbered) return Number(numbered[1]);
  if (titleName.test(name.trim())) return 1;
  return subtitleName.test(name.trim()) ? 2 : null;
}

/** What the outline says: 0 is the first level, 9 is running text. */
export function outlineLevel(properties: XmlElement | undefined): number | null {
  const level = numberOf(stated(properties, "w:outlineLvl"));
  return level === null || level > 8 ? null : level + 1;
}

export const numberOf = (value: string | null): number | null =>
  value !== null && /^-?\d{1,9}$/.test(value) ? Number(value) : null;
