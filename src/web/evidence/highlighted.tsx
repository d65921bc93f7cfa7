import { codePointsOf, type Span } from "#kernel";

/** A stretch of text, and whether it is marked. */
export type Stretch = { readonly text: string; readonly marked: boolean };

/**
 * Cuts a text at the marked ranges and, where it is long, to a window around the first of them, on word
 * boundaries.
 *
 * @param highlights code-point ranges, end exclusive, in order
 * @param most characters to show at most, about
 */
export function stretchesOf(text: string, highlights: readonly Span[], most = 600): readonly Stretch[] {
  const points = codePointsOf(text);
  const ranges = highlights.map(([from, to]) => [points.toUtf16(from), points.toUtf16(to)] as const);
  let start = 0;
  let end = text.length;
  if (text.length > most) {
    start = Math.max(0, (ranges[0]?.[0] ?? 0) - Math.floor(most / 4));
    if (start > 0) start = text.indexOf(" ", start) + 1;
    end = Math.min(text.length, start + most);
    if (end < text.length) end = Math.max(text.lastIndexOf(" ", end), ranges[0]?.[1] ?? 0);
  }
  const stretches: Stretch[] = [];
  const push = (from: number, to: number, marked: boolean) => {
    if (to > from) stretches.push({ text: text.slice(from, to), marked });
  };
  let at = start;
  for (const [from, to] of ranges) {
    if (to <= at || from >= end) continue;
    push(at, Math.max(at, from), false);
    push(Math.max(at, from), Math.min(to, end), true);
    at = Math.min(to, end);
  }
  push(at, end, false);
  const first = stretches[0];
  const last = stretches.at(-1);
  return [
    ...(start > 0 && first ? [{ text: "… ", marked: false }] : []),
    ...stretches,
    ...(end < text.length && last ? [{ text: " …", marked: false }] : []),
  ];
}

export function Highlighted({
  text,
  highlights,
}: {
  readonly text: string;
  readonly highlights: readonly Span[];
}) {
  return (
    <>
      {stretchesOf(text, highlights).map((stretch, i) =>
        stretch.marked ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, never reordered
          <mark key={i}>{stretch.text}</mark>
        ) : (
          stretch.text
        ),
      )}
    </>
  );
}
