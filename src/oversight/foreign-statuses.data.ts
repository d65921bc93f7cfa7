// Statuses of other systems and what they come to here. The original is always kept beside it. Seen: in
// material of that organisation; memory: to be checked against it.

import type { ReportedState, Verdict } from "#records";

export type ForeignStatus = {
  readonly systems: readonly ("UNDP" | "IOM" | "UNEP" | "ILO")[];
  readonly original: string;
  readonly state: ReportedState | null;
  readonly evidence: "seen" | "memory";
};

/** Overdue is no state: it follows from the day, so what is reported as overdue is planned work. */
export const foreignStatuses: readonly ForeignStatus[] = [
  { systems: ["UNDP"], original: "Completed", state: "completed", evidence: "seen" },
  { systems: ["UNDP"], original: "No deadline established", state: "action-planned", evidence: "seen" },
  { systems: ["UNDP"], original: "Initiated", state: "initiated", evidence: "memory" },
  { systems: ["UNDP"], original: "Ongoing", state: "initiated", evidence: "memory" },
  { systems: ["UNDP"], original: "Not Initiated", state: "action-planned", evidence: "memory" },
  { systems: ["UNDP"], original: "Overdue", state: "action-planned", evidence: "memory" },
  { systems: ["UNDP"], original: "Overdue-Initiated", state: "initiated", evidence: "memory" },
  { systems: ["UNDP"], original: "Overdue-Not Initiated", state: "action-planned", evidence: "memory" },
  { systems: ["UNDP"], original: "No Longer Applicable", state: "no-longer-applicable", evidence: "memory" },
  { systems: ["UNDP"], original: "Canceled", state: "cancelled", evidence: "memory" },
  { systems: ["UNDP"], original: "Cancelled", state: "cancelled", evidence: "memory" },
  { systems: ["IOM"], original: "open", state: "action-planned", evidence: "seen" },
  { systems: ["IOM"], original: "completed", state: "completed", evidence: "seen" },
  { systems: ["IOM"], original: "discarded", state: "cancelled", evidence: "seen" },
  { systems: ["UNEP"], original: "Implemented", state: "completed", evidence: "memory" },
  { systems: ["UNEP"], original: "Partially implemented", state: "initiated", evidence: "memory" },
  { systems: ["UNEP"], original: "In progress", state: "initiated", evidence: "memory" },
  { systems: ["UNEP"], original: "Not implemented", state: "action-planned", evidence: "memory" },
  { systems: ["UNEP"], original: "No longer applicable", state: "no-longer-applicable", evidence: "memory" },
  { systems: ["ILO"], original: "Completed", state: "completed", evidence: "memory" },
  { systems: ["ILO"], original: "Partially completed", state: "initiated", evidence: "memory" },
  { systems: ["ILO"], original: "Planned", state: "action-planned", evidence: "memory" },
  { systems: ["ILO"], original: "No action", state: "cancelled", evidence: "memory" },
];

/** Words of a response, folded; the longer are asked first, since "partially accepted" holds "accepted". */
export const verdictWords: readonly (readonly [string, Verdict])[] = [
  ["partially accept", "partially-accepted"],
  ["partly accept", "partially-accepted"],
  ["partial", "partially-accepted"],
  ["partiellement", "partially-accepted"],
  ["en partie", "partially-accepted"],
  ["parcialmente", "partially-accepted"],
  ["parcial", "partially-accepted"],
  ["not accept", "rejected"],
  ["does not accept", "rejected"],
  ["non accept", "rejected"],
  ["no acept", "rejected"],
  ["nao aceit", "rejected"],
  ["reject", "rejected"],
  ["rejet", "rejected"],
  ["rechaz", "rejected"],
  ["rejeit", "rejected"],
  ["recus", "rejected"],
  ["disagree", "rejected"],
  ["accept", "accepted"],
  ["acept", "accepted"],
  ["aceit", "accepted"],
  ["agree", "accepted"],
];
