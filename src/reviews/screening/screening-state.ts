// What was decided while screening, by stage. Nothing is removed: what was taken back keeps its place, with
// the number of the act that took it back.

import {
  type ScreeningStage,
  type ScreeningVerdict,
  type SharingWay,
  type ShownAs,
  type StopState,
  screeningStages,
} from "#records";
import type { StageOutcome } from "./combine.ts";

export type Decision = {
  readonly event: number;
  readonly at: string;
  readonly by: string;
  readonly record: string;
  readonly verdict: ScreeningVerdict;
  readonly criterion: string | null;
  readonly reason: string | null;
  /** Version of the protocol the person saw. */
  readonly protocol: number;
  readonly shown: ShownAs | null;
  /** Made before the person may have known what others decided; agreement counts no other. */
  readonly independent: boolean;
  withdrawn: number | null;
};

export type Adjudication = {
  readonly event: number;
  readonly at: string;
  readonly by: string;
  readonly verdict: Exclude<ScreeningVerdict, "possible">;
  readonly criterion: string | null;
  readonly reason: string | null;
  withdrawn: number | null;
};

/** That the full text could not be obtained, and why. */
export type NotRetrieved = {
  readonly event: number;
  readonly at: string;
  readonly by: string;
  readonly reason: string;
  withdrawn: number | null;
};

export type Postponed = { readonly event: number; readonly record: string; readonly position: number };

export type Note = {
  readonly event: number;
  readonly at: string;
  readonly by: string;
  readonly text: string;
  /** The stage the record was at: the note may tell what its author thinks of it. */
  readonly stage: ScreeningStage | null;
  withdrawn: number | null;
};

export type Stop = {
  readonly event: number;
  readonly at: string;
  readonly by: string;
  readonly rule: string;
  readonly parameters: Readonly<Record<string, number | string>>;
  readonly saw: StopState;
  resumed: { readonly event: number; readonly at: string; readonly reason: string } | null;
};

export type StageState = {
  /** By record, in order, with what was taken back. */
  readonly decisions: Map<string, Decision[]>;
  readonly adjudications: Map<string, Adjudication[]>;
  /** Whose decisions on a record could be known before one was taken back, by all or by adjudicators alone. */
  readonly told: Map<string, readonly { readonly of: readonly string[]; readonly everybody: boolean }[]>;
  /** What each member put off and has not decided since, by record. */
  readonly postponed: Map<string, Map<string, Postponed>>;
  /** How many decisions each member ever made; it only grows, so that a stated position stays one. */
  readonly made: Map<string, number>;
  /** Who shares the records that have no people of their own. */
  sharing: { readonly members: readonly string[]; readonly how: SharingWay; readonly event: number } | null;
  readonly assigned: Map<string, readonly string[]>;
  /** The last is the one that counts, unless reading was resumed. */
  readonly stops: Stop[];
  /** Skipped or taken up by an act; null: as the protocol has it. */
  used: { readonly used: boolean; readonly reason: string; readonly event: number } | null;
  /** Outcomes worked out so far; those of a record go with its next act. */
  readonly worked: { revision: number; protocol: number; readonly byRecord: Map<string, StageOutcome> };
};

/** An act that can be taken back. */
export type Undoable = {
  readonly kind: "decision" | "adjudication" | "postponement" | "note" | "not-retrieved";
  readonly stage: ScreeningStage | null;
  readonly record: string;
  readonly by: string;
};

export type ScreeningState = {
  readonly stages: Readonly<Record<ScreeningStage, StageState>>;
  readonly notes: Map<string, Note[]>;
  /** By record, in order, with what was taken back. */
  readonly retrieval: Map<string, NotRetrieved[]>;
  readonly undoable: Map<number, Undoable>;
};

const emptyStage = (): StageState => ({
  decisions: new Map(),
  adjudications: new Map(),
  told: new Map(),
  postponed: new Map(),
  made: new Map(),
  sharing: null,
  assigned: new Map(),
  stops: [],
  used: null,
  worked: { revision: -1, protocol: -1, byRecord: new Map() },
});

export const emptyScreening = (): ScreeningState => ({
  stages: Object.fromEntries(screeningStages.map((stage) => [stage, emptyStage()])) as Record<
    ScreeningStage,
    StageState
  >,
  notes: new Map(),
  retrieval: new Map(),
  undoable: new Map(),
});

/** What stands of a list of acts of which some were taken back. */
export const standing = <T extends { readonly withdrawn: number | null }>(all: readonly T[] | undefined) =>
  all?.findLast(({ withdrawn }) => withdrawn === null) ?? null;

/** The stop that holds at a stage; null where reading goes on. */
export function standingStop(stage: StageState): Stop | null {
  const last = stage.stops.at(-1);
  return last && last.resumed === null ? last : null;
}
