import { failAll, ok, problem } from "#kernel";
import { screeningStages } from "#records";
import {
  type FlowPart,
  faultSentence,
  reviewFlow as flowOf,
  flowPicture,
  flowRows,
  flowTable,
  memberParts,
  pictureSvg,
  type ReviewFlow,
  type ReviewState,
  sayIn,
  standingProtocol,
} from "#reviews";
import type { RouteReply, RouteUseCase } from "../../use-case.ts";
import { knownReview } from "../known-review.ts";
import { stateAt } from "./past-state.ts";

export const reviewFlow: RouteUseCase<"reviewFlow"> = async (effects, actor, { id, at, lang }) => {
  const known = await knownReview(effects, actor, id);
  if (!known.ok) return known;
  const past = await stateAt(effects, known.value.state, at);
  if (!past.ok) return past;
  const say = sayIn(lang);
  const flow = toldFlow(known.value.state, past.value, known.value.me);
  return ok({
    ...flow,
    faults: flow.faults.map(faultSentence),
    picture: flowPicture(past.value, flow, say),
    table: flowTable(past.value, flow, say),
  } as unknown as RouteReply<"reviewFlow">);
};

/**
 * The flow as somebody may be told it: while people work blind, conflicts stand among what waits. Asked event by
 * event, their number would tell each reviewer what the other had said.
 */
function toldFlow(now: ReviewState, past: ReviewState, me: string | null): ReviewFlow {
  const flow = flowOf(past);
  const settles = me === "operator" || (me !== null && memberParts(now, me).includes("adjudicator"));
  const blind = (standingProtocol(now)?.protocol.stages ?? []).some((one) => one.used && one.blind);
  if (settles || !blind) return flow;
  const isOpen = ({ kind, id }: FlowPart) => kind === "open" && openTold.includes(id);
  const boxes = flow.boxes.map((box) => {
    const open = box.parts.filter(isOpen).reduce((sum, { count }) => sum + (count ?? 0), 0);
    const others = box.parts.filter((part) => !isOpen(part));
    // Whether appraisals differ is told to all once as many as needed are in.
    return open === 0 || !screeningStages.some((stage) => stage === box.id)
      ? box
      : { ...box, parts: [{ kind: "open" as const, id: "waiting", count: open }, ...others] };
  });
  return { ...flow, boxes };
}
/** States of a record that are one to those who may not know. */
const openTold: readonly string[] = ["waiting", "conflict", "possible"];

const csvCell = (cell: string | number | null): string => {
  const text = cell === null ? "" : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A picture is drawn only where the flow adds up; the table is given in any case, so that one can look. */
export const downloadReviewFlow: RouteUseCase<"downloadReviewFlow"> = async (effects, actor, input) => {
  const { id, at, lang, format } = input;
  const known = await knownReview(effects, actor, id);
  if (!known.ok) return known;
  const past = await stateAt(effects, known.value.state, at);
  if (!past.ok) return past;
  const flow = toldFlow(known.value.state, past.value, known.value.me);
  const picture = flowPicture(past.value, flow, sayIn(lang));
  if (format === "svg" && picture === null)
    return failAll(flow.faults.map((fault) => problem("reviews.flow-not-conserved", faultSentence(fault))));
  const text =
    format === "svg" && picture
      ? pictureSvg(picture, lang)
      : [["box", "part", "id", "records", "projects"], ...flowRows(flow)]
          .map((row) => `${row.map(csvCell).join(",")}\n`)
          .join("");
  return ok({
    fileName: `${id}-flow-${flow.event}.${format}`,
    mediaType: format === "svg" ? "image/svg+xml" : "text/csv; charset=utf-8",
    stream: (async function* () {
      yield new TextEncoder().encode(text);
    })(),
  });
};
