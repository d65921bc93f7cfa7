// One row to one record, as far as the row alone tells.

import type { WorkbookCell, WorkbookTable } from "#documents";
import { areaByCode, type Locator, type MissingReason, type Sha256 } from "#kernel";
import {
  type Evaluation,
  type EvaluationRegion,
  evaluationRegions,
  noDetails,
  type Origin,
  type ValueOrigin,
} from "#records";
import { normalisedId } from "../inventory-row.ts";
import { projectSymbolOf, targetsOf } from "./cell-values.ts";
import type { MappingFieldId } from "./mapping-fields.ts";
import { type PreparedMapping, type RowReader, rowReader } from "./row-reader.ts";

export type MappingContext = {
  /** The file the table came from. */
  readonly source: Sha256;
  readonly name: string;
  readonly origin: Origin;
};

/** A record without its identifier, and the reader that knows what was odd. */
export type RowRecord = {
  readonly record: Omit<Evaluation, "id" | "oddities">;
  readonly ownId: string | null;
  readonly reader: RowReader;
};

/** Fields of the mapping that stand under another name in the record. */
const recordNames: Readonly<Partial<Record<MappingFieldId, string>>> = {
  id: "printedId",
  symbols: "printedSymbol",
  "title.en": "titles",
  "title.fr": "titles",
  "title.es": "titles",
  "title.pt": "titles",
  linkTitles: "links",
};

const languagesOfTitles = ["en", "fr", "es", "pt"] as const;

/** The titles of a row by language, and the one that stands for it; empty where it has none. */
export function titlesOf(reader: RowReader) {
  const title = reader.text("title");
  const titles = Object.fromEntries(
    languagesOfTitles.flatMap((language) => {
      const text = reader.text(`title.${language}`);
      return text === null ? [] : [[language, text] as const];
    }),
  );
  const first = languagesOfTitles.find((language) => titles[language] !== undefined) ?? null;
  return { title, titles, first, chosen: title ?? (first === null ? null : titles[first]!) ?? "" };
}

export function rowRecord(
  cells: readonly WorkbookCell[],
  table: WorkbookTable,
  prepared: PreparedMapping,
  context: MappingContext,
): RowRecord {
  const reader = rowReader(cells, prepared);
  const [head] = cells;
  const row = head?.row ?? 0;
  const ownId = reader.text("id");
  const { title, titles, first: firstTitle, chosen: chosenTitle } = titlesOf(reader);
  const { known, others } = reader.languages();
  const language = title === null ? firstTitle : known.length === 1 && others.length === 0 ? known[0]! : null;
  if (title !== null && known.length + others.length > 1)
    reader.odd(
      "evaluations.mapping-several-languages",
      `Row ${row}: the report is in several languages (${[...known, ...others].join(", ")}), so the language of the title is open.`,
    );
  const [symbol, ...otherSymbols] = reader.list("symbols").map(projectSymbolOf);
  if (symbol?.isPlaceholder)
    reader.odd(
      "evaluations.mapping-placeholder-symbol",
      `Row ${row}: the symbol ${symbol.printed} is a placeholder and identifies no project.`,
    );
  const { codes: countries, groups } = reader.countries();
  const region = regionOf(reader, countries, groups, row);
  const printedType = reader.text("type");
  const type = single(reader, "type", row);
  const links = reader.links();
  const link = links.find(({ url }) => url !== null) ?? links[0] ?? null;
  const dates = datesOf(reader, row);
  const record: Omit<Evaluation, "id" | "oddities"> = {
    ...noDetails,
    printedId: ownId,
    reportId: ownId === null ? null : normalisedId(ownId),
    title: chosenTitle,
    language,
    titles: titlesBeside(titles, title === null ? firstTitle : null),
    printedSymbol: symbol?.printed ?? null,
    symbol: symbol?.symbol ?? null,
    symbolIsPlaceholder: symbol?.isPlaceholder ?? false,
    otherSymbols,
    projects: reader.list("projects"),
    type: type as Evaluation["type"],
    printedType,
    timing: single(reader, "timing", row) as Evaluation["timing"],
    nature: single(reader, "nature", row) as Evaluation["nature"],
    status: single(reader, "status", row) as Evaluation["status"],
    ...region,
    countries,
    countryGroups: groups,
    themes: reader.codesOrTexts("themes"),
    populations: reader.codesOrTexts("populations"),
    donor: reader.list("donor").join("; ") || null,
    fundingNote: reader.text("fundingNote"),
    projectBudget: reader.money("projectBudget"),
    evaluationBudget: reader.money("evaluationBudget"),
    ...dates,
    link: link?.url ?? null,
    printedLink: link?.printed ?? null,
    links,
    summary: reader.text("summary"),
    commissioningOffice: reader.text("commissioningOffice"),
    manager: reader.text("manager"),
    evaluators: reader.list("evaluators"),
    administrativeUnit: reader.text("administrativeUnit"),
    technicalUnit: reader.text("technicalUnit"),
    policyOutcome: reader.text("policyOutcome"),
    countryProgrammeOutcome: reader.text("countryProgrammeOutcome"),
    sdgTargets: [...new Set(reader.list("sdgTargets").flatMap(targetsOf))],
    branches: reader.codes("branches") as Evaluation["branches"],
    criteria: reader.codes("criteria") as Evaluation["criteria"],
    reportLanguages: known,
    otherLanguages: others,
    partners: reader.list("partners"),
    attributionNote: reader.text("attributionNote"),
    qualityRating: reader.text("qualityRating"),
    managementResponse: single(reader, "managementResponse", row) as Evaluation["managementResponse"],
    unmapped: unmappedOf(cells, table, prepared),
    origin: context.origin,
    provenance: { source: context.source, locator: locatorOf(table, row, titleColumn(reader, prepared)) },
    missing: {},
    valueOrigins: {},
  };
  return {
    record: { ...record, missing: missingOf(reader), valueOrigins: originsOf(reader, table, context) },
    ownId,
    reader,
  };
}

const titleColumn = (reader: RowReader, prepared: PreparedMapping): string =>
  reader.cells.get("title")?.column ?? prepared.mapping.fields[0]?.columns[0] ?? "";

const locatorOf = (table: WorkbookTable, row: number, column: string): Locator => ({
  kind: "cell",
  ...(table.sheet === null ? {} : { sheet: table.sheet }),
  row,
  column,
});

function titlesBeside(titles: Readonly<Record<string, string>>, used: string | null): Evaluation["titles"] {
  return Object.fromEntries(Object.entries(titles).filter(([language]) => language !== used));
}

/** The first code of a field that takes one; that there were more is said. */
function single(reader: RowReader, field: MappingFieldId, row: number): string | null {
  const { code, all } = reader.code(field);
  if (all.length > 1)
    reader.odd(
      "evaluations.mapping-several-values",
      `Row ${row}: ${field} is said to be ${all.join(" and ")}; the first, ${code}, was taken.`,
    );
  return code;
}

/** The region a row names; where it names none that is known, that of all its countries. */
function regionOf(
  reader: RowReader,
  countries: readonly string[],
  groups: readonly string[],
  row: number,
): Pick<Evaluation, "region" | "regionBasis"> {
  const { all } = reader.code("region");
  const [only] = all as readonly EvaluationRegion[];
  const printed = reader.cells.get("region")?.cell.text ?? null;
  if (only !== undefined && all.length === 1)
    return { region: only, regionBasis: `column: ${printed}`.slice(0, 200) };
  if (all.length > 1) {
    reader.odd(
      "evaluations.mapping-several-regions",
      `Row ${row}: ${all.length} regions are named (${all.join(", ")}); the evaluation was taken for an interregional one.`,
    );
    return { region: "global-interregional", regionBasis: `several regions: ${printed}`.slice(0, 200) };
  }
  const regions = new Set(countries.map((code) => areaByCode(code)?.iloRegion ?? null));
  const [shared] = regions;
  if (regions.size === 1 && groups.length === 0 && shared !== null && shared !== undefined)
    if (evaluationRegions.includes(shared)) {
      reader.missing.delete("region");
      const cell = reader.cells.get("countries");
      if (cell !== undefined) reader.cells.set("region", cell);
      return { region: shared, regionBasis: `countries: ${countries.join(", ")}` };
    }
  return { region: null, regionBasis: null };
}

const reversed = (from: string | null, to: string | null): boolean => {
  if (from === null || to === null) return false;
  const length = Math.min(from.length, to.length);
  return from.slice(0, length) > to.slice(0, length);
};

function datesOf(reader: RowReader, row: number) {
  const dates = {
    publishedOn: reader.date("publishedOn"),
    plannedStart: reader.date("plannedStart"),
    plannedEnd: reader.date("plannedEnd"),
    actualStart: reader.date("actualStart"),
    actualEnd: reader.date("actualEnd"),
    coversFrom: reader.date("coversFrom"),
    coversTo: reader.date("coversTo"),
  };
  for (const [what, from, to] of [
    ["period evaluated", dates.coversFrom, dates.coversTo],
    ["plan", dates.plannedStart, dates.plannedEnd],
    ["evaluation", dates.actualStart, dates.actualEnd],
  ] as const)
    if (reversed(from, to))
      reader.odd(
        "evaluations.mapping-period-reversed",
        `Row ${row}: the ${what} starts on ${from} and ends on ${to}, before it starts. Both dates are kept.`,
      );
  const stated = reader.year("year");
  // The year of the record is the one stated; else that of the day of publication, else of the end.
  const basis = (["publishedOn", "actualEnd"] as const).find((field) => dates[field] !== null);
  const year = stated ?? (basis === undefined ? null : Number(dates[basis]!.slice(0, 4)));
  if (stated === null && basis !== undefined) {
    reader.missing.delete("year");
    reader.cells.set("year", reader.cells.get(basis)!);
  }
  const [from, to] = [dates.coversFrom?.slice(0, 4), dates.coversTo?.slice(0, 4)];
  const isSpan = from !== undefined && to !== undefined && !reversed(dates.coversFrom, dates.coversTo);
  return { ...dates, year, period: isSpan ? (from === to ? from : `${from}-${to}`) : null };
}

function unmappedOf(
  cells: readonly WorkbookCell[],
  table: WorkbookTable,
  { mapping }: PreparedMapping,
): Readonly<Record<string, string>> {
  const used = new Set([...mapping.leftOut, ...mapping.fields.flatMap(({ columns }) => columns)]);
  return Object.fromEntries(
    table.header.flatMap(({ name, column }) => {
      const cell = cells[column - 1];
      return used.has(name) || cell === undefined || cell.kind === "empty"
        ? []
        : [[name, cell.text] as const];
    }),
  );
}

const nameOf = (field: MappingFieldId): string => recordNames[field] ?? field;

function missingOf(reader: RowReader): Readonly<Record<string, MissingReason>> {
  return Object.fromEntries([...reader.missing].map(([field, reason]) => [nameOf(field), reason]));
}

function originsOf(
  reader: RowReader,
  table: WorkbookTable,
  context: MappingContext,
): Readonly<Record<string, ValueOrigin>> {
  return Object.fromEntries(
    [...reader.cells].map(([field, { cell, column }]) => [
      nameOf(field),
      { source: context.source, locator: locatorOf(table, cell.row, column), by: null, at: null },
    ]),
  );
}
