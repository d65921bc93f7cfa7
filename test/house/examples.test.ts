import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as kernel from "#kernel";
import * as records from "#records";
import * as securities from "#securities";
import * as statistics from "#statistics";
import { sourceFiles } from "../../src/cli/reference/source-comments.ts";

const root = join(import.meta.dirname, "..", "..");

/** The kernel runs its own examples, beside the code. */
const runTheirOwn = ["src/kernel/"];

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
  const names = { ...kernel, ...records, ...statistics, ...securities, ...(await import(join(root, path))) };
  const evaluate = (text: string): unknown =>
    new Function(...Object.keys(names), `"use strict"; return (${stripTypeScriptTypes(`(${text})`)});`)(
      ...Object.values(names),
    );
  expect(evaluate(code)).toEqual(evaluate(answer));
});

test("there are examples to run", () => {
  expect(new Set(examples.map(([path]) => path)).size).toBeGreaterThan(5);
});

test.each(Object.entries({ statistics, securities }))(
  "every public function of %s has an example",
  (_, door) => {
    const functions = Object.entries(door).filter(([, value]) => typeof value === "function");
    const without = functions.filter(([name]) => !examples.some(([, code]) => code.includes(`${name}(`)));
    expect(functions.length).toBeGreaterThan(4);
    expect(without.map(([name]) => name)).toEqual([]);
  },
);
