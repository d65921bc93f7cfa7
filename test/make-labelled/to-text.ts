// Content to plain text: as an office types it, or as character recognition leaves it.

import { seededRandom } from "#kernel";
import { type Content, type Node, plain } from "./markup.ts";

/** Lines of 76 characters, lists with their labels, tables by tabs. */
export function typedText(content: Content): string {
  const numbered = content.settings.get("numbered") === "yes";
  let paragraph = 0;
  const out: string[] = [];
  const add = (node: Node): void => {
    switch (node.kind) {
      case "heading":
        out.push(node.level === 1 ? plain(node.text).toUpperCase() : plain(node.text));
        break;
      case "paragraph": {
        const text = plain(node.text);
        out.push(wrapped(numbered ? `${++paragraph}.\t${text}` : text));
        break;
      }
      case "note":
        out.push(wrapped(plain(node.text)));
        break;
      case "contents":
        out.push(plain(node.text).replace(/ \| /, " ........ "));
        break;
      case "page-break":
        out.push("\f");
        break;
      case "box":
        out.push("-".repeat(40));
        node.nodes.forEach(add);
        out.push("-".repeat(40));
        break;
      case "list":
        out.push(
          node.items
            .map(({ text, inner }, i) =>
              [
                wrapped(`${listMark(node.mark, i)} ${plain(text)}`),
                ...inner.map((line) => wrapped(`  - ${plain(line)}`)),
              ].join("\n"),
            )
            .join("\n\n"),
        );
        break;
      case "table":
        out.push(node.rows.map((cells) => cells.map(plain).join("\t")).join("\n"));
    }
  };
  content.nodes.forEach(add);
  return `${out.join("\n\n")}\n`.replace(/\n\n\f\n\n/g, "\n\f");
}

const listMark = (mark: "bullet" | "number" | "letter", i: number) =>
  mark === "bullet" ? "-" : mark === "number" ? `${i + 1}.` : `(${String.fromCharCode(97 + i)})`;

function wrapped(text: string, width = 76): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + word.length + 1 > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].join("\n");
}

// As seen in scanned text layers: (a) as “(@”, (e) as “(€)”, (g) as “(9)”.
const misread: Readonly<Record<string, string>> = { "(a)": "(@", "(e)": "(€)", "(g)": "(9)", "(c)": "(©)" };

/**
 * The typed text as a scan of it would come: pages of 40 lines with running head and number, words broken
 * inside or at the line end, labels in a line of their own or misread. Chance is seeded.
 */
export function scannedText(content: Content): string {
  const random = seededRandom(Number(content.settings.get("seed") ?? 1));
  const head = content.settings.get("head") ?? "";
  const perPage = Number(content.settings.get("lines") ?? 44);
  const lines = typedText(content)
    .split("\n")
    .map((line) => scannedLine(line, random));
  const hyphened = joinHyphens(lines.flat(), random);
  const pages: string[][] = [[]];
  for (const line of hyphened) {
    if (pages.at(-1)!.length >= perPage && line.trim() !== "") pages.push([]);
    pages.at(-1)!.push(line);
  }
  return `${pages.map((page, i) => [head, "", ...page, "", String(i + 1)].join("\n")).join("\n\f")}\n`;
}

function scannedLine(line: string, random: () => number): readonly string[] {
  const label = /^(\([a-z]\)|\d+\.)[ \t]+(.*)$/.exec(line);
  if (label !== null) {
    const printed = misread[label[1]!] !== undefined && random() < 0.7 ? misread[label[1]!]! : label[1]!;
    const words = broken(label[2]!, random);
    return random() < 0.4 ? [printed, "", words] : [`${printed} ${words}`];
  }
  return [broken(line, random)];
}

const broken = (line: string, random: () => number): string =>
  line.replace(/\p{L}{7,}/gu, (word) => {
    if (random() > 0.04) return word;
    const at = 2 + Math.floor(random() * (word.length - 4));
    return `${word.slice(0, at)} ${word.slice(at)}`;
  });

function joinHyphens(lines: readonly string[], random: () => number): readonly string[] {
  const out = [...lines];
  for (let i = 0; i + 1 < out.length; i++) {
    const next = /^(\p{Ll}{4,6})(\p{Ll}{3,})( .*)$/u.exec(out[i + 1]!);
    if (next === null || !/\p{Ll}$/u.test(out[i]!) || random() > 0.3) continue;
    out[i] = `${out[i]} ${next[1]}-`;
    out[i + 1] = `${next[2]}${next[3]}`;
  }
  return out;
}
