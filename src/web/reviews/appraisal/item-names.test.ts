import { expect, it } from "vitest";
import type { InstrumentSection } from "#records";
import { itemTitle } from "./item-names.ts";

const item = (id: string) => ({
  id,
  text: { en: "Text" },
  help: null,
  weight: 1,
  quote: "optional" as const,
});
const section = (...ids: readonly string[]): InstrumentSection => ({
  id: "part",
  title: { en: "Complete", es: "Completo" },
  weight: 1,
  counts: "every",
  items: ids.map(item),
});

it("calls the only item of a section by the title of the section", () => {
  expect(itemTitle(section("complete"), "complete")).toEqual({ es: "Completo", en: "Complete" });
});

it("calls items by their numbers, and leaves out names that are for programs alone", () => {
  expect(itemTitle(section("1.1", "1.2"), "1.2")).toBe("1.2");
  expect(itemTitle(section("design", "data"), "data")).toBeNull();
});
