import { describe, expect, it } from "vitest";
import {
  type Brought,
  broughtOf,
  declarationOf,
  emptyDraft,
  withDeclaration,
  withFile,
  withFilePart,
  withoutFile,
  withVariable,
} from "./edition-draft.ts";

const brought = (name: string, columns: readonly string[], sha256: string): Brought =>
  ({
    name,
    sha256,
    rows: 3,
    columns: columns.map((column) => ({ name: column })),
    proposed: columns.map((column) => ({
      file: "",
      name: column,
      label: { en: column },
      kind: column === "w" ? "weight" : "categorical",
      reason: "few values",
    })),
  }) as unknown as Brought;

const two = withFile(
  withFile(emptyDraft, brought("HH data.csv", ["hid", "w"], "a")),
  brought("persons.csv", ["hid", "sex"], "b"),
);

describe("data of a study on their way in", () => {
  it("begin with what the files propose: a short name, a unit, the weight", () => {
    expect(two.files.map(({ name, unit, design }) => [name, unit, design.weights])).toEqual([
      ["hh-data", "household", "w"],
      ["persons", "person", null],
    ]);
    expect(two.variables.map(({ file, name }) => `${file}.${name}`)).toEqual([
      "hh-data.hid",
      "hh-data.w",
      "persons.hid",
      "persons.sex",
    ]);
    expect(broughtOf(two)).toEqual([
      { name: "HH data.csv", sha256: "a" },
      { name: "persons.csv", sha256: "b" },
    ]);
  });

  it("keep what was said of a file whose better copy takes its place", () => {
    const said = withVariable(two, { file: "persons", name: "sex" }, { concept: "sex" });
    const again = withFile(said, brought("persons.csv", ["hid", "sex", "age"], "c"));
    expect(again.files.map((file) => file.brought.sha256)).toEqual(["a", "c"]);
    const persons = again.variables.filter(({ file }) => file === "persons");
    expect(persons.map(({ name, concept }) => [name, concept ?? null])).toEqual([
      ["hid", null],
      ["sex", "sex"],
      ["age", null],
    ]);
  });

  it("let variables and files below follow a new name, and lose a parent that goes", () => {
    const below = withFilePart(two, "persons", { parent: { file: "hh-data", by: ["hid"] } });
    const renamed = withFilePart(below, "hh-data", { name: "households" });
    expect(renamed.files[1]?.parent).toEqual({ file: "households", by: ["hid"] });
    expect(renamed.variables.filter(({ file }) => file === "households")).toHaveLength(2);
    const left = withoutFile(renamed, "households");
    expect(left.files.map(({ name, parent }) => [name, parent])).toEqual([["persons", null]]);
    expect(left.variables.map(({ file }) => file)).toEqual(["persons", "persons"]);
  });

  it("take over a declaration for the files that are there, name the others, and go out as one", () => {
    const declared = {
      state: "edited",
      from: 1,
      changes: [{ what: "age", why: "typed twice" }],
      minimumCases: 5,
      files: [
        { file: "persons.csv", name: "people", unit: "person", design: { clusters: ["ea"] } },
        { file: "dwellings.csv", name: "dwellings" },
      ],
      variables: [{ file: "people", name: "sex", concept: "sex" }],
    };
    const taken = withDeclaration(two, declared);
    expect(taken?.absent).toEqual(["dwellings.csv"]);
    expect(taken?.draft.variables.find(({ name }) => name === "sex")).toMatchObject({
      file: "people",
      concept: "sex",
    });
    expect(declarationOf(taken!.draft)).toMatchObject({
      state: "edited",
      from: 1,
      minimumCases: 5,
      files: [
        { name: "hh-data", file: "HH data.csv" },
        { name: "people", file: "persons.csv", design: { clusters: ["ea"], singleUnit: "fail" } },
      ],
    });
    expect(withDeclaration(two, ["no declaration"])).toBeNull();
  });
});
