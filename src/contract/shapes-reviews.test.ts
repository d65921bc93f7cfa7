import { expect, it } from "vitest";
import { ReviewActShape } from "./shapes-reviews.ts";

const field = (id: string) => ({
  id,
  label: { en: "Where" },
  help: null,
  kind: "text",
  options: [],
  required: true,
  passage: "optional",
  fill: null,
});
const form = (...ids: readonly string[]) => ({
  kind: "form.defined",
  form: {
    id: "matrix",
    version: "1",
    title: { en: "Matrix" },
    note: null,
    source: null,
    fields: ids.map(field),
  },
});
const fits = (act: unknown): boolean => ReviewActShape.safeParse(act).success;

it("takes no name that every object has, so that a field nobody filled in never seems to be filled", () => {
  expect(fits(form("place", "año"))).toBe(true);
  for (const name of ["constructor", "toString", "valueOf", "hasOwnProperty", "__proto__"])
    expect(fits(form(name)), name).toBe(false);
  const map = (id: string) => ({ kind: "map.removed", id });
  expect([fits(map("map-1")), fits(map("__proto__"))]).toEqual([true, false]);
  expect(fits({ kind: "code.removed", code: "constructor" })).toBe(false);
});
