import { failAll, ok, problem } from "#kernel";
import {
  faultSentence,
  reviewFlow as flowOf,
  flowPicture,
  flowRows,
  flowTable,
  pictureSvg,
  sayIn,
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
  const flow = flowOf(past.value);
  return ok({
    ...flow,
    faults: flow.faults.map(faultSentence),
    picture: flowPicture(past.value, flow, say),
    table: flowTable(past.value, flow, say),
  } as unknown as RouteReply<"reviewFlow">);
};

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
  const flow = flowOf(past.value);
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
