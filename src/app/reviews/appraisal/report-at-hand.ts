import { ok, type Result } from "#kernel";
import type { Actor } from "#records";
import { countedFor, memberParts, type RecordState, type ReviewState } from "#reviews";
import type { Effects } from "../../effects.ts";
import { readableSources } from "../../readable.ts";
import type { KnownReview } from "../known-review.ts";
import { heldOf, type Readable, recordOf, type ShownReport, shownReport } from "./shown-report.ts";

type Held = Awaited<ReturnType<typeof heldOf>>;

/** A record as it counts, of several that are one, with the text it is read in and what somebody may read. */
export async function reportAtHand(
  effects: Effects,
  actor: Actor,
  { state }: KnownReview,
  input: { readonly id: string; readonly record: string },
): Promise<Result<{ readonly one: RecordState; readonly held: Held; readonly readable: Readable }>> {
  const { catalogue } = effects.store;
  const one = recordOf(state, input.id, countedFor(state, input.record));
  if (!one.ok) return one;
  const readable = await readableSources(catalogue, actor);
  const held = await heldOf(catalogue, readable, state, one.value.record.id);
  return ok({ one: one.value, held, readable });
}

/** What an answer says of the text a report is read in; one that may not be read is not named. */
export const shownText = ({ document, text, textVersion }: Held) => ({
  document: text === "held" ? document : null,
  textVersion,
});

/** The reports of a stage in their order, each with whether its text is held. */
export async function shownReports(
  effects: Effects,
  actor: Actor,
  state: ReviewState,
  records: readonly RecordState[],
): Promise<readonly { readonly one: RecordState; readonly report: ShownReport }[]> {
  const { catalogue } = effects.store;
  const readable = await readableSources(catalogue, actor);
  const shown: { one: RecordState; report: ShownReport }[] = [];
  for (const one of records) {
    const { text } = await heldOf(catalogue, readable, state, one.record.id);
    shown.push({ one, report: shownReport(one, text) });
  }
  return shown;
}

/** What somebody may do in appraisal and extraction by their part in the review. */
export function partsIn({ state, me }: KnownReview) {
  const parts = me === null ? [] : memberParts(state, me);
  return {
    isReviewer: parts.includes("reviewer"),
    mayReconcile: parts.includes("adjudicator"),
    mayDefine: parts.includes("owner"),
  };
}

type Named = { readonly id: string; readonly version: string };

/** Definitions taken into a review, then those that come with Socle, each with whether it is used and stands. */
export function definitionsOf<D extends Named>(
  taken: readonly D[],
  ready: readonly D[],
  used: ReadonlySet<string>,
  planned: Named | null,
) {
  const nameOf = ({ id, version }: Named) => `${id} ${version}`;
  const names = new Set(taken.map(nameOf));
  const shown = (state: "ready" | "taken") => (definition: D) => ({
    definition,
    state,
    used: used.has(nameOf(definition)),
    stands: planned !== null && nameOf(planned) === nameOf(definition),
  });
  return [
    ...taken.map(shown("taken")),
    ...ready.filter((one) => !names.has(nameOf(one))).map(shown("ready")),
  ];
}
