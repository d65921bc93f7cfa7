import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { documentsProblems } from "./problems.ts";
import { workbookProblems } from "./workbook-problems.ts";

/** Codes that the files name, those of the catalogues and of tests aside. */
function usedIn(isOurs: (name: string) => boolean): readonly string[] {
  const used = new Set<string>();
  for (const name of readdirSync(import.meta.dirname))
    if (name.endsWith(".ts") && !name.endsWith(".test.ts") && !name.endsWith("problems.ts") && isOurs(name))
      for (const match of readFileSync(resolve(import.meta.dirname, name), "utf8").matchAll(
        /"(documents\.[a-z-]+)"/g,
      ))
        used.add(match[1]!);
  // Problems of PDFs are worded in a file of their own.
  if (isOurs("pdf-problems.ts"))
    for (const match of readFileSync(resolve(import.meta.dirname, "pdf-problems.ts"), "utf8").matchAll(
      /"(documents\.[a-z-]+)"/g,
    ))
      used.add(match[1]!);
  return [...used].sort();
}

const isOfTables = (name: string) => name.startsWith("workbook");

it("lists every problem that the code reports, and no other", () => {
  expect(usedIn((name) => !isOfTables(name))).toEqual(Object.keys(documentsProblems).sort());
});

it("lists every problem of tables, and no other of theirs", () => {
  const shared = Object.keys(documentsProblems);
  expect(usedIn(isOfTables).filter((code) => !shared.includes(code))).toEqual(
    Object.keys(workbookProblems).sort(),
  );
});
