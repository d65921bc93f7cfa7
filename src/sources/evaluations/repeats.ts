// The same recommendation in the summary, in its chapter and in the response table is one recommendation.

import type { ReadDocument } from "#documents";
import { type Problem, problem } from "#kernel";
import type { PassageKind } from "#records";
import { folded } from "./folded.ts";
import type { EvaluationReading, Passage } from "./passage.ts";

const folding: ReadonlySet<PassageKind> = new Set([
  "recommendation",
  "conclusion",
  "lesson-learned",
  "good-practice",
]);
/** Fewer words say too little to be compared. */
const shortest = 8;
/** Share of three-word sequences of the shorter text that the longer one must have. */
const sameShare = 0.5;

type Compared = { readonly passage: Passage; readonly shingles: ReadonlySet<string>; readonly exact: string };

function compared(passage: Passage): Compared {
  // Line breaks and hyphens at line ends differ from place to place; words do not.
  const words = folded(passage.text.replace(/[-‐]\s*\n\s*/g, ""))
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const shingles = new Set<string>();
  if (words.length >= shortest)
    for (let i = 0; i + 2 < words.length; i++) shingles.add(words.slice(i, i + 3).join(" "));
  return { passage, shingles, exact: words.join(" ") };
}

function isSame(a: Compared, b: Compared): boolean {
  if (a.passage.kind !== b.passage.kind || a.shingles.size === 0 || b.shingles.size === 0) return false;
  const [few, many] = a.shingles.size <= b.shingles.size ? [a, b] : [b, a];
  let common = 0;
  for (const shingle of few.shingles) if (many.shingles.has(shingle)) common++;
  return common / few.shingles.size >= sameShare;
}

/**
 * Passages with repeats folded: of each group the fullest text stays and names the
 * other places in `alsoAt`. Differences of wording are reported, not decided.
 */
export function withoutRepeats(passages: readonly Passage[], document: ReadDocument): EvaluationReading {
  const warnings: Problem[] = [];
  const groupsWith = new Map<string, Set<Compared[]>>();
  const groupOf = new Map<Passage, Compared[]>();
  for (const passage of passages) {
    if (!folding.has(passage.kind)) continue;
    const entry = compared(passage);
    // Only groups that share a sequence of words can be the same: the index keeps long lists fast.
    const candidates = new Set(
      [...entry.shingles].flatMap((shingle) => [...(groupsWith.get(shingle) ?? [])]),
    );
    const group = [...candidates].find((members) => members.some((member) => isSame(member, entry))) ?? [];
    group.push(entry);
    for (const shingle of entry.shingles) {
      const known = groupsWith.get(shingle);
      if (known === undefined) groupsWith.set(shingle, new Set([group]));
      else known.add(group);
    }
    groupOf.set(passage, group);
  }
  const kept = passages.flatMap((passage): readonly Passage[] => {
    const group = groupOf.get(passage);
    if (group === undefined || group.length === 1) return [passage];
    const best = fullest(group);
    if (best.passage !== passage) return [];
    const others = group.filter((member) => member !== best);
    const name = `${passage.kind.replace("-", " ")}${passage.label === null ? "" : ` ${passage.label}`}`;
    const differs = others.some((other) => !best.exact.includes(other.exact));
    warnings.push(
      problem(
        differs ? "evaluations.repeat-wording-differs" : "evaluations.recommendation-repeated",
        `The ${name} stands in ${group.length} places of the report${document.pages === null ? "" : ` (pages ${group.map((member) => member.passage.page).join(", ")})`}${differs ? ", not everywhere in the same words" : ""}. It is counted once; the other places are kept with it.`,
        passage.page === null ? undefined : { page: passage.page },
      ),
    );
    return [{ ...passage, alsoAt: others.map(({ passage: { spans, page } }) => ({ spans, page })) }];
  });
  return { passages: kept, warnings };
}

/** The fullest; of equals the one in a numbered chapter, which a summary hardly ever is. */
const fullest = (group: readonly Compared[]): Compared =>
  group.reduce((best, other) => {
    const more = other.exact.length / best.exact.length;
    if (more > 1.02) return other;
    return more > 0.98 && isNumbered(other) && !isNumbered(best) ? other : best;
  });

const isNumbered = ({ passage }: Compared) => /^\d/.test(passage.heading ?? "");
