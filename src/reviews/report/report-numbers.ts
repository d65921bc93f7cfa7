// Every number of the report under a name. An edition freezes them; made again from the log they must be the
// same.

import type { ReportNumbers } from "#records";
import { standingProtocol } from "../protocol/protocol.ts";
import { stageAgreement } from "../screening/agreement.ts";
import { usedStages } from "../screening/outcome.ts";
import type { ReviewState } from "../state.ts";
import { findingWeight, supportBook } from "../synthesis/supports.ts";
import { findings } from "../synthesis/themes.ts";
import { reviewFlow } from "./flow.ts";
import { reviewLimits } from "./limits.ts";
import { selectionFigures } from "./selection-figures.ts";

/** Agreement is shown without its interval here; the page of the screening has it. */
const quick = { replicates: 0 } as const;

export function reportNumbers(state: ReviewState): ReportNumbers {
  const numbers: Record<string, number | null> = { "log.events": state.last };
  const flow = reviewFlow(state);
  const limits = reviewLimits(state);
  for (const { id, count, projects, parts } of flow.boxes) {
    // Editions from before these boxes must still come out the same where no report was missing.
    if ((id === "sought" || id === "not-retrieved") && limits.notRetrieved === 0) continue;
    numbers[`flow.${id}`] = count;
    if (projects !== null) numbers[`flow.${id}.projects`] = projects;
    for (const part of parts) numbers[`flow.${id}.${part.kind}.${part.id}`] = part.count;
  }
  const figures = selectionFigures(state);
  for (const { field, value, before, after } of figures.rows) {
    numbers[`figure.before.${field}.${value}`] = before;
    numbers[`figure.after.${field}.${value}`] = after;
  }
  numbers["figure.before"] = figures.before;
  numbers["figure.after"] = figures.after;
  const book = supportBook(state);
  for (const finding of findings(state)) {
    const { weight, against } = findingWeight(state, book, finding);
    numbers[`finding.${finding.id}.passages`] = weight.passages;
    numbers[`finding.${finding.id}.reports`] = weight.reports.length;
    numbers[`finding.${finding.id}.units`] = weight.units;
    numbers[`finding.${finding.id}.against`] = against.passages;
  }
  for (const stage of usedStages(state)) {
    const found = stageAgreement(state, stage, quick);
    if (!found.ok) continue;
    const { records, summary } = found.value;
    numbers[`agreement.${stage}.records`] = records;
    for (const name of ["percent", "cohen", "fleiss", "alpha", "gwet"] as const)
      numbers[`agreement.${stage}.${name}`] = summary[name].value;
  }
  for (const [name, value] of Object.entries(limits))
    if (typeof value === "number" && (name !== "notRetrieved" || value > 0))
      numbers[`limits.${name}`] = value;
  numbers["protocol.versions"] = state.protocol.versions.length;
  numbers["protocol.criteria"] = standingProtocol(state)?.protocol.criteria.length ?? 0;
  return numbers;
}

export type NumberDifference = {
  readonly id: string;
  readonly stored: number | null;
  readonly recomputed: number | null;
};

/** Fractions may differ in their last digits between processors; counts never. */
const slack = 1e-9;

/** Names whose numbers differ; one that is missing on one side is null there. */
export function numberDifferences(stored: ReportNumbers, made: ReportNumbers): readonly NumberDifference[] {
  const names = [...new Set([...Object.keys(stored), ...Object.keys(made)])].sort();
  return names.flatMap((id): NumberDifference[] => {
    const isMissing = !(id in stored) || !(id in made);
    const [a, b] = [stored[id] ?? null, made[id] ?? null];
    const isSame =
      a === b || (a !== null && b !== null && Math.abs(a - b) <= slack * Math.max(1, Math.abs(a)));
    return isSame && !isMissing ? [] : [{ id, stored: a, recomputed: b }];
  });
}
