// Responses that stand in a table or form of a document, each beside the recommendation it answers: verdict,
// reason, and the actions with owner, time frame and status, as the reader found them.

import { foreignState, isDay } from "#oversight";
import type { Recommendation, ReportedState } from "#records";
import type { ReadReport } from "../reading/read-answer.ts";
import type { RouteReply } from "../use-case.ts";

type Proposal = RouteReply<"proposeResponses">[number];
type Step = Proposal["steps"][number];
type Fields = NonNullable<NonNullable<ReadReport["passages"][number]["fields"]>["response"]>;
type Action = Fields["actions"][number];

/** What a status of the reader comes to; "overdue" and "not started" say of the work that it is planned. */
const states: Readonly<Record<string, ReportedState>> = {
  "not-started": "action-planned",
  overdue: "action-planned",
  ongoing: "initiated",
  completed: "completed",
  "no-longer-applicable": "no-longer-applicable",
  cancelled: "cancelled",
};

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

function stepsOfAction(action: Action, number: string, name: string): readonly Step[] {
  const { text, owner, timeFrame, status } = action;
  const printedDue = timeFrame === null ? null : oneLine(timeFrame.printed);
  const planned: Step = {
    action: number,
    on: null,
    data: {
      kind: "action-planned",
      text: oneLine(text.printed),
      owner: owner === null ? null : owner.value.join("; ") || null,
      ownerAccount: null,
      // A month or a year is no day: it stays in its own words.
      due: printedDue !== null && isDay(printedDue) ? printedDue : null,
      printedDue,
    },
  };
  if (status === null) return [planned];
  const original = oneLine(status.printed);
  const state = (status.value === null ? null : states[status.value]) ?? foreignState("", original);
  return [
    planned,
    {
      action: number,
      on: null,
      data: { kind: "imported-status", system: name.slice(0, 100), original, state, reason: null },
    },
  ];
}

/**
 * What the responses of a reading would record; one for each recommendation that a response names by its number
 * and answers with a verdict. A number in common without a verdict is no answer.
 *
 * @param name of the document, in whose words a status is told
 * @param recordOf the recommendation with a number, of those the document may answer
 * @param idOf the stored passage at the place of one that was just read
 */
export function tableResponses(
  passages: ReadReport["passages"],
  name: string,
  recordOf: (number: string) => Recommendation | undefined,
  idOf: (passage: ReadReport["passages"][number]) => string | null,
): readonly Proposal[] {
  const responses = passages.filter(({ kind }) => kind === "management-response");
  const isTable = ({ fields }: (typeof responses)[number]) =>
    fields?.response?.verdict !== undefined && fields.response.answers !== undefined;
  // Comments in prose now and then sound like a verdict; a table or form gives one with most of its responses.
  if (responses.filter(isTable).length * 2 <= responses.length) return [];
  return responses.flatMap((passage): Proposal[] => {
    const response = passage.fields?.response;
    const record = response?.answers === undefined ? undefined : recordOf(response.answers);
    if (!response?.verdict || !record) return [];
    const verdict = response.verdict.value;
    const reason = response.comment ? oneLine(response.comment.printed) : null;
    const steps: Step[] = [];
    const remarks: string[] = [];
    if (verdict !== "accepted" && !reason) remarks.push("reason-missing");
    else {
      const said = idOf(passage);
      const data = { kind: "responded", verdict, reason, text: null, passages: said ? [said] : [] } as const;
      steps.push({ action: null, on: null, data: { ...data, passages: [...data.passages] } });
      if (verdict !== "rejected")
        response.actions.forEach((action, i) => {
          steps.push(...stepsOfAction(action, String(i + 1), name));
        });
    }
    const { id, number, text, unit } = record;
    return [
      {
        recommendation: id,
        number,
        text,
        unit: unit ?? (response.owner?.value.join("; ") || null),
        basis: "number-in-template",
        row: null,
        steps,
        remarks,
      },
    ];
  });
}
