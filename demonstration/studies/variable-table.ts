import type { Item } from "./items.ts";

type Listed = { readonly study: string; readonly items: readonly Item[] };

const head = `# Variables of the simulated studies

Made by \`make-studies.ts\` out of the same list as dictionaries and questionnaires. *Place* is the dimension and the angle from which a question comes at it; *group* is the part of a micro-level index that it fits. Codes in parentheses are no answers; an empty cell is a question that was not put.
`;

/** A page for those who define indexes: names, places and codes. */
export function variableTable(studies: readonly Listed[]): string {
  const sections = studies.flatMap(({ study, items }) =>
    [...new Set(items.map(({ file }) => file))].map((file) => {
      const rows = items.filter((item) => item.file === file).map(rowOf);
      return `## ${study}: ${file}\n\n| variable | label | place | group | asked of | codes |\n| --- | --- | --- | --- | --- | --- |\n${rows.join("\n")}\n`;
    }),
  );
  return [head, ...sections].join("\n");
}

function rowOf(item: Item): string {
  const [dimension, angle, nature] = item.place ?? ["", "", ""];
  const place = dimension === "" ? item.kind : `${dimension}, ${angle}, ${nature}`;
  const codes = item.answers.map(({ code, label, missing }) =>
    missing === null ? `${code} ${label.en}` : `(${code} ${label.en})`,
  );
  const unit = item.unit === null ? [] : [item.unit];
  const cells = [item.name, item.label.en, place, item.group ?? "", item.universe.text.en];
  return `| ${[...cells, [...unit, ...codes].join("; ")].join(" | ")} |`;
}
