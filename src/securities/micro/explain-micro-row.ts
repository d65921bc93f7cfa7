import { type MissingReason, ok, type Result } from "#kernel";
import type { StudyVariable } from "#records";
import type { SurveyTable } from "#statistics";
import { hasMinimumShare } from "../comparison.ts";
import type { MicroIndexDefinition } from "./micro-definition.ts";
import { prepareItems } from "./prepare-items.ts";
import { scorePlan } from "./score-plan.ts";

export type MicroRowScore = {
  readonly id: string;
  readonly score: number | null;
  readonly available: number;
  readonly expected: number;
  /** Why there is none: the index is not of this row, too few items answered, or parts without a score. */
  readonly reason: "outside-universe" | "too-few-answers" | "part-without-score" | null;
  /** The parts that lack one. */
  readonly lacking: readonly string[];
  readonly items: readonly {
    readonly id: string;
    readonly score: number | null;
    readonly missing: MissingReason | null;
    readonly weight: number;
  }[];
};

/**
 * The scores of one row, item by item, and why there is none where there is none.
 *
 * @param row from 0
 * @returns scores in the order of the definition, or `securities.column-absent`
 * @source docs/methods/micro-indexes.md
 * @example
 * explainMicroRow(
 *   readMicroIndex(
 *     {
 *       ...{ id: "mini", version: "1", kind: "people", file: "persons", reconstruction: false },
 *       title: { en: "Mini", fr: "Mini", es: "Mini", pt: "Mini" },
 *       forms: [{ form: "income", items: [{ variable: "q1", group: "outcome", recode: { from: 5, to: 1 } }] }],
 *     },
 *     "mini.json",
 *   ).value,
 *   { rows: 4, columns: new Map([["q1", { kind: "number", values: Float64Array.of(1, 2, 4, 5) }]]) },
 *   2,
 * ).value[0].items
 * // => [{ id: "q1", score: 0.25, missing: null, weight: 1 }]
 */
export function explainMicroRow(
  definition: MicroIndexDefinition,
  table: SurveyTable,
  row: number,
  dictionary: readonly StudyVariable[] = [],
): Result<readonly MicroRowScore[]> {
  const prepared = prepareItems(definition, table, dictionary);
  if (!prepared.ok) return prepared;
  const { answers, inside } = prepared.value;
  if (inside?.[row] === 0)
    return ok(
      scorePlan(definition).map(({ id, expected }) => ({
        ...{ id, expected, score: null, available: 0, lacking: [], items: [] },
        reason: "outside-universe",
      })),
    );
  const found: MicroRowScore[] = [];
  for (const planned of scorePlan(definition)) {
    const { id, expected } = planned;
    if ("items" in planned) {
      const items = planned.items.map((item) => {
        const answer = answers.get(item.id)!.at(row);
        const missing = answer.score === null ? answer.missing : null;
        return { id: item.id, score: answer.score, missing, weight: item.weight };
      });
      const answered = items.filter(({ score }) => score !== null);
      const enough = hasMinimumShare(answered.length, expected, definition.minimumShare);
      const score = enough ? weightedMean(answered) : null;
      const reason = enough ? null : ("too-few-answers" as const);
      found.push({ id, score, available: answered.length, expected, reason, lacking: [], items });
      continue;
    }
    const parts = planned.parts.map(({ at, weight }) => ({ ...found[at]!, weight }));
    const lacking = parts.filter(({ score }) => score === null).map((part) => part.id);
    const isWhole = lacking.length === 0;
    found.push({
      ...{ id, expected, lacking, items: [] },
      score: isWhole ? weightedMean(parts) : null,
      available: parts.reduce((sum, { available }) => sum + available, 0),
      reason: isWhole ? null : "part-without-score",
    });
  }
  return ok(found);
}

const weightedMean = (parts: readonly { readonly score: number | null; readonly weight: number }[]): number =>
  parts.reduce((sum, { score, weight }) => sum + weight * score!, 0) /
  parts.reduce((sum, { weight }) => sum + weight, 0);
