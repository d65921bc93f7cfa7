// The scores that a definition gives, as a list in which each stands after what it is made of.

import { type Localised, languages } from "#kernel";
import { formOfSecurity, indicatorRoleName } from "../forms-of-security.ts";
import type { FormId, IndicatorRole } from "../security-terms.ts";
import type { MicroIndexDefinition, MicroItem } from "./micro-definition.ts";

export const microScoreLevels = ["group", "form", "part", "step", "combined"] as const;

/** What a score is of. */
export type MicroScoreHead = {
  /** `income`, `income.outcome`, `combined`; of steps the id of the step, `skills.own` for it alone. */
  readonly id: string;
  readonly label: Localised;
  /** A group of a form, a form, one part by itself, a step with those before it, all together. */
  readonly level: (typeof microScoreLevels)[number];
  readonly form: FormId | null;
  readonly role: IndicatorRole | null;
  /** Items it rests on. */
  readonly expected: number;
};

/** A score of items, or of scores before it in the list. */
export type PlannedScore = MicroScoreHead &
  (
    | { readonly items: readonly MicroItem[] }
    | { readonly parts: readonly { readonly at: number; readonly weight: number }[] }
  );

const texts = {
  // Words around the label of a step.
  own: { en: "# by itself", fr: "# seule", es: "# por sí sola", pt: "# por si só" },
  upTo: {
    en: "# and the steps before it",
    fr: "# et les étapes précédentes",
    es: "# y los pasos anteriores",
    pt: "# e os passos anteriores",
  },
} as const;

const each = (make: (language: (typeof languages)[number]) => string): Localised =>
  Object.fromEntries(languages.map((language) => [language, make(language)])) as Localised;

const worded = (words: Readonly<Record<string, string>>, label: Localised): Localised =>
  each((language) => words[language]!.replace("#", label[language] ?? label.en));

/**
 * Scores in the order in which they are computed and shown.
 *
 * @example
 * scorePlan(
 *   readMicroIndex(
 *     {
 *       ...{ id: "mini", version: "1", kind: "people", file: "persons", reconstruction: false },
 *       title: { en: "Mini", fr: "Mini", es: "Mini", pt: "Mini" },
 *       forms: [{ form: "income", items: [{ variable: "q1", group: "outcome", recode: { from: 5, to: 1 } }] }],
 *     },
 *     "mini.json",
 *   ).value,
 * ).map(({ id, level, expected }) => [id, level, expected])
 * // => [["income.outcome", "group", 1], ["income", "form", 1]]
 */
export function scorePlan({ structure, title, form }: MicroIndexDefinition): readonly PlannedScore[] {
  const plan: PlannedScore[] = [];
  const expectedOf = (parts: readonly { readonly at: number }[]) =>
    parts.reduce((sum, { at }) => sum + plan[at]!.expected, 0);
  const add = (score: PlannedScore): number => plan.push(score) - 1;
  if (structure.of === "forms") {
    const forms = structure.forms.map((one) => {
      const name = one.label ?? formOfSecurity(one.form).name;
      const parts = one.groups.map(({ role, weight, items }) => ({
        weight,
        at: add({
          id: `${one.form}.${role}`,
          label: each(
            (language) =>
              `${name[language] ?? name.en}: ${(indicatorRoleName(role)[language] ?? role).toLowerCase()}`,
          ),
          ...{ level: "group", form: one.form, role, expected: items.length, items },
        }),
      }));
      const head = { id: one.form, label: name, level: "form", form: one.form, role: null } as const;
      return { weight: one.weight, at: add({ ...head, expected: expectedOf(parts), parts }) };
    });
    if (structure.combined)
      add({
        ...{ id: "combined", label: title, level: "combined", form: null, role: null },
        ...{ expected: expectedOf(forms), parts: forms },
      });
    return plan;
  }
  const { steps, cumulative } = structure;
  const own = steps.map(({ id, label, weight, items }) => ({
    weight,
    at: add({
      id: cumulative ? `${id}.own` : id,
      label: cumulative ? worded(texts.own, label) : label,
      ...{ level: "part", form, role: null, expected: items.length, items },
    }),
  }));
  if (cumulative)
    for (const [k, { id, label }] of steps.entries()) {
      const parts = own.slice(0, k + 1);
      add({
        id,
        label: k === 0 ? label : worded(texts.upTo, label),
        ...{ level: "step", form, role: null, expected: expectedOf(parts), parts },
      });
    }
  else
    add({
      ...{ id: "combined", label: title, level: "combined", form, role: null },
      ...{ expected: expectedOf(own), parts: own },
    });
  return plan;
}
