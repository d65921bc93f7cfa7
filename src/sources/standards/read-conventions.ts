import { failAll, ok, type Result, type Sha256 } from "#kernel";
import type { Convention } from "#records";
import { readTable } from "../delimited-table.ts";
import { cellReader } from "./cells.ts";

const columns = {
  known: {
    code: ["convention"],
    number: [],
    title: ["title_en"],
    adopted: ["year", "year_adopted"],
    class: [],
    status: [],
    securities: [],
    verified: [],
    // Known, and not part of the record: it can be read in the source file.
    status_year: [],
    revised_by: [],
    securities_core: [],
    source: [],
    note: [],
  },
  required: ["code", "title", "adopted", "class", "status"],
} as const;

const classes: readonly string[] = ["fundamental", "governance", "technical"] satisfies Convention["class"][];

/** The seven forms, by the identifiers that stand in pages and definitions. */
const forms: readonly string[] = [
  "labour-market",
  "employment",
  "job",
  "work",
  "skill-reproduction",
  "income",
  "representation",
];

/**
 * The Conventions of a list (CSV: code, title, adopted, class, status; number, securities separated by `;`
 * and verified where known). Forms of security may be written with `_` or `-`. A list without the column
 * `verified` is unverified.
 *
 * @param from the source file and its name, for provenance and problems
 * @returns the Conventions in the order of the list, or every fault with row and column
 * @limits A list is as complete as its maker made it.
 */
export function readConventions(
  bytes: Uint8Array,
  from: { readonly source: Sha256; readonly name: string },
): Result<readonly Convention[]> {
  const table = readTable(bytes, from.name, columns);
  if (!table.ok) return table;
  const { problems, report, code: codeOf, verified } = cellReader(from.name);
  const seen = new Map<string, number>();
  const conventions = table.value.rows.map((row): Convention => {
    const code = codeOf(row, "code") ?? "";
    const first = seen.get(code);
    if (code !== "" && first !== undefined)
      report(
        "standards.convention-repeated",
        row,
        "code",
        `${code} stands already in row ${first}. One of the two would be lost; take one out.`,
      );
    else seen.set(code, row.row);
    const title = row.cell("title");
    if (title === "")
      report(
        "standards.title-missing",
        row,
        "title",
        `${code || "The row"} has no title, so a reader could not tell what it is. Fill it in.`,
      );
    const adopted = row.cell("adopted");
    if (!/^\d{4}$/.test(adopted) || Number(adopted) < 1919)
      report(
        "standards.year-invalid",
        row,
        "adopted",
        `"${adopted.slice(0, 40)}" is no year of adoption. Write a year from 1919 on, as four digits.`,
      );
    const printedClass = row.cell("class").toLowerCase();
    if (!classes.includes(printedClass))
      report(
        "standards.class-unknown",
        row,
        "class",
        `"${printedClass.slice(0, 40)}" is no class of Conventions. Write ${classes.join(", ")}.`,
      );
    const status = row.cell("status");
    if (status === "")
      report(
        "standards.status-missing",
        row,
        "status",
        "there is no status, so it would be open whether the Convention is in use. Fill it in.",
      );
    const securities = row
      .cell("securities")
      .split(";")
      .map((form) => form.trim().replaceAll("_", "-"))
      .filter((form) => form !== "");
    for (const form of securities)
      if (!forms.includes(form))
        report(
          "standards.security-unknown",
          row,
          "securities",
          `"${form.slice(0, 40)}" is none of the seven forms of security (${forms.join(", ")}). Correct it or leave the cell empty.`,
        );
    return {
      code,
      number: Number(code.slice(1)),
      title,
      adopted: Number(adopted),
      class: printedClass as Convention["class"],
      status,
      securities,
      verified: verified(row),
      provenance: { source: from.source, locator: { kind: "cell", row: row.row, column: "code" } },
    };
  });
  return problems.length > 0 ? failAll(problems) : ok(conventions);
}
