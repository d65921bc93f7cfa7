// XML as REFI-QDA wants it: attributes in a fixed order, nothing empty, the same bytes for the same project.

export type QdaWriter = {
  /** `name` with attributes (null ones are left out) and children, or without an end tag of its own. */
  element(
    name: string,
    attributes: Readonly<Record<string, string | number | boolean | null>>,
    children?: readonly string[],
  ): string;
  /** An element that holds a text; nothing where the text is null. */
  text(name: string, value: string | null): readonly string[];
  /** An element around others; nothing where there are none. */
  group(name: string, children: readonly string[]): readonly string[];
  /** Characters that XML cannot hold, replaced so far. */
  replaced(): number;
};

/** Half characters and the control characters that XML 1.0 does not allow. */
const forbidden = /[\p{Cs}\ufffe\uffff]|(?![\t\n\r\u007f-\u009f])\p{Cc}/gu;

/** Whether a text can stand in XML as it is. */
export const isWritable = (text: string): boolean => text.search(forbidden) === -1;

export function qdaWriter(): QdaWriter {
  let replaced = 0;
  const clean = (text: string): string =>
    text.replace(forbidden, () => {
      replaced++;
      return " ";
    });
  // A bare carriage return would be read as a line feed, and line ends of attributes as blanks.
  const escaped = (text: string): string =>
    clean(text).replace(/[&<>\r]/g, (char) =>
      char === "&" ? "&amp;" : char === "<" ? "&lt;" : char === ">" ? "&gt;" : "&#13;",
    );
  const escapeAttribute = (text: string): string =>
    escaped(text).replace(/["\n\t]/g, (char) => (char === '"' ? "&quot;" : char === "\n" ? "&#10;" : "&#9;"));
  const element: QdaWriter["element"] = (name, attributes, children = []) => {
    const given = Object.entries(attributes)
      .filter(([, value]) => value !== null)
      .map(([key, value]) => ` ${key}="${escapeAttribute(String(value))}"`)
      .join("");
    return children.length === 0
      ? `<${name}${given}/>\n`
      : `<${name}${given}>\n${children.join("")}</${name}>\n`;
  };
  return {
    element,
    text: (name, value) => (value === null ? [] : [`<${name}>${escaped(value)}</${name}>\n`]),
    group: (name, children) => (children.length === 0 ? [] : [element(name, {}, children)]),
    replaced: () => replaced,
  };
}
