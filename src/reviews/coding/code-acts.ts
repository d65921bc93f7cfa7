// The acts on the code tree: made, renamed, moved, merged, split, removed.

import { type Problem, problem } from "#kernel";
import type { CodeAct, NewCode } from "#records";
import type { ActRules } from "../slice.ts";
import type { ReviewState } from "../state.ts";
import { childrenOf, type Hand, touch } from "./code-tree.ts";
import type { Code } from "./coding-state.ts";
import { mayKnowCodings } from "./double-coding.ts";

const nothing = "Nothing was recorded.";

/** A problem for each name that is no code of the review. */
export const unknownCodes = (
  state: ReviewState,
  ids: readonly (string | null)[],
  field = "code",
): readonly Problem[] =>
  ids
    .filter((id) => id !== null && !state.coding.codes.has(id))
    .map((id) =>
      problem(
        "reviews.code-unknown",
        state.coding.merged.has(id ?? "")
          ? `The code "${id}" was merged into another. Look at the code tree as it stands. ${nothing}`
          : `There is no code "${id}" in this review; it was removed, or never made. Look at the code tree as it stands. ${nothing}`,
        { field },
      ),
    );

/** Names of codes are told apart without case and without blanks around them. */
export const sameName = (a: string, b: string): boolean =>
  a.trim().toLowerCase().normalize("NFC") === b.trim().toLowerCase().normalize("NFC");

/** Two codes of one name below one parent could not be told apart by whoever types the name. */
export function nameTaken(
  state: ReviewState,
  parent: string | null,
  name: string,
  but: readonly string[] = [],
): readonly Problem[] {
  const taken = childrenOf(state, parent).find((one) => !but.includes(one.id) && sameName(one.name, name));
  if (!taken) return [];
  const where =
    parent === null ? "at the top of the tree" : `under "${state.coding.codes.get(parent)?.name}"`;
  return [
    problem(
      "reviews.code-name-twice",
      `A code "${taken.name}" stands ${where} already. Use it, merge the two, or give this one another name. ${nothing}`,
      { field: "name" },
    ),
  ];
}

const idTaken = (state: ReviewState, id: string): readonly Problem[] =>
  state.coding.latest.has(`codes ${id}`)
    ? [
        problem(
          "reviews.identifier-twice",
          `A code with the identifier "${id}" is, or was, in this review. Give this one its own. ${nothing}`,
          { field: "id" },
        ),
      ]
    : [];

/** Whether `id` is `above` or stands anywhere under it. */
const isUnder = (state: ReviewState, id: string | null, above: string): boolean => {
  for (let at = id; at !== null; at = state.coding.codes.get(at)?.parent ?? null)
    if (at === above) return true;
  return false;
};

/** A rank between the neighbours at a place; siblings are numbered anew once no number fits between two. */
function rankAt(state: ReviewState, parent: string | null, position: number, but: string): number {
  const siblings = () => childrenOf(state, parent).filter(({ id }) => id !== but);
  const between = (): number | null => {
    const all = siblings();
    const at = Math.min(Math.max(position, 0), all.length);
    const before = all[at - 1]?.rank;
    const after = all[at]?.rank;
    if (after === undefined) return (before ?? 0) + 1;
    if (before === undefined) return after - 1;
    const middle = (before + after) / 2;
    return middle > before && middle < after ? middle : null;
  };
  const found = between();
  if (found !== null) return found;
  for (const [at, code] of siblings().entries()) state.coding.codes.set(code.id, { ...code, rank: at + 1 });
  return between() ?? siblings().length + 1;
}

const textOf = ({ name, colour, description, codable }: NewCode) => ({ name, colour, description, codable });

function made(state: ReviewState, code: NewCode, parent: string | null, position: number): Code {
  return { id: code.id, ...textOf(code), parent, rank: rankAt(state, parent, position, code.id) };
}

const endOf = (state: ReviewState, parent: string | null) => childrenOf(state, parent).length;

const placeOf = (state: ReviewState, code: Code): number =>
  childrenOf(state, code.parent).findIndex(({ id }) => id === code.id);

const carriedBy = (state: ReviewState, code: string) =>
  [...state.coding.codings.values()].filter(
    ({ codes, status }) => status !== "rejected" && codes.includes(code),
  );

const replaced = (codes: readonly string[], from: string, into: readonly string[]): readonly string[] => [
  ...new Set(codes.flatMap((code) => (code === from ? into : [code]))),
];

const hang = (state: ReviewState, hand: Hand, code: Code, parent: string | null, position: number) =>
  hand.put("codes", code.id, { ...code, parent, rank: rankAt(state, parent, position, code.id) });

export const codeActs: ActRules<CodeAct["kind"]> = {
  "code.defined": {
    parts: ["coder", "owner"],
    does: "make codes",
    check: (state, act) => {
      const unknown = unknownCodes(state, [act.parent], "parent");
      return unknown.length > 0
        ? unknown
        : [...idTaken(state, act.id), ...nameTaken(state, act.parent, act.name)];
    },
    apply: (state, { act, number, by }) =>
      touch(state, { number, by, kind: act.kind }, null, "do", ({ put }) =>
        put("codes", act.id, made(state, act, act.parent, endOf(state, act.parent))),
      ),
  },
  "code.changed": {
    parts: ["coder", "owner"],
    does: "change codes",
    check: (state, { code, change }) => {
      const one = state.coding.codes.get(code);
      if (!one) return unknownCodes(state, [code]);
      const carried = change.codable === false ? carriedBy(state, code).length : 0;
      return [
        ...(change.name === undefined ? [] : nameTaken(state, one.parent, change.name, [code])),
        ...(carried > 0
          ? [
              problem(
                "reviews.code-in-use",
                `"${one.name}" stands on codings, so it cannot become a mere heading: they would lose it. Put them under another code first. ${nothing}`,
                { field: "codable" },
              ),
            ]
          : []),
      ];
    },
    apply: (state, { act, number, by }) =>
      touch(state, { number, by, kind: act.kind }, null, "do", ({ put }) => {
        const one = state.coding.codes.get(act.code);
        if (one) put("codes", act.code, { ...one, ...act.change });
      }),
  },
  "code.moved": {
    parts: ["coder", "owner"],
    does: "move codes",
    check: (state, { code, parent }) => {
      const one = state.coding.codes.get(code);
      const unknown = [...unknownCodes(state, [code]), ...unknownCodes(state, [parent], "parent")];
      if (unknown.length > 0 || !one) return unknown;
      if (isUnder(state, parent, code))
        return [
          problem(
            "reviews.code-under-itself",
            `"${one.name}" cannot stand under itself or under a code of its own branch. Choose another parent. ${nothing}`,
            { field: "parent" },
          ),
        ];
      return nameTaken(state, parent, one.name, [code]);
    },
    apply: (state, { act, number, by }) =>
      touch(state, { number, by, kind: act.kind }, null, "do", ({ put }) => {
        const one = state.coding.codes.get(act.code);
        if (one) hang(state, { put }, one, act.parent, act.position);
      }),
  },
  "code.merged": {
    parts: ["coder", "owner"],
    does: "merge codes",
    check: (state, { from, into }) => {
      const unknown = unknownCodes(state, [from, into]);
      const target = state.coding.codes.get(into);
      const gone = state.coding.codes.get(from);
      if (unknown.length > 0 || !target || !gone) return unknown;
      if (isUnder(state, into, from))
        return [
          problem(
            "reviews.code-under-itself",
            `"${gone.name}" cannot be merged into itself or into a code of its own branch. Move "${target.name}" out first, or merge the other way round. ${nothing}`,
            { field: "into" },
          ),
        ];
      return target.codable || carriedBy(state, from).length === 0 ? [] : [notCodable(target.name, "into")];
    },
    apply: (state, { act: { kind, from, into }, number, by }) =>
      touch(state, { number, by, kind }, null, "do", ({ put }) => {
        for (const one of carriedBy(state, from))
          put("codings", one.id, { ...one, codes: replaced(one.codes, from, [into]) });
        for (const child of childrenOf(state, from)) hang(state, { put }, child, into, endOf(state, into));
        put("codes", from, null);
        put("merged", from, into);
      }),
  },
  "code.split": {
    parts: ["coder", "owner"],
    does: "split codes",
    check: checkSplit,
    apply: (state, { act, number, by }) =>
      touch(state, { number, by, kind: act.kind }, null, "do", ({ put }) => {
        const one = state.coding.codes.get(act.code);
        if (!one) return;
        let place = placeOf(state, one);
        for (const code of act.into) put("codes", code.id, made(state, code, one.parent, ++place));
        for (const { coding, codes } of act.moves) {
          const moved = state.coding.codings.get(coding);
          if (moved) put("codings", coding, { ...moved, codes: replaced(moved.codes, act.code, codes) });
        }
      }),
  },
  "code.removed": {
    parts: ["coder", "owner"],
    does: "remove codes",
    check: (state, { code }) => {
      const one = state.coding.codes.get(code);
      if (!one) return unknownCodes(state, [code]);
      const children = childrenOf(state, code);
      return [
        ...(carriedBy(state, code).length > 0
          ? [
              problem(
                "reviews.code-in-use",
                `"${one.name}" stands on codings, by you or by somebody else. Merge it into another code, or put them under others first. ${nothing}`,
                { field: "code" },
              ),
            ]
          : []),
        ...children.flatMap(({ name }) => nameTaken(state, one.parent, name, [code])),
      ];
    },
    apply: (state, { act, number, by }) =>
      touch(state, { number, by, kind: act.kind }, null, "do", ({ put }) => {
        const one = state.coding.codes.get(act.code);
        if (!one) return;
        let place = placeOf(state, one);
        for (const child of childrenOf(state, act.code)) hang(state, { put }, child, one.parent, ++place);
        put("codes", act.code, null);
      }),
  },
};

export const notCodable = (name: string, field: string): Problem =>
  problem(
    "reviews.code-not-codable",
    `"${name}" is a heading of the code tree that no passage carries. Take a code below it, or make it codable. ${nothing}`,
    { field },
  );

function checkSplit(
  state: ReviewState,
  { code, into, moves }: Extract<CodeAct, { kind: "code.split" }>,
  by: string,
): readonly Problem[] {
  const one = state.coding.codes.get(code);
  if (!one) return unknownCodes(state, [code]);
  const fresh = new Set(into.map(({ id }) => id));
  const names = into.map(({ name }) => name);
  const unfit = (message: string, field: string) =>
    problem("reviews.split-unfit", `${message} ${nothing}`, { field });
  return [
    ...into.flatMap(({ id, name }) => [...idTaken(state, id), ...nameTaken(state, one.parent, name)]),
    ...(fresh.size === into.length &&
    names.every((name, at) => !names.slice(0, at).some((n) => sameName(n, name)))
      ? []
      : [unfit("Two of the new codes have the same name or identifier.", "into")]),
    ...moves.flatMap(({ coding, codes }) => {
      const moved = state.coding.codings.get(coding);
      const seen = moved && (moved.by === by || mayKnowCodings(state, moved.record, by));
      if (!moved || !seen || !moved.codes.includes(code))
        return [unfit(`The coding "${coding}" does not carry "${one.name}".`, "moves")];
      const strange = codes.find((id) => !fresh.has(id) && id !== code);
      if (strange !== undefined || codes.length === 0)
        return [unfit("Each coding goes to new codes of this split, or stays.", "moves")];
      const heading = into.find(({ id, codable }) => codes.includes(id) && !codable);
      return heading ? [notCodable(heading.name, "moves")] : [];
    }),
  ];
}
