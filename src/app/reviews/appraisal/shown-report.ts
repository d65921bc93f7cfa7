// A report as the pages of appraisal and extraction show it, with the text it is read in, and what of the
// quotes from it somebody may read.

import { fail, ok, problem, type Result, type Sha256 } from "#kernel";
import type { Anchor, SourceFile } from "#records";
import type { RecordState, ReviewState } from "#reviews";
import type { Catalogue } from "#store";
import type { RouteReply } from "../../use-case.ts";
import { heldReport } from "../coding/held-text.ts";

export type Readable = ReadonlyMap<Sha256, SourceFile>;
export type ShownReport = RouteReply<"appraisedRecord">["report"];
export type HeldReport = { readonly document: Sha256 | null; readonly textVersion: number | null };

export const unknownRecord = (state: ReviewState, id: string, record: string) =>
  fail(
    problem(
      "reviews.record-unknown",
      `There is no record ${record} in the review ${id}; it has R1 to R${state.records.byId.size}.`,
      { field: "record" },
    ),
  );

/** One record of a review, or why there is none. */
export function recordOf(state: ReviewState, id: string, record: string): Result<RecordState> {
  const one = state.records.byId.get(record);
  return one ? ok(one) : unknownRecord(state, id, record);
}

/** The text a report is read in, as it stands; whether there is one, and whether it may be read. */
export async function heldOf(
  catalogue: Catalogue,
  readable: Readable,
  state: ReviewState,
  record: string,
): Promise<HeldReport & { readonly text: ShownReport["text"] }> {
  const { document, withheld } = await heldReport(catalogue, readable, state, record);
  const textVersion = document === null ? null : await catalogue.corrections.textVersion(document);
  return {
    document,
    textVersion,
    text: document !== null && textVersion !== null ? "held" : withheld ? "withheld" : "none",
  };
}

export const shownReport = ({ record }: RecordState, text: ShownReport["text"]): ShownReport => ({
  record: record.id,
  title: record.title,
  year: record.year,
  language: record.language,
  text,
});

type ShownAnchor = NonNullable<
  RouteReply<"appraisedRecord">["appraisals"][number]["answers"][number]["quote"]
>;

export const shownAnchor = (anchor: Anchor): ShownAnchor => ({
  ...anchor,
  spans: anchor.spans.map(([from, to]): [number, number] => [from, to]),
});

/** Whether somebody may read what an anchor quotes. A passage typed by hand is the reviewer's own word. */
export const mayReadAnchor = (readable: Readable, anchor: Anchor | null): boolean =>
  anchor === null || readable.has(anchor.source);
