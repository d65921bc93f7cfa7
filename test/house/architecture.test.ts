import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { moduleGraph, pureModules } from "../../module-graph.mjs";

const root = join(import.meta.dirname, "..", "..");
const text = readFileSync(join(root, "docs", "architecture.md"), "utf8");

const rows = [...text.matchAll(/^\| ([a-z]+) \| ([^|]+) \| ([^|]+) \| ([a-z, ]+) \| `([^`]+)` \|$/gm)].map(
  ([, module, knows, knowsNot, imports, door]) => ({
    module: module!,
    knows: knows!,
    knowsNot: knowsNot!,
    imports: imports === "nothing" ? [] : imports!.split(", "),
    door: door!,
  }),
);

describe("the table of docs/architecture.md", () => {
  it("has every module of module-graph.mjs with what it may import, and no other", () => {
    expect(Object.fromEntries(rows.map(({ module, imports }) => [module, [...imports].sort()]))).toEqual(
      Object.fromEntries(
        Object.entries(moduleGraph).map(([module, imports]) => [module, [...imports].sort()]),
      ),
    );
    expect(rows).toHaveLength(Object.keys(moduleGraph).length);
  });

  it("has the folders of src, and no other", () => {
    const folders = readdirSync(join(root, "src")).filter((name) =>
      statSync(join(root, "src", name)).isDirectory(),
    );
    expect(rows.map(({ module }) => module).sort()).toEqual(folders.sort());
  });

  it("names doors that are there", () => {
    const { imports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
      imports: Record<string, string>;
    };
    for (const { module, door } of rows)
      if (door.startsWith("#")) expect(imports[door]).toBe(`./src/${module}/index.ts`);
      else expect(statSync(join(root, door)).isFile()).toBe(true);
    expect(Object.keys(imports).sort()).toEqual(
      rows.flatMap(({ door }) => (door.startsWith("#") ? [door] : [])).sort(),
    );
  });

  it("tells which modules are pure", () => {
    expect(text).toContain(`the pure modules (${pureModules.join(", ")})`);
  });
});
