import { describe, expect, it } from "vitest";
import { inCatalogueOrder, tellingIndicator } from "./use-indicators.ts";

const catalogue = [
  { id: "LM_O_UR", form: "labour-market", group: "outcome" },
  { id: "IS_I_C102", form: "income", group: "input" },
  { id: "IS_P_SSX", form: "income", group: "process" },
  { id: "IS_O_POV", form: "income", group: "outcome" },
  { id: "IS_O_GINI", form: "income", group: "outcome" },
];
const holding = (indicator: string, unit: string | null = "PT", values = 9) => ({ indicator, unit, values });

describe("indicators", () => {
  it("stand in the order of the catalogue, unknown ones last", () => {
    const ids = ["ZZ", "IS_O_POV", "AA", "LM_O_UR"];
    expect(inCatalogueOrder(ids, (id) => id, catalogue)).toEqual(["LM_O_UR", "IS_O_POV", "AA", "ZZ"]);
  });
  it("begin with the poverty rate, or the next outcome of income security that has values", () => {
    const all = catalogue.map(({ id }) => holding(id));
    expect(tellingIndicator(all.toReversed(), catalogue)).toBe("IS_O_POV");
    const noPoverty = all.map((one) => (one.indicator === "IS_O_POV" ? { ...one, values: 0 } : one));
    expect(tellingIndicator(noPoverty, catalogue)).toBe("IS_O_GINI");
  });
  it("begin with a quantity rather than a yes or no where income security is not held", () => {
    expect(tellingIndicator([holding("A", "BIN"), holding("B", "NUM"), holding("C")], [])).toBe("C");
    expect(tellingIndicator([holding("A", "BIN"), holding("B", "NUM")], [])).toBe("B");
    expect(tellingIndicator([holding("A", "BIN")], [])).toBe("A");
    expect(tellingIndicator([], catalogue)).toBeUndefined();
  });
});
