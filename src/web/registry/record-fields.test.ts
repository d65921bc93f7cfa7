import { expect, it } from "vitest";
import { editableFields } from "#contract";
import { linesOf, moneyOf, recordFields } from "./record-fields.ts";

it("has a control for every field that can be edited and is no structure of its own", () => {
  const named = recordFields.map(({ name }) => name as string);
  const editable = Object.keys(editableFields.shape).filter(
    (name) => !["titles", "otherSymbols"].includes(name),
  );
  expect([...named].sort()).toEqual(editable.sort());
});

it("reads sums in four ways of writing thousands, and nothing else", () => {
  for (const text of ["USD 1,200,000", "1.200.000 usd", "USD 1 200 000", "1'200'000 USD", "USD 1200000.00"])
    expect(moneyOf(text), text).toMatchObject({ amount: 1_200_000, currency: "USD" });
  expect(moneyOf("12.50")).toMatchObject({ amount: 12.5, currency: null });
  expect(moneyOf(" ")).toBeNull();
  for (const text of ["about 5", "USD", "1,2,3", "USD 5 EUR"]) expect(moneyOf(text), text).toBeUndefined();
});

it("takes one entry a line", () => {
  expect(linesOf(" A. Person \n\nB. Person\nA. Person")).toEqual(["A. Person", "B. Person"]);
});
