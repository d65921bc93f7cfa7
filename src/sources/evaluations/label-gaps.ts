// Whether the numbers of the recommendations run without gap: a gap may be one that was not found.

import { type Problem, problem } from "#kernel";
import type { Passage } from "./passage.ts";

/** At most one warning: numbers missing between the first and last of a report's recommendations, or twice there. */
export function labelGaps(passages: readonly Passage[]): readonly Problem[] {
  const numbers = passages.flatMap(({ kind, label }) =>
    kind === "recommendation" && label !== null && /^\d+$/.test(label) ? [Number(label)] : [],
  );
  if (numbers.length < 2) return [];
  const seen = new Set(numbers);
  const missing: number[] = [];
  for (let n = 1; n < Math.max(...numbers); n++) if (!seen.has(n)) missing.push(n);
  const twice = [...seen].filter((n) => numbers.indexOf(n) !== numbers.lastIndexOf(n));
  if (missing.length === 0 && twice.length === 0) return [];
  const parts = [
    missing.length > 0 ? `no. ${missing.join(", ")} not found` : null,
    twice.length > 0 ? `no. ${twice.join(", ")} more than once` : null,
  ].filter(Boolean);
  return [
    problem(
      "evaluations.labels-not-consecutive",
      `Numbers of the recommendations: ${parts.join("; ")}. One may have been missed, misread, or the report counts per section; compare with the report.`,
    ),
  ];
}
