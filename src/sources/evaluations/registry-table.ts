import {
  areaByCode,
  areaName,
  failAll,
  isInventedAreaCode,
  languages,
  ok,
  type Result,
  type Sha256,
} from "#kernel";
import {
  type Evaluation,
  evaluationNatures,
  evaluationRegions,
  evaluationTimings,
  evaluationTypes,
  noDetails,
  type Origin,
} from "#records";
import { readTable, type TableRow } from "../delimited-table.ts";
import { normalisedId } from "./inventory-row.ts";
import { isPlaceholderSymbol, symbolParts } from "./project-symbol.ts";
import { faultsOf, type TableFaults } from "./registry-table-faults.ts";
import { tableOddities } from "./registry-table-oddities.ts";

/** The columns are the fields of the record, so that a table exported from one registry fits another. */
const columns = {
  known: {
    id: [],
    printedId: ["report_no", "report_number"],
    title: [],
    language: ["lang"],
    printedSymbol: ["symbol", "tc_symbol"],
    type: [],
    printedType: [],
    timing: [],
    nature: [],
    region: [],
    regionBasis: [],
    countries: ["country"],
    countryGroups: ["groups"],
    themes: ["theme"],
    donor: ["donors"],
    fundingNote: [],
    period: [],
    year: [],
    printedLink: ["link", "url"],
    summary: [],
    // Of the list, not of the record: the years it was made for; a symbol from before them is an oddity.
    reviewPeriod: [],
  },
  required: ["id", "title"],
} as const;

/** Words of lists for a code of ours; the printed word is kept in `printedType`. */
const timingWords: Readonly<Record<string, string>> = { interim: "mid-term", midterm: "mid-term" };

/**
 * The registry of evaluations as a table (CSV): one row an evaluation, the columns named as the fields of
 * `Evaluation`; `id` and `title` are needed, every other column may be absent and every other cell empty.
 * Several countries, groups or themes in a cell are separated by `;`.
 *
 * A cell says what it says: nothing is concluded from a title. What does follow is the normalised
 * identifier beside the printed one (`E2` is `E-2`), the symbol where the printed one is a real one, and
 * the link where the printed text is one. Oddities of the list (placeholder symbols, cut links, styles of
 * identifiers) are kept with each record.
 *
 * @param from the source file, its name, and whether its evaluations are real or invented
 * @returns the records in the order of the table, or every fault with row and column
 * @limits Nothing is concluded from titles: what a cell does not say is missing.
 */
export function readEvaluationTable(
  bytes: Uint8Array,
  from: { readonly source: Sha256; readonly name: string; readonly origin: Origin },
): Result<readonly Evaluation[]> {
  const table = readTable(bytes, from.name, columns);
  if (!table.ok) return table;
  const faults = faultsOf(from.name, (column) => table.value.printed(column) ?? column);
  const seen = new Map<string, number>();
  const reviewPeriods = table.value.rows.map((row) => faults.period(row, "reviewPeriod"));
  const records = table.value.rows.map((row): Evaluation => {
    const id = idOf(row, seen, faults);
    const printedId = textOf(row, "printedId");
    const printedSymbol = textOf(row, "printedSymbol");
    const parts = symbolParts(printedSymbol ?? "");
    const symbolIsPlaceholder = parts !== null && isPlaceholderSymbol(parts);
    const printedLink = textOf(row, "printedLink");
    const timing = row.cell("timing").toLowerCase();
    return {
      ...noDetails,
      id,
      printedId,
      reportId: printedId === null ? null : normalisedId(printedId),
      title: faults.needed(row, "title", "a record without a title cannot be told from another"),
      language: faults.code(row, "language", languages),
      printedSymbol,
      symbol: parts === null || symbolIsPlaceholder ? null : printedSymbol,
      symbolIsPlaceholder,
      type: faults.code(row, "type", evaluationTypes),
      printedType: textOf(row, "printedType"),
      timing: faults.code(row, "timing", evaluationTimings, timingWords[timing] ?? timing),
      nature: faults.code(row, "nature", evaluationNatures),
      region: faults.code(row, "region", evaluationRegions),
      regionBasis: textOf(row, "regionBasis"),
      countries: countriesOf(row, from.origin, faults),
      countryGroups: listOf(row, "countryGroups"),
      themes: listOf(row, "themes"),
      donor: textOf(row, "donor"),
      fundingNote: textOf(row, "fundingNote"),
      period: faults.period(row, "period"),
      year: faults.year(row, "year"),
      link: printedLink !== null && /^https?:\/\/\S+$/i.test(printedLink) ? printedLink : null,
      printedLink,
      summary: textOf(row, "summary"),
      origin: from.origin,
      oddities: [],
      provenance: { source: from.source, locator: { kind: "cell", row: row.row, column: "id" } },
    };
  });
  if (faults.problems.length > 0) return failAll(faults.problems);
  const oddities = tableOddities(records, reviewPeriods);
  return ok(records.map((record, i) => ({ ...record, oddities: oddities[i]! })));
}

const textOf = (row: TableRow, column: string): string | null => row.cell(column) || null;

const listOf = (row: TableRow, column: string): readonly string[] =>
  row
    .cell(column)
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "");

function idOf(row: TableRow, seen: Map<string, number>, faults: TableFaults): string {
  const id = faults.needed(row, "id", "a record without an id cannot be cited or corrected");
  if (id === "") return id;
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(id))
    faults.report(
      "evaluations.table-id-invalid",
      row,
      "id",
      `"${id.slice(0, 70)}" cannot stand in an address. Use letters without accents, digits, points, hyphens and underscores, at most 64.`,
    );
  const first = seen.get(id);
  if (first !== undefined)
    faults.report(
      "evaluations.table-id-repeated",
      row,
      "id",
      `"${id}" stands already in row ${first}, and one of the two would overwrite the other. Give each evaluation its own id.`,
    );
  else seen.set(id, row.row);
  return id;
}

function countriesOf(row: TableRow, origin: Origin, faults: TableFaults): readonly string[] {
  const codes = listOf(row, "countries");
  for (const code of codes) {
    const area = areaByCode(code);
    if (area === null)
      faults.report(
        "evaluations.table-country-unknown",
        row,
        "countries",
        `"${code.slice(0, 40)}" is no known country, so the evaluation would be missing from its page. Write ISO 3166 alpha-3 codes separated by ";".`,
      );
    else if (area.kind === "region")
      faults.report(
        "evaluations.table-country-is-region",
        row,
        "countries",
        `${code} (${areaName(code, "en")}) is a region. Name its countries, or put the name into countryGroups.`,
      );
    else if (origin === "real" && isInventedAreaCode(code))
      faults.report(
        "evaluations.table-country-invented",
        row,
        "countries",
        `${code} (${areaName(code, "en")}) is invented and the table is said to be real. Correct the code, or import the table as invented.`,
      );
  }
  return codes;
}
