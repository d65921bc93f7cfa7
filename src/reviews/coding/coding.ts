// The acts of coding: what a person puts codes on, what becomes of proposals, and how two coders come to one.

import { type Problem, problem } from "#kernel";
import type { CodingAct } from "#records";
import { unknownRecords } from "../records/records.ts";
import { countedFor } from "../screening/outcome.ts";
import type { ActRules } from "../slice.ts";
import type { ReviewState } from "../state.ts";
import { codeActs, notCodable, unknownCodes } from "./code-acts.ts";
import { touch } from "./code-tree.ts";
import type { Coding, DoneAct } from "./coding-state.ts";
import {
  codersNeeded,
  hasSubmitted,
  isCompared,
  isDoubleCoded,
  isFrozen,
  isTakenByOthers,
  mayKnowCodings,
  settlementOf,
  submissionsOf,
  visibleCodings,
} from "./double-coding.ts";
import { withdrawalProblems } from "./withdraw.ts";

const nothing = "Nothing was recorded.";

/** Codes that exist and may be carried. */
function codesProblems(state: ReviewState, codes: readonly string[]): readonly Problem[] {
  const unknown = unknownCodes(state, codes, "codes");
  if (unknown.length > 0) return unknown;
  return codes.flatMap((id) => {
    const code = state.coding.codes.get(id);
    return code && !code.codable ? [notCodable(code.name, "codes")] : [];
  });
}

/** A submitted report is not worked on until the two are settled: agreement is that of what was submitted. */
const frozenProblems = (state: ReviewState, record: string, by: string): readonly Problem[] =>
  isFrozen(state, record, by)
    ? [
        problem(
          "reviews.coding-submitted",
          `You have submitted ${record}, and agreement is measured on what was submitted. ${
            isCompared(state, record)
              ? "Settle the two first; then codes can be changed again."
              : "Take the submission back to go on, as long as the other is not in."
          } ${nothing}`,
          { field: "record" },
        ),
      ]
    : [];

/** The coding if the person sees it and may work on it now. */
function workable(state: ReviewState, id: string, by: string): Coding | readonly Problem[] {
  const one = state.coding.codings.get(id);
  if (!one || (one.by !== by && !mayKnowCodings(state, one.record, by)))
    return [
      problem(
        "reviews.coding-unknown",
        `There is no coding "${id}"; it may have been removed meanwhile. Look at the report as it stands. ${nothing}`,
        { field: "coding" },
      ),
    ];
  if (one.by !== by && by !== "operator" && isDoubleCoded(state) && settlementOf(state, one.record) === null)
    return [
      problem(
        "reviews.coding-of-another",
        `This coding is another coder's, and the two are compared as they stand. Settle them first. ${nothing}`,
        { field: "coding" },
      ),
    ];
  const frozen = frozenProblems(state, one.record, by);
  return frozen.length > 0 ? frozen : one;
}
const isRefused = (found: Coding | readonly Problem[]): found is readonly Problem[] => Array.isArray(found);

const onCoding =
  (further: (state: ReviewState, coding: Coding) => readonly Problem[] = () => []) =>
  (state: ReviewState, { coding }: { readonly coding: string }, by: string): readonly Problem[] => {
    const found = workable(state, coding, by);
    return isRefused(found) ? found : further(state, found);
  };

const waiting = (_: ReviewState, { status }: Coding): readonly Problem[] =>
  status === "proposed"
    ? []
    : [
        problem(
          "reviews.no-proposal",
          `This coding is no proposal that waits for a person. Remove it, or change its codes. ${nothing}`,
          { field: "coding" },
        ),
      ];

const full = (state: ReviewState, record: string, by: string): readonly Problem[] =>
  isTakenByOthers(state, record, by)
    ? [
        problem(
          "reviews.coded-by-others",
          `Two other people code ${record}, as many as the protocol asks for. Take another report, or let an owner amend the protocol. ${nothing}`,
          { field: "record" },
        ),
      ]
    : [];

/** Writes a changed coding under its report. */
const change = (
  state: ReviewState,
  event: { readonly number: number; readonly by: string; readonly act: { readonly kind: string } },
  id: string,
  next: (one: Coding) => Coding | null,
): void => {
  const one = state.coding.codings.get(id);
  const { number, by, act } = event;
  if (one)
    touch(state, { number, by, kind: act.kind }, one.record, "do", ({ put }) =>
      put("codings", id, next(one)),
    );
};

export const codingActs: ActRules<CodingAct["kind"]> = {
  ...codeActs,
  "coding.added": {
    parts: ["coder"],
    does: "code reports",
    check: (state, { id, anchor, codes }, by) => {
      const { record } = anchor;
      if (record === null)
        return [
          problem(
            "reviews.record-unknown",
            `A coding belongs to a report of the review, and its anchor names none. ${nothing}`,
            { field: "anchor.record" },
          ),
        ];
      const unknown = unknownRecords(state, [record]);
      if (unknown.length > 0) return unknown;
      return [
        ...(state.coding.latest.has(`codings ${id}`)
          ? [
              problem(
                "reviews.identifier-twice",
                `A coding "${id}" is, or was, in this review. Give this one its own identifier. ${nothing}`,
                { field: "id" },
              ),
            ]
          : []),
        ...codesProblems(state, codes),
        ...frozenProblems(state, record, by),
        ...full(state, record, by),
      ];
    },
    apply: (state, { act, number, by, at }) => {
      const { id, anchor, codes, memo, proposed } = act;
      const record = anchor.record ?? "";
      touch(state, { number, by, kind: act.kind }, record, "do", ({ put }) =>
        put("codings", id, {
          id,
          event: number,
          record,
          by,
          at,
          anchor,
          codes: [...new Set(codes)],
          memo,
          proposed,
          status: proposed === null ? "standing" : "proposed",
        }),
      );
    },
  },
  "coding.changed": {
    parts: ["coder"],
    does: "change codings",
    check: (state, act, by) => [...onCoding()(state, act, by), ...codesProblems(state, act.codes)],
    apply: (state, event) =>
      change(state, event, event.act.coding, (one) => ({ ...one, codes: [...new Set(event.act.codes)] })),
  },
  "coding.removed": {
    parts: ["coder"],
    does: "remove codings",
    check: onCoding(),
    apply: (state, event) => change(state, event, event.act.coding, () => null),
  },
  "coding.accepted": {
    parts: ["coder"],
    does: "accept proposed codings",
    check: onCoding((state, one) => [...waiting(state, one), ...codesProblems(state, one.codes)]),
    // Whoever accepts it answers for it.
    apply: (state, event) =>
      change(state, event, event.act.coding, (one) => ({ ...one, status: "standing", by: event.by })),
  },
  "coding.rejected": {
    parts: ["coder"],
    does: "reject proposed codings",
    check: onCoding(waiting),
    apply: (state, event) =>
      change(state, event, event.act.coding, (one) => ({ ...one, status: "rejected", by: event.by })),
  },
  "memo.written": {
    parts: ["coder", "owner", "reviewer", "adjudicator"],
    does: "write memos",
    check: (state, { on }, by) => {
      switch (on.kind) {
        case "code":
          return unknownCodes(state, [on.id], "on");
        case "coding":
          return onCoding()(state, { coding: on.id }, by);
        case "record":
          return unknownRecords(state, [on.id]);
        case "review":
          return [];
      }
    },
    apply: (state, event) => {
      const { number, by, at, act } = event;
      const text = act.text.trim();
      if (act.on.kind === "coding")
        return change(state, event, act.on.id, (one) => ({ ...one, memo: text === "" ? null : text }));
      const record = act.on.kind === "record" ? act.on.id : null;
      const on = act.on.kind === "review" ? { kind: act.on.kind, id: state.id } : act.on;
      touch(state, { number, by, kind: act.kind }, record, "do", ({ put }) =>
        put("memos", `${on.kind} ${on.id} ${by}`, text === "" ? null : { on, by, at, text }),
      );
    },
  },
  "coding.submitted": {
    parts: ["coder"],
    does: "submit coded reports",
    check: (state, { record }, by) => {
      const unknown = unknownRecords(state, [record]);
      if (unknown.length > 0) return unknown;
      return hasSubmitted(state, record, by)
        ? [
            problem("reviews.coding-submitted", `You have submitted ${record} already. ${nothing}`, {
              field: "record",
            }),
          ]
        : full(state, record, by);
    },
    apply: (state, { act: { kind, record }, number, by, at }) =>
      touch(state, { number, by, kind }, record, "do", ({ put }) =>
        put("submissions", `${record} ${by}`, {
          record,
          by,
          at,
          codings: visibleCodings(state, by, record).filter(
            (one) => one.by === by && one.status === "standing",
          ),
        }),
      ),
  },
  "coding.reconciled": {
    parts: ["coder", "adjudicator", "owner"],
    does: "settle what two coders did",
    check: (state, { record, keep }) => {
      const unknown = unknownRecords(state, [record]);
      if (unknown.length > 0) return unknown;
      if (!isDoubleCoded(state) || submissionsOf(state, record).length < codersNeeded(state))
        return [
          problem(
            "reviews.nothing-to-reconcile",
            isDoubleCoded(state)
              ? `Both coders have to submit ${record} before they are compared and settled. ${nothing}`
              : `By the protocol one person codes each report, so there is nothing to settle: every coding counts. ${nothing}`,
            { field: "record" },
          ),
        ];
      const here = new Set(
        visibleCodings(state, "operator", record)
          .filter(({ status }) => status === "standing")
          .map(({ id }) => id),
      );
      return keep
        .filter((id) => !here.has(id))
        .map((id) =>
          problem(
            "reviews.coding-unknown",
            `"${id}" is no coding of ${record} that could be kept; it may have been removed meanwhile. ${nothing}`,
            { field: "keep" },
          ),
        );
    },
    apply: (state, { act: { kind, record, keep, reason }, number, by, at }) => {
      const kept = countedFor(state, record);
      touch(state, { number, by, kind }, record, "do", ({ put }) =>
        put("settled", kept, { record: kept, event: number, by, at, keep, reason }),
      );
    },
  },
  "coding.withdrawn": {
    parts: ["coder", "adjudicator", "owner", "reviewer"],
    does: "take back what they did in coding",
    check: (state, { event }, by) => withdrawalProblems(state, event, by),
    apply: (state, { act, number, by }) => {
      const taken = state.coding.acts.get(act.event);
      if (!taken) return;
      const sense: DoneAct["sense"] = taken.sense === "undo" ? "redo" : "undo";
      touch(state, { number, by, kind: taken.kind }, taken.record, sense, ({ put }) => {
        for (const { table, key, before, markBefore } of taken.touches.toReversed())
          put(table, key, before as never, markBefore);
      });
      taken.withdrawn = number;
    },
  },
};
