import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as kernel from "./index.ts";

const files = [
  "area",
  "area-name",
  "area-search",
  "code-points",
  "language",
  "missing",
  "period",
  "provenance",
  "result",
  "seeded-random",
  "visible-text",
];

const examples = files.flatMap((file) => {
  const source = readFileSync(new URL(`./${file}.ts`, import.meta.url), "utf8");
  return [...source.matchAll(/^ \* (.+?);? \/\/ => (.+)$/gm)].map(
    ([, code, answer]) => [file, code!, answer!] as const,
  );
});

const evaluate = (code: string): unknown =>
  new Function(...Object.keys(kernel), `"use strict"; return (${code});`)(...Object.values(kernel));

describe("the examples in the comments of the kernel", () => {
  test.each(examples)("%s: %s // => %s", (_, code, answer) => {
    expect(evaluate(code)).toStrictEqual(evaluate(answer));
  });

  test("stand at every public function", () => {
    const functions = Object.entries(kernel).filter(([, value]) => typeof value === "function");
    const without = functions.filter(([name]) => !examples.some(([, code]) => code.includes(`${name}(`)));
    expect(functions.length).toBeGreaterThan(12);
    expect(without.map(([name]) => name)).toEqual([]);
  });
});
