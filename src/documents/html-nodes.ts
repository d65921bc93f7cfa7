// What the walk over an HTML tree asks of a node: its name, its attributes, whether it is shown.

import type { DefaultTreeAdapterTypes } from "parse5";

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;

export const isElement = (node: HtmlNode): node is HtmlElement => "tagName" in node;

export const attribute = (element: HtmlElement, name: string): string | null =>
  element.attrs.find((each) => each.name === name)?.value ?? null;

/** Elements without words for readers. */
const silent = new Set([
  "script",
  "style",
  "noscript",
  "template",
  "iframe",
  "object",
  "embed",
  "svg",
  "math",
  "canvas",
  "audio",
  "video",
  "select",
  "textarea",
  "button",
  "input",
  "head",
  "link",
  "meta",
  "img",
  "map",
  "datalist",
  "dialog",
]);

/** True for scripts, styles, form fields and whatever the page hides. */
export function isLeftOut(element: HtmlElement): boolean {
  if (silent.has(element.tagName)) return true;
  if (attribute(element, "hidden") !== null) return true;
  const style = attribute(element, "style");
  return style !== null && /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
}

const blocks = new Set([
  "address",
  "article",
  "aside",
  "blockquote",
  "body",
  "caption",
  "center",
  "dd",
  "details",
  "div",
  "dl",
  "dt",
  "fieldset",
  "figcaption",
  "figure",
  "footer",
  "form",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "header",
  "hr",
  "html",
  "legend",
  "li",
  "main",
  "nav",
  "ol",
  "p",
  "pre",
  "search",
  "section",
  "summary",
  "table",
  "tbody",
  "td",
  "tfoot",
  "th",
  "thead",
  "tr",
  "ul",
]);

/** True where a line begins before and after the element. */
export const isBlockElement = (element: HtmlElement): boolean => blocks.has(element.tagName);

export const headingLevelOf = (element: HtmlElement): number | null => {
  const match = /^h([1-6])$/.exec(element.tagName);
  if (match) return Number(match[1]);
  return attribute(element, "role") === "heading" ? Number(attribute(element, "aria-level") ?? 2) || 2 : null;
};

/** Notes by role, by the identifiers converters give, or by class. */
export function isNote(element: HtmlElement): boolean {
  const role = attribute(element, "role");
  if (role === "doc-footnote" || role === "doc-endnote" || role === "doc-endnotes") return true;
  if (/^(?:footnote|endnote)-\d+$/.test(attribute(element, "id") ?? "")) return true;
  return /(?:^|\s)(?:foot|end)notes?(?:\s|$)/.test(attribute(element, "class") ?? "");
}

const aroundText = new Set(["navigation", "banner", "contentinfo", "search", "complementary"]);
/** Names that site builders give to what stands around the text. */
const aroundNames =
  /(?:^|[\s_-])(?:breadcrumbs?|navbar|skip-?(?:link|to-content)|site-?(?:header|footer|nav)|cookie-?(?:banner|notice|consent|bar))(?:$|[\s_-])/i;

/** Elements around the page's text: navigation, running head and foot, what stands beside it. */
export function isFurniture(element: HtmlElement): boolean {
  if (element.tagName === "nav" || aroundText.has(attribute(element, "role") ?? "")) return true;
  if (element.tagName === "header" || element.tagName === "footer" || element.tagName === "aside")
    return !isInArticle(element);
  return aroundNames.test(`${attribute(element, "class") ?? ""} ${attribute(element, "id") ?? ""}`);
}

/** Heads and boxes inside the text belong to it. */
function isInArticle(element: HtmlElement): boolean {
  let parent = element.parentNode;
  while (parent !== null && "tagName" in parent) {
    if (parent.tagName === "main" || parent.tagName === "article" || attribute(parent, "role") === "main")
      return true;
    parent = parent.parentNode;
  }
  return false;
}

/** The elements of a table's rows, in order; rows of tables inside cells are not among them. */
export function rowsOf(table: HtmlElement): readonly HtmlElement[] {
  const rows: HtmlElement[] = [];
  for (const child of table.childNodes) {
    if (!isElement(child)) continue;
    if (child.tagName === "tr") rows.push(child);
    else if (/^t(?:head|body|foot)$/.test(child.tagName))
      rows.push(
        ...child.childNodes.filter((node): node is HtmlElement => isElement(node) && node.tagName === "tr"),
      );
  }
  return rows;
}

export const cellsOf = (row: HtmlElement): readonly HtmlElement[] =>
  row.childNodes.filter(
    (node): node is HtmlElement => isElement(node) && (node.tagName === "td" || node.tagName === "th"),
  );

/** A table that only arranges the page: declared so, or with a single cell in every row. */
export function isLayoutTable(table: HtmlElement): boolean {
  if (attribute(table, "role") === "presentation") return true;
  const rows = rowsOf(table);
  return rows.length > 0 && rows.every((row) => cellsOf(row).length < 2);
}

/** Every cell is a head, or the row stands in the head of its table. */
export const isHeadRow = (row: HtmlElement): boolean => {
  const parent = row.parentNode;
  if (parent !== null && "tagName" in parent && parent.tagName === "thead") return true;
  const cells = cellsOf(row);
  return cells.length > 0 && cells.every((cell) => cell.tagName === "th");
};

/** Terms and definitions of a list, also where they are grouped. */
export const pairsOf = (list: HtmlElement): readonly HtmlElement[] =>
  list.childNodes.flatMap((node) =>
    !isElement(node)
      ? []
      : node.tagName === "dt" || node.tagName === "dd"
        ? [node]
        : node.tagName === "div"
          ? pairsOf(node)
          : [],
  );

const fewestPairs = 2;

/** A list of terms that begins with one and says something of at least two. */
export function isPairs(list: HtmlElement): boolean {
  const children = pairsOf(list);
  const count = (name: string) => children.filter(({ tagName }) => tagName === name).length;
  return children[0]?.tagName === "dt" && count("dt") >= fewestPairs && count("dd") >= fewestPairs;
}
