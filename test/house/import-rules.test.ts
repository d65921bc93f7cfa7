import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { moduleGraph } from "../../module-graph.mjs";
import { checkImports, importRules } from "../../setup/import-rules.mjs";

const root = join(import.meta.dirname, "..", "..");
const folders: string[] = [];

/** A small project with every module's door, and the files of the case on top. */
function plant(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "socle-rules-"));
  folders.push(folder);
  const all: Record<string, string> = {
    "package.json": readFileSync(join(root, "package.json"), "utf8"),
    "tsconfig.json": readFileSync(join(root, "tsconfig.json"), "utf8"),
    "node_modules/left/package.json": JSON.stringify({ name: "left", version: "1.0.0", main: "index.js" }),
    "node_modules/left/index.js": "module.exports = 1;",
  };
  for (const module of Object.keys(moduleGraph)) all[`src/${module}/index.ts`] = "export const door = 1;\n";
  for (const [path, text] of Object.entries({ ...all, ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const rulesBroken = async (files: Readonly<Record<string, string>>) => {
  const { modules, violations } = await checkImports(plant(files));
  expect(modules).toBeGreaterThan(Object.keys(moduleGraph).length - 1);
  return new Set(violations.map(({ rule }: { rule: string }) => rule));
};

describe("the import rules", () => {
  it("find nothing in a house that keeps them", async () => {
    const broken = await rulesBroken({
      "src/app/use.ts": 'import { door } from "#store";\nexport const used = door;\n',
    });
    expect([...broken]).toEqual([]);
  });

  it("refuse a cycle, also one of types only", async () => {
    const broken = await rulesBroken({
      "src/kernel/a.ts": 'import type { B } from "./b.ts";\nexport type A = { b: B };\n',
      "src/kernel/b.ts": 'import type { A } from "./a.ts";\nexport type B = { a: A };\n',
    });
    expect(broken).toContain("no-cycle");
  });

  const modules = Object.keys(moduleGraph) as (keyof typeof moduleGraph)[];
  for (const module of modules) {
    const forbidden = modules.filter((other) => other !== module && !moduleGraph[module]!.includes(other));
    if (forbidden.length === 0) continue;
    it(`refuse that ${module} imports ${forbidden.join(", ")}`, async () => {
      for (const other of forbidden) {
        const broken = await rulesBroken({
          [`src/${module}/wrong.ts`]: `import { door } from "../${other}/index.ts";\nexport const wrong = door;\n`,
        });
        expect(broken, `${module} → ${other}`).toContain(`direction-${module}`);
      }
    });
  }

  it("refuse a module that stands in no plan", async () => {
    const broken = await rulesBroken({
      "src/attic/index.ts": "export const attic = 1;\n",
      "src/app/x.ts": 'import { attic } from "../attic/index.ts";\nexport const x = attic;\n',
    });
    expect(broken).toContain("known-module");
  });

  it("refuse to enter a module other than by its door", async () => {
    const broken = await rulesBroken({
      "src/records/inner.ts": "export const inner = 1;\n",
      "src/app/window.ts": 'import { inner } from "../records/inner.ts";\nexport const x = inner;\n',
    });
    expect(broken).toContain("door");
  });

  it("refuse that folders of sources know each other", async () => {
    const broken = await rulesBroken({
      "src/sources/agencies/index.ts": "export const agency = 1;\n",
      "src/sources/people/index.ts":
        'import { agency } from "../agencies/index.ts";\nexport const x = agency;\n',
    });
    expect(broken).toContain("strangers-sources");
  });

  it("refuse node: in the pure core and in the web", async () => {
    const text = 'import { readFileSync } from "node:fs";\nexport const x = readFileSync;\n';
    const broken = await rulesBroken({ "src/statistics/x.ts": text, "src/web/y.ts": text });
    expect(broken).toContain("pure-core");
    expect(broken).toContain("web-without-node");
  });

  it("refuse a package in statistics", async () => {
    const broken = await rulesBroken({
      "src/statistics/x.ts": 'import left from "left";\nexport const x = left;\n',
    });
    expect(broken).toContain("no-package-statistics");
  });

  it("refuse an import that leads nowhere", async () => {
    const broken = await rulesBroken({
      "src/app/x.ts": 'import { y } from "./nowhere.ts";\nexport const x = y;\n',
    });
    expect(broken).toContain("resolvable");
  });

  it.each([
    "export const x = Date.now();",
    "export const x = new Date();",
    "export const x = Math.random();",
    'export const x = () => fetch("http://localhost");',
    "export const x = process.env;",
    "export const x = () => crypto.randomUUID();",
    "export const x = performance.now();",
  ])("refuse clock, chance and network in the pure core: %s", async (text) => {
    expect(await rulesBroken({ "src/kernel/x.ts": `${text}\n` })).toContain("pure-core-world");
  });

  it("allow a given date and names that only look like the world", async () => {
    const text = "export const x = (at: string) => ({ process: new Date(at), fetch: at });\n";
    expect([...(await rulesBroken({ "src/kernel/x.ts": text }))]).toEqual([]);
  });

  it("hold one rule for every module but the last of the line", () => {
    const names = importRules().map((rule: { name: string }) => rule.name);
    for (const module of Object.keys(moduleGraph)) expect(names).toContain(`direction-${module}`);
  });
});

describe("this project", () => {
  it("keeps the import rules, and the checker looked at it", async () => {
    const { modules, violations } = await checkImports(root);
    expect(modules).toBeGreaterThan(50);
    expect(violations).toEqual([]);
  });
});
