// Coding: the code tree, what people put which codes on, and how two coders come to one.

import type { Anchor } from "./anchor.ts";

/** A code as it is written; its place in the tree is kept apart. */
export type CodeText = {
  readonly name: string;
  /** `#rrggbb`, as other programs exchange it; the pages show the nearest colour of their palette. */
  readonly colour: string;
  /** When to use it and when not. */
  readonly description: string;
  /** False: it only groups others, and no passage carries it. */
  readonly codable: boolean;
};
export type NewCode = CodeText & { readonly id: string };

/** What a machine put forward, and how sure it was; nothing of it counts before a person accepts it. */
export type ProposedBy = {
  /** `kind:recommendation` where the reader found a passage of this kind, `words` where words are alike. */
  readonly rule: string;
  /** 0 to 1. */
  readonly confidence: number;
};

/** What a memo is about. The memo of a coding stands on the coding itself. */
export const memoSubjects = ["code", "coding", "record", "review"] as const;
export type MemoSubject = (typeof memoSubjects)[number];
export type MemoOn = { readonly kind: MemoSubject; readonly id: string };

export type CodeAct =
  | ({ readonly kind: "code.defined"; readonly parent: string | null } & NewCode)
  | { readonly kind: "code.changed"; readonly code: string; readonly change: Partial<CodeText> }
  /** To a place among the children of `parent`, counted from 0 without the code itself. */
  | {
      readonly kind: "code.moved";
      readonly code: string;
      readonly parent: string | null;
      readonly position: number;
    }
  /** Every coding of `from` carries `into`, its children move there, and `from` is gone. */
  | { readonly kind: "code.merged"; readonly from: string; readonly into: string }
  /** New codes beside one; the codings named carry them instead, all others keep the code. */
  | {
      readonly kind: "code.split";
      readonly code: string;
      readonly into: readonly NewCode[];
      readonly moves: readonly { readonly coding: string; readonly codes: readonly string[] }[];
    }
  /** Only where nothing carries it; its children move up. */
  | { readonly kind: "code.removed"; readonly code: string };

export type CodingAct =
  | CodeAct
  | {
      readonly kind: "coding.added";
      readonly id: string;
      readonly anchor: Anchor;
      readonly codes: readonly string[];
      readonly memo: string | null;
      readonly proposed: ProposedBy | null;
    }
  | { readonly kind: "coding.changed"; readonly coding: string; readonly codes: readonly string[] }
  | { readonly kind: "coding.removed"; readonly coding: string }
  | { readonly kind: "coding.accepted"; readonly coding: string }
  | { readonly kind: "coding.rejected"; readonly coding: string }
  /** An empty text takes it away. */
  | { readonly kind: "memo.written"; readonly on: MemoOn; readonly text: string }
  /** Done with a report; where two people code it, neither sees the other before both said so. */
  | { readonly kind: "coding.submitted"; readonly record: string }
  /** Which of two people's codings stand. */
  | {
      readonly kind: "coding.reconciled";
      readonly record: string;
      readonly keep: readonly string[];
      readonly reason: string;
    }
  /** Takes back an act of one's own on codes, codings or memos; taking that back does it again. */
  | { readonly kind: "coding.withdrawn"; readonly event: number };
