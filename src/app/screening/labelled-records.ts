// A file of labelled records, as reviews publish them: id, title, abstract, decision.

import { readWorkbook } from "#documents";
import { failAll, ok, type Problem, problem, type Result } from "#kernel";
import type { RankedText } from "#statistics";

export type LabelledRecords = {
  readonly ids: readonly string[];
  readonly texts: readonly RankedText[];
  readonly labels: readonly boolean[];
};

const required = ["record_id", "label_included"] as const;
const known = [...required, "title", "abstract"] as const;

/** Larger than any published collection; one record has a row. */
const limits = { bytes: 500_000_000, rows: 1_000_000, cells: 20_000_000 };

/**
 * Records with their labels from a table in any of the usual forms.
 *
 * @returns the records in the sequence of the file, or all that is wrong with its rows at once
 */
export async function labelledRecords(bytes: Uint8Array, file: string): Promise<Result<LabelledRecords>> {
  const read = await readWorkbook(bytes, file, limits);
  if (!read.ok) return read;
  const [table] = read.value.tables;
  if (table === undefined)
    return failAll([
      problem("screening.file-empty", `${file} has no row under a header. Nothing was simulated.`, { file }),
    ]);
  const columnOf = Object.fromEntries(
    known.map((name) => [name, table.header.findIndex((column) => column.name === name)]),
  );
  const absent = required.filter((name) => columnOf[name] === -1);
  if (absent.length > 0 || (columnOf["title"] === -1 && columnOf["abstract"] === -1))
    return failAll([
      problem(
        "screening.columns-missing",
        `${file} lacks ${absent.length > 0 ? `the column ${absent.join(" and ")}` : "both title and abstract"}. A simulation needs record_id, title, abstract and label_included (1 or 0); found: ${table.header
          .map(({ name }) => name)
          .join(", ")
          .slice(0, 300)}. Nothing was simulated.`,
        { file, row: table.headerRow },
      ),
    ]);
  const problems: Problem[] = [];
  const rowOf = new Map<string, number>();
  const records = table.rows.map((cells) => {
    const cell = (name: (typeof known)[number]) => cells[columnOf[name]!]?.text ?? "";
    const row = cells[0]!.row;
    const id = cell("record_id");
    const label = cell("label_included");
    const earlier = rowOf.get(id);
    if (id === "" || earlier !== undefined)
      problems.push(
        problem(
          id === "" ? "screening.id-absent" : "screening.id-repeated",
          id === ""
            ? `Row ${row}, column record_id: the cell is empty, so the record could not be named in an order. Nothing was simulated.`
            : `Row ${row} has the record_id ${id} of row ${earlier} again. An order names each record once; give it an id of its own. Nothing was simulated.`,
          { file, row, column: "record_id" },
        ),
      );
    else rowOf.set(id, row);
    if (!/^[01](\.0+)?$/.test(label))
      problems.push(
        problem(
          "screening.label-unreadable",
          `Row ${row}, column label_included: "${label.slice(0, 40)}" is neither 1 (included) nor 0. A simulation needs to know every label. Nothing was simulated.`,
          { file, row, column: "label_included" },
        ),
      );
    return {
      id,
      text: { title: cell("title"), abstract: cell("abstract") },
      relevant: label.startsWith("1"),
    };
  });
  return problems.length > 0
    ? failAll(problems)
    : ok({
        ids: records.map(({ id }) => id),
        texts: records.map(({ text }) => text),
        labels: records.map(({ relevant }) => relevant),
      });
}
