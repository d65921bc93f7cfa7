import { describe, expect, it } from "vitest";
import { readEditionDeclaration } from "./edition-declaration.ts";

const households = { name: "households", unit: "household", file: "hh.csv", key: ["hid"] };
const persons = {
  name: "persons",
  unit: "person",
  file: "p.csv",
  parent: { file: "households", by: ["hid"] },
};
const good = { state: "raw", files: [households, persons] };
const read = (changed: object = {}) => readEditionDeclaration({ ...good, ...changed }, "data.json");
const faults = (changed: object) => {
  const result = read(changed);
  return result.ok ? [] : result.problems.map(({ code, at }) => [code, at?.field]);
};

describe("the declaration of data", () => {
  it("needs only state and files, and fills in a plain design and ten cases", () => {
    const design = {
      clusters: [],
      strata: [],
      weights: null,
      fpc: [],
      nested: false,
      singleUnit: "fail",
      replicates: null,
    };
    expect(read()).toEqual({
      ok: true,
      value: {
        state: "raw",
        from: null,
        changes: [],
        files: [
          { ...households, parent: null, design, knownTotals: [] },
          { ...persons, key: [], design, knownTotals: [] },
        ],
        variables: [],
        minimumCases: 10,
      },
    });
  });

  it("keeps of a variable what is said, and leaves out what is not", () => {
    const categories = [{ code: 9, label: { en: "Refused", pt: "Recusou" }, missing: "refused" }];
    const result = read({
      variables: [{ file: "persons", name: "q1", kind: "categorical", concept: null, categories }],
    });
    expect(result.ok && result.value.variables).toEqual([
      {
        file: "persons",
        name: "q1",
        kind: "categorical",
        concept: null,
        categories: [{ ...categories[0], code: "9" }],
      },
    ]);
  });

  it("tells every fault with its path", () => {
    expect(
      faults({
        state: "edit",
        minimumCases: 1,
        files: [
          { ...households, unit: "houshold", design: { weigths: "w", singleUnit: "skip" } },
          { ...persons, name: "The persons", knownTotals: [{ label: "All", total: 0 }] },
        ],
        variables: [{ file: "person", name: "q1", place: { dimension: "income", angle: "seen" } }],
      }),
    ).toEqual([
      ["studies.word-unknown", "state"],
      ["studies.word-unknown", "files[0].unit"],
      ["studies.field-unknown", "files[0].design.weigths"],
      ["studies.word-unknown", "files[0].design.singleUnit"],
      ["studies.field-invalid", "files[1].name"],
      ["studies.field-invalid", "files[1].knownTotals[0].total"],
      ["studies.field-missing", "files[1].knownTotals[0].source"],
      ["studies.word-unknown", "variables[0].place.angle"],
      ["studies.field-missing", "variables[0].place.nature"],
      ["studies.field-invalid", "minimumCases"],
      ["studies.file-not-declared", "variables[0].file"],
    ]);
  });

  it("keeps raw and edited data apart, and asks what was changed", () => {
    expect(faults({ from: 1 })).toEqual([["studies.contradiction", "from"]]);
    expect(faults({ changes: [{ what: "a", why: "b" }] })).toEqual([["studies.contradiction", "changes"]]);
    expect(faults({ state: "edited", from: 1 })).toEqual([["studies.contradiction", "changes"]]);
    expect(faults({ state: "edited", from: 1, changes: [{ what: "a", why: "b" }] })).toEqual([]);
    expect(faults({ state: "edited" })).toEqual([]);
  });

  it("refuses a parent that is not there, leads in a circle or has another key", () => {
    const by = (parent: object) => faults({ files: [households, { ...persons, parent }] });
    expect(by({ file: "housholds", by: ["hid"] })).toEqual([
      ["studies.file-not-declared", "files[1].parent.file"],
    ]);
    expect(by({ file: "persons", by: ["hid"] })).toEqual([["studies.contradiction", "files[1].parent.file"]]);
    expect(by({ file: "households", by: ["ea", "hid"] })).toEqual([
      ["studies.contradiction", "files[1].parent.by"],
    ]);
    const workers = { name: "jobs", unit: "worker", file: "j.csv", parent: { file: "persons", by: ["pid"] } };
    const circle = { ...persons, key: ["pid"], parent: { file: "jobs", by: ["a"] } };
    expect(faults({ files: [{ ...workers, key: ["a"] }, circle] })).toEqual([
      ["studies.contradiction", "files[0].parent.file"],
      ["studies.contradiction", "files[1].parent.file"],
    ]);
  });

  it("refuses two of one name, and tables by what has no categories", () => {
    expect(faults({ files: [households, households] })).toEqual([
      ["studies.repeated", "files[1].name"],
      ["studies.repeated", "files[1].file"],
    ]);
    expect(faults({ files: [{ unit: "person" }, { unit: "person" }] })).toHaveLength(4);
    const q = { file: "persons", name: "q" };
    expect(faults({ variables: [q, q] })).toEqual([["studies.repeated", "variables[1]"]]);
    expect(faults({ variables: [{ ...q, kind: "numeric", forTables: true }] })).toEqual([
      ["studies.contradiction", "variables[0].forTables"],
    ]);
  });

  it("refuses what is nested deeper than anything people write, without breaking off", () => {
    const deep: unknown = JSON.parse(`${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}`);
    expect(faults({ files: [{ ...households, design: { replicates: deep } }] })).toEqual([
      ["studies.field-invalid", "files[0].design.replicates"],
    ]);
    expect(faults({ state: deep })).toEqual([["studies.word-unknown", "state"]]);
    expect(readEditionDeclaration([deep], "data.json").ok).toBe(false);
  });

  it("stops naming faults of one list after fifty, and says so", () => {
    const result = read({ variables: Array.from({ length: 10_000 }, () => 7) });
    const problems = result.ok ? [] : result.problems;
    expect(problems).toHaveLength(51);
    expect(problems[50]!.message).toContain("from item 51 of 10000 on");
  });
});
