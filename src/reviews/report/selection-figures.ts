// Figures 1 to 3 of a synthesis review: what was short-listed and what was selected, by type, timing, nature
// and region, with what is not stated counted like the rest; and the criteria in three columns.

import {
  criterionColumns,
  evaluationNatures,
  evaluationRegions,
  evaluationTimings,
  evaluationTypes,
  type PictureShape,
  type ReportPicture,
  type ReportTable,
} from "#records";
import { selectedRecords } from "../appraisal/appraisal-outcome.ts";
import { standingProtocol } from "../protocol/protocol.ts";
import { countedRecords } from "../records/records.ts";
import type { RecordState } from "../records/records-state.ts";
import type { ReviewState } from "../state.ts";
import { linesOf } from "./text-width.ts";
import type { ReportWord, SayInReport } from "./words/report-words.ts";

export const figureFields = ["type", "timing", "nature", "region"] as const;
export type FigureField = (typeof figureFields)[number];

const valuesOf = {
  type: evaluationTypes,
  timing: evaluationTimings,
  nature: evaluationNatures,
  region: evaluationRegions,
} as const;

export type FigureRow = {
  readonly field: FigureField;
  /** `not-stated` where the records do not say. */
  readonly value: string;
  readonly before: number;
  readonly after: number;
};

/** Counts before and after the selection, every value of the lists, those without a report too. */
export function selectionFigures(state: ReviewState): {
  readonly before: number;
  readonly after: number;
  readonly rows: readonly FigureRow[];
} {
  const before = [...countedRecords(state)];
  const after = selectedRecords(state);
  const count = (records: readonly RecordState[], field: FigureField, value: string | null) =>
    records.filter(({ record }) => record.matrix[field] === value).length;
  const rows = figureFields.flatMap((field) =>
    [...valuesOf[field], null].map(
      (value): FigureRow => ({
        field,
        value: value ?? "not-stated",
        before: count(before, field, value),
        after: count(after, field, value),
      }),
    ),
  );
  return { before: before.length, after: after.length, rows };
}

/** Values of a field that no selected report has: what a purposive selection left empty. */
export const emptyValues = (state: ReviewState, field: FigureField): readonly string[] =>
  selectionFigures(state)
    .rows.filter((row) => row.field === field && row.value !== "not-stated" && row.after === 0)
    .map(({ value }) => value);

export const valueWord = (field: FigureField, value: string | null, say: SayInReport): string =>
  value === null || value === "not-stated" ? say("notStated") : say(`${field}.${value}` as ReportWord);

type Side = "before" | "after";

export function selectionTable(state: ReviewState, side: Side, say: SayInReport): ReportTable {
  const figures = selectionFigures(state);
  return {
    caption: say(side === "before" ? "figure.1" : "figure.3"),
    columns: [say("figure.by"), say("figure.of", { n: figures[side] })],
    rows: figures.rows
      .filter((row) => row[side] > 0 || row.field === "region")
      .map((row) => [
        [{ text: `${say(`figure.${row.field}`)}: ${valueWord(row.field, row.value, say)}` }],
        [{ text: say.number(row[side]) }],
      ]),
    figures: [1],
  };
}

const width = 720;
const labelWidth = 250;
const barHeight = 16;

/** Bars by field; the number stands at the end of each. */
export function selectionPicture(state: ReviewState, side: Side, say: SayInReport): ReportPicture {
  const figures = selectionFigures(state);
  const scale = (width - labelWidth - 60) / Math.max(figures[side], 1);
  const shapes: PictureShape[] = [];
  let y = 0;
  for (const field of figureFields) {
    y += 20;
    shapes.push({
      kind: "text",
      x: 0,
      y,
      size: 13,
      bold: true,
      anchor: "start",
      text: say(`figure.${field}`),
    });
    y += 8;
    for (const row of figures.rows) {
      const count = row[side];
      if (row.field !== field || (count === 0 && field !== "region")) continue;
      const lines = linesOf(valueWord(field, row.value, say), labelWidth - 10, 12);
      for (const [n, text] of lines.entries())
        shapes.push({ kind: "text", x: 0, y: y + 13 + n * 15, size: 12, bold: false, anchor: "start", text });
      if (count > 0)
        shapes.push({ kind: "rect", x: labelWidth, y, width: count * scale, height: barHeight, tone: side });
      shapes.push({
        kind: "text",
        x: labelWidth + count * scale + 6,
        y: y + 13,
        size: 12,
        bold: false,
        anchor: "start",
        text: say.number(count),
      });
      y += Math.max(barHeight, (lines.length - 1) * 15 + barHeight) + 6;
    }
    y += 6;
  }
  return {
    width,
    height: y,
    title: say(side === "before" ? "figure.1" : "figure.3"),
    description: say("figure.description", { n: figures[side] }),
    shapes,
  };
}

/** The criteria side by side, as the protocol that stands has them. */
export function criteriaTable(state: ReviewState, say: SayInReport): ReportTable {
  const criteria = standingProtocol(state)?.protocol.criteria ?? [];
  const columns = criterionColumns.map((column) => criteria.filter((one) => one.column === column));
  return {
    caption: say("figure.2"),
    columns: criterionColumns.map((column) => say(`column.${column}`)),
    plain: true,
    rows: Array.from({ length: Math.max(0, ...columns.map(({ length }) => length)) }, (_, n) =>
      columns.map((column) => {
        const one = column[n];
        return one ? [{ text: `${one.id} `, bold: true }, { text: one.text }] : [{ text: "" }];
      }),
    ),
    figures: [],
  };
}
