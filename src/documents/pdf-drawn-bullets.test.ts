// Bullets that a browser paints: in a PDF without tags they are no text, and the items would run together.

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { readDocument } from "./index.ts";

const itemsOf = async (path: string) => {
  const file = resolve(import.meta.dirname, "../../test/fixtures/labelled", path);
  const read = await readDocument(new Uint8Array(readFileSync(file)), path);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value.blocks.filter(({ kind }) => kind === "list-item");
};

it("painted bullets begin items, on the next page too", async () => {
  const items = await itemsOf("trial-2/u04-marcadores-desenhados.pdf");
  expect(items).toHaveLength(12);
  expect(items.at(-1)!.text).toBe("entregar o abono em mão às pessoas com mais de 75 anos.");
});

it("bullets that are set in stand a level deeper", async () => {
  const items = await itemsOf("trial-3/v07-recomendaciones-sumario.pdf");
  expect(items.map(({ level }) => level ?? 1)).toEqual([1, 1, 1, 1, 1, 2, 2, 1, 1, 1]);
});
