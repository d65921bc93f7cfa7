// The small markup in which the invented reports are written: text and labels in one place, so that they
// cannot disagree. README.md says what each sign means.

import type { PassageKind } from "#records";

export type Row = readonly string[];
export type Node =
  | { readonly kind: "heading"; readonly level: number; readonly text: string }
  | { readonly kind: "paragraph" | "note" | "contents"; readonly text: string }
  | {
      readonly kind: "list";
      readonly mark: "bullet" | "number" | "letter";
      readonly items: readonly { readonly text: string; readonly inner: readonly string[] }[];
    }
  | { readonly kind: "table"; readonly form: "rows" | "fields"; readonly rows: readonly Row[] }
  | { readonly kind: "box"; readonly nodes: readonly Node[] }
  | { readonly kind: "page-break" };

export type Content = {
  readonly settings: ReadonlyMap<string, string>;
  readonly nodes: readonly Node[];
  readonly passages: readonly LabelOfContent[];
};
export type LabelOfContent = {
  readonly kind: PassageKind;
  readonly label?: string;
  readonly text: string;
  readonly also?: readonly string[];
};

const kindsByLetter: Readonly<Record<string, PassageKind>> = {
  R: "recommendation",
  L: "lesson-learned",
  G: "good-practice",
  M: "management-response",
  C: "conclusion",
};

/** A label's place in the text: `[[R1 the words]]`. */
const labelled = /\[\[(\S+) ([\s\S]*?)\]\]/g;

export function readContent(source: string): Content {
  const [head = "", ...rest] = source.split(/^---$/m);
  const settings = new Map(
    head
      .split("\n")
      .filter((line) => line.includes(":"))
      .map((line) => [line.slice(0, line.indexOf(":")).trim(), line.slice(line.indexOf(":") + 1).trim()]),
  );
  const body = rest.join("---");
  return { settings, nodes: nodesOf(body.replace(labelled, "$2")), passages: passagesOf(body) };
}

function passagesOf(body: string): readonly LabelOfContent[] {
  const order: string[] = [];
  const own = new Map<string, string[]>();
  const printedAs = new Map<string, string>();
  const also = new Map<string, Map<string, string[]>>();
  for (const [, tags, words] of body.matchAll(labelled))
    for (const tag of tags!.split(",")) {
      const [, id, printed, variant, alone] = /^([A-Z][^'*=]*)(?:=([^'*]+))?('*)(\*?)$/.exec(tag) ?? [];
      if (id === undefined) throw new Error(`“${tag}” is no label: ${words!.slice(0, 60)}`);
      const text = plain(words!);
      if (printed !== undefined) printedAs.set(id, printed);
      if (!own.has(id)) {
        order.push(id);
        own.set(id, []);
        also.set(id, new Map());
      }
      if (variant === "") own.get(id)!.push(text);
      else also.get(id)!.set(variant!, [...(also.get(id)!.get(variant!) ?? []), text]);
      if (alone === "*") also.get(id)!.set(`*${text}`, [text]);
    }
  return order.map((id) => {
    const kind = kindsByLetter[id[0]!];
    const text = own.get(id)!.join(" ");
    if (kind === undefined || text === "") throw new Error(`“${id}” has no kind or no text of its own`);
    const others = [...also.get(id)!.values()]
      .map((pieces) => pieces.join(" "))
      .filter((one) => one !== text);
    return {
      kind,
      ...(id[1] === "_" ? {} : { label: printedAs.get(id) ?? id.slice(1) }),
      text,
      ...(others.length === 0 ? {} : { also: others }),
    };
  });
}

export const plain = (text: string): string =>
  text
    .replace(/\*\*|__/g, "")
    .replace(/ \/\/ /g, " ")
    .replace(/\s+/g, " ")
    .trim();

const starts: readonly (readonly [RegExp, string])[] = [
  [/^===$/, "break"],
  [/^#{1,4} /, "heading"],
  [/^\^ /, "note"],
  [/^\.\. /, "contents"],
  [/^\|/, "table"],
  [/^> ?/, "box"],
  [/^(?:- |\d+\. |[a-z]\) )/, "list"],
];
const startOf = (line: string) => starts.find(([pattern]) => pattern.test(line))?.[1] ?? "paragraph";

function nodesOf(body: string): readonly Node[] {
  const nodes: Node[] = [];
  // A label may begin in one line and end in another; blank lines part blocks.
  const lines = body.split("\n");
  for (let i = 0; i < lines.length; ) {
    const line = lines[i]!;
    if (line.trim() === "") {
      i++;
      continue;
    }
    const start = startOf(line);
    let end = i + 1;
    const single = start === "break" || start === "heading" || start === "contents";
    while (!single && end < lines.length && lines[end]!.trim() !== "") {
      if (start === "paragraph" || start === "note" ? startOf(lines[end]!) !== "paragraph" : false) break;
      end++;
    }
    nodes.push(nodeOf(start, lines.slice(i, end)));
    i = end;
  }
  return nodes;
}

function nodeOf(start: string, lines: readonly string[]): Node {
  const joined = lines.map((line) => line.trim()).join(" ");
  switch (start) {
    case "break":
      return { kind: "page-break" };
    case "heading": {
      const level = joined.indexOf(" ");
      return { kind: "heading", level, text: joined.slice(level + 1) };
    }
    case "note":
      return { kind: "note", text: joined.slice(2) };
    case "contents":
      return { kind: "contents", text: joined.slice(3) };
    case "table":
      return tableOf(lines);
    case "box":
      return { kind: "box", nodes: nodesOf(lines.map((line) => line.replace(/^> ?/, "")).join("\n")) };
    case "list":
      return listOf(lines);
    default:
      return { kind: "paragraph", text: joined.replace(/^\\/, "") };
  }
}

function tableOf(lines: readonly string[]): Node {
  const fields = lines[0] === "|=";
  const rows = (fields ? lines.slice(1) : lines).map((line) =>
    line
      .replace(/^\||\|$/g, "")
      .split("|")
      .map((cell) => cell.trim()),
  );
  return { kind: "table", form: fields ? "fields" : "rows", rows };
}

function listOf(lines: readonly string[]): Node {
  const items: { text: string; inner: string[] }[] = [];
  const mark = lines[0]!.startsWith("- ") ? "bullet" : /^\d/.test(lines[0]!) ? "number" : "letter";
  for (const line of lines) {
    const text = line.trim().replace(/^(?:- |\d+\. |[a-z]\) )/, "");
    if (/^\s+- /.test(line)) items.at(-1)!.inner.push(text);
    else if (/^\s/.test(line)) items.at(-1)!.text += ` ${text}`;
    else items.push({ text, inner: [] });
  }
  return { kind: "list", mark, items };
}
