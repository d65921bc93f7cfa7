// One page a method: question, how it is computed, what goes in and comes out, limits, source, version.

import { code, fenced, page, table } from "./markdown.ts";
import { methodList } from "./method-list.data.ts";
import type { DocumentedFunction } from "./source-comments.ts";

const fileName = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Tables and lists keep their lines, prose is one line a paragraph. */
const paragraphs = (text: string): readonly string[] =>
  text.split(/\n\n+/).map((part) => (/^[|-]/m.test(part) ? part : part.replace(/\s*\n\s*/g, " ")));

/** Parts of a name that is written together, as a title. */
const titleOf = (name: string) => {
  const words = fileName(name).split("-").join(" ");
  return words[0]!.toUpperCase() + words.slice(1);
};

/** References to documents of the project, as links. */
const linked = (source: string): string =>
  source
    .replace(/\bmethods (\d[\d.]*)/g, "[methods $1](../../methods.md)")
    .replace(/\bdocs\/([\w/-]+\.md)/g, "[$1](../../$1)");

function card(kind: string, method: DocumentedFunction, version: string): string {
  const { text, params, tags } = method.comment;
  const [question = "", ...rest] = paragraphs(text);
  const section = (title: string, body: string | undefined) => (body ? `## ${title}\n\n${body}` : "");
  return page(
    titleOf(method.name),
    `${kind[0]!.toUpperCase()}${kind.slice(1)}, version ${version}, from ${code(method.path)}.`,
    section("Question it answers", question),
    section("How", rest.join("\n\n")),
    section(
      "What goes in",
      params.length > 0
        ? table(
            ["", ""],
            params.map(({ name, text: about }) => [code(name), about]),
          )
        : "",
    ),
    section("What comes out", tags["returns"]?.join(" ")),
    section("Limits", tags["limits"]?.map((limit) => `- ${limit}`).join("\n")),
    section("Sources", tags["source"]?.map((source) => `- ${linked(source)}`).join("\n")),
    section("Example", tags["example"] ? fenced(tags["example"].join("\n"), "ts") : ""),
    section("Call", fenced(method.signature, "ts")),
  );
}

/**
 * The cards of all methods and their list, by file name.
 *
 * @throws where a method of the list has no documentation comment: the list is wrong then
 */
export function methodCards(
  functions: ReadonlyMap<string, DocumentedFunction>,
  version: string,
): ReadonlyMap<string, string> {
  const cards = new Map<string, string>();
  const rows: string[][] = [];
  for (const { of, kind } of methodList) {
    const method = functions.get(of);
    if (!method) throw new Error(`The method ${of} has a card but no documented function.`);
    const file = `${fileName(method.name)}.md`;
    cards.set(file, card(kind, method, version));
    rows.push([`[${titleOf(method.name)}](${file})`, kind, paragraphs(method.comment.text)[0] ?? ""]);
  }
  cards.set(
    "README.md",
    page(
      "Methods",
      "One card for each statistic, index method and extraction method, made from the comments of the code. The arithmetic of the indexes as a whole stands in [methods.md](../../methods.md).",
      table(["method", "kind", "answers"], rows),
    ),
  );
  return cards;
}
