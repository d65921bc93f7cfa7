// What may wait for a member of a review, in the order of the work.

import type { ScreeningStage } from "./protocol.ts";

export const memberTaskKinds = [
  "write-protocol",
  "add-records",
  "screen",
  "settle",
  "take-instrument",
  "appraise",
  "reconcile-appraisals",
  "take-form",
  "extract",
  "reconcile-extractions",
  "code",
  "settle-codings",
  "build-themes",
  "write-findings",
  "publish",
] as const;
export type MemberTaskKind = (typeof memberTaskKinds)[number];

export type MemberTask = {
  readonly kind: MemberTaskKind;
  /** Of screening alone. */
  readonly stage: ScreeningStage | null;
  /** Records or reports that wait; null where it is one thing to do. */
  readonly count: number | null;
};
