// What coding comes to: codes, codings, memos, who has submitted and what was settled. Every change goes
// through `touch`, which keeps what stood before, so that each act can be taken back by itself.

import type { Anchor, CodeText, MemoOn, ProposedBy } from "#records";
import type { ReviewState } from "../state.ts";

export type Code = CodeText & {
  readonly id: string;
  readonly parent: string | null;
  /** Order among the children of one parent; a number between two others finds a place between them. */
  readonly rank: number;
};

export type Coding = {
  readonly id: string;
  /** The event that brought it. */
  readonly event: number;
  readonly record: string;
  readonly by: string;
  readonly at: string;
  readonly anchor: Anchor;
  readonly codes: readonly string[];
  readonly memo: string | null;
  readonly proposed: ProposedBy | null;
  /** `proposed`: by a machine, waiting for a person; neither it nor what was rejected counts. */
  readonly status: "standing" | "proposed" | "rejected";
};

export type Memo = {
  readonly on: MemoOn;
  readonly by: string;
  readonly at: string;
  readonly text: string;
};

export type Submission = {
  readonly record: string;
  readonly by: string;
  readonly at: string;
  /** As they stood: agreement is that of independent work, whatever is settled later. */
  readonly codings: readonly Coding[];
};

export type Settlement = {
  readonly record: string;
  readonly event: number;
  readonly by: string;
  readonly at: string;
  readonly keep: readonly string[];
  readonly reason: string;
};

type Tables = {
  readonly codes: Map<string, Code>;
  /** What became of a code that was merged. */
  readonly merged: Map<string, string>;
  readonly codings: Map<string, Coding>;
  /** By what they are about and who wrote them: `record R1 ana`. */
  readonly memos: Map<string, Memo>;
  /** `R1 ana`. */
  readonly submissions: Map<string, Submission>;
  readonly settled: Map<string, Settlement>;
};
type TableName = keyof Tables;
type RowOf<N extends TableName> = Tables[N] extends Map<string, infer R> ? R : never;

/**
 * One row that an act changed. The marks say which act the row is owed to before and after: taking an act back
 * gives the mark before back as well, so that acts can be taken back one after the other.
 */
type Touch = {
  readonly table: TableName;
  readonly key: string;
  readonly before: RowOf<TableName> | null;
  readonly markBefore: number;
  readonly markAfter: number;
};

/** An act that can be taken back. */
export type DoneAct = {
  readonly event: number;
  readonly by: string;
  readonly kind: string;
  /** The report whose codings it is about; null for the code tree. */
  readonly record: string | null;
  /** Doing something, taking it back, or doing it again. */
  readonly sense: "do" | "undo" | "redo";
  readonly touches: readonly Touch[];
  withdrawn: number | null;
};

export type CodingState = Tables & {
  /** The act a row is owed to, `codings x1`; 0 once it was taken back. What is in here was here once. */
  readonly latest: Map<string, number>;
  readonly acts: Map<number, DoneAct>;
  readonly actsOf: Map<string, number[]>;
};

export const emptyCoding = (): CodingState => ({
  codes: new Map(),
  merged: new Map(),
  codings: new Map(),
  memos: new Map(),
  submissions: new Map(),
  settled: new Map(),
  latest: new Map(),
  acts: new Map(),
  actsOf: new Map(),
});

export type Hand = {
  /** Sets a row, or takes it away; `mark` where the row is owed to another act than this one. */
  put<N extends TableName>(table: N, key: string, row: RowOf<N> | null, mark?: number): void;
};

/** Does an act by a hand that remembers what it changed. */
export function touch(
  state: ReviewState,
  act: { readonly number: number; readonly by: string; readonly kind: string },
  record: string | null,
  sense: DoneAct["sense"],
  work: (hand: Hand) => void,
): void {
  const { coding } = state;
  const touches: Touch[] = [];
  work({
    put(table, key, row, mark = act.number) {
      const rows = coding[table] as Map<string, typeof row>;
      const name = `${table} ${key}`;
      touches.push({
        table,
        key,
        before: (rows.get(key) ?? null) as Touch["before"],
        markBefore: coding.latest.get(name) ?? 0,
        markAfter: mark,
      });
      if (row === null) rows.delete(key);
      else rows.set(key, row);
      coding.latest.set(name, mark);
    },
  });
  const { number: event, by, kind } = act;
  coding.acts.set(event, { event, by, kind, record, sense, touches, withdrawn: null });
  const own = coding.actsOf.get(by);
  if (own) own.push(event);
  else coding.actsOf.set(by, [event]);
}

/** The children of a code, or the roots, in their order. */
export const childrenOf = (state: ReviewState, parent: string | null): readonly Code[] =>
  [...state.coding.codes.values()]
    .filter((code) => code.parent === parent)
    .sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));

/** The codes from the top down, each before its children, with how deep it stands. */
export function* codesInOrder(
  state: ReviewState,
): Generator<{ readonly code: Code; readonly depth: number }> {
  const below = new Map<string | null, Code[]>();
  for (const code of state.coding.codes.values()) {
    const siblings = below.get(code.parent);
    if (siblings) siblings.push(code);
    else below.set(code.parent, [code]);
  }
  function* under(parent: string | null, depth: number): ReturnType<typeof codesInOrder> {
    for (const code of (below.get(parent) ?? []).sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1))) {
      yield { code, depth };
      yield* under(code.id, depth + 1);
    }
  }
  yield* under(null, 0);
}

/** A code and all that stand under it. */
export function branchOf(state: ReviewState, code: string): ReadonlySet<string> {
  const found = new Set([code]);
  // In tree order a parent comes before its children.
  for (const { code: one } of codesInOrder(state))
    if (one.parent !== null && found.has(one.parent)) found.add(one.id);
  return found;
}

/** The code that stands for one that may have been merged. */
export function standingCode(state: ReviewState, code: string): string {
  let id = code;
  for (let next = state.coding.merged.get(id); next !== undefined; next = state.coding.merged.get(id))
    id = next;
  return id;
}
