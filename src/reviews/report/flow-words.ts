// The flow in words: what each box says, and the same as a table.

import type { ReportTable } from "#records";
import type { ReviewState } from "../state.ts";
import type { FlowBox, FlowBoxId, FlowFault, FlowPart, ReviewFlow } from "./flow.ts";
import type { ReportWord, SayInReport } from "./words/report-words.ts";

/** A part of a box in words, without its number. */
function nameOf(state: ReviewState, { kind, id }: FlowPart, say: SayInReport): string {
  if (kind === "open" || kind === "origin" || id === "not-stated") return say(`${kind}.${id}` as ReportWord);
  if (kind === "source") return state.records.searches.get(id)?.search.name ?? id;
  if (kind === "reason") return id;
  // The criterion as any version had it: a decision may stand under an earlier one.
  for (const { protocol } of state.protocol.versions.toReversed()) {
    const found = protocol.criteria.find((one) => one.id === id);
    if (found) return `${id} ${found.text}`;
  }
  return id;
}

export type WordedBox = {
  readonly id: FlowBoxId;
  readonly title: string;
  readonly count: string;
  readonly details: readonly string[];
};

export const wordedBox = (state: ReviewState, box: FlowBox, say: SayInReport): WordedBox => ({
  id: box.id,
  title: say(`box.${box.id}`),
  count: say.number(box.count),
  details: [
    ...(box.count === 0 || (box.projects === null && box.id !== "included")
      ? []
      : [say("flow.projects", { n: say.number(box.projects) })]),
    ...box.parts.map((part) => `${nameOf(state, part, say)} (n\u00a0=\u00a0${say.number(part.count)})`),
  ],
});

export function flowTable(state: ReviewState, flow: ReviewFlow, say: SayInReport): ReportTable {
  return {
    caption: say("flow.title"),
    columns: [say("flow.step"), say("flow.count"), say("flow.detail")],
    rows: flow.boxes.map((box) => {
      const { title, count, details } = wordedBox(state, box, say);
      return [[{ text: title }], [{ text: count }], [{ text: details.join("; ") }]];
    }),
    figures: [1],
  };
}

/** Each box with its parts, one line each, for tables and programs: identifiers, not words. */
export const flowRows = (flow: ReviewFlow): readonly (readonly (string | number | null)[])[] =>
  flow.boxes.flatMap(({ id, count, projects, parts }) => [
    [id, "total", null, count, projects],
    ...parts.map((part) => [id, part.kind, part.id, part.count, null]),
  ]);

/** Why a flow cannot be drawn, one sentence a box. */
export const faultSentence = ({ box, incoming, outgoing, open }: FlowFault): string =>
  `The flow cannot be drawn: into the box "${box}" come ${incoming} records, ${outgoing} leave it and ${open} are still open in it. Each record that comes in must leave or be open; look at the decisions at this step.`;

/** What the whole says in a sentence, for those who do not see it. */
export function flowDescription(flow: ReviewFlow, say: SayInReport): string {
  const found = flow.boxes
    .filter(({ id }) => id === "previous" || id === "registers" || id === "other-methods")
    .reduce((sum, { count }) => sum + count, 0);
  const included = flow.boxes.find(({ id }) => id === "included")?.count ?? 0;
  return say("flow.description", { found, included, event: flow.event });
}
