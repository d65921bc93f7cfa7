// A step of the build of the pages: the client needs of a route its address, method and action. The shapes
// of what goes in and comes out are checked by the server; in the browser they would be a fifth of the first
// page, grow with every route, and never run.

import ts from "typescript";

/** What the client never looks at, and what it looks at of a body: whether there is one, and whether it is an upload. */
const leftOut = ["params", "query", "reply", "summary"];
const instead = { body: "{}" };

/**
 * The text of a file of routes without its shapes.
 *
 * @param {string} code TypeScript
 * @returns {string} the same, with the shapes inside `route({ … })` replaced; texts such as "upload" stay
 */
export function withoutShapes(code) {
  const source = ts.createSourceFile("routes.ts", code, ts.ScriptTarget.Latest, true);
  /** @type {{ start: number, end: number, text: string }[]} */
  const edits = [];
  /** @param {ts.Node} node */
  const walk = (node) => {
    if (ts.isCallExpression(node) && node.expression.getText() === "route") {
      const [given] = node.arguments;
      if (given && ts.isObjectLiteralExpression(given))
        for (const property of given.properties) {
          if (!ts.isPropertyAssignment(property)) continue;
          const name = property.name.getText();
          const value = property.initializer;
          if (leftOut.includes(name)) {
            const after = /^\s*,/.exec(code.slice(property.getEnd()))?.[0].length ?? 0;
            edits.push({ start: property.getFullStart(), end: property.getEnd() + after, text: "" });
            continue;
          }
          if (!(name in instead) || ts.isStringLiteral(value)) continue;
          edits.push({ start: value.getStart(), end: value.getEnd(), text: instead[name] });
        }
      return;
    }
    ts.forEachChild(node, walk);
  };
  walk(source);
  return withoutUnused(applied(code, edits));
}

/**
 * @param {string} code
 * @param {readonly { start: number, end: number, text: string }[]} edits
 */
const applied = (code, edits) =>
  edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), code);

/**
 * Constants of the file that nothing refers to any more: parts of the shapes just taken out.
 *
 * @param {string} code
 * @returns {string}
 */
function withoutUnused(code) {
  const source = ts.createSourceFile("routes.ts", code, ts.ScriptTarget.Latest, true);
  /** @type {Map<string, number>} */
  const used = new Map();
  /** @param {ts.Node} node */
  const count = (node) => {
    if (ts.isIdentifier(node) && !isName(node)) used.set(node.text, (used.get(node.text) ?? 0) + 1);
    ts.forEachChild(node, count);
  };
  count(source);
  const edits = source.statements.flatMap((statement) => {
    if (!ts.isVariableStatement(statement) || statement.modifiers?.length) return [];
    const names = statement.declarationList.declarations.map((one) => one.name.getText());
    // Paths and actions hold words such as "table" and "version" too: names are counted, not texts.
    const isUsed = names.some((name) => used.get(name) !== 1);
    return isUsed ? [] : [{ start: statement.getStart(), end: statement.getEnd(), text: "" }];
  });
  return edits.length === 0 ? code : withoutUnused(applied(code, edits));
}

/**
 * Whether an identifier only names a property: `version: …`, `x.version`.
 *
 * @param {ts.Identifier} node
 */
const isName = (node) =>
  (ts.isPropertyAssignment(node.parent) && node.parent.name === node) ||
  (ts.isPropertyAccessExpression(node.parent) && node.parent.name === node);

/** @returns {import("vite").Plugin} */
export const shapesStayOnTheServer = () => ({
  name: "shapes-stay-on-the-server",
  apply: "build",
  enforce: "pre",
  transform: (code, id) =>
    /\/src\/contract\/routes-[\w-]+\.ts$/.test(id) ? { code: withoutShapes(code), map: null } : null,
});
