// An index run as the tables of a download: scores, country groups, thresholds, what was dropped, and the
// cells that a step filled, emptied or changed.

import { areaName, type Language } from "#kernel";
import type { Origin } from "#records";
import type { IndexRun } from "#securities";
import type { IntervalOf, Intervals } from "../indexes/uncertainty.ts";
import { type Cell, type DownloadTable, oneBatch } from "./download-table.ts";
import type { ColumnWord } from "./words.data.ts";

export function runTables(
  run: IndexRun,
  origin: Origin,
  language: Language,
  intervalsOf: IntervalOf,
): readonly DownloadTable[] {
  const area = (code: string): readonly Cell[] => [code, areaName(code, language)];
  return [
    table(
      "scores",
      [
        ["area", "area"],
        ["area_name", "areaName"],
        ["node", "node"],
        ["period", "period"],
        ["score", "score"],
        ["rank", "rank"],
        ["rank_low", "rankLow"],
        ["rank_high", "rankHigh"],
        ["score_low", "scoreLow"],
        ["score_high", "scoreHigh"],
        ["n", "available"],
        ["expected", "expected"],
        ["imputed", "imputed"],
        ["reason", "reason"],
        ["origin", "origin"],
      ],
      run.scores.map((score) => [
        ...area(score.area),
        score.node,
        score.period,
        score.score,
        score.rank,
        ...endsOf(intervalsOf(score.area, score.node, score.period)),
        score.n,
        score.expected,
        score.imputed ?? 0,
        score.reason,
        origin,
      ]),
    ),
    table(
      "country-groups",
      [
        ["area", "area"],
        ["area_name", "areaName"],
        ["node", "node"],
        ["period", "period"],
        ["group", "group"],
        ["flag", "flag"],
        ["origin", "origin"],
      ],
      run.countryGroups.map(({ area: code, node, period, group, flag }) => [
        ...area(code),
        node,
        period,
        group,
        flag,
        origin,
      ]),
    ),
    table(
      "thresholds",
      [
        ["node", "node"],
        ["period", "period"],
        ["value", "threshold"],
        ["ties", "ties"],
        ["origin", "origin"],
      ],
      run.thresholds.map(({ node, period, value, ties }) => [node, period, value, ties, origin]),
    ),
    table(
      "dropped",
      [
        ["node", "node"],
        ["reason", "reason"],
        ["origin", "origin"],
      ],
      [
        ...run.dropped.map(({ indicator, reason }) => [indicator, reason, origin]),
        ...run.droppedNodes.map(({ node, reason }) => [node, reason, origin]),
      ],
    ),
    ...(run.cells === undefined
      ? []
      : [
          table(
            "cells",
            [
              ["area", "area"],
              ["area_name", "areaName"],
              ["node", "node"],
              ["period", "period"],
              ["step", "cellStep"],
              ["rule", "cellRule"],
              ["before", "valueBefore"],
              ["after", "valueAfter"],
              ["origin", "origin"],
            ],
            run.cells.map(({ area: code, indicator, period, step, rule, before, after }) => [
              ...area(code),
              indicator,
              period,
              step,
              rule,
              before,
              after,
              origin,
            ]),
          ),
        ]),
  ];
}

const endsOf = ({ rankLow, rankHigh, scoreLow, scoreHigh }: Intervals): readonly Cell[] => [
  rankLow,
  rankHigh,
  scoreLow,
  scoreHigh,
];

const table = (
  name: string,
  columns: readonly (readonly [string, ColumnWord])[],
  rows: readonly (readonly Cell[])[],
): DownloadTable => ({
  name,
  columns: columns.map(([column, meaning]) => ({ name: column, meaning })),
  rowCount: rows.length,
  batches: oneBatch(rows),
});
