// From a finding to the places it rests on, and back: the chain of statement, theme, code, passage and report.

import type { Anchor, ExtractionRow, Support } from "#records";
import { selectedRecords } from "../appraisal/appraisal-outcome.ts";
import { standingCode } from "../coding/code-tree.ts";
import type { Coding } from "../coding/coding-state.ts";
import { codings } from "../coding/double-coding.ts";
import { extractedRows } from "../extraction/extraction-outcome.ts";
import { standingProtocol } from "../protocol/protocol.ts";
import { countedFor } from "../screening/outcome.ts";
import type { ReviewState } from "../state.ts";
import type { Theme, WrittenFinding } from "./synthesis-state.ts";

/** A support as it stands: where it is, and whether it still counts. */
export type StandingSupport = {
  readonly support: Support;
  /** Report, duplicates counted as the one that is kept; null for a text that is no record. */
  readonly record: string | null;
  readonly anchor: Anchor | null;
  /** Words of the passage; empty where a row rests on none. */
  readonly quote: string;
  readonly codes: readonly string[];
  /** Whether it counts. */
  readonly stands: boolean;
  /** Why not: taken back or not settled, no row any more, or its report is not on the final list. */
  readonly lost: "coding" | "row" | "not-selected" | null;
};

/** What of a review supports can be made of, looked up once for many findings. */
export type SupportBook = {
  readonly codings: ReadonlyMap<string, Coding>;
  readonly rows: ReadonlyMap<
    string,
    {
      readonly record: string;
      readonly row: string;
      readonly anchor: Anchor | null;
      readonly quote: string;
      readonly cells: ExtractionRow["cells"];
    }
  >;
  /** The final list: what stands in other reports weighs nothing. */
  readonly selected: ReadonlySet<string>;
};

export function supportBook(state: ReviewState): SupportBook {
  return {
    codings: new Map(codings(state).map((coding) => [coding.id, coding])),
    selected: new Set(selectedRecords(state).map(({ record }) => record.id)),
    rows: new Map(
      extractedRows(state).map(({ record, row }) => [
        `${record} ${row.row}`,
        {
          record,
          row: row.row,
          anchor: row.anchor,
          quote: row.anchor?.quote ?? row.typed?.text ?? "",
          cells: row.cells,
        },
      ]),
    ),
  };
}

export function standingSupport(state: ReviewState, book: SupportBook, support: Support): StandingSupport {
  const stated = (
    given: Omit<StandingSupport, "support" | "stands" | "lost">,
    lost: StandingSupport["lost"],
  ): StandingSupport => {
    const why = lost ?? (given.record !== null && !book.selected.has(given.record) ? "not-selected" : null);
    return { support, ...given, stands: why === null, lost: why };
  };
  if (support.kind === "coding") {
    const coding = book.codings.get(support.id);
    const known = coding ?? state.coding.codings.get(support.id);
    return stated(
      {
        record: known ? countedFor(state, known.record) : null,
        anchor: known?.anchor ?? null,
        quote: known?.anchor.quote ?? "",
        codes: coding ? [...new Set(coding.codes.map((code) => standingCode(state, code)))] : [],
      },
      coding === undefined ? "coding" : null,
    );
  }
  if (support.kind === "row") {
    const row = book.rows.get(`${support.record} ${support.row}`);
    return stated(
      {
        record: countedFor(state, support.record),
        anchor: row?.anchor ?? null,
        quote: row?.quote ?? "",
        codes: [],
      },
      row === undefined ? "row" : null,
    );
  }
  const { anchor } = support;
  return stated(
    {
      record: anchor.record === null ? null : countedFor(state, anchor.record),
      anchor,
      quote: anchor.quote,
      codes: [],
    },
    null,
  );
}

/** Everything a theme gathers: codings that carry one of its codes, and those named besides. */
export function codingsOfTheme(
  state: ReviewState,
  book: SupportBook,
  theme: Pick<Theme, "codes" | "codings">,
): readonly Coding[] {
  const named = new Set(theme.codings);
  // A code that was merged lives on in the one that stands for it.
  const carried = new Set(theme.codes.map((code) => standingCode(state, code)));
  return [...book.codings.values()].filter(
    ({ id, record, codes }) =>
      book.selected.has(countedFor(state, record)) &&
      (named.has(id) || codes.some((code) => carried.has(standingCode(state, code)))),
  );
}

/**
 * The unit of the protocol a report counts as: itself, or its project, so that a mid-term and a final report of
 * one project do not count twice.
 */
export function unitOf(state: ReviewState, record: string): string {
  const one = state.records.byId.get(record);
  if (!one || standingProtocol(state)?.protocol.unit !== "project") return record;
  return one.project ?? one.record.projects[0] ?? record;
}

export type Weight = {
  /** Passages that stand. */
  readonly passages: number;
  /** Reports they stand in, in the order of the records. */
  readonly reports: readonly string[];
  /** Reports or projects, as the protocol counts. */
  readonly units: number;
};

/** How much some supports weigh; those that no longer stand weigh nothing. */
export function weightOf(state: ReviewState, supports: readonly StandingSupport[]): Weight {
  const standing = supports.filter(({ stands }) => stands);
  const reports = [...new Set(standing.flatMap(({ record }) => (record === null ? [] : [record])))].sort(
    (a, b) => Number(a.slice(1)) - Number(b.slice(1)),
  );
  return {
    passages: standing.length,
    reports,
    units: new Set(reports.map((record) => unitOf(state, record))).size,
  };
}

export type FindingWeight = {
  readonly supports: readonly StandingSupport[];
  readonly deviant: readonly StandingSupport[];
  readonly weight: Weight;
  readonly against: Weight;
  /** One report or project alone speaks for it. */
  readonly singleSource: boolean;
  /** It names supports that no longer stand. */
  readonly lost: number;
};

export function findingWeight(state: ReviewState, book: SupportBook, finding: WrittenFinding): FindingWeight {
  const supports = finding.supports.map((support) => standingSupport(state, book, support));
  const deviant = finding.deviant.map((support) => standingSupport(state, book, support));
  const weight = weightOf(state, supports);
  return {
    supports,
    deviant,
    weight,
    against: weightOf(state, deviant),
    singleSource: weight.units === 1,
    lost: [...supports, ...deviant].filter(({ stands }) => !stands).length,
  };
}
