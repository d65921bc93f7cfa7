// A recommendation as a record: what was advised, to whom, and where it stands in which report. What became
// of it is not here: that is computed from its events (`follow-up.ts`).

import type { Language, Provenance, Sha256 } from "#kernel";
import type { Branch } from "./evaluation-details.ts";
import type { Origin } from "./source-file.ts";

export const priorities = ["high", "medium", "low"] as const;
export type Priority = (typeof priorities)[number];
export const timeFrames = ["short", "medium", "long"] as const;
export type TimeFrame = (typeof timeFrames)[number];

/** `null` = the source does not say. Region, countries and year are those of its evaluation. */
export type Recommendation = {
  /** Lasting address, for example `rec-0f0f0f0f0f0f0f0f-10-44`: that of the first passage it was made from. */
  readonly id: string;
  /** Where it is not the evaluation its document is tied to. */
  readonly evaluation: string | null;
  /** Passages it rests on, the first being the one that is quoted; none for a row of a table. */
  readonly passages: readonly string[];
  readonly document: Sha256 | null;
  /** Number or letter as the report has it. */
  readonly number: string | null;
  readonly text: string;
  readonly language: Language | null;
  readonly addressees: readonly string[];
  readonly priority: Priority | null;
  readonly timeFrame: TimeFrame | null;
  /** The time frame in the source's words. */
  readonly printedTimeFrame: string | null;
  readonly resources: Priority | null;
  /** Passages with the conclusions and findings it follows from. */
  readonly linkedPassages: readonly string[];
  /** Unit responsible for the response. */
  readonly unit: string | null;
  readonly themes: readonly string[];
  readonly branches: readonly Branch[];
  readonly origin: Origin;
  /** False where a later reading of the report no longer finds it, and people had worked on it. */
  readonly inReading: boolean;
  readonly provenance: Provenance;
};
