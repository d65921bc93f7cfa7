// What each act makes of the passages it is done to. Pure: versions in, versions out, or why it cannot be.

import { type CodePoints, fail, ok, problem, type Result, type Span } from "#kernel";
import { type DecidedPassage, type DocumentReading, lengthOf, type PassageKind, passageId } from "#records";

/** An act as a person asks for it, without the passages it concerns. */
export type Act =
  | { readonly act: "accept" }
  | { readonly act: "change-kind"; readonly kind: PassageKind }
  | { readonly act: "change-span"; readonly spans: readonly Span[] }
  | { readonly act: "split"; readonly at: number }
  | { readonly act: "join" }
  | { readonly act: "reject" }
  | {
      readonly act: "add";
      readonly spans: readonly Span[];
      readonly kind: PassageKind;
      readonly label: string | null;
    };

/** What stands in the place of the passages; versions are counted by the caller. */
export type Made = Omit<DecidedPassage, "version">;

type Surroundings = {
  readonly reading: DocumentReading;
  readonly points: CodePoints;
  readonly textVersion: number;
  readonly by: string;
  readonly at: string;
};

const impossible = (message: string) => fail(problem("reading.act-impossible", message));

export function madeBy(
  asked: Act,
  passages: readonly DecidedPassage[],
  around: Surroundings,
): Result<readonly Made[]> {
  const { textVersion, by, at } = around;
  const decided = { decidedBy: by, decidedAt: at, textVersion } as const;
  const [first] = passages;
  switch (asked.act) {
    case "accept":
      return ok(
        passages.map((one) => ({ ...one, ...decided, decision: "accepted", textVersion: one.textVersion })),
      );
    case "reject":
      return ok(
        passages.map((one) => ({ ...one, ...decided, decision: "rejected", textVersion: one.textVersion })),
      );
    case "change-kind":
      return ok(
        passages.map((one) => ({
          ...one,
          ...decided,
          textVersion: one.textVersion,
          decision: "corrected",
          kind: asked.kind,
          confidence: 1,
          reason:
            one.decision === "machine"
              ? `A person chose this kind; the reading had proposed ${one.kind} (${one.confidence}): ${one.reason}`.slice(
                  0,
                  1000,
                )
              : "A person chose this kind.",
        })),
      );
    case "change-span": {
      const placed = placedAt(around, asked.spans);
      if (!placed.ok) return placed;
      return ok([
        {
          ...first!,
          ...decided,
          ...placed.value,
          decision: "corrected",
          confidence: 1,
          reason: "A person marked where it begins and ends.",
        },
      ]);
    }
    case "split": {
      const parts = [
        first!.spans.flatMap(([from, to]): Span[] =>
          from < asked.at ? [[from, Math.min(to, asked.at)]] : [],
        ),
        first!.spans.flatMap(([from, to]): Span[] => (to > asked.at ? [[Math.max(from, asked.at), to]] : [])),
      ];
      const made: Made[] = [];
      for (const [i, spans] of parts.entries()) {
        const placed = spans.length === 0 ? impossible("") : placedAt(around, spans);
        if (!placed.ok)
          return impossible(
            `The passage cannot be split at ${asked.at}: one of the two parts would hold no words. Put the caret between two words of the passage.`,
          );
        made.push({
          ...first!,
          ...decided,
          ...placed.value,
          ...(i === 0 ? {} : { label: null, printedLabel: null }),
          decision: "corrected",
          confidence: 1,
          reason: "A person split a passage here.",
        });
      }
      return ok(made);
    }
    case "join": {
      if (passages.length < 2) return impossible("Joining needs two passages or more.");
      const ordered = passages.toSorted((a, b) => (a.spans[0]?.[0] ?? 0) - (b.spans[0]?.[0] ?? 0));
      const placed = placedAt(around, united(ordered.flatMap(({ spans }) => spans)));
      if (!placed.ok) return placed;
      return ok([
        {
          ...ordered[0]!,
          ...decided,
          ...placed.value,
          decision: "corrected",
          confidence: 1,
          reason: "A person joined passages.",
        },
      ]);
    }
    case "add": {
      const placed = placedAt(around, asked.spans);
      if (!placed.ok) return placed;
      const { reading } = around;
      return ok([
        {
          ...placed.value,
          ...decided,
          source: reading.source,
          kind: asked.kind,
          label: asked.label,
          printedLabel: null,
          paragraph: null,
          heading: headingAbove(reading, placed.value.spans),
          language: reading.language,
          decision: "added",
          confidence: 1,
          reason: "A person marked it.",
        },
      ]);
    }
  }
}

/** The passage at these spans: trimmed of white space, in order, inside the text. */
function placedAt(
  { points, reading }: Surroundings,
  given: readonly Span[],
): Result<Pick<Made, "id" | "spans" | "text" | "page">> {
  const outside = given.find(([from, to]) => from < 0 || to > points.length || from >= to);
  if (outside)
    return impossible(
      `The place ${outside[0]} to ${outside[1]} is not in the text, which has ${points.length} letters. Mark the words again.`,
    );
  const spans = united(given).flatMap(([from, to]): Span[] => {
    const words = points.slice(from, to);
    const start = from + [...words].length - [...words.trimStart()].length;
    const end = start + [...words.trim()].length;
    return start < end ? [[start, end]] : [];
  });
  if (lengthOf(spans) === 0) return impossible("The place holds no words. Mark some.");
  const start = spans[0]![0];
  const block = reading.blocks.find((one) => one.spans.some(([from, to]) => from <= start && start < to));
  return ok({
    id: passageId(reading.source, spans),
    spans,
    text: spans.map(([from, to]) => points.slice(from, to)).join(" "),
    page: block?.page ?? null,
  });
}

/** Spans in order, those that overlap or touch made one. */
function united(spans: readonly Span[]): readonly Span[] {
  const found: [number, number][] = [];
  for (const [from, to] of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = found.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else found.push([from, to]);
  }
  return found;
}

function headingAbove({ blocks }: DocumentReading, spans: readonly Span[]): string | null {
  const start = spans[0]?.[0] ?? 0;
  return (
    blocks.findLast(
      (one) => one.kind === "heading" && (one.spans[0]?.[0] ?? Number.POSITIVE_INFINITY) <= start,
    )?.text ?? null
  );
}
