// What coding comes to: codes, codings, memos, who has submitted and what was settled.

import type { Anchor, CodeText, MemoOn, ProposedBy } from "#records";

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
export type TableName = keyof Tables;
export type RowOf<N extends TableName> = Tables[N] extends Map<string, infer R> ? R : never;

/**
 * One row that an act changed. The marks say which act the row is owed to before and after: taking an act back
 * gives the mark before back as well, so that acts can be taken back one after the other.
 */
export type Touch = {
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
