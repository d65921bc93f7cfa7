// Acts that share out work.

import { type Problem, problem } from "#kernel";
import type { ScreeningAct } from "#records";
import { unknownRecords } from "../records/records.ts";
import type { ActRules } from "../slice.ts";
import type { ReviewState } from "../state.ts";
import { countedFor, planOf, stageOutcome, stageRecords, standingDecisions } from "./outcome.ts";
import { assignees, isReviewer, teamInTurn } from "./sharing.ts";
import { unusedStage } from "./stage-acts.ts";

const nothing = "Nothing was recorded.";

const noReviewers = (state: ReviewState, members: readonly string[], field: string): readonly Problem[] =>
  members
    .filter((member) => !isReviewer(state, member))
    .map((member) =>
      problem(
        "reviews.not-a-reviewer",
        `"${state.members.byAccount.get(member)?.name ?? member}" is no reviewer of this review, so no record can wait for them. ${nothing}`,
        { field },
      ),
    );

type SharingActKind = Extract<ScreeningAct["kind"], "screening.assigned" | "screening.reassigned">;

export const sharingActs: ActRules<SharingActKind> = {
  "screening.assigned": {
    parts: ["owner"],
    does: "share out records",
    check: (state, { stage, records, members }) => [
      ...unusedStage(state, stage),
      ...unknownRecords(state, records ?? []),
      ...noReviewers(state, members, "members"),
    ],
    apply: (state, { act: { stage, records, members, how }, number }) => {
      const here = state.screening.stages[stage];
      const people = [...new Set(members)];
      if (records === null) {
        here.assigned.clear();
        here.sharing = people.length === 0 ? null : { members: people, how, event: number };
      }
      const named =
        records?.map((id) => countedFor(state, id)) ??
        stageRecords(state, stage)
          .filter(({ record }) => stageOutcome(state, stage, record.id).status === "waiting")
          .map(({ record }) => record.id);
      const required = planOf(state, stage)?.reviewers ?? 1;
      if (people.length === 0) for (const id of named) here.assigned.delete(id);
      else
        [...new Set(named)].forEach((id, place) => {
          here.assigned.set(id, how === "each" ? people : teamInTurn(people, required, place));
        });
    },
  },
  "screening.reassigned": {
    parts: ["owner"],
    does: "give work to others",
    check: (state, { stage, from, to }) => [
      ...unusedStage(state, stage),
      ...noReviewers(state, to, "to"),
      ...(state.members.byAccount.has(from)
        ? []
        : [
            problem("reviews.member-unknown", `"${from}" was never a member of this review. ${nothing}`, {
              field: "from",
            }),
          ]),
      ...(to.includes(from)
        ? [
            problem(
              "reviews.not-a-reviewer",
              `What waits for somebody cannot be given to the same person. ${nothing}`,
              { field: "to" },
            ),
          ]
        : []),
    ],
    apply: (state, { act: { stage, from, to } }) => {
      const here = state.screening.stages[stage];
      let turn = 0;
      for (const { record } of stageRecords(state, stage)) {
        // What was planned, also for somebody who has left: their place is the one to give away.
        const planned = here.assigned.get(record.id) ?? assignees(state, stage, record.id);
        if (!planned?.includes(from)) continue;
        const decided = standingDecisions(state, stage, record.id);
        if (decided.has(from) || stageOutcome(state, stage, record.id).status !== "waiting") continue;
        const free = to.filter((member) => !planned.includes(member));
        const next = free[turn++ % Math.max(free.length, 1)];
        if (next !== undefined)
          here.assigned.set(
            record.id,
            planned.map((member) => (member === from ? next : member)),
          );
      }
      // Those that come later are shared among the others too.
      if (here.sharing?.members.includes(from)) {
        const rest = [...here.sharing.members.filter((member) => member !== from), ...to];
        here.sharing = { ...here.sharing, members: [...new Set(rest)] };
      }
    },
  },
};
