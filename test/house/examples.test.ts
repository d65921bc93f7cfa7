import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as kernel from "#kernel";
import * as records from "#records";
import { sourceFiles } from "../../src/cli/reference/source-comments.ts";

const root = join(import.meta.dirname, "..", "..");

/** These rooms run their own examples, beside the code. */
const runTheirOwn = ["src/kernel/", "src/statistics/", "src/securities/"];

type Example = readonly [path: string, code: string, answer: string];

const examples = sourceFiles(root)
  .filter(({ path }) => !runTheirOwn.some((room) => path.startsWith(room)))
  .flatMap(({ path }) =>
    [...readFileSync(join(root, path), "utf8").matchAll(/^ *\* @example\n([\s\S]*?)\*\//gm)].flatMap(
      ([, block]) =>
        [...block!.replace(/^ *\* ?/gm, "").matchAll(/([\s\S]+?)\/\/ => (.+)\n/g)].map(
          ([, code, answer]): Example => [path, code!.trim(), answer!],
        ),
    ),
  );

test.each(examples)("the example of %s is true: %s", async (path, code, answer) => {
  const names = { ...kernel, ...records, ...(await import(join(root, path))) };
  const evaluate = (text: string): unknown =>
    new Function(...Object.keys(names), `"use strict"; return (${stripTypeScriptTypes(`(${text})`)});`)(
      ...Object.values(names),
    );
  expect(evaluate(code)).toEqual(evaluate(answer));
});

test("there are examples to run", () => {
  expect(new Set(examples.map(([path]) => path)).size).toBeGreaterThan(5);
});
