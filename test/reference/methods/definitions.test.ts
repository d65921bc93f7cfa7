// The definitions and the catalogue that ship with the project, held against the registry of the reference
// folder: the same 72 indicators, groups, directions and weights.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "csv-parse/sync";
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
          const evidence = byId.get(entry.id)?.evidence;
          expect(evidence?.tag === "seen").toBe(entry.evidence.startsWith("seen"));
          const sure = entry.evidence.includes("87/98")
            ? [undefined, /C(87|98)$/.test(entry.id) ? "high" : "medium"]
            : /memory \((\w+)\)/.exec(entry.evidence);
          if (evidence?.tag === "memory") expect(evidence.confidence, entry.id).toBe(sure?.[1]);
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

describe.skipIf(isAbsent)("agreement with the series that the documentation speaks of", () => {
  const rowsOf = (file: string): readonly Readonly<Record<string, string>>[] => {
    const text = readFileSync(resolve(reference, "../data/indicators", file), "utf8");
    return parse(text, { columns: true, bom: true });
  };
  const said = (id: string, heading: "availability" | "collection" | "comparability") =>
    catalogue().indicators.find((one) => one.id === id)?.documentation[heading]?.text.en;
  const distinct = (rows: ReturnType<typeof rowsOf>, column: string) =>
    new Set(rows.map((row) => row[column])).size;

  test("union density and bargaining coverage: countries, sources and adjustments are those of the files", () => {
    for (const [id, file] of [
      ["RSI_O_UD", "Trade_Union_Density"],
      ["RSI_O_CBC", "Collective_Bargaining"],
    ] as const) {
      const rows = rowsOf(`ilostat/${file}_Rate_ILO_Latest.csv`);
      const from = (kind: string) => rows.filter(({ SOURCE }) => SOURCE?.startsWith(kind)).length;
      const others = rows.length - from("ADM") - from("LFS");
      const adjusted = rows.filter((row) =>
        row["NOTE_INDICATOR"]?.includes(": Adjusted for the right"),
      ).length;
      expect(said(id, "availability")).toContain(`${distinct(rows, "REF_AREA")} countries`);
      expect(said(id, "collection")).toMatch(
        new RegExp(`records in ${from("ADM")} of ${rows.length} .* in ${from("LFS")}, .* in ${others} `),
      );
      expect(said(id, "comparability")).toContain(`In ${adjusted} of ${rows.length} countries adjusted`);
    }
  });

  test("poverty and inequality: countries, values and years are those of the files", () => {
    const poverty = rowsOf("other/SI.POV.NAHC.csv").filter(({ value }) => value !== "");
    expect(said("ISI_O_POV", "availability")).toContain(
      `${distinct(poverty, "entity_code")} countries, ${poverty.length.toLocaleString("en")} values`,
    );
    // No gap: that is what the documentation warns of.
    const gini = rowsOf("gapminder/gini.csv");
    expect(gini).toHaveLength(distinct(gini, "country") * distinct(gini, "time"));
    expect(said("ISI_O_GINI", "availability")).toContain(`${distinct(gini, "country")} countries`);
  });
});
