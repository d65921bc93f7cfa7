// What was done on one record, as far as somebody may see it.

import { type ScreeningStage, type ScreeningVerdict, screeningStages } from "#records";
import { mayKnow, type Viewer } from "../blind.ts";
import type { ReviewState } from "../state.ts";
import { countedFor, groupOf } from "./outcome.ts";

export type HistoryLine = {
  readonly event: number;
  readonly at: string;
  readonly by: string;
  readonly kind: "decision" | "adjudication" | "note" | "postponement" | "not-retrieved";
  readonly record: string;
  readonly stage: ScreeningStage | null;
  readonly verdict: ScreeningVerdict | null;
  readonly criterion: string | null;
  readonly text: string | null;
  /** Version of the protocol its author saw. */
  readonly protocol: number | null;
  readonly withdrawn: boolean;
};

/**
 * Decisions, adjudications, notes, marks of texts not retrieved and one's own postponements on a record and its duplicates, the latest
 * first.
 *
 * @returns the lines, and how many more there are that the viewer may not see yet
 */
export function recordHistory(
  state: ReviewState,
  record: string,
  viewer: Viewer,
): { readonly lines: readonly HistoryLine[]; readonly hidden: number } {
  const lines: HistoryLine[] = [];
  let hidden = 0;
  const show = (line: HistoryLine, known: boolean) => {
    if (known || (viewer !== null && line.by === viewer)) lines.push(line);
    else hidden++;
  };
  const { screening } = state;
  for (const id of groupOf(state, countedFor(state, record))) {
    for (const stage of screeningStages) {
      const known = mayKnow(state, stage, id, viewer);
      const here = screening.stages[stage];
      for (const one of here.decisions.get(id) ?? [])
        show({ ...one, kind: "decision", stage, text: one.reason, withdrawn: one.withdrawn !== null }, known);
      for (const one of here.adjudications.get(id) ?? [])
        show(
          {
            ...one,
            kind: "adjudication",
            record: id,
            stage,
            text: one.reason,
            protocol: null,
            withdrawn: one.withdrawn !== null,
          },
          known,
        );
      const off = viewer === null ? undefined : here.postponed.get(viewer)?.get(id);
      if (off && viewer !== null)
        lines.push({
          event: off.event,
          at: "",
          by: viewer,
          kind: "postponement",
          record: id,
          stage,
          verdict: null,
          criterion: null,
          text: String(off.position),
          protocol: null,
          withdrawn: false,
        });
    }
    for (const one of screening.retrieval.get(id) ?? [])
      show(
        {
          ...one,
          kind: "not-retrieved",
          record: id,
          stage: "full-text",
          verdict: null,
          criterion: null,
          text: one.reason,
          protocol: null,
          withdrawn: one.withdrawn !== null,
        },
        true,
      );
    for (const one of screening.notes.get(id) ?? [])
      show(
        {
          ...one,
          kind: "note",
          record: id,
          verdict: null,
          criterion: null,
          protocol: null,
          withdrawn: one.withdrawn !== null,
        },
        viewer !== null && (one.stage === null || mayKnow(state, one.stage, id, viewer)),
      );
  }
  return {
    lines: lines.map((line) => pickLine(line)).sort((a, b) => b.event - a.event),
    hidden,
  };
}

/** Nothing but what a line has: a decision carries more than may be sent. */
const pickLine = ({
  event,
  at,
  by,
  kind,
  record,
  stage,
  verdict,
  criterion,
  text,
  protocol,
  withdrawn,
}: HistoryLine): HistoryLine => ({
  event,
  at,
  by,
  kind,
  record,
  stage,
  verdict,
  criterion,
  text,
  protocol,
  withdrawn,
});

/** The last decisions of a person at a stage that stand, the latest first. */
export function ownDecisions(
  state: ReviewState,
  stage: ScreeningStage,
  member: string,
  most: number,
): readonly {
  readonly event: number;
  readonly record: string;
  readonly verdict: ScreeningVerdict;
  readonly at: string;
}[] {
  const found = [];
  for (const [event, act] of [...state.screening.undoable].reverse()) {
    if (found.length >= most) break;
    if (act.kind !== "decision" || act.by !== member || act.stage !== stage) continue;
    const one = state.screening.stages[stage].decisions
      .get(act.record)
      ?.findLast((decision) => decision.by === member && decision.withdrawn === null);
    // A later decision on the same record took its place.
    if (one?.event === event) found.push({ event, record: act.record, verdict: one.verdict, at: one.at });
  }
  return found;
}
