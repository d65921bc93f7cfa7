import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { languages } from "#kernel";

const web = join(import.meta.dirname, "..");
const pluralSuffix = /_(zero|one|two|few|many|other)$/;

type Words = Readonly<Record<string, string>>;
const areas = [
  ...new Set(
    readdirSync(import.meta.dirname)
      .filter((name) => name.endsWith(".en.ts"))
      .map((name) => name.slice(0, -".en.ts".length)),
  ),
];
const wordsOf = async (area: string, language: string): Promise<Words> =>
  ((await import(`./${area}.${language}.ts`)) as { words: Words }).words;
const english = new Map(
  await Promise.all(areas.map(async (area) => [area, await wordsOf(area, "en")] as const)),
);

/** Keys without the endings of plural forms. */
const bases = (words: Words) => new Set(Object.keys(words).map((key) => key.replace(pluralSuffix, "")));
const isPlural = (words: Words, base: string) => `${base}_other` in words;
const holes = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map((match) => match[1]).sort();

describe.each(areas)("the words of %s", (area) => {
  const en = english.get(area) ?? {};
  it.each(languages)(
    "are complete in %s: the same keys, every plural form, the same holes",
    async (language) => {
      const words = await wordsOf(area, language);
      expect([...bases(words)].sort()).toEqual([...bases(en)].sort());
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
      for (const base of bases(en)) {
        const given = Object.keys(words).filter((key) => key.replace(pluralSuffix, "") === base);
        if (isPlural(en, base))
          expect(given.map((key) => pluralSuffix.exec(key)?.[1]).sort(), base).toEqual(forms);
        else expect(given, base).toEqual([base]);
        const expected = holes(en[base] ?? en[`${base}_other`] ?? "");
        for (const key of given) {
          expect(words[key]?.trim(), key).toBe(words[key]);
          expect(words[key], key).not.toBe("");
          if (key.endsWith("_one")) continue; // "one thing" may leave the number out
          expect(holes(words[key] ?? ""), key).toEqual(expected);
        }
      }
    },
  );
});

// What follows reads the pages themselves.

type Source = { readonly name: string; readonly tree: ts.SourceFile };
const sources: readonly Source[] = readdirSync(web, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) && !name.startsWith("words/"))
  .map((name) => ({
    name,
    tree: ts.createSourceFile(name, readFileSync(join(web, name), "utf8"), ts.ScriptTarget.Latest, true),
  }));

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

/** Names bound to the words of an area in a file: `const say = useWords("evidence")`. */
function speakersOf(tree: ts.SourceFile): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  walk(tree, (node) => {
    if (!ts.isVariableDeclaration(node) || !node.initializer || !ts.isCallExpression(node.initializer))
      return;
    if (node.initializer.expression.getText() !== "useWords") return;
    const area = node.initializer.arguments[0];
    if (area && ts.isStringLiteral(area))
      found.set(node.name.getText(), [...(found.get(node.name.getText()) ?? []), area.text]);
  });
  return found;
}

const usedTexts = new Set<string>();
const usedBeginnings = new Set<string>();
for (const { tree } of sources)
  walk(tree, (node) => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) usedTexts.add(node.text);
    if (ts.isTemplateExpression(node) && node.head.text !== "") usedBeginnings.add(node.head.text);
  });

describe("the pages", () => {
  it("ask for words that exist", () => {
    const missing: string[] = [];
    let asked = 0;
    for (const { name, tree } of sources) {
      const speakers = speakersOf(tree);
      walk(tree, (node) => {
        if (!ts.isCallExpression(node)) return;
        const spoken = speakers.get(node.expression.getText());
        const key = node.arguments[0];
        if (!spoken || !key) return;
        const known = spoken.map((area) => english.get(area) ?? {});
        walkKeys(key, (text, whole) => {
          asked++;
          const exists = known.some((words) =>
            whole ? bases(words).has(text) : Object.keys(words).some((one) => one.startsWith(text)),
          );
          if (!exists) missing.push(`${name}: ${text}`);
        });
      });
    }
    expect(asked).toBeGreaterThan(100);
    expect(missing).toEqual([]);
  });

  it("use every word there is", () => {
    const beginnings = [...usedBeginnings].filter((text) => text.includes("."));
    const unused = [...english].flatMap(([area, words]) =>
      [...bases(words)]
        .filter((key) => !usedTexts.has(key) && !beginnings.some((text) => key.startsWith(text)))
        .map((key) => `${area}: ${key}`),
    );
    expect(unused).toEqual([]);
  });

  it("write nothing to the reader that is not among the words", () => {
    const spokenAttributes = new Set(["aria-label", "title", "alt", "placeholder", "label", "description"]);
    const allowed = new Set(["Socle"]);
    const written: string[] = [];
    for (const { name, tree } of sources)
      walk(tree, (node) => {
        if (ts.isJsxText(node)) {
          const text = node.text.trim();
          if (/\p{L}{2,}/u.test(text) && !allowed.has(text) && !isMarkedEnglish(node))
            written.push(`${name}: ${text}`);
        }
        if (ts.isJsxAttribute(node) && node.initializer && ts.isStringLiteral(node.initializer))
          if (spokenAttributes.has(node.name.getText()) && /\p{L}{2,}/u.test(node.initializer.text))
            written.push(`${name}: ${node.initializer.text}`);
      });
    expect(written).toEqual([]);
  });
});

/** The literal keys a first argument may come to: `say(open ? "a" : "b")`, `` say(`kind.${kind}`) ``. */
function walkKeys(node: ts.Node, found: (text: string, whole: boolean) => void): void {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) found(node.text, true);
  else if (ts.isTemplateExpression(node) && node.head.text !== "") found(node.head.text, false);
  else if (ts.isConditionalExpression(node)) {
    walkKeys(node.whenTrue, found);
    walkKeys(node.whenFalse, found);
  } else if (ts.isParenthesizedExpression(node)) walkKeys(node.expression, found);
}

/** Text under `lang="en"` is for the case that no words could be fetched. */
function isMarkedEnglish(node: ts.Node): boolean {
  for (let up: ts.Node | undefined = node.parent; up; up = up.parent)
    if (ts.isJsxElement(up) && /\slang="en"/.test(up.openingElement.getText())) return true;
  return false;
}
