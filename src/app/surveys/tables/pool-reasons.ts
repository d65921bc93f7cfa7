// Whether studies ask the same of the same people. What differs is said of both, never smoothed over.

import { type Localised, type Problem, problem } from "#kernel";
import type { StudyVariable } from "#records";
import type { CheckedQuestion } from "./check-question.ts";
import type { StudyData } from "./shown-table.ts";

export type PoolMember = {
  readonly data: Pick<StudyData, "study" | "edition">;
  readonly checked: CheckedQuestion;
};

const plain = (text: Localised | null): string => (text?.en ?? "").trim().replace(/\s+/g, " ").toLowerCase();

/** Every difference between each study and the first one, in words. */
export function poolReasons(members: readonly PoolMember[]): readonly Problem[] {
  const [first, ...others] = members;
  if (first === undefined) return [];
  return others.flatMap((other) => differencesOf(first, other));
}

function differencesOf(a: PoolMember, b: PoolMember): readonly Problem[] {
  const found: Problem[] = [];
  const differ = (what: string, one: string, two: string) => {
    found.push(
      problem(
        "survey.pool-differs",
        `${what} differs: ${a.data.study.id} has ${one}, ${b.data.study.id} has ${two}.`,
      ),
    );
  };
  const compare = (what: string, of: (member: PoolMember) => string, shown = of) => {
    if (of(a) !== of(b)) differ(what, shown(a), shown(b));
  };
  compare("The kind of study", ({ data }) => data.study.kind);
  compare("What the sample reaches", ({ data }) => data.study.coverage.class);
  compare(
    "Whom the study is about",
    ({ data }) => plain(data.study.universe.text),
    ({ data }) => `“${data.study.universe.text.en}”`,
  );
  compare("The ages of the persons asked", ({ data }) => agesOf(data.study.universe.ages));
  compare("What a row is", ({ checked }) => checked.file.unit);
  for (const part of ["variable", "rows", "columns"] as const)
    variableDifferences(a.checked[part], b.checked[part], differ);
  variableDifferences(a.checked.subset?.variable ?? null, b.checked.subset?.variable ?? null, differ);
  return found;
}

const agesOf = (ages: { readonly from: number | null; readonly to: number | null } | null): string =>
  ages === null ? "all ages" : `${ages.from ?? 0} to ${ages.to ?? "the oldest"}`;

function variableDifferences(
  a: StudyVariable | null,
  b: StudyVariable | null,
  differ: (what: string, one: string, two: string) => void,
): void {
  if (a === null || b === null) {
    if (a !== b)
      differ("The table", a ? `"${a.name}"` : "no such variable", b ? `"${b.name}"` : "no such variable");
    return;
  }
  const quoted = (text: Localised | null) => (text === null ? "none" : `“${text.en}”`);
  const texts: readonly (readonly [string, (of: StudyVariable) => Localised | null])[] = [
    ["question", (of) => of.question],
    ["label", (of) => (of.question === null ? of.label : null)],
    ["universe", (of) => of.universe],
  ];
  for (const [what, of] of texts)
    if (plain(of(a)) !== plain(of(b))) differ(`The ${what} of "${a.name}"`, quoted(of(a)), quoted(of(b)));
  if (a.kind !== b.kind) differ(`The kind of "${a.name}"`, a.kind, b.kind);
  if (a.unit !== b.unit) differ(`The unit of "${a.name}"`, a.unit ?? "none", b.unit ?? "none");
  const listed = (of: StudyVariable) =>
    of.categories.map(
      ({ code, label, missing }) => `${code} ${plain(label)}${missing ? ` (${missing})` : ""}`,
    );
  const [one, two] = [listed(a), listed(b)];
  if (one.join("|") === two.join("|")) return;
  const only = (own: readonly string[], other: readonly string[]) => {
    const alone = own.filter((category) => !other.includes(category));
    return alone.length === 0 ? "the others" : alone.map((category) => `“${category}”`).join(", ");
  };
  const [mine, theirs] = [only(one, two), only(two, one)];
  // The same categories in another order are the same question.
  if (mine !== "the others" || theirs !== "the others") differ(`The categories of "${a.name}"`, mine, theirs);
}
