// Comments and catalogues as they stand in the source, by the TypeScript parser. Nothing is run or imported,
// so that rooms the command line does not know can be described too.

import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import ts from "typescript";

export type SourceText = { readonly path: string; readonly tree: ts.SourceFile };

/** Every file of `src` but tests and data tables, in the order of their paths. */
export function sourceFiles(root: string): readonly SourceText[] {
  return readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !/\.(test|data)\.tsx?$/.test(name))
    .map((name) => join(root, "src", name))
    .sort()
    .map((path) => ({
      path: relative(root, path).split(sep).join("/"),
      tree: ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true),
    }));
}

export type CommentTags = {
  /** Paragraphs before the first tag. */
  readonly text: string;
  readonly params: readonly { readonly name: string; readonly text: string }[];
  /** Other tags by name, for example `source`. */
  readonly tags: Readonly<Record<string, readonly string[]>>;
};

/** Reads the text of a documentation comment, stars taken off. */
export function commentTags(comment: string): CommentTags {
  const lines = comment
    .replace(/^\/\*\*|\*\/$/g, "")
    .split("\n")
    .map((line) => line.replace(/^\s*\* ?/, "").trimEnd());
  const text: string[] = [];
  const blocks: { tag: string; lines: string[] }[] = [];
  for (const line of lines) {
    const tag = /^@(\w+) ?(.*)$/.exec(line);
    if (tag) blocks.push({ tag: tag[1]!, lines: [tag[2]!] });
    else (blocks.at(-1)?.lines ?? text).push(line);
  }
  const params: { name: string; text: string }[] = [];
  const tags: Record<string, string[]> = {};
  for (const { tag, lines: words } of blocks) {
    const whole =
      tag === "example"
        ? words.join("\n").trim()
        : words
            .map((w) => w.trim())
            .join(" ")
            .trim();
    if (tag === "param") {
      const [, name = "", about = ""] = /^(\S+)\s*(.*)$/s.exec(whole) ?? [];
      params.push({ name, text: about });
    } else tags[tag] = [...(tags[tag] ?? []), whole];
  }
  return { text: text.join("\n").trim(), params, tags };
}

export type DocumentedFunction = {
  readonly name: string;
  readonly path: string;
  readonly signature: string;
  readonly comment: CommentTags;
};

/** Exported functions with a documentation comment, by name. */
export function documentedFunctions(files: readonly SourceText[]): ReadonlyMap<string, DocumentedFunction> {
  const found = new Map<string, DocumentedFunction>();
  for (const { path, tree } of files)
    for (const statement of tree.statements) {
      if (!ts.isFunctionDeclaration(statement) || !statement.name || !statement.body) continue;
      if (!statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) continue;
      const comment = ts.getJSDocCommentsAndTags(statement)[0];
      if (!comment) continue;
      const name = statement.name.text;
      const signature = tree.text
        .slice(statement.getStart(), statement.body.getStart())
        .replace(/^export (async )?/, "")
        .trimEnd();
      found.set(`${path.split("/")[1]}.${name}`, {
        name,
        path,
        signature,
        comment: commentTags(comment.getText()),
      });
    }
  return found;
}
