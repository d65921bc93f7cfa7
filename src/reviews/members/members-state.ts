import type { Language } from "#kernel";
import type { ReviewPart } from "#records";

export type MemberState = {
  readonly account: string;
  readonly name: string;
  /** Empty once removed: what they did stays theirs. */
  parts: readonly ReviewPart[];
  removed: { readonly at: string; readonly reason: string } | null;
};

export type MembersState = {
  title: string;
  language: Language;
  readonly byAccount: Map<string, MemberState>;
};

export const emptyMembers = (): MembersState => ({ title: "", language: "en", byAccount: new Map() });
