// Bytes of an HTML file to a document. Nothing is fetched or run; hidden content is left out.

import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { fail, isLanguage, ok, type Problem, problem, type Result } from "#kernel";
import { decodeHtml } from "./decoded-text.ts";
import type { DocumentFormat, ReadDocument, ReadingLimits } from "./document.ts";
import { attribute, type HtmlElement, type HtmlNode, isElement } from "./html-nodes.ts";
import { HtmlText } from "./html-text.ts";
import { HtmlWalk, TooDeep } from "./html-walk.ts";
import { languageOfText } from "./language-of-text.ts";
import { titleOf } from "./plain-text.ts";

export async function readHtml(
  bytes: Uint8Array,
  name: string,
  limits: ReadingLimits,
): Promise<Result<ReadDocument>> {
  const { text, warnings } = decodeHtml(bytes);
  return readMarkup(text, name, limits, "html", warnings);
}

/** The document of a markup text; also used for what the DOCX converter gives. */
export function readMarkup(
  markup: string,
  name: string,
  limits: ReadingLimits,
  format: DocumentFormat,
  warnings: readonly Problem[],
): Result<ReadDocument> {
  // Deep nesting slows the parser itself: count before parsing.
  if (nestingOf(markup) > limits.maxDepth * 4) return fail(tooDeep(name, limits.maxDepth));
  const tree = parse(markup);
  const root = childElement(tree, "html");
  const body = root && childElement(root, "body");
  if (!root || !body) return fail(problem("documents.damaged", `${name} has no body.`, { file: name }));
  const builder = new HtmlText();
  const walk = new HtmlWalk(builder, limits.maxDepth);
  try {
    walk.walk(body);
  } catch (error) {
    if (error instanceof TooDeep) return fail(tooDeep(name, limits.maxDepth));
    throw error;
  }
  const { text, span } = builder.finish();
  const { blocks, tables } = walk.finish(span);
  const stated = attribute(root, "lang")?.slice(0, 2).toLowerCase() ?? "";
  return ok({
    format,
    language: languageOfText(text) ?? (isLanguage(stated) ? stated : null),
    title:
      titleElement(root) ??
      blocks.find(({ kind, level }) => kind === "heading" && level === 1)?.text ??
      titleOf(blocks),
    pages: null,
    text,
    pageSpans: [],
    blocks,
    tables,
    warnings,
  });
}

const tooDeep = (name: string, depth: number) =>
  problem(
    "documents.too-deep",
    `${name} nests elements deeper than ${depth}. No real report does; the file was not read further.`,
    { file: name },
  );

/** The longest run of elements opened without one being closed, as far as a scan of the tags tells. */
function nestingOf(markup: string): number {
  let depth = 0;
  let deepest = 0;
  for (const match of markup.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^<>]*?(\/?)>/gi)) {
    if (/^(?:br|hr|img|input|link|meta|col|area|base|embed|source|track|wbr|p|li|td|tr|th)$/i.test(match[2]!))
      continue;
    if (match[1]) depth = Math.max(0, depth - 1);
    else if (!match[3]) deepest = Math.max(deepest, ++depth);
  }
  return deepest;
}

function childElement(
  parent: DefaultTreeAdapterTypes.Document | HtmlElement,
  name: string,
): HtmlElement | undefined {
  return parent.childNodes.find(
    (node): node is HtmlElement => isElement(node as HtmlNode) && node.nodeName === name,
  );
}

function titleElement(root: HtmlElement): string | null {
  const head = childElement(root, "head");
  const title = head && childElement(head, "title");
  const words = title?.childNodes
    .map((node) => ("value" in node ? node.value : ""))
    .join("")
    .replace(/\s+/g, " ")
    .trim();
  return words ? words : null;
}
