import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { languages } from "#kernel";

const root = join(import.meta.dirname, "..", "..");
const folder = join(root, "src", "web", "words");
const areas = [...new Set(readdirSync(folder).map((name) => name.split(".")[0]!))];

const wordsOf = async (area: string, language: string): Promise<Readonly<Record<string, string>>> =>
  ((await import(join(folder, `${area}.${language}.ts`))) as { words: Record<string, string> }).words;

const placeholders = (text: string) =>
  [...text.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)].map(([, name]) => name).sort();

/** English has two forms of a plural, the three Romance languages three. */
const keysIn = (language: string, english: readonly string[]) =>
  english.flatMap((key) =>
    language !== "en" && key.endsWith("_other") ? [key, key.replace(/_other$/, "_many")] : [key],
  );

describe.each(areas)("the words of %s", (area) => {
  it("are complete in every language, plurals included", async () => {
    const english = Object.keys(await wordsOf(area, "en"));
    expect(english.length).toBeGreaterThan(0);
    for (const language of languages) {
      const words = await wordsOf(area, language);
      expect(Object.keys(words).sort(), language).toEqual(keysIn(language, english).sort());
      for (const [key, text] of Object.entries(words)) expect(text.trim(), `${language} ${key}`).not.toBe("");
    }
  });

  it("have the same places to fill in every language", async () => {
    const english = await wordsOf(area, "en");
    for (const language of languages)
      for (const [key, text] of Object.entries(await wordsOf(area, language))) {
        const same = english[key] ?? english[key.replace(/_many$/, "_other")]!;
        // A form for one may say the number in a word.
        if (!key.endsWith("_one"))
          expect(placeholders(text), `${language} ${key}`).toEqual(placeholders(same));
      }
  });

  // Terms are a list of the field's words by kind, whole whether a page shows each of them or not.
  it.skipIf(area === "terms")("are all asked for somewhere", async () => {
    const files = readdirSync(join(root, "src", "web"), { recursive: true, encoding: "utf8" }).filter(
      (name) => /\.tsx?$/.test(name) && !name.startsWith("words"),
    );
    const code = files.map((name) => readFileSync(join(root, "src", "web", name), "utf8")).join("\n");
    const unasked = Object.keys(await wordsOf(area, "en")).filter((key) => {
      const base = key.replace(/_(one|many|other)$/, "");
      if (code.includes(`"${base}"`) || code.includes(`'${base}'`)) return false;
      const stem = base.replace(/[^.]+$/, "");
      return (
        !(stem !== "" && code.includes(`\`${stem}\${`)) &&
        !code.includes(`\`${base.replace(/\..*$/, ".")}\${`)
      );
    });
    expect(unasked).toEqual([]);
  });
});

it("there are words in all four languages", () => {
  expect(areas.length).toBeGreaterThan(5);
  expect(readdirSync(folder).filter((name) => name.endsWith(".ts"))).toHaveLength(
    areas.length * languages.length,
  );
});
