import { type Problem, problem } from "#kernel";
import type { ReviewPart, Support, SynthesisAct } from "#records";
import { mayKnowCodings } from "../coding/double-coding.ts";
import { extractedRows } from "../extraction/extraction-outcome.ts";
import { standingProtocol } from "../protocol/protocol.ts";
import { unknownRecords } from "../records/records.ts";
import type { ActRules } from "../slice.ts";
import type { ReviewState } from "../state.ts";
import type { FormerFinding, Theme, WrittenFinding } from "./synthesis-state.ts";
import { findings, themesUnder } from "./themes.ts";

const writers: readonly ReviewPart[] = ["owner", "coder"];

const missing = (what: string, id: string, field: string): Problem =>
  problem(
    "reviews.synthesis-unknown",
    `There is no ${what} "${id}" in this review; somebody may have taken it away meanwhile. Nothing was recorded.`,
    { field },
  );

const knownTheme = (state: ReviewState, id: string): readonly Problem[] =>
  state.synthesis.themes.has(id) ? [] : [missing("theme", id, "theme")];
const knownFinding = (state: ReviewState, id: string): readonly Problem[] =>
  state.synthesis.findings.has(id) ? [] : [missing("finding", id, "finding")];

const knownParent = (state: ReviewState, id: string, parent: string | null): readonly Problem[] => {
  for (let at = parent; at !== null; at = state.synthesis.themes.get(at)?.parent ?? null) {
    if (!state.synthesis.themes.has(at)) return knownTheme(state, at);
    if (at === id)
      return [
        problem(
          "reviews.theme-in-itself",
          "A theme cannot stand under itself or one of its own. Choose another place. Nothing was recorded.",
          { field: "parent" },
        ),
      ];
  }
  return [];
};

/** Whether somebody extracted a row of this name from a report, or one was settled on. */
const hasRow = (state: ReviewState, record: string, row: string): boolean =>
  extractedRows(state).some((one) => one.record === record && one.row.row === row) ||
  [...(state.extraction.own.get(record)?.values() ?? [])].some(({ rows }) => rows.has(row));

/** Whether there is a coding of this name that somebody may know of. */
function knowsCoding(state: ReviewState, id: string, by: string): boolean {
  const one = state.coding.codings.get(id);
  return one !== undefined && (one.by === by || mayKnowCodings(state, one.record, by));
}

/**
 * Supports that name something that is not there, or that whoever names it may not know of.
 *
 * @param before of the finding as it stands: whoever rewrites its words keeps them
 */
function unknownSupports(
  state: ReviewState,
  supports: readonly Support[],
  before: readonly Support[],
  by: string,
): readonly Problem[] {
  const named = new Set(before.flatMap((one) => (one.kind === "coding" ? [one.id] : [])));
  const knows = (id: string) => (named.has(id) ? state.coding.codings.has(id) : knowsCoding(state, id, by));
  return supports.flatMap((support): readonly Problem[] => {
    if (support.kind === "coding")
      return knows(support.id) ? [] : [missing("coding", support.id, "supports")];
    if (support.kind === "row") {
      const unknown = unknownRecords(state, [support.record]);
      return unknown.length > 0 || hasRow(state, support.record, support.row)
        ? unknown
        : [missing(`row of ${support.record} in the extraction`, support.row, "supports")];
    }
    return support.anchor.record === null ? [] : unknownRecords(state, [support.anchor.record]);
  });
}

const namedBefore = ({ synthesis }: ReviewState, id: string): readonly Support[] => {
  const before = synthesis.findings.get(id) ?? synthesis.removed.get(id)?.last;
  return before ? [...before.supports, ...before.deviant] : [];
};

/** Puts one of some ordered things at a place, counted without itself; all get ranks anew. */
function placed<T extends { readonly id: string }>(
  siblings: readonly T[],
  moved: T,
  position: number,
): readonly (readonly [T, number])[] {
  const others = siblings.filter(({ id }) => id !== moved.id);
  const order = [...others.slice(0, position), moved, ...others.slice(position)];
  return order.map((one, rank) => [one, rank] as const);
}

function formerOf({
  id: _,
  rank: __,
  former: ___,
  by,
  at,
  event,
  ...finding
}: WrittenFinding): FormerFinding {
  return { finding, by, at, event };
}

export const synthesisActs: ActRules<SynthesisAct["kind"]> = {
  "theme.defined": {
    parts: writers,
    does: "make themes",
    check: (state, { id, parent }) => [
      ...(state.synthesis.themes.has(id)
        ? [
            problem("reviews.identifier-twice", `A theme "${id}" is there already. Nothing was recorded.`, {
              field: "id",
            }),
          ]
        : []),
      ...knownParent(state, id, parent),
    ],
    apply: ({ synthesis }, { act: { id, parent, theme }, number }) => {
      synthesis.themes.set(id, { ...theme, id, parent, rank: number, codes: [], codings: [] });
    },
  },
  "theme.changed": {
    parts: writers,
    does: "change themes",
    check: (state, { id }) => knownTheme(state, id),
    apply: ({ synthesis }, { act: { id, theme } }) => {
      const before = synthesis.themes.get(id);
      if (before) synthesis.themes.set(id, { ...before, ...theme });
    },
  },
  "theme.moved": {
    parts: writers,
    does: "move themes",
    check: (state, { id, parent }) => [...knownTheme(state, id), ...knownParent(state, id, parent)],
    apply: (state, { act: { id, parent, position } }) => {
      const before = state.synthesis.themes.get(id);
      if (!before) return;
      const moved: Theme = { ...before, parent };
      state.synthesis.themes.set(id, moved);
      for (const [one, rank] of placed(themesUnder(state, parent), moved, position))
        state.synthesis.themes.set(one.id, { ...one, rank });
    },
  },
  "theme.filled": {
    parts: writers,
    does: "fill themes",
    check: (state, { id, codes, codings }, by) => [
      ...knownTheme(state, id),
      ...codes.filter((code) => !state.coding.codes.has(code)).map((code) => missing("code", code, "codes")),
      ...codings
        .filter(
          (coding) =>
            !(state.synthesis.themes.get(id)?.codings.includes(coding) && state.coding.codings.has(coding)) &&
            !knowsCoding(state, coding, by),
        )
        .map((coding) => missing("coding", coding, "codings")),
    ],
    apply: ({ synthesis }, { act: { id, codes, codings } }) => {
      const before = synthesis.themes.get(id);
      if (before) synthesis.themes.set(id, { ...before, codes, codings });
    },
  },
  "theme.removed": {
    parts: writers,
    does: "take themes away",
    check: (state, { id }) => {
      const users = findings(state).filter(({ themes }) => themes.includes(id));
      return [
        ...knownTheme(state, id),
        ...(users.length > 0
          ? [
              problem(
                "reviews.theme-in-use",
                `${users.length} finding${users.length === 1 ? "" : "s"} name${users.length === 1 ? "s" : ""} this theme. Take it out of them first. Nothing was recorded.`,
                { field: "id" },
              ),
            ]
          : []),
      ];
    },
    apply: ({ synthesis }, { act: { id } }) => {
      const gone = synthesis.themes.get(id);
      synthesis.themes.delete(id);
      for (const theme of [...synthesis.themes.values()])
        if (theme.parent === id) synthesis.themes.set(theme.id, { ...theme, parent: gone?.parent ?? null });
    },
  },
  "finding.written": {
    parts: writers,
    does: "write findings",
    check: (state, { id, finding }, by) => {
      const asked = standingProtocol(state)?.protocol.questions ?? [];
      const ids = asked.flatMap((one) => [one.id, ...one.subQuestions.map((sub) => sub.id)]);
      return [
        ...(finding.question === null || ids.includes(finding.question)
          ? []
          : [missing("question of the protocol", finding.question, "question")]),
        ...finding.themes.flatMap((theme) => knownTheme(state, theme)),
        ...unknownSupports(state, [...finding.supports, ...finding.deviant], namedBefore(state, id), by),
      ];
    },
    apply: ({ synthesis }, { act: { id, finding }, by, at, number }) => {
      const before = synthesis.findings.get(id) ?? synthesis.removed.get(id)?.last;
      synthesis.findings.set(id, {
        ...finding,
        id,
        rank: before?.rank ?? number,
        by,
        at,
        event: number,
        former: before ? [...before.former, formerOf(before)] : [],
      });
      synthesis.removed.delete(id);
    },
  },
  "finding.moved": {
    parts: writers,
    does: "put findings in order",
    check: (state, { id }) => knownFinding(state, id),
    apply: (state, { act: { id, position } }) => {
      const moved = state.synthesis.findings.get(id);
      if (!moved) return;
      for (const [one, rank] of placed(findings(state), moved, position))
        state.synthesis.findings.set(one.id, { ...one, rank });
    },
  },
  "finding.removed": {
    parts: writers,
    does: "take findings away",
    check: (state, { id }) => knownFinding(state, id),
    apply: ({ synthesis }, { act: { id, reason }, by, at }) => {
      const last = synthesis.findings.get(id);
      synthesis.findings.delete(id);
      if (last) synthesis.removed.set(id, { reason, by, at, last });
    },
  },
  "certainty.judged": {
    parts: [...writers, "reviewer", "adjudicator"],
    does: "judge the certainty of findings",
    check: (state, { finding }) => knownFinding(state, finding),
    apply: ({ synthesis }, { act: { finding, judgement }, by, at, number }) => {
      synthesis.judgements.set(finding, { judgement, by, at, event: number });
    },
  },
  "map.defined": {
    parts: writers,
    does: "keep maps",
    check: () => [],
    apply: ({ synthesis }, { act: { id, title, rows, columns } }) => {
      synthesis.maps.set(id, { id, title, rows, columns });
    },
  },
  "map.removed": {
    parts: writers,
    does: "take maps away",
    check: (state, { id }) => (state.synthesis.maps.has(id) ? [] : [missing("map", id, "id")]),
    apply: ({ synthesis }, { act: { id } }) => {
      synthesis.maps.delete(id);
    },
  },
  "search.left-out": {
    parts: ["owner"],
    does: "say what was not searched",
    check: () => [],
    apply: ({ synthesis }, { act: { field, values, reason } }) => {
      if (values.length === 0) synthesis.leftOut.delete(field);
      else synthesis.leftOut.set(field, { values, reason });
    },
  },
};
