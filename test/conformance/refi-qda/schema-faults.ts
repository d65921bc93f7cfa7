// A small validator for the tables of `schema.data.ts`, on the tree of a general XML parser.

import { XMLParser } from "fast-xml-parser";
import { type ElementType, valueForms } from "./schema.data.ts";

type Node = { readonly [name: string]: unknown };

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
});

const nameOf = (node: Node): string => Object.keys(node).find((key) => key !== ":@") ?? "";
const isText = (node: Node): boolean => nameOf(node) === "#text";

/** Everything in which a file departs from the schema; nothing where it is valid. */
export function schemaFaults(
  xml: string,
  root: string,
  namespace: string,
  schema: Readonly<Record<string, ElementType>>,
): readonly string[] {
  const nodes = (parser.parse(xml) as readonly Node[]).filter((node) => !isText(node));
  const [top] = nodes;
  if (nodes.length !== 1 || top === undefined || nameOf(top) !== root) return [`the root is not ${root}`];
  const { xmlns, ...attributes } = (top[":@"] ?? {}) as Readonly<Record<string, string>>;
  return [
    ...(xmlns === namespace ? [] : [`the namespace is ${xmlns}`]),
    ...faultsOf({ ...top, ":@": attributes }, root, root, schema),
  ];
}

function faultsOf(
  node: Node,
  type: string,
  path: string,
  schema: Readonly<Record<string, ElementType>>,
): readonly string[] {
  const { children = [], choice = [], attributes = [], text } = schema[type]!;
  const found: string[] = [];
  const given = (node[":@"] ?? {}) as Readonly<Record<string, string>>;
  for (const [name, form, isRequired] of attributes) {
    const value = given[name];
    if (value === undefined && isRequired) found.push(`${path}: ${name} is missing`);
    if (value !== undefined && !valueForms[form].test(value)) found.push(`${path}: ${name} is "${value}"`);
  }
  for (const name of Object.keys(given))
    if (!attributes.some(([known]) => known === name)) found.push(`${path}: ${name} is no attribute`);
  const inner = (node[nameOf(node)] ?? []) as readonly Node[];
  const words = inner
    .filter(isText)
    .map((piece) => String(piece["#text"]))
    .join("");
  const elements = inner.filter((piece) => !isText(piece));
  if (text !== undefined) {
    if (elements.length > 0) found.push(`${path}: elements in a text`);
    if (!valueForms[text].test(words)) found.push(`${path}: "${words}" is no ${text}`);
    return found;
  }
  if (words.trim() !== "") found.push(`${path}: "${words.trim()}" between elements`);
  let at = 0;
  for (const [name, childType, least, most] of children) {
    let count = 0;
    while (at < elements.length && nameOf(elements[at]!) === name) {
      found.push(...faultsOf(elements[at]!, childType, `${path}/${name}`, schema));
      count++;
      at++;
    }
    if (count < least || count > most) found.push(`${path}: ${count} times ${name}`);
  }
  const chosen = choice.find(([name]) => at < elements.length && nameOf(elements[at]!) === name);
  if (chosen !== undefined)
    found.push(...faultsOf(elements[at++]!, chosen[1], `${path}/${chosen[0]}`, schema));
  if (at < elements.length) found.push(`${path}: ${nameOf(elements[at]!)} is not expected here`);
  return found;
}
