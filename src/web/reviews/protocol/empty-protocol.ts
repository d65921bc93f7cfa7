import type { Language } from "#kernel";
import { type Protocol, screeningStages } from "#records";

/** What a new protocol starts from: two stages, two people each who work blind, every record read. */
export const emptyProtocol = (title: string, language: Language): Protocol => ({
  title,
  language,
  background: "",
  termsOfReference: "",
  questions: [],
  criteria: [],
  sources: [],
  unit: "report",
  linkedReports: { rule: "each-counts", note: null },
  stages: screeningStages.map((stage) => ({ stage, used: true, reviewers: 2, blind: true })),
  order: "as-listed",
  stopping: null,
  appraisal: null,
  extraction: null,
  coding: null,
  synthesisPlan: "",
});

/** The next free identifier with this beginning: `Q1`, `Q2` … */
export function nextId(prefix: string, taken: readonly string[]): string {
  for (let n = 1; ; n++) if (!taken.includes(`${prefix}${n}`)) return `${prefix}${n}`;
}
