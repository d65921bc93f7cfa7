// The list of reports, the matrix of the short list, and the limits found in the records.

import { areaName } from "#kernel";
import type { ReportBlock } from "#records";
import { selectedRecords } from "../appraisal/appraisal-outcome.ts";
import { countedRecords } from "../records/records.ts";
import { screeningOutcome } from "../screening/outcome.ts";
import type { ReviewState } from "../state.ts";
import { cells, heading, inLanguage, said, tableBlock } from "./blocks.ts";
import { reviewLimits } from "./limits.ts";
import { valueWord } from "./selection-figures.ts";
import type { SayInReport } from "./words/report-words.ts";

export function listBlocks(state: ReviewState, say: SayInReport): readonly ReportBlock[] {
  const selected = selectedRecords(state);
  if (selected.length === 0) return [heading(2, "list", say("section.list")), said(say("list.none"))];
  return [
    heading(2, "list", say("section.list")),
    tableBlock("list-table", {
      caption: say("list.caption"),
      columns: [
        say("list.record"),
        say("list.title"),
        say("list.year"),
        say("list.language"),
        say("list.role"),
      ],
      rows: selected.map(({ record, role }) =>
        cells(
          { text: record.id },
          record.title === ""
            ? say("list.titleUnknown")
            : inLanguage(record.title, record.language, say.language),
          record.year === null ? say("notStated") : String(record.year),
          record.language ?? say("notStated"),
          role === null ? "" : say(`role.${role}`),
        ),
      ),
      figures: [2],
    }),
  ];
}

export function matrixBlocks(state: ReviewState, say: SayInReport): readonly ReportBlock[] {
  const list = (values: readonly string[]) => (values.length === 0 ? say("notStated") : values.join(", "));
  const statusOf = (record: string) => {
    const { status } = screeningOutcome(state, record);
    return say(
      status === "included" || status === "excluded" || status === "not-retrieved"
        ? `status.${status}`
        : "status.open",
    );
  };
  return [
    heading(2, "matrix", say("section.matrix")),
    tableBlock("matrix-table", {
      caption: say("matrix.caption"),
      columns: [
        say("list.record"),
        say("figure.type"),
        say("figure.timing"),
        say("figure.nature"),
        say("figure.region"),
        say("matrix.countries"),
        say("matrix.themes"),
        say("matrix.funding"),
        say("matrix.completed"),
        say("matrix.status"),
      ],
      rows: [...countedRecords(state)].map(({ record }) => {
        const { type, timing, nature, region, countries, themes, funding, completed } = record.matrix;
        return cells(
          record.id,
          valueWord("type", type, say),
          valueWord("timing", timing, say),
          valueWord("nature", nature, say),
          valueWord("region", region, say),
          list(countries.map((code) => areaName(code, say.language) ?? code)),
          list(themes),
          funding ?? say("notStated"),
          completed === null ? say("notStated") : String(completed),
          statusOf(record.id),
        );
      }),
      figures: [],
    }),
  ];
}

export function limitBlocks(state: ReviewState, say: SayInReport): readonly ReportBlock[] {
  const found = reviewLimits(state);
  const all = found.selected;
  const some = (list: readonly string[], sentence: string) => (list.length === 0 ? [] : [sentence]);
  const when = (is: boolean, sentence: string) => (is ? [sentence] : []);
  const regions = found.emptyRegions.map((region) => valueWord("region", region, say)).join(", ");
  const lines = [
    ...some(found.emptyRegions, say("limits.regions", { list: regions })),
    ...when(
      Object.values(found.notStated).some((n) => n > 0),
      say("limits.unknown", { ...found.notStated, n: all }),
    ),
    ...some(found.questionsWithout, say("limits.questions", { list: found.questionsWithout.join(", ") })),
    ...some(found.singleSource, say("limits.single", { list: found.singleSource.join(", ") })),
    ...some(found.unsupported, say("limits.unsupported", { list: found.unsupported.join(", ") })),
    ...when(
      found.managerial + found.substantive > 0,
      say("limits.managerial", { managerial: found.managerial, substantive: found.substantive }),
    ),
    ...when(found.jointUnclear > 0, say("limits.joint", { n: found.jointUnclear, all: found.findings })),
    ...when(found.withoutDocument > 0, say("limits.document", { n: found.withoutDocument, all })),
    ...when(
      found.excludedWithoutReason > 0,
      say("limits.reasons", { n: found.excludedWithoutReason, all: found.excluded }),
    ),
    ...when(
      found.searchesWithoutDate > 0,
      say("limits.searches", { n: found.searchesWithoutDate, all: found.searches }),
    ),
    ...when(found.withoutSearch > 0, say("limits.origin", { n: found.withoutSearch, all })),
    ...when(found.notRetrieved > 0, say("limits.notRetrieved", { n: found.notRetrieved })),
    ...when(found.open > 0, say("limits.open", { n: found.open })),
  ];
  return [said(say("limits.lead")), { kind: "list", items: lines.map((text) => [{ text }]) }];
}
