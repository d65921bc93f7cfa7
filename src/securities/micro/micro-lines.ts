// A definition as lines that people read: which answer, how it is recoded, what it weighs, how that is known.

import type { Localised } from "#kernel";
import type { StudyVariable } from "#records";
import type { MicroExpression, MicroIndexDefinition, MicroRecode } from "./micro-definition.ts";
import { variablesByName } from "./prepare-items.ts";
import { scorePlan } from "./score-plan.ts";

export type MicroLine = {
  /** Id of the score the item stands in. */
  readonly part: string;
  readonly item: string;
  readonly label: Localised;
  /** The column, or the arithmetic over columns: `trained / staff`. */
  readonly variable: string;
  /** In signs that need no language: `1 → 1, 2 → 0.5`, `1…5 → 0…1`. */
  readonly recode: string;
  readonly weight: number;
  readonly evidence: string | null;
};

/**
 * The items of a definition, one a line, in the order of their scores.
 *
 * @param dictionary variables of the study, whose labels stand where an item has none of its own
 * @example
 * microLines(
 *   readMicroIndex(
 *     {
 *       ...{ id: "mini", version: "1", kind: "people", file: "persons", reconstruction: false },
 *       title: { en: "Mini", fr: "Mini", es: "Mini", pt: "Mini" },
 *       forms: [{ form: "income", items: [{ variable: "q1", group: "outcome", recode: { from: 5, to: 1 } }] }],
 *     },
 *     "mini.json",
 *   ).value,
 * ).map(({ part, variable, recode }) => [part, variable, recode])
 * // => [["income.outcome", "q1", "5 … 1 → 0 … 1"]]
 */
export function microLines(
  definition: MicroIndexDefinition,
  dictionary: readonly StudyVariable[] = [],
): readonly MicroLine[] {
  const variables = variablesByName(definition, dictionary);
  return scorePlan(definition).flatMap((score) =>
    "items" in score
      ? score.items.map((item) => {
          const variable = written(item.answer);
          const known = item.answer.op === "variable" ? variables.get(item.answer.name) : undefined;
          return {
            ...{ part: score.id, item: item.id, variable, weight: item.weight, evidence: item.evidence },
            label: item.label ?? known?.label ?? { en: item.id },
            recode: recodeInSigns(item.recode),
          };
        })
      : [],
  );
}

/** An answer as arithmetic. */
function written(answer: MicroExpression): string {
  switch (answer.op) {
    case "variable":
      return answer.name;
    case "share":
      return `${inBrackets(answer.part)} / ${inBrackets(answer.of)}`;
    case "sum":
      return answer.of.map(written).join(" + ");
    case "one-minus":
      return `1 − ${inBrackets(answer.of)}`;
    case "difference-to-one":
      return `|1 − ${inBrackets(answer.of)}|`;
  }
}

const inBrackets = (answer: MicroExpression): string =>
  answer.op === "variable" || answer.op === "difference-to-one" ? written(answer) : `(${written(answer)})`;

function recodeInSigns(recode: MicroRecode): string {
  switch (recode.method) {
    case "codes":
      return Object.entries(recode.codes)
        .map(([code, value]) => `${code} → ${value}`)
        .join(", ");
    case "is":
      return `${recode.codes.join(", ")} → 1; … → 0`;
    case "linear":
      return `${recode.from} … ${recode.to} → 0 … 1`;
  }
}
