// What waits for one member of a review, in the order of the work.

import { type MemberTask, type MemberTaskKind, memberTaskKinds, type ScreeningStage } from "#records";
import {
  appraisalOutcome,
  appraisalPlan,
  selectedRecords,
  standingSubmissions,
} from "./appraisal/appraisal-outcome.ts";
import { mayKnow } from "./blind.ts";
import { isReportCoded } from "./coding/coding-progress.ts";
import {
  hasSubmitted,
  isCompared,
  isDoubleCoded,
  isTakenByOthers,
  settlementOf,
} from "./coding/double-coding.ts";
import { extractionOutcome, extractionPlan, ownExtractions } from "./extraction/extraction-outcome.ts";
import { memberParts } from "./members/members.ts";
import { standingProtocol } from "./protocol/protocol.ts";
import { includedRecords, usedStages } from "./screening/outcome.ts";
import { toSettle } from "./screening/progress.ts";
import { queueOf } from "./screening/queue.ts";
import type { ReviewState } from "./state.ts";

/** Steps that nobody can go on without, for those who lead the review. */
function ownerTasks(state: ReviewState): readonly MemberTaskKind[] {
  if (state.protocol.versions.length === 0) return ["write-protocol"];
  const found: MemberTaskKind[] = [];
  if (state.records.byId.size === 0) found.push("add-records");
  if (appraisalPlan(state)?.definition === null) found.push("take-instrument");
  if (extractionPlan(state)?.definition === null) found.push("take-form");
  if (state.synthesis.findings.size > 0 && state.report.editions.length === 0) found.push("publish");
  return found;
}

/** Themes rest on codings, findings on themes. */
function writingTasks(state: ReviewState): readonly MemberTaskKind[] {
  const { themes, findings } = state.synthesis;
  const coded = selectedRecords(state).some(({ record }) => isReportCoded(state, record.id));
  if (themes.size === 0) return coded ? ["build-themes"] : [];
  return findings.size === 0 ? ["write-findings"] : [];
}

/**
 * What waits for a member: only what they may do by their parts, and what they may know. Tasks of which
 * nothing is left are not listed.
 */
export function memberTasks(state: ReviewState, member: string): readonly MemberTask[] {
  const parts = memberParts(state, member);
  const [owns, reviews, codes, settles] = (["owner", "reviewer", "coder", "adjudicator"] as const).map(
    (part) => parts.includes(part),
  );
  const found: MemberTask[] = [];
  const add = (kind: MemberTaskKind, count: number | null, stage: ScreeningStage | null = null) => {
    if (count !== 0) found.push({ kind, stage, count });
  };
  if (owns) for (const kind of ownerTasks(state)) add(kind, null);
  for (const stage of usedStages(state)) {
    if (reviews) add("screen", queueOf(state, stage, member).records.length, stage);
    if (settles)
      add("settle", toSettle(state, stage).filter((id) => mayKnow(state, stage, id, member)).length, stage);
  }
  if (appraisalPlan(state)?.definition) {
    const included = includedRecords(state).map(({ record }) => record.id);
    const at = (id: string) => appraisalOutcome(state, id).status;
    if (reviews)
      add(
        "appraise",
        included.filter((id) => at(id) === "waiting" && !standingSubmissions(state, id).has(member)).length,
      );
    if (settles) add("reconcile-appraisals", included.filter((id) => at(id) === "to-reconcile").length);
  }
  const selected = selectedRecords(state).map(({ record }) => record.id);
  if (extractionPlan(state)?.definition) {
    const at = (id: string) => extractionOutcome(state, id).status;
    const isIn = (id: string) => (ownExtractions(state, id).get(member)?.submitted ?? null) !== null;
    if (reviews) add("extract", selected.filter((id) => at(id) === "waiting" && !isIn(id)).length);
    if (settles) add("reconcile-extractions", selected.filter((id) => at(id) === "to-reconcile").length);
  }
  if ((standingProtocol(state)?.protocol.coding ?? null) !== null) {
    if (codes)
      add(
        "code",
        selected.filter(
          (id) =>
            !isReportCoded(state, id) &&
            !hasSubmitted(state, id, member) &&
            !isTakenByOthers(state, id, member),
        ).length,
      );
    if (isDoubleCoded(state) && (owns || codes || settles))
      add(
        "settle-codings",
        selected.filter((id) => isCompared(state, id) && settlementOf(state, id) === null).length,
      );
  }
  if (owns || codes) for (const kind of writingTasks(state)) add(kind, null);
  return found.sort((a, b) => memberTaskKinds.indexOf(a.kind) - memberTaskKinds.indexOf(b.kind));
}
