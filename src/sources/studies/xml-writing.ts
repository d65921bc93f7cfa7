// XML as text: elements from names, attributes and content that is written already. Nothing else of XML.

import { visibleText } from "#kernel";

type Attributes = Readonly<Record<string, string | number | null | undefined>>;

/** A text without what XML 1.0 does not take; lines end with a line feed. */
const clean = (text: string): string =>
  visibleText(text.toWellFormed())
    .replace(/\r\n?/g, "\n")
    .replace(/[\uFFFE\uFFFF]/g, "");

const signs: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const xmlText = (text: string): string => clean(text).replace(/[&<>]/g, (sign) => signs[sign]!);

/** Line ends and tabulators as numbers: a reader of XML makes blanks of them otherwise. */
const xmlAttribute = (text: string): string =>
  clean(text)
    .replace(/[&<>"]/g, (sign) => signs[sign]!)
    .replace(/[\t\n]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * An element with content that is text (escaped here) or elements written before. An attribute that is null is
 * left out; an element with neither attributes nor content is left out too.
 */
export function xml(
  name: string,
  attributes: Attributes,
  ...content: readonly (string | Written)[]
): Written {
  const said = Object.entries(attributes).filter(([, value]) => value !== null && value !== undefined);
  const inner = content.map((each) => (typeof each === "string" ? xmlText(each) : each.xml)).join("");
  if (said.length === 0 && inner === "") return { xml: "" };
  const written = said.map(([key, value]) => ` ${key}="${xmlAttribute(String(value))}"`).join("");
  return { xml: inner === "" ? `<${name}${written}/>\n` : `<${name}${written}>${inner}</${name}>\n` };
}

/** An element that is written; `xml` is empty where there was nothing to write. */
export type Written = { readonly xml: string };
