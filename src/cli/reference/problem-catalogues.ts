import ts from "typescript";
import { code, page, table } from "./markdown.ts";
import type { SourceText } from "./source-comments.ts";

export type CatalogueEntry = {
  readonly code: string;
  readonly meaning: string;
  readonly remedy: string;
  /** File of the catalogue. */
  readonly path: string;
};

const textOf = (node: ts.Expression): string =>
  ts.isStringLiteralLike(node)
    ? node.text
    : ts.isBinaryExpression(node)
      ? textOf(node.left) + textOf(node.right)
      : "";

/** Every entry of every object that `satisfies ProblemCatalogue`, in the order of the code. */
export function problemEntries(files: readonly SourceText[]): readonly CatalogueEntry[] {
  const entries: CatalogueEntry[] = [];
  for (const { path, tree } of files) {
    const visit = (node: ts.Node): void => {
      if (ts.isSatisfiesExpression(node) && node.type.getText() === "ProblemCatalogue") {
        const given = ts.isAsExpression(node.expression) ? node.expression.expression : node.expression;
        if (ts.isObjectLiteralExpression(given))
          for (const property of given.properties) {
            if (!ts.isPropertyAssignment(property) || !ts.isObjectLiteralExpression(property.initializer))
              continue;
            const fields = Object.fromEntries(
              property.initializer.properties
                .filter(ts.isPropertyAssignment)
                .map((field) => [field.name.getText(), textOf(field.initializer)]),
            );
            entries.push({
              code: (property.name as ts.StringLiteral).text,
              meaning: fields["meaning"] ?? "",
              remedy: fields["remedy"] ?? "",
              path,
            });
          }
      }
      ts.forEachChild(node, visit);
    };
    visit(tree);
  }
  return entries.sort((a, b) => (a.code < b.code ? -1 : 1));
}

export function problemsPage(entries: readonly CatalogueEntry[]): string {
  const modules = [...new Set(entries.map((entry) => entry.code.split(".")[0]!))];
  return page(
    "Problems",
    "What can go wrong, by its code. A message names the value and the place besides; `at` in JSON holds file, sheet, row, column, line, page or field. The command line ends with status 1, the API answers with an RFC 9457 body that lists them all.",
    ...modules.map((module) =>
      [
        `## ${module}`,
        table(
          ["code", "what it means", "what to do"],
          entries
            .filter((entry) => entry.code.startsWith(`${module}.`))
            .map((entry) => [code(entry.code), entry.meaning, entry.remedy]),
        ),
      ].join("\n\n"),
    ),
  );
}
