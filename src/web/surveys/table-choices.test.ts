import { describe, expect, it } from "vitest";
import type { StudyFile, StudyVariable } from "./answers.ts";
import { choicesFor, fittingStatistic, variablesIn, whyNoStatistic } from "./table-choices.ts";

const variable = (name: string, more: Partial<StudyVariable> = {}): StudyVariable => ({
  file: "persons",
  name,
  label: { en: name },
  kind: "categorical",
  concept: null,
  question: null,
  universe: null,
  unit: null,
  categories: [],
  place: null,
  forTables: true,
  note: null,
  ...more,
});
const variables = [
  variable("contract"),
  variable("sex", { concept: "sex" }),
  variable("region"),
  variable("age"),
  variable("village", { forTables: false }),
  variable("wage", { kind: "numeric", forTables: false }),
  variable("hours", { kind: "numeric", forTables: false }),
  variable("name", { kind: "text" }),
];
const whyOf = (place: "variable" | "rows" | "columns" | "subset", state: object, isProtected = true) =>
  Object.fromEntries(
    choicesFor(place, variables, state, isProtected)
      .flatMap(({ choices }) => choices)
      .map((choice) => [choice.variable.name, choice.why]),
  );

describe("what a table can be made of", () => {
  it("keeps what cannot be chosen in sight, with its reason", () => {
    expect(whyOf("rows", { variable: "contract", columns: "sex" })).toEqual({
      contract: "chosen",
      sex: "chosen",
      region: null,
      age: null,
      village: "notOpened",
    });
    expect(whyOf("variable", {})).toMatchObject({ contract: null, village: "notOpened", wage: null });
    expect(whyOf("variable", {})).not.toHaveProperty("name");
  });

  it("crosses three opened variables at most, and lets one be changed for another", () => {
    const full = { variable: "contract", rows: "region", columns: "sex" };
    expect(whyOf("subset", full)).toMatchObject({ age: "tooMany" });
    expect(whyOf("rows", full)).toMatchObject({ age: null });
    // A number that is measured makes no groups.
    expect(whyOf("subset", { ...full, variable: "wage" })).toMatchObject({ age: null });
    expect(whyOf("subset", { ...full, columns: "none" })).toMatchObject({ age: null });
  });

  it("offers everything to those who may see the rows", () => {
    const full = { variable: "contract", rows: "region", columns: "sex" };
    expect(whyOf("subset", full, false)).toMatchObject({ age: null, village: null, contract: "chosen" });
  });

  it("says of which variables a statistic is", () => {
    const named = (name: string) => variables.find((one) => one.name === name);
    expect(whyNoStatistic("mean", named("contract"))).toBe("needsNumber");
    expect(whyNoStatistic("share", named("wage"))).toBe("needsCategories");
    expect(whyNoStatistic("gini", named("hours"))).toBe("needsIncome");
    expect(whyNoStatistic("gini", named("wage"))).toBeNull();
    expect(whyNoStatistic("count", undefined)).toBeNull();
    expect(whyNoStatistic("share", undefined)).toBe("needsVariable");
    expect(fittingStatistic("share", named("wage"))).toBe("mean");
    expect(fittingStatistic("median", named("wage"))).toBe("median");
    expect(fittingStatistic("gini", named("contract"))).toBe("share");
  });

  it("takes the variables of the household around a person, the person's own first", () => {
    const files = [
      { name: "households", parent: null },
      { name: "persons", parent: { file: "households", by: ["hh"] } },
    ] as unknown as readonly StudyFile[];
    const all = [
      ...variables,
      variable("roof", { file: "households" }),
      variable("region", { file: "households" }),
    ];
    const found = variablesIn(all, files, "persons");
    expect(found.map(({ name }) => name)).toContain("roof");
    expect(found.filter(({ name }) => name === "region").map(({ file }) => file)).toEqual(["persons"]);
    expect(variablesIn(all, files, "households").map(({ name }) => name)).toEqual(["roof", "region"]);
  });
});
