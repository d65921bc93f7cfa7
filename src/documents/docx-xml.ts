// The XML of a Word package to a tree of elements. Only what such packages hold: no document types, hence no
// entities but the five of XML itself and numbered characters; nothing is fetched.

export type XmlElement = {
  /** With the prefix that Word uses, whatever the file calls it: `w:p`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
};

/** Why a part cannot be read. */
export class XmlFault extends Error {
  readonly fault: "malformed" | "too-deep" | "entity";
  constructor(fault: XmlFault["fault"]) {
    super(fault);
    this.fault = fault;
  }
}

/** Prefixes by what their namespace ends with; a file may call them otherwise. */
const usual: readonly (readonly [ending: string, prefix: string])[] = [
  ["/wordprocessingml/2006/main", "w"],
  ["/wordprocessingml/main", "w"],
  ["/markup-compatibility/2006", "mc"],
  ["/officeDocument/2006/math", "m"],
  ["/officeDocument/math", "m"],
];

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const decoded = (text: string) =>
  text.includes("&")
    ? text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,8}));/gi, (whole, decimal, hex, name) => {
        if (name !== undefined) return entities[name as string] ?? whole;
        const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex as string, 16);
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
      })
    : text;

const tag =
  /<(?:!--[\s\S]*?-->|!\[CDATA\[([\s\S]*?)\]\]>|\?[\s\S]*?\?>|(\/?)([A-Za-z_][\w:.-]*)((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>)/y;
const attribute = /([A-Za-z_][\w:.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

type Open = { name: string; attributes: Record<string, string>; children: (XmlElement | string)[] };

/**
 * The root element of an XML text.
 *
 * @param deepest elements may be nested so deep
 * @throws XmlFault where the text is no such XML; the readers of packages turn it into a problem
 */
export function readXml(text: string, deepest: number): XmlElement {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new XmlFault("entity");
  const root: Open = { name: "", attributes: {}, children: [] };
  const stack: Open[] = [root];
  const prefixes = new Map<string, string>();
  const named = (name: string) => {
    const colon = name.indexOf(":");
    const prefix = colon < 0 ? "" : name.slice(0, colon);
    const known = prefixes.get(prefix);
    return known === undefined ? name : `${known}:${name.slice(colon + 1)}`;
  };
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf("<", at);
    const top = stack[stack.length - 1]!;
    if (open !== at) {
      const words = text.slice(at, open < 0 ? text.length : open);
      if (stack.length > 1) top.children.push(decoded(words));
      if (open < 0) break;
      at = open;
    }
    tag.lastIndex = at;
    const match = tag.exec(text);
    if (match === null) throw new XmlFault("malformed");
    at = tag.lastIndex;
    const [, data, closes, name, rest, isEmpty] = match;
    if (data !== undefined) top.children.push(data);
    if (name === undefined) continue;
    if (closes) {
      if (stack.length < 2 || top.name !== named(name)) throw new XmlFault("malformed");
      stack.pop();
      continue;
    }
    const attributes: Record<string, string> = {};
    for (const [, key, double, single] of rest!.matchAll(attribute)) {
      const value = decoded(double ?? single!);
      if (key === "xmlns" || key!.startsWith("xmlns:")) {
        const prefix = usual.find(([ending]) => value.endsWith(ending))?.[1];
        if (prefix !== undefined) prefixes.set(key!.slice(6), prefix);
      } else attributes[key!] = value;
    }
    const element: Open = {
      name: named(name),
      attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [named(key), value])),
      children: [],
    };
    top.children.push(element);
    if (isEmpty) continue;
    stack.push(element);
    if (stack.length > deepest) throw new XmlFault("too-deep");
  }
  const first = root.children.find((child) => typeof child !== "string");
  if (first === undefined || stack.length > 1) throw new XmlFault("malformed");
  return first;
}

export const childrenNamed = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element?.children.filter(
    (child): child is XmlElement => typeof child !== "string" && child.name === name,
  ) ?? [];

export const childNamed = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child): child is XmlElement => typeof child !== "string" && child.name === name);

/** The `w:val` of a child, such as a style's name; null where there is none. */
export const stated = (element: XmlElement | undefined, name: string): string | null =>
  childNamed(element, name)?.attributes["w:val"] ?? null;

/** A switch such as `w:b`: there, and not said to be off. */
export function isOn(element: XmlElement | undefined, name: string): boolean {
  const found = childNamed(element, name);
  return found !== undefined && !/^(?:0|false|off|none)$/.test(found.attributes["w:val"] ?? "1");
}
