// What is wrong with a definition, and with answers to it.

import { type Problem, problem } from "#kernel";
import type { AppraisalContent, Instrument } from "#records";

const nothing = "Nothing was recorded.";

/** Identifiers that occur more than once. */
export const repeated = (ids: readonly string[]): readonly string[] => [
  ...new Set(ids.filter((id, at) => ids.indexOf(id) !== at)),
];

/** A problem for each identifier that occurs twice in a definition. */
export const twice = (what: string, ids: readonly string[], field: string): readonly Problem[] =>
  repeated(ids).map((id) =>
    problem(
      "reviews.identifier-twice",
      `Two ${what} are called "${id}"; answers could not be told apart. Give each an identifier of its own. ${nothing}`,
      { field },
    ),
  );

export function instrumentProblems(instrument: Instrument): readonly Problem[] {
  const invalid = (message: string, field: string) =>
    problem("reviews.definition-invalid", `${message} ${nothing}`, { field });
  const { scale, sections, grades, rule } = instrument;
  const values = scale.flatMap(({ value }) => (value === null ? [] : [value]));
  const highest = Math.max(...values);
  return [
    ...twice(
      "answers of the scale",
      scale.map(({ id }) => id),
      "scale",
    ),
    ...twice(
      "sections",
      sections.map(({ id }) => id),
      "sections",
    ),
    ...twice(
      "items",
      sections.flatMap(({ items }) => items.map(({ id }) => id)),
      "sections",
    ),
    ...twice(
      "overall ratings",
      grades.map(({ id }) => id),
      "grades",
    ),
    ...(values.length < 2
      ? [invalid("The scale has fewer than two answers with a value, so nothing can be told apart.", "scale")]
      : []),
    ...(sections.some(({ weight, items }) => weight > 0 && items.some((item) => item.weight > 0))
      ? []
      : [invalid("No section with a weight has an item with a weight, so nothing is rated.", "sections")]),
    ...(rule.kind === "all-of" && (rule.atLeast === null || rule.atLeast > highest)
      ? [
          invalid(
            `The rule asks that every section reaches a value; it names ${rule.atLeast === null ? "none" : `${rule.atLeast}, and the highest answer is worth ${highest}`}. State one that can be reached.`,
            "rule.atLeast",
          ),
        ]
      : []),
    ...(new Set(grades.map(({ from }) => from)).size < grades.length
      ? [invalid("Two overall ratings begin at the same value.", "grades")]
      : []),
  ];
}

/**
 * Everything wrong with answers: items and ratings the instrument does not have, items answered twice, a
 * judgement that is none of its ratings; and for a submission, items left open and passages that are missing.
 */
export function answerProblems(
  instrument: Instrument,
  { answers, judgement }: Pick<AppraisalContent, "answers" | "judgement">,
  isComplete: boolean,
): readonly Problem[] {
  const items = new Map(
    instrument.sections.flatMap((section) => section.items.map((item) => [item.id, item] as const)),
  );
  const scale = new Map(instrument.scale.map((step) => [step.id, step]));
  const refused = (message: string, item: string) =>
    problem("reviews.answer-unfit", `${message} ${nothing}`, { field: item });
  const found: Problem[] = twice(
    "answers",
    answers.map(({ item }) => item),
    "answers",
  ).slice();
  for (const { item, rating, quote, typed, justification } of answers) {
    const asked = items.get(item);
    const step = scale.get(rating);
    if (!asked) found.push(refused(`The instrument ${instrument.id} has no item ${item}.`, item));
    else if (!step)
      found.push(
        refused(
          `"${rating}" is no answer to ${item}. The answers are ${[...scale.keys()].join(", ")}.`,
          item,
        ),
      );
    else if (isComplete && asked.quote === "required" && step.value !== null && !quote && !typed)
      found.push(
        problem(
          "reviews.passage-missing",
          `${item} asks for the passage the rating rests on, and none is named. Mark it in the report, or type it with its page where the report is not held. ${nothing}`,
          { field: item },
        ),
      );
    else if (isComplete && step.value === null && justification.trim() === "")
      found.push(
        refused(`${item} is answered "${rating}", which values nothing; say in the justification why.`, item),
      );
  }
  if (isComplete) {
    const answered = new Set(answers.map(({ item }) => item));
    const open = [...items.keys()].filter((item) => !answered.has(item));
    if (open.length > 0)
      found.push(
        problem(
          "reviews.answers-open",
          `${open.length} of ${items.size} items have no answer: ${open.join(", ")}. An appraisal is submitted whole. ${nothing}`,
          { field: open[0] ?? "answers" },
        ),
      );
  }
  if (judgement && !instrument.grades.some(({ id }) => id === judgement.grade))
    found.push(
      refused(
        `"${judgement.grade}" is no overall rating of ${instrument.id}. It has ${instrument.grades.map(({ id }) => id).join(", ")}.`,
        "judgement",
      ),
    );
  return found;
}
