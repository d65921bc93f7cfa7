// The import rules, generated from module-graph.mjs, and the check of the pure core. Run as a program it
// checks this project; `test/house` plants a violation of each rule and sees it found.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cruise } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import ts from "typescript";
import { moduleGraph, packageFreeModules, pureModules, strangerFolders } from "../module-graph.mjs";

const anyOf = (names) => `(${names.join("|")})`;
const testFile = "\\.test\\.tsx?$";

/** Dependency-cruiser's form of the table: one rule a sentence of the architecture. */
export function importRules() {
  const modules = Object.keys(moduleGraph);
  const direction = modules.map((module) => {
    const forbidden = modules.filter((other) => other !== module && !moduleGraph[module].includes(other));
    return {
      name: `direction-${module}`,
      comment: `${module} may import ${moduleGraph[module].join(", ") || "no other module"}`,
      severity: "error",
      from: { path: `^src/${module}/` },
      to: { path: `^src/${anyOf(forbidden)}/` },
    };
  });
  return [
    { name: "no-cycle", comment: "types included", severity: "error", from: {}, to: { circular: true } },
    ...direction,
    {
      name: "known-module",
      comment: "a folder of src stands in module-graph.mjs",
      severity: "error",
      from: {},
      to: { path: "^src/", pathNot: `^src/${anyOf(modules)}/` },
    },
    {
      name: "door",
      comment: "a module is entered by its index.ts only",
      severity: "error",
      from: { path: "^src/([^/]+)/" },
      to: { path: "^src/[^/]+/.+", pathNot: ["^src/$1/", "^src/[^/]+/index\\.ts$"] },
    },
    ...strangerFolders.map((module) => ({
      name: `strangers-${module}`,
      comment: `the folders of ${module} do not know each other`,
      severity: "error",
      from: { path: `^src/${module}/([^/]+)/` },
      to: { path: `^src/${module}/[^/]+/`, pathNot: `^src/${module}/$1/` },
    })),
    {
      name: "pure-core",
      comment: "the pure modules use no node: module",
      severity: "error",
      from: { path: `^src/${anyOf(pureModules)}/`, pathNot: testFile },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "web-without-node",
      comment: "nothing under web reaches node:",
      severity: "error",
      from: { path: "^src/web/", pathNot: testFile },
      to: { dependencyTypes: ["core"] },
    },
    ...packageFreeModules.map((module) => ({
      name: `no-package-${module}`,
      comment: `${module} uses no packages`,
      severity: "error",
      from: { path: `^src/${module}/`, pathNot: testFile },
      to: { path: "node_modules" },
    })),
    {
      name: "resolvable",
      comment: "every import leads to a file",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "\\?(url|raw|inline)$" },
    },
  ];
}

/** What a pure module must not name: clock, chance, network, process, files by other doors. */
const forbiddenGlobals = new Set([
  "fetch",
  "process",
  "performance",
  "XMLHttpRequest",
  "WebSocket",
  "crypto",
  "setTimeout",
  "setInterval",
  "localStorage",
  "navigator",
  "Deno",
  "Bun",
]);

/** @returns the places where the text of a pure module touches the world */
export function worldTouches(fileName, text) {
  const source = ts.createSourceFile(fileName, text, ts.ScriptTarget.Latest, true);
  const found = [];
  const report = (node, what) =>
    found.push({
      rule: "pure-core-world",
      from: `${fileName}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`,
      to: what,
    });
  const visit = (node) => {
    if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
      const name = `${node.expression.text}.${node.name.text}`;
      if (name === "Date.now" || name === "Math.random") report(node, name);
      if (node.expression.text === "globalThis" && forbiddenGlobals.has(node.name.text)) report(node, name);
    }
    if (ts.isNewExpression(node) && node.expression.getText() === "Date" && !node.arguments?.length)
      report(node, "new Date()");
    if (ts.isCallExpression(node) && node.expression.getText() === "Date") report(node, "Date()");
    if (ts.isIdentifier(node) && forbiddenGlobals.has(node.text)) {
      const parent = node.parent;
      const isName =
        (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
        (ts.isPropertyAssignment(parent) && parent.name === node) ||
        ((ts.isParameter(parent) || ts.isVariableDeclaration(parent) || ts.isFunctionDeclaration(parent)) &&
          parent.name === node) ||
        ts.isPropertySignature(parent) ||
        ts.isBindingElement(parent) ||
        ts.isTypeQueryNode(parent);
      if (
        !isName &&
        (ts.isCallExpression(parent) || ts.isPropertyAccessExpression(parent) || ts.isNewExpression(parent))
      )
        report(node, node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/**
 * Checks the folder `src` below a project root.
 * @returns {Promise<{modules: number, violations: {rule: string, from: string, to: string}[]}>}
 */
export async function checkImports(projectRoot) {
  const before = process.cwd();
  process.chdir(projectRoot);
  try {
    const tsConfig = join(projectRoot, "tsconfig.json");
    const { output } = await cruise(
      ["src"],
      {
        ruleSet: { forbidden: importRules() },
        validate: true,
        tsPreCompilationDeps: true,
        doNotFollow: { path: "node_modules" },
        tsConfig: { fileName: tsConfig },
        enhancedResolveOptions: {
          exportsFields: ["exports"],
          conditionNames: ["node", "import", "types", "default"],
          extensions: [".ts", ".tsx", ".js", ".mjs", ".json", ".d.ts"],
        },
      },
      {},
      { tsConfig: extractTSConfig(tsConfig) },
    );
    const ours = output.modules.filter((module) => module.source.startsWith("src/"));
    const violations = output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
    const pure = new RegExp(`^src/${anyOf(pureModules)}/`);
    for (const { source } of ours) {
      if (!pure.test(source) || /\.test\.tsx?$/.test(source) || !/\.tsx?$/.test(source)) continue;
      violations.push(...worldTouches(source, readFileSync(join(projectRoot, source), "utf8")));
    }
    return { modules: ours.length, violations };
  } finally {
    process.chdir(before);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { modules, violations } = await checkImports(fileURLToPath(new URL("..", import.meta.url)));
  for (const { rule, from, to } of violations) console.error(`${rule}: ${from} → ${to}`);
  console.log(`${modules} files looked at, ${violations.length} violations`);
  process.exit(modules > 0 && violations.length === 0 ? 0 : 1);
}
