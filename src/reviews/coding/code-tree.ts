// The code tree read and written: every change goes through `touch`, which keeps what stood before, so that
// each act can be taken back by itself.

import type { ReviewState } from "../state.ts";
import type { Code, DoneAct, RowOf, TableName, Touch } from "./coding-state.ts";

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
