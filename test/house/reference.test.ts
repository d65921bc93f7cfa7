import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { settingsTable } from "#app";
import * as statistics from "#statistics";
import { methodList } from "../../src/cli/reference/method-list.data.ts";
import { problemEntries } from "../../src/cli/reference/problem-catalogues.ts";
import { commentTags, sourceFiles } from "../../src/cli/reference/source-comments.ts";
import { referencePages, stalePages } from "../../src/cli/reference-docs.ts";

const root = join(import.meta.dirname, "..", "..");
const files = sourceFiles(root);

/** Literals outside of catalogues, and the first arguments of `problem(…)`: what is certainly a code. */
function literals(): { readonly all: ReadonlySet<string>; readonly codes: ReadonlyMap<string, string> } {
  const all = new Set<string>();
  const codes = new Map<string, string>();
  for (const { path, tree } of files) {
    const visit = (node: ts.Node): void => {
      if (ts.isSatisfiesExpression(node) && node.type.getText() === "ProblemCatalogue") return;
      if (ts.isStringLiteralLike(node)) all.add(node.text);
      if (ts.isCallExpression(node) && node.expression.getText() === "problem") {
        const first = node.arguments[0];
        if (first && ts.isStringLiteralLike(first)) codes.set(first.text, path);
      }
      ts.forEachChild(node, visit);
    };
    visit(tree);
  }
  return { all, codes };
}

describe("the problems", () => {
  const entries = problemEntries(files);
  const known = new Set<string>(entries.map(({ code }) => code));

  it("stand in one catalogue each, with a meaning and a remedy", () => {
    expect(entries.length).toBeGreaterThan(150);
    expect(entries.map(({ code }) => code).filter((code, i, all) => all.indexOf(code) !== i)).toEqual([]);
    for (const { code, meaning, remedy } of entries) {
      expect(meaning, code).toMatch(/^[A-Z`].+\.$/s);
      expect(remedy, code).toMatch(/^[A-Z`].+\.$/s);
    }
  });

  it("are all in use, and none is used that no catalogue has", () => {
    const { all, codes } = literals();
    expect([...known].filter((code) => !all.has(code))).toEqual([]);
    expect(codes.size).toBeGreaterThan(100);
    expect([...codes].filter(([code]) => !known.has(code))).toEqual([]);
  });
});

describe("the settings", () => {
  it("named in the code are those of the table, and the reverse", () => {
    const named = new Set<string>();
    for (const { tree } of files)
      for (const [name] of tree.text.matchAll(/\b(SOCLE_[A-Z_]+|DATABASE_URL)\b/g)) named.add(name);
    expect([...named].sort()).toEqual(Object.keys(settingsTable).sort());
  });

  it("of the set-up are those of the table, or of the tests and told to contributors", () => {
    const contributing = readFileSync(join(root, "CONTRIBUTING.md"), "utf8");
    for (const name of ["test.mjs", "start.mjs", "check.mjs", "project-node.mjs", "scratch-postgresql.mjs"]) {
      const text = readFileSync(join(root, "setup", name), "utf8");
      for (const [setting] of text.matchAll(/\bSOCLE_[A-Z_]+\b/g))
        expect(setting in settingsTable || contributing.includes(setting), setting).toBe(true);
    }
  });
});

describe("the method cards", () => {
  it("cover every function of statistics", () => {
    const functions = Object.entries(statistics).filter(([, value]) => typeof value === "function");
    const listed = methodList.map(({ of }) => of);
    for (const [name] of functions) expect(listed).toContain(`statistics.${name}`);
  });

  it("have a question, what goes in and comes out, limits and the call", () => {
    const cards = [...referencePages(root)].filter(([name]) => /^methods\/(?!README)/.test(name));
    expect(cards).toHaveLength(methodList.length);
    for (const [name, text] of cards)
      for (const part of ["Question it answers", "What goes in", "What comes out", "Limits", "Call"])
        expect(text, name).toContain(`\n## ${part}\n\n`);
  });

  it("read comments as they are written", () => {
    const comment =
      "/**\n * One.\n *\n * Two\n * goes on.\n *\n * @param a of it,\n *   in metres\n * @source X\n */";
    expect(commentTags(comment)).toEqual({
      text: "One.\n\nTwo\ngoes on.",
      params: [{ name: "a", text: "of it, in metres" }],
      tags: { source: ["X"] },
    });
  });
});

describe("the generated reference", () => {
  it("is what the code gives", () => {
    expect(stalePages(join(root, "docs", "reference"), referencePages(root))).toEqual([]);
  });

  it("is told from a page that differs, is missing or is left over", () => {
    const pages = new Map(referencePages(root));
    const leftOver = [...pages.keys()][0]!;
    pages.delete(leftOver);
    pages.set("settings.md", "something else");
    pages.set("never.md", "");
    expect(stalePages(join(root, "docs", "reference"), pages)).toEqual(
      [leftOver, "never.md", "settings.md"].sort(),
    );
  });
});
