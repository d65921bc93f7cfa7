// Who takes part in a review, and as what.

import { type Problem, problem } from "#kernel";
import { type MemberAct, type ReviewPart, reviewParts } from "#records";
import type { ActRules } from "../slice.ts";
import type { ReviewState } from "../state.ts";

/** The operator at the machine holds every part. */
export const memberParts = (state: ReviewState, account: string): readonly ReviewPart[] =>
  account === "operator" ? reviewParts : (state.members.byAccount.get(account)?.parts ?? []);

/** Whether somebody is, or was, a member: who was removed may still read. */
export const isMember = (state: ReviewState, account: string): boolean =>
  account === "operator" || state.members.byAccount.has(account);

const owners = (state: ReviewState): readonly string[] =>
  [...state.members.byAccount.values()].filter(({ parts }) => parts.includes("owner")).map((m) => m.account);

function mustKeepAnOwner(state: ReviewState, account: string): readonly Problem[] {
  const left = owners(state).filter((owner) => owner !== account);
  return left.length > 0 || !owners(state).includes(account)
    ? []
    : [
        problem(
          "reviews.last-owner",
          "This is the only owner of the review, and a review without one could not be led on. Make somebody else an owner first. Nothing was recorded.",
          { field: "account" },
        ),
      ];
}

const unknownMember = (state: ReviewState, account: string): readonly Problem[] => {
  const member = state.members.byAccount.get(account);
  return member && member.removed === null
    ? []
    : [
        problem(
          "reviews.member-unknown",
          `"${account}" is no member of this review. The list of members shows who is. Nothing was recorded.`,
          { field: "account" },
        ),
      ];
};

const someParts = (parts: readonly ReviewPart[]): readonly Problem[] =>
  parts.length > 0
    ? []
    : [
        problem(
          "reviews.no-part",
          "A member needs at least one part: owner, reviewer, coder, adjudicator or observer. Nothing was recorded.",
          { field: "parts" },
        ),
      ];

export const memberActs: ActRules<MemberAct["kind"]> = {
  "review.created": {
    parts: reviewParts,
    does: "begin it",
    check: (state) =>
      state.last === 0
        ? []
        : [problem("reviews.begun-already", "This review was begun before. Nothing was recorded.")],
    apply: (state, { act }) => {
      state.members.title = act.title;
      state.members.language = act.language;
    },
  },
  "review.renamed": {
    parts: ["owner"],
    does: "rename it",
    check: () => [],
    apply: (state, { act }) => {
      state.members.title = act.title;
    },
  },
  "member.added": {
    parts: ["owner"],
    does: "add members",
    check: (state, { account, parts }) => {
      const known = state.members.byAccount.get(account);
      return [
        ...someParts(parts),
        ...(known && known.removed === null
          ? [
              problem(
                "reviews.member-already",
                `${known.name} is a member of this review already. Change their part instead. Nothing was recorded.`,
                { field: "account" },
              ),
            ]
          : []),
      ];
    },
    apply: (state, { act: { account, name, parts } }) => {
      state.members.byAccount.set(account, { account, name, parts, removed: null });
    },
  },
  "member.changed": {
    parts: ["owner"],
    does: "change parts of members",
    check: (state, { account, parts }) => [
      ...unknownMember(state, account),
      ...someParts(parts),
      ...(parts.includes("owner") ? [] : mustKeepAnOwner(state, account)),
    ],
    apply: (state, { act: { account, parts } }) => {
      const member = state.members.byAccount.get(account);
      if (member) member.parts = parts;
    },
  },
  "member.removed": {
    parts: ["owner"],
    does: "remove members",
    check: (state, { account }) => [...unknownMember(state, account), ...mustKeepAnOwner(state, account)],
    apply: (state, { act: { account, reason }, at }) => {
      const member = state.members.byAccount.get(account);
      if (!member) return;
      member.parts = [];
      member.removed = { at, reason };
    },
  },
};
