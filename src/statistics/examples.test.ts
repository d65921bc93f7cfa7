import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import * as statistics from "./index.ts";

type Example = readonly [file: string, code: string, answer: string];

/** The lines of each `@example` up to `// =>` are one expression; what follows is its answer. */
const examples = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
  .flatMap((file) => {
    const source = readFileSync(resolve(import.meta.dirname, file), "utf8");
    const blocks = [...source.matchAll(/@example\n([\s\S]*?)\*\//g)];
    return blocks.flatMap(([, block]) => {
      const text = block!.replace(/^ \* ?/gm, "");
      return [...text.matchAll(/([\s\S]+?)\/\/ => (.+)\n/g)].map(
        ([, code, answer]): Example => [file, code!.trim(), answer!],
      );
    });
  });

const evaluate = (code: string): unknown =>
  new Function(...Object.keys(statistics), `"use strict"; return (${code});`)(...Object.values(statistics));

test.each(examples)("%s: %s", (_, code, answer) => {
  expect(evaluate(code)).toEqual(evaluate(answer));
});

test("every public function has an example", () => {
  const functions = Object.entries(statistics).filter(([, value]) => typeof value === "function");
  const without = functions.filter(([name]) => !examples.some(([, code]) => code.includes(`${name}(`)));
  expect(functions.length).toBeGreaterThan(4);
  expect(without.map(([name]) => name)).toEqual([]);
});

test("every problem code in the source stands in the catalogue, and every code there is used", () => {
  const sources = readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts") && name !== "problems.ts")
    .map((name) => readFileSync(resolve(import.meta.dirname, name), "utf8"));
  const used = new Set(sources.flatMap((source) => source.match(/"statistics\.[a-z-]+"/g) ?? []));
  expect([...used].map((code) => code.slice(1, -1)).sort()).toEqual(
    Object.keys(statistics.statisticsProblems).sort(),
  );
});
