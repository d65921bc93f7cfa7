// `npm run docs` writes docs/reference from the code; with `--compare` it writes nothing and names the pages
// that differ, with exit status 1.

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { codeVersion, projectRoot } from "./code-version.ts";
import { apiPage } from "./reference/api-page.ts";
import { indicatorsPage } from "./reference/indicators-page.ts";
import { methodCards } from "./reference/method-cards.ts";
import { accessPage, commandsPage, settingsPage, tablesPage } from "./reference/plain-pages.ts";
import { problemEntries, problemsPage } from "./reference/problem-catalogues.ts";
import { documentedFunctions, sourceFiles } from "./reference/source-comments.ts";

/** Every page of the reference by its path below docs/reference. */
export function referencePages(root: string): ReadonlyMap<string, string> {
  const files = sourceFiles(root);
  const pages = new Map([
    ["commands.md", commandsPage()],
    ["problems.md", problemsPage(problemEntries(files))],
    ["settings.md", settingsPage()],
    ["tables.md", tablesPage()],
    ["api.md", apiPage()],
    ["access.md", accessPage()],
    ["indicators.md", indicatorsPage(root)],
  ]);
  for (const [name, text] of methodCards(documentedFunctions(files), codeVersion))
    pages.set(`methods/${name}`, text);
  return pages;
}

/** Pages that are missing, differ, or stand there without being made from anything. */
export function stalePages(folder: string, pages: ReadonlyMap<string, string>): readonly string[] {
  const present = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => name.replaceAll("\\", "/"));
  const differing = [...pages].filter(
    ([name, text]) => !present.includes(name) || readFileSync(join(folder, name), "utf8") !== text,
  );
  return [...differing.map(([name]) => name), ...present.filter((name) => !pages.has(name))].sort();
}

function writePages(folder: string, pages: ReadonlyMap<string, string>) {
  for (const name of stalePages(folder, pages)) {
    const text = pages.get(name);
    const path = join(folder, name);
    if (text === undefined) rmSync(path);
    else {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    console.log(`${text === undefined ? "removed" : "written"}  docs/reference/${name}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = join(projectRoot, "docs", "reference");
  mkdirSync(folder, { recursive: true });
  const pages = referencePages(projectRoot);
  if (!process.argv.includes("--compare")) writePages(folder, pages);
  else {
    const stale = stalePages(folder, pages);
    for (const name of stale) console.error(`docs/reference/${name} is not what the code gives`);
    if (stale.length > 0) console.error("Run npm run docs and look at what changed.");
    process.exitCode = stale.length > 0 ? 1 : 0;
  }
}
