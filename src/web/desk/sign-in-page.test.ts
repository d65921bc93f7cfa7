import { expect, it } from "vitest";
import { pageAfter } from "./sign-in-page.tsx";

it("leads after a sign-in to an address of these pages only", () => {
  expect(pageAfter("/evidence")).toBe("/evidence");
  expect(pageAfter(undefined)).toBe("/desk");
  expect(pageAfter("//elsewhere.example")).toBe("/desk");
  expect(pageAfter("/\\elsewhere.example")).toBe("/desk");
  expect(pageAfter("https://elsewhere.example")).toBe("/desk");
});
