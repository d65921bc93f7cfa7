// Which reports feed each theme and finding, and what the findings are about when they are counted by field.

import type { Finding } from "#records";
import { selectedRecords } from "../appraisal/appraisal-outcome.ts";
import { standingProtocol } from "../protocol/protocol.ts";
import { countedFor } from "../screening/outcome.ts";
import type { ReviewState } from "../state.ts";
import { codingsOfTheme, findingWeight, type SupportBook, supportBook, unitOf } from "./supports.ts";
import type { Theme } from "./synthesis-state.ts";
import { findings, themesUnder } from "./themes.ts";

export type Feed = {
  readonly kind: "theme" | "finding";
  readonly id: string;
  /** Passages for it by report, those against it apart. */
  readonly by: ReadonlyMap<string, number>;
  readonly against: ReadonlyMap<string, number>;
  readonly passages: number;
  /** Reports or projects, as the protocol counts. */
  readonly units: number;
};

export type Contributions = {
  /** The final list; reports that feed nothing too. */
  readonly reports: readonly { readonly record: string; readonly unit: string }[];
  /** Themes in the order of their tree, then findings in theirs. */
  readonly feeds: readonly Feed[];
};

/** All themes, each before those under it. */
export const themesInOrder = (
  state: ReviewState,
  parent: string | null = null,
  depth = 0,
): readonly { readonly theme: Theme; readonly depth: number }[] =>
  themesUnder(state, parent).flatMap((theme) => [
    { theme, depth },
    ...themesInOrder(state, theme.id, depth + 1),
  ]);

/**
 * The contribution table: how many passages of each report feed each theme and each finding. A theme is fed by
 * its own codes and codings and by those of the themes under it, a passage once.
 */
export function contributions(state: ReviewState, book: SupportBook = supportBook(state)): Contributions {
  const feed = (
    kind: Feed["kind"],
    id: string,
    records: readonly (string | null)[],
    against: readonly (string | null)[],
  ): Feed => ({
    kind,
    id,
    by: countsOf(records),
    against: countsOf(against),
    passages: records.length,
    units: new Set(records.flatMap((one) => (one === null ? [] : [unitOf(state, one)]))).size,
  });
  return {
    reports: selectedRecords(state).map(({ record }) => ({
      record: record.id,
      unit: unitOf(state, record.id),
    })),
    feeds: [
      ...themesInOrder(state).map(({ theme }) => {
        const records = codingsOfTheme(state, book, wholeTheme(state, theme)).map(({ record }) =>
          countedFor(state, record),
        );
        return feed("theme", theme.id, records, []);
      }),
      ...findings(state).map((finding) => {
        const { supports, deviant } = findingWeight(state, book, finding);
        const recordsOf = (all: typeof supports) =>
          all.filter(({ stands }) => stands).map(({ record }) => record);
        return feed("finding", finding.id, recordsOf(supports), recordsOf(deviant));
      }),
    ],
  };
}

/** A theme with what the themes under it gather. */
export function wholeTheme(state: ReviewState, theme: Theme): Pick<Theme, "codes" | "codings"> {
  const all = [theme, ...themesInOrder(state, theme.id).map((one) => one.theme)];
  return { codes: all.flatMap(({ codes }) => codes), codings: all.flatMap(({ codings }) => codings) };
}

function countsOf(records: readonly (string | null)[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const record of records) if (record !== null) counts.set(record, (counts.get(record) ?? 0) + 1);
  return counts;
}

/** Fields by which findings are told apart. */
export const findingFields = [
  "question",
  "kind",
  "side",
  "targetGroups",
  "beneficiaries",
  "branches",
  "regions",
  "nature",
  "attribution",
] as const satisfies readonly (keyof Finding)[];
export type FindingField = (typeof findingFields)[number];

export type FieldCount = {
  /** Null: the findings do not say. */
  readonly value: string | null;
  readonly findings: readonly string[];
  readonly passages: number;
  readonly reports: readonly string[];
  readonly units: number;
};

/** Findings by the values of each field, with the passages and units they rest on; a report counts once. */
export function findingsByField(
  state: ReviewState,
  book: SupportBook = supportBook(state),
): Readonly<Record<FindingField, readonly FieldCount[]>> {
  const weighed = findings(state).map((finding) => ({
    finding,
    weight: findingWeight(state, book, finding).weight,
  }));
  const byField = (field: FindingField): readonly FieldCount[] => {
    const groups = new Map<string | null, typeof weighed>();
    for (const one of weighed) {
      const value = one.finding[field];
      const values: readonly (string | null)[] =
        typeof value === "string" || value === null ? [value] : value.length > 0 ? value : [null];
      for (const each of values) groups.set(each, [...(groups.get(each) ?? []), one]);
    }
    return [...groups]
      .map(([value, all]): FieldCount => {
        const reports = [...new Set(all.flatMap(({ weight }) => weight.reports))];
        return {
          value,
          findings: all.map(({ finding }) => finding.id),
          passages: all.reduce((sum, { weight }) => sum + weight.passages, 0),
          reports,
          units: new Set(reports.map((record) => unitOf(state, record))).size,
        };
      })
      .sort(
        (a, b) =>
          Number(a.value === null) - Number(b.value === null) ||
          b.findings.length - a.findings.length ||
          String(a.value).localeCompare(String(b.value)),
      );
  };
  return Object.fromEntries(findingFields.map((field) => [field, byField(field)])) as Record<
    FindingField,
    readonly FieldCount[]
  >;
}

/** Questions and sub-questions of the standing protocol that no finding answers, not even as a gap. */
export function unansweredQuestions(state: ReviewState): readonly string[] {
  const answered = new Set(findings(state).map(({ question }) => question));
  return (standingProtocol(state)?.protocol.questions ?? [])
    .filter(
      ({ id, subQuestions }) => ![id, ...subQuestions.map((sub) => sub.id)].some((one) => answered.has(one)),
    )
    .map(({ id }) => id);
}
