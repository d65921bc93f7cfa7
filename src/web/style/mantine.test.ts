import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const web = join(import.meta.dirname, "..");
const styles = join(web, "../../node_modules/@mantine/core/styles");

/** What other components are made of; never imported by a page. */
const foundations = [
  "UnstyledButton",
  "CloseButton",
  "Group",
  "Loader",
  "Input",
  "InlineInput",
  "Flex",
  "ActionIcon",
  "Paper",
];

const listed = [
  ...readFileSync(join(import.meta.dirname, "mantine.ts"), "utf8").matchAll(/styles\/([A-Z]\w*)\.css/g),
].map((match) => match[1]!);

const imported = new Set(
  readdirSync(web, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".tsx"))
    .flatMap((name) => [
      ...readFileSync(join(web, name), "utf8").matchAll(/import {([^}]*)} from "@mantine\/core"/g),
    ])
    .flatMap((match) => match[1]!.split(",").map((part) => part.trim().replace(/^type /, ""))),
);

it("lists the style sheet of every Mantine component the pages use", () => {
  const withStyle = [...imported].filter((name) => existsSync(join(styles, `${name}.css`)));
  expect(withStyle.length).toBeGreaterThan(3);
  expect(withStyle.filter((name) => !listed.includes(name))).toEqual([]);
});

it("lists no style sheet that nothing uses", () => {
  expect(listed.filter((name) => !imported.has(name) && !foundations.includes(name))).toEqual([]);
});
