import { describe, expect, it } from "vitest";
import { type NamedPassage, namedPassages } from "./named-passages.ts";

const passage = (id: string, more: Partial<NamedPassage> = {}): NamedPassage => ({
  id,
  kind: id.startsWith("c") ? "conclusion" : "finding",
  label: id.slice(1),
  paragraph: null,
  heading: null,
  ...more,
});
const report = [passage("f1"), passage("f2"), passage("f3"), passage("c1"), passage("c2")];

describe("what a recommendation names as its grounds", () => {
  it.each([
    ["Extend the scheme (see Finding 2 and Conclusion 1).", ["f2", "c1"]],
    ["Étendre le régime (constatations 1 à 3).", ["f1", "f2", "f3"]],
    ["Ampliar el régimen, según los hallazgos 1 y 3 y la conclusión n.º 2.", ["f1", "f3", "c2"]],
    ["Alargar o regime (conclusões 1, 2).", ["c1", "c2"]],
    ["Extend it (findings F1 – F2).", ["f1", "f2"]],
  ])("is found by number: %s", (text, named) => {
    expect(namedPassages(text, report)).toEqual(named);
  });

  it("is found by paragraph, by the number of the only item that has it, by section and by heading", () => {
    const passages = [
      passage("f1", { label: null, paragraph: "21" }),
      passage("f2", { label: null, paragraph: "22." }),
      passage("f7", { heading: "3.2 Effectiveness of the cash benefit" }),
      passage("c8", { heading: "4. Conclusions" }),
    ];
    expect(namedPassages("Register them (paras. 20-22).", passages)).toEqual(["f1", "f2"]);
    expect(namedPassages("Register them (paragraph 7).", passages)).toEqual(["f7"]);
    expect(namedPassages("Register them (section 3).", passages)).toEqual(["f7"]);
    expect(namedPassages("As “Effectiveness of the cash benefit” shows, go on.", passages)).toEqual(["f7"]);
  });

  it("is silent where nothing is named, or what is named is several", () => {
    expect(namedPassages("Ratify Convention 183 within 2 years; see article 1.", report)).toEqual([]);
    expect(namedPassages("The findings show that 3 schemes failed.", report)).toEqual([]);
    expect(namedPassages("See finding 1.", [passage("f1"), passage("f1", { id: "again" })])).toEqual([]);
    expect(namedPassages("See paragraph 1.", report)).toEqual([]);
    expect(namedPassages("See conclusions 1 to 999999.", report)).toEqual([]);
  });
});
