// What a lesson is about, by its wording: branches, groups of people, and whether what made the difference lay
// in the project's own hands. Proposals with their reason; a person decides.

import { type Branch, branches, type Judged, type LessonFactor } from "#records";
import { branchNames, branchTerms } from "./facts/topics.data.ts";
import { folded } from "./folded.ts";
import { externalTerms, internalTerms, populationTerms } from "./lesson-topics.data.ts";

const words = (terms: string) => new RegExp(`(?<![\\p{L}-])(?:${terms})(?![\\p{L}])`, "gu");
/** Words of a risk that speak of its branch in a lesson about social protection, where the table of terms wants a scheme. */
const riskTerms: Readonly<Partial<Record<Branch, string>>> = {
  maternity: "maternity|maternite|maternidad|maternidade",
  unemployment: "unemployment protection|protection contre le chomage",
  medical: "health (?:insurance|protection|coverage)|assurance[- ]maladie|seguro de salud|seguro saude",
};
const branchPatterns = branches.map(
  (branch) => [branch, words([branchTerms[branch], riskTerms[branch]].filter(Boolean).join("|"))] as const,
);
const populationPatterns = Object.entries(populationTerms).map(
  ([code, terms]) => [code, words(terms)] as const,
);
const inside = words(internalTerms);
const outside = words(externalTerms);

/** Words found, each once, in the order of the text. */
const foundIn = (text: string, pattern: RegExp): readonly string[] => [
  ...new Set([...text.matchAll(pattern)].map(([word]) => word)),
];
const quoted = (found: readonly string[], most: number) =>
  found
    .slice(0, most)
    .map((word) => `“${word}”`)
    .join(", ");

/** One word may be said in passing; said again, or in several words, it is what the lesson is about. */
const sureness = (mentions: number) => Math.min(0.9, 0.55 + 0.1 * mentions);

function about<T extends string>(
  text: string,
  patterns: readonly (readonly [T, RegExp])[],
  named: (value: T) => string,
): readonly Judged<T>[] {
  return patterns.flatMap(([value, pattern]) => {
    const mentions = [...text.matchAll(pattern)].length;
    if (mentions === 0) return [];
    return [
      {
        value,
        confidence: Math.round(sureness(mentions) * 100) / 100,
        reason: `It speaks of ${named(value)}: ${quoted(foundIn(text, pattern), 3)}.`,
      },
    ];
  });
}

/** Groups a lesson may name at most as a proposal: one that names all is about none. */
const mostGroups = 5;

/** A report's title speaks for all its lessons, less surely than a lesson for itself. */
const titleConfidence = 0.5;
const fromTitle = <T>(found: readonly Judged<T>[]): readonly Judged<T>[] =>
  found.map(({ value, reason }) => ({
    value,
    confidence: titleConfidence,
    reason: `The lesson names none; its report does in the title. ${reason ?? ""}`.trim(),
  }));

/**
 * What a lesson is about, proposed from its own words in English, French, Spanish or Portuguese.
 *
 * @param text the lesson with the fields of its template, as far as they are read
 * @param title of its report or evaluation: asked where the lesson itself names no branch, or no group
 * @returns branches and groups with the words that speak for them; the factor is null where the words for
 *   either side are equally many, or none
 * @limits Words are counted, not understood: “not about pensions” speaks of pensions. Of the groups only the
 *   five named most often are proposed.
 * @example
 * lessonTopics("Maternity benefits must be designed with the trade unions.").branches.map(({ value }) => value) // => ["maternity"]
 */
export function lessonTopics(
  text: string,
  title = "",
): {
  readonly branches: readonly Judged<Branch>[];
  readonly populations: readonly Judged<string>[];
  readonly factor: Judged<LessonFactor> | null;
} {
  const bare = folded(text);
  const ofText = topicsIn(bare);
  const ofTitle = topicsIn(folded(title));
  return {
    branches: ofText.branches.length > 0 ? ofText.branches : fromTitle(ofTitle.branches),
    populations: ofText.populations.length > 0 ? ofText.populations : fromTitle(ofTitle.populations),
    factor: factorOf(bare),
  };
}

function topicsIn(bare: string) {
  const groups = about(bare, populationPatterns, (code) => code.replaceAll("-", " "));
  return {
    branches: about(bare, branchPatterns, (branch) => branchNames[branch]),
    populations: groups
      .toSorted((a, b) => (b.confidence ?? 0) - (a.confidence ?? 0))
      .slice(0, mostGroups)
      .sort((a, b) => groups.indexOf(a) - groups.indexOf(b)),
  };
}

function factorOf(bare: string): Judged<LessonFactor> | null {
  const [own, around] = [foundIn(bare, inside), foundIn(bare, outside)];
  if (own.length === around.length) return null;
  const value = own.length > around.length ? "internal" : "external";
  const [more, less] = value === "internal" ? [own, around] : [around, own];
  const share = more.length / (more.length + less.length);
  return {
    value,
    confidence: Math.round((0.5 + 0.4 * (share - 0.5) * 2 * Math.min(1, more.length / 3)) * 100) / 100,
    reason: `It speaks of ${quoted(more, 4)}${less.length > 0 ? `, and less of ${quoted(less, 2)}` : ""}.`,
  };
}
