import { addressOf, routes } from "#contract";
import { type Citation, type Language, ok } from "#kernel";
import { csvDownload, guardedText } from "../../downloads/csv-download.ts";
import { type Cell, type DownloadContent, oneBatch } from "../../downloads/download-table.ts";
import { exploreReadmeWords } from "../../downloads/words-explore.data.ts";
import { writeDownload } from "../../downloads/write-download.ts";
import type { Effects } from "../../effects.ts";
import type { RouteInput, RouteUseCase } from "../../use-case.ts";
import { inLanguage } from "./said.ts";
import type { StudyTable } from "./shown-table.ts";
import { answeredTable, preparedTable } from "./study-table.ts";
import { flagWords, tableDownloadWords } from "./table-words-download.data.ts";

type Input = RouteInput<"downloadStudyTable">;

/** A table on demand as a file, with everything a reader must know beside the figures. */
export const downloadStudyTable: RouteUseCase<"downloadStudyTable"> = async (effects, actor, input) => {
  const prepared = await preparedTable(effects, actor, input);
  if (!prepared.ok) return prepared;
  const table = answeredTable(effects, prepared.value, input.language);
  if (!table.ok) return table;
  const content = contentOf(effects, table.value, input, prepared.value.data.edition.createdAt);
  const { format, language } = input;
  if (format !== "csv") return writeDownload(content, format, language);
  return ok({
    fileName: `${content.about.id}.zip`,
    mediaType: "application/zip",
    stream: csvDownload(content, language, guardedText),
  });
};

const names = [
  ["row", "tableRow"],
  ["row_label", "tableRowLabel"],
  ["column", "tableColumn"],
  ["column_label", "tableColumnLabel"],
  ["level", "tableLevel"],
  ["level_label", "tableLevelLabel"],
  ["estimate", "tableEstimate"],
  ["standard_error", "tableError"],
  ["low", "tableLow"],
  ["high", "tableHigh"],
  ["cv", "tableVariation"],
  ["degrees_of_freedom", "tableDegrees"],
  ["cases", "tableCases"],
  ["missing", "tableMissing"],
  ["quality", "tableQuality"],
  ["withheld", "tableWithheld"],
] as const;

function rowsOf(table: StudyTable, language: Language): readonly (readonly Cell[])[] {
  const labelOf = (axis: StudyTable["rows"], code: string | null): string | null => {
    const level = axis?.levels.find((one) => one.code === code);
    return level === undefined ? null : inLanguage(level.label, language);
  };
  return table.cells.map((cell) => [
    ...[cell.row, labelOf(table.rows, cell.row)],
    ...[cell.column, labelOf(table.columns, cell.column)],
    ...[cell.level, labelOf(table.levels, cell.level)],
    ...[cell.estimate, cell.standardError, cell.low, cell.high],
    ...[cell.coefficientOfVariation, cell.degreesOfFreedom, cell.cases, cell.missing],
    ...[cell.quality, cell.withheld],
  ]);
}

/** The question as an address: with the edition, so that a later one does not change it. */
function addressOfTable(effects: Effects, table: StudyTable, { format, language }: Input): string {
  return (
    effects.address +
    addressOf(
      routes.downloadStudyTable,
      { id: table.study },
      {
        edition: table.edition,
        file: table.file,
        statistic: table.statistic,
        variable: table.variable?.name,
        rows: table.rows?.variable,
        columns: table.columns?.variable ?? "none",
        subset: table.subset?.variable,
        only: table.subset?.code,
        confidence: table.confidence,
        language,
        format,
      },
    )
  );
}

function contentOf(effects: Effects, table: StudyTable, input: Input, madeAt: string): DownloadContent {
  const { language } = input;
  const word = (key: keyof typeof tableDownloadWords) => tableDownloadWords[key][language];
  const text = (of: Parameters<typeof inLanguage>[0]) => inLanguage(of, language);
  const { recipe, test, subset, variable } = table;
  const rows = rowsOf(table, language);
  const question = variable?.question ?? null;
  const fact = (key: keyof typeof tableDownloadWords, value: string | null) =>
    value === null ? [] : [[word(key), value] as const];
  return {
    about: {
      id: `${table.study}-${table.edition}-${table.statistic}-${recipe.definition!.sha256.slice(0, 8)}`,
      title: [text(table.title), ...(variable === null ? [] : [text(variable.label)])].join(": "),
      version: String(table.edition),
      origin: table.origin,
      citation: table.citation as Citation,
      licence: table.licence,
      caveats: [
        ...table.caveats,
        ...table.notes,
        ...(input.format === "csv" ? [exploreReadmeWords.apostrophe[language]] : []),
      ],
      checksum: recipe.inputs[0]!,
      madeAt,
    },
    tables: [
      {
        name: "data",
        columns: names.map(([name, meaning]) => ({ name, meaning })),
        rowCount: rows.length,
        batches: oneBatch(rows),
      },
    ],
    facts: [
      ...fact("address", addressOfTable(effects, table, input)),
      ...fact("question", question && text(question)),
      ...fact("subset", subset && `${text(subset.label)}: ${text(subset.level)}`),
      ...fact("universe", text(table.universe)),
      ...fact("design", text(table.design.statement)),
      ...fact("method", table.method),
      ...fact("confidence", String(table.confidence)),
      ...fact("test", test && testText(test)),
      ...fact("recipe", `${recipe.method}, SHA-256 ${recipe.definition!.sha256}, ${recipe.codeVersion}`),
    ],
    codes: [
      {
        heading: word("flags"),
        columns: Object.entries(flagWords).map(([code, words]) => [code, words[language]] as const),
      },
    ],
  };
}

const testText = ({ name, statistic, degreesOfFreedom, pValue }: NonNullable<StudyTable["test"]>): string =>
  `${name}: ${statistic.toPrecision(4)} (${degreesOfFreedom.map((value) => Number(value.toPrecision(4))).join("; ")}), p = ${pValue.toPrecision(3)}`;
