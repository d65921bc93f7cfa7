// The budgets of the project and of the evaluation: of the sheet, else of a sentence that says so.

import type { Found } from "./candidates.ts";
import type { StatedMoney } from "./evaluation-facts.ts";
import { type Evidence, rowConfidence, rowReason, rowsOf } from "./evidence.ts";
import { moneyIn, moneyReadings } from "./money.ts";
import { cut } from "./stretch.ts";

const evaluationBudget =
  /\b(?:evaluation|review) (?:\S+ ){0,2}?(?:budget|cost)\b|\b(?:budget|cost|cout|presupuesto|costo|orcamento|custo) (?:total )?(?:of|for|de|da|para|pour) (?:the |this |la |l')?(?:evaluation|l'evaluation|evaluacion|avaliacao)\b/;
const projectBudget =
  /\b(?:total|overall|project|programme|initial|global) (?:\S+ ){0,2}?(?:budget|funding|resources|cost|value|contribution|envelope)\b|\bbudget(?: total)? (?:of|for|du|de)\b|\b(?:with|has|had) an? (?:\S+ ){0,3}?budget\b|\b(?:total )?resources allocated\b|\bpresupuesto (?:total|global|de|del|asignado|aprobado)\b|\borcamento (?:total|global|de|do|previsto|aprovado)\b|\bbudget (?:total|global|prevu|alloue|s'eleve)\b|\bfinancement (?:total|de)\b|\bun (?:budget|presupuesto|monto) (?:total )?de\b/;
const aPartOnly =
  /\b(?:of this total|of which|out of|remaining|spent|expenditure|disbursed|per year|per month|each|savings?|dont|de los cuales|dos quais|gast(?:o|aron|ou)|depense|ejecut(?:o|ado)|executad[oa]|delivery)\b/;

/** How far behind the words for a budget its amount stands. */
const reach = 120;

type Budgets = {
  readonly project: readonly Found<StatedMoney>[];
  readonly evaluation: readonly Found<StatedMoney>[];
};

export function budgetsOf(evidence: Evidence): Budgets {
  const project: Found<StatedMoney>[] = [];
  const evaluation: Found<StatedMoney>[] = [];
  const pointParts = evidence.isContinental;
  for (const [field, found] of [
    ["projectBudget", project],
    ["evaluationBudget", evaluation],
  ] as const)
    for (const row of rowsOf(evidence, field)) {
      const amounts = moneyIn(row.value, pointParts);
      // The first is the total; what follows are usually its parts or the same in another currency.
      for (const [i, money] of amounts.entries())
        found.push(...moneyReadings(money, rowConfidence(row) * (i === 0 ? 1 : 0.75), rowReason(row)));
      if (amounts.length === 0) found.push(...withUnitOfLabel(row.label, row, pointParts));
    }
  // A donor's row with an amount: the budget, if the sheet has no row of its own for it.
  if (project.length === 0)
    for (const row of rowsOf(evidence, "donors")) {
      const amounts = moneyIn(row.value, pointParts);
      if (amounts.length === 1)
        project.push(
          ...moneyReadings(
            amounts[0]!,
            rowConfidence(row) * 0.75,
            `${rowReason(row)}, which holds one amount`,
          ),
        );
    }
  for (const { stretch, isOpening } of evidence.statements(
    new RegExp(`${projectBudget.source}|${evaluationBudget.source}`),
  )) {
    const bare = stretch.bare.replace(/\s/g, " ");
    for (const [pattern, found, words] of [
      [evaluationBudget, evaluation, "the budget of the evaluation"],
      [projectBudget, project, "the budget of the project"],
    ] as const) {
      const match = pattern.exec(bare);
      if (!match || (pattern === projectBudget && evaluationBudget.test(bare))) continue;
      const from = match.index;
      const near = cut(stretch, from, match.index + match[0].length + reach);
      const first = moneyIn(near, pointParts)[0];
      if (
        !first ||
        aPartOnly.test(near.bare.slice(0, first.start)) ||
        aPartOnly.test(bare.slice(Math.max(0, from - 40), from))
      )
        continue;
      found.push(...moneyReadings(first, isOpening ? 0.7 : 0.52, `in a sentence that states ${words}`));
    }
  }
  return { project, evaluation };
}

/** “Budget (US$)” in the label, a bare number in the cell. */
function withUnitOfLabel(
  label: string,
  row: Parameters<typeof rowConfidence>[0],
  pointParts: boolean,
): readonly Found<StatedMoney>[] {
  const unit = /\(([^()]{1,24})\)|\b(?:in|en|em)\s+([A-Z€$£]{1,4}\S{0,3})\s*$/u.exec(label);
  const number = /^[^\d]{0,12}(\d[\d.,'’\s]*\d|\d)/u.exec(row.value.text);
  if (!unit || !number) return [];
  const printed = number[1]!;
  const said = `${unit[1] ?? unit[2]} ${printed}`;
  const places = {
    ...row.value,
    text: said,
    bare: said.toLowerCase(),
    points: Array.from(said, () => 0),
    parts: Array.from(said, () => 0),
  };
  const read = moneyIn(places, pointParts)[0];
  if (!read) return [];
  const start = number[0].length - printed.length;
  const at = cut(row.value, start, start + printed.length);
  return moneyReadings(
    { ...read, at },
    rowConfidence(row) * 0.97,
    `${rowReason(row)}, whose label names the currency`,
  );
}
