// The definitions and the catalogue that ship with the project, held against the registry of the reference
// folder: the same 72 indicators, groups, directions and weights.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { formIds, formOfSecurity, readIndexDefinition, readIndicatorCatalogue } from "#securities";

const project = resolve(import.meta.dirname, "../../..");
const reference = resolve(project, process.env["SOCLE_REFERENCE"] ?? "../shared/reference");
const registryFile = resolve(reference, "methods/index_registry.json");
const isAbsent = !existsSync(registryFile);

test("the registry is there where nothing may be skipped", () => {
  expect(isAbsent && process.env["CI"] === "true", `nothing at ${registryFile}: set SOCLE_REFERENCE`).toBe(
    false,
  );
});

const json = (path: string): unknown => JSON.parse(readFileSync(resolve(project, path), "utf8"));
const catalogue = () => {
  const result = readIndicatorCatalogue(json("definitions/indicators.json"));
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join("\n"));
  return result.value;
};
const definition = (name: string) => {
  const result = readIndexDefinition(json(`definitions/indexes/${name}.json`));
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join("\n"));
  return result.value;
};

describe("the definitions that ship with the project", () => {
  test("there is one for each form and one composite, all valid reconstructions with evidence", () => {
    const names = readdirSync(resolve(project, "definitions/indexes")).map((name) =>
      name.replace(".json", ""),
    );
    expect(names.sort()).toEqual([...formIds, "composite", "old-age"].sort());
    for (const name of names.filter((one) => one !== "old-age")) {
      const found = definition(name);
      expect(found).toMatchObject({ version: "1", reconstruction: true, form: name, level: "national" });
      expect(found.evidence).toMatch(/reconstruction/i);
      expect(Object.keys(found.title).sort()).toEqual(["en", "es", "fr", "pt"]);
    }
  });

  test("each uses the indicators of its form, in the catalogue's direction and group", () => {
    const byId = new Map(catalogue().indicators.map((indicator) => [indicator.id, indicator]));
    for (const form of formIds) {
      const { nodes } = definition(form);
      const leaves = nodes.filter((node) => node.direction !== null);
      expect(leaves.map(({ id }) => id).sort()).toEqual(
        [...byId.values()]
          .filter((indicator) => indicator.form === form && indicator.evidence.tag !== "own")
          .map(({ id }) => id)
          .sort(),
      );
      for (const leaf of leaves) {
        expect(leaf.direction).toBe(byId.get(leaf.id)?.direction);
        expect(nodes.find(({ id }) => id === leaf.parent)?.role).toBe(byId.get(leaf.id)?.group);
      }
    }
  });

  test("the old-age index is a proposal of this project, says so, and uses the catalogue's indicators", () => {
    const found = definition("old-age");
    expect(found).toMatchObject({ version: "1", reconstruction: false, form: null, level: "national" });
    expect(found.evidence).toMatch(/^A proposal of this project\..*no reconstruction/);
    expect(Object.keys(found.title).sort()).toEqual(["en", "es", "fr", "pt"]);
    const byId = new Map(catalogue().indicators.map((indicator) => [indicator.id, indicator]));
    const leaves = found.nodes.filter((node) => node.direction !== null);
    expect(leaves).toHaveLength(11);
    for (const leaf of leaves) {
      expect(leaf.direction).toBe(byId.get(leaf.id)?.direction);
      expect(found.nodes.find(({ id }) => id === leaf.parent)?.role).toBe(byId.get(leaf.id)?.group);
    }
    const own = [...byId.values()].filter(({ evidence }) => evidence.tag === "own").map(({ id }) => id);
    expect(leaves.map(({ id }) => id)).toEqual(expect.arrayContaining(own));
  });

  test("the composite holds each form's tree unchanged below it", () => {
    const { nodes } = definition("composite");
    for (const form of formIds) {
      const own = definition(form).nodes;
      const inComposite = new Map(nodes.map((node) => [node.id, node]));
      for (const node of own.filter(({ parent }) => parent !== null))
        expect(inComposite.get(node.id)).toEqual(node);
    }
  });
});

describe.skipIf(isAbsent)("agreement with the registry", () => {
  type Entry = {
    readonly id: string;
    readonly type: string;
    readonly direction: number;
    readonly evidence: string;
  };
  type Registry = {
    readonly weights: Readonly<Record<string, number>>;
    readonly composite: Readonly<Record<string, number>>;
    readonly indexes: Readonly<Record<string, Readonly<Record<string, readonly Entry[]>>>>;
  };
  const registry = isAbsent ? (null as never) : (JSON.parse(readFileSync(registryFile, "utf8")) as Registry);

  test("all 72 indicators are there with group, type, direction and no better evidence than the registry's", () => {
    const byId = new Map(catalogue().indicators.map((indicator) => [indicator.id, indicator]));
    let count = 0;
    for (const form of formIds)
      for (const group of ["input", "process", "outcome"])
        for (const entry of registry.indexes[formOfSecurity(form).indexSign]![group]!) {
          count += 1;
          const { type, direction } = entry;
          expect(byId.get(entry.id)).toMatchObject({ form, group, type, direction });
          expect(byId.get(entry.id)?.evidence.tag === "seen").toBe(entry.evidence.startsWith("seen"));
        }
    expect(count).toBe(72);
    expect([...byId.values()].filter(({ evidence }) => evidence.tag !== "own")).toHaveLength(72);
  });

  test("weights are 1, 1, 2 below a form and 2 for income and representation in the composite", () => {
    const { nodes } = definition("composite");
    for (const node of nodes.filter(({ role }) => role !== null))
      expect(node.weight).toBe(registry.weights[node.role!]);
    const weights = formIds.map((form) => nodes.find(({ id }) => id === form)!.weight);
    const expected = formIds.map(
      (form) => registry.composite[formOfSecurity(form).indexSign] ?? registry.composite["others"],
    );
    expect(weights).toEqual(expected);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(registry.composite["divisor"]);
  });
});
