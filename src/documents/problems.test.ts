import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { documentsProblems } from "./problems.ts";

it("lists every problem that the code reports, and no other", () => {
  const used = new Set<string>();
  for (const name of readdirSync(import.meta.dirname))
    if (name.endsWith(".ts") && !name.endsWith(".test.ts") && name !== "problems.ts")
      for (const match of readFileSync(resolve(import.meta.dirname, name), "utf8").matchAll(
        /"(documents\.[a-z-]+)"/g,
      ))
        used.add(match[1]!);
  expect([...used].sort()).toEqual(Object.keys(documentsProblems).sort());
});
