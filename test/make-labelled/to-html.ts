// Content to HTML: the page itself, or the pages that the browser prints as PDF.

import type { Content, Node } from "./markup.ts";
import { styles } from "./styles.data.ts";
import { scannedText } from "./to-text.ts";

/** A page as a web site would serve it, with navigation and foot around the text. */
export function webPage(content: Content): string {
  const { settings, nodes } = content;
  const body = blocks(nodes.filter(({ kind }) => kind !== "note"));
  const notes = nodes.filter(({ kind }) => kind === "note").map((node) => block(node));
  return `<!doctype html>
<html lang="${settings.get("language")}">
<head><meta charset="utf-8"><title>${escaped(settings.get("title") ?? "")}</title></head>
<body>
${
  settings.has("nav")
    ? `<nav><ul>${settings
        .get("nav")!
        .split(";")
        .map((item) => `<li><a href="/page">${escaped(item.trim())}</a></li>`)
        .join("")}</ul></nav>`
    : ""
}
<main>
${body}
</main>
${notes.length > 0 ? `<section class="footnotes">${notes.join("\n")}</section>` : ""}
${settings.has("foot") ? `<footer><p>${escaped(settings.get("foot")!)}</p></footer>` : ""}
</body>
</html>
`;
}

/** What Chromium prints. With `paged: yes` every page is laid out by itself, with its notes at the foot. */
export function printPage(content: Content): string {
  const { settings, nodes } = content;
  const style = styles[settings.get("style") ?? "report"];
  if (style === undefined) throw new Error(`there is no style ${settings.get("style")}`);
  if (settings.get("scanned") === "yes") return scannedPages(content, style);
  const paged = settings.get("paged") === "yes";
  const body = paged ? pages(nodes) : blocks(nodes);
  return `<!doctype html><html lang="${settings.get("language")}"><head><meta charset="utf-8">
<title>${escaped(settings.get("title") ?? "")}</title><style>${style}</style></head><body>${body}</body></html>`;
}

// The text layer of a scan: lines of a typewriter, page by page.
function scannedPages(content: Content, style: string): string {
  const sheets = scannedText(content)
    .split("\f")
    .map((sheet) => `<pre class="sheet">${escaped(sheet)}</pre>`);
  return `<!doctype html><html lang="${content.settings.get("language")}"><head><meta charset="utf-8">
<style>${style}</style></head><body>${sheets.join("")}</body></html>`;
}

function pages(nodes: readonly Node[]): string {
  const sheets: Node[][] = [[]];
  for (const node of nodes)
    if (node.kind === "page-break") sheets.push([]);
    else sheets.at(-1)!.push(node);
  return sheets
    .map((sheet) => {
      const notes = sheet.filter(({ kind }) => kind === "note");
      const text = sheet.filter(({ kind }) => kind !== "note");
      return `<section class="sheet"><div class="text">${blocks(text)}</div>${
        notes.length > 0 ? `<div class="notes">${blocks(notes)}</div>` : ""
      }</section>`;
    })
    .join("\n");
}

const blocks = (nodes: readonly Node[]): string => nodes.map(block).join("\n");

function block(node: Node): string {
  switch (node.kind) {
    case "heading":
      return `<h${node.level}>${inline(node.text)}</h${node.level}>`;
    case "paragraph":
      return `<p>${inline(node.text)}</p>`;
    case "note":
      return `<p class="note">${inline(node.text)}</p>`;
    case "contents": {
      const [title = "", page = ""] = node.text.split("|").map((part) => part.trim());
      return `<p class="contents"><span>${inline(title)}</span><span class="dots">${". ".repeat(40)}</span><span>${page}</span></p>`;
    }
    case "page-break":
      return `<div class="break"></div>`;
    case "box":
      return `<aside class="box">${blocks(node.nodes)}</aside>`;
    case "list": {
      const tag = node.mark === "bullet" ? "ul" : "ol";
      const items = node.items.map(
        ({ text, inner }) =>
          `<li>${inline(text)}${
            inner.length > 0 ? `<ul>${inner.map((line) => `<li>${inline(line)}</li>`).join("")}</ul>` : ""
          }</li>`,
      );
      return `<${tag}${node.mark === "letter" ? ' type="a"' : ""}>${items.join("\n")}</${tag}>`;
    }
    case "table":
      return table(node);
  }
}

function table({ form, rows }: Extract<Node, { kind: "table" }>): string {
  const row = (cells: readonly string[], tagOf: (i: number) => string) =>
    `<tr>${cells
      .map((cell, i) => {
        const wide = cells.length === 1 && form === "fields" ? ' colspan="2"' : "";
        return `<${tagOf(i)}${wide}>${inline(cell).replaceAll(" // ", "<br>")}</${tagOf(i)}>`;
      })
      .join("")}</tr>`;
  if (form === "fields")
    return `<table class="fields">${rows.map((cells) => row(cells, (i) => (i === 0 ? "th" : "td"))).join("\n")}</table>`;
  const [head, ...rest] = rows;
  return `<table><thead>${row(head!, () => "th")}</thead><tbody>${rest
    .map((cells) => row(cells, () => "td"))
    .join("\n")}</tbody></table>`;
}

export const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const inline = (text: string): string =>
  escaped(text)
    .replace(/\*\*(.+?)\*\*/g, "<strong>$1</strong>")
    .replace(/__(.+?)__/g, "<em>$1</em>")
    .replace(/\^(\d+)\^/g, "<sup>$1</sup>");
