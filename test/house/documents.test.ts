import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..", "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const manifest = JSON.parse(read("package.json")) as {
  version: string;
  license: string;
  scripts: Record<string, string>;
};

const documents = [
  ...readdirSync(root).filter((name) => name.endsWith(".md")),
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join("docs", name)),
];

describe.each(documents)("%s", (path) => {
  const text = read(path);

  it("has links that lead somewhere", () => {
    const links = [...text.replace(/```[\s\S]*?```/g, "").matchAll(/\]\(([^)\s]+)\)/g)].map(
      ([, link]) => link!,
    );
    for (const link of links) {
      if (/^https?:/.test(link)) continue;
      const [file, anchor] = link.split("#");
      const target = file === "" ? join(root, path) : join(root, dirname(path), file!);
      expect(existsSync(target), `${path} → ${link}`).toBe(true);
      if (anchor && statSync(target).isFile()) {
        const headings = [...readFileSync(target, "utf8").matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
          heading!
            .toLowerCase()
            .replace(/[^\p{L}\p{N} -]/gu, "")
            .replaceAll(" ", "-"),
        );
        expect(headings, `${path} → ${link}`).toContain(anchor);
      }
    }
  });

  it("names scripts, files and folders of the project that are there", () => {
    for (const [, script] of text.matchAll(/\bnpm run ([a-z]+)/g))
      expect(manifest.scripts).toHaveProperty(script!);
    for (const [, file] of text.matchAll(
      /`((?:src|test|setup|definitions|demonstration|bench)\/[A-Za-z0-9_./-]+)`/g,
    ))
      expect(existsSync(join(root, file!)), `${path}: ${file}`).toBe(true);
  });

  it("has no absolute path of somebody's machine", () => {
    expect(text).not.toMatch(/(?<![\w.])\/(?:home|root|work|Users|tmp\/[a-z]+)\//);
  });
});

describe("the decisions", () => {
  const files = readdirSync(join(root, "docs", "decisions"))
    .filter((name) => name !== "README.md")
    .sort();

  it("are numbered without a gap, and listed", () => {
    expect(files.map((name) => Number(name.slice(0, 4)))).toEqual(files.map((_, i) => i + 1));
    for (const name of files) expect(read("docs/decisions/README.md")).toContain(`(${name})`);
  });

  it.each(files)("%s has its five parts on one page", (name) => {
    const text = read(join("docs", "decisions", name));
    expect([...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)).toEqual([
      "Context",
      "Options",
      "Decision",
      "Consequences",
      "How it is checked",
    ]);
    expect(text.split(/\s+/).length).toBeLessThan(450);
  });
});

describe("version and licence", () => {
  it("are the same wherever they stand", () => {
    expect(read("CHANGELOG.md")).toContain(`\n## ${manifest.version}\n`);
    expect(read("CITATION.cff")).toContain(`\nversion: ${manifest.version}\n`);
    expect(read("CITATION.cff")).toContain(`\nlicense: ${manifest.license}\n`);
    expect(read("LICENSE")).toMatch(/Apache License\s+Version 2\.0/);
    expect(read("README.md")).toContain(manifest.license);
    expect(read("src/api/describe-api.ts")).toContain(`identifier: "${manifest.license}"`);
  });
});

describe("the pictures", () => {
  it("are small, and each is shown", () => {
    const folder = join(root, "docs", "pictures");
    const shown = documents.map((path) => read(path)).join("\n");
    for (const name of readdirSync(folder)) {
      expect(statSync(join(folder, name)).size, name).toBeLessThan(300_000);
      expect(shown).toContain(`pictures/${name}`);
    }
    expect(readdirSync(folder).length).toBeGreaterThan(0);
    expect(relative(root, folder)).toBe(join("docs", "pictures"));
  });
});
