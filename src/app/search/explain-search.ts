import { permission } from "#access";
import { fail, ok } from "#kernel";
import { type SearchExplanation, searchTextProblem } from "#store";
import { readableTiers } from "../readable.ts";
import type { RouteUseCase } from "../use-case.ts";
import { evaluationQuestion, passageQuestion } from "./search-input.ts";

const shown = ({ terms, filters, unfiltered }: SearchExplanation) => ({
  terms: terms.map((term) => ({ ...term, near: [...term.near] })),
  filters: [...filters],
  unfiltered,
});

/** Why a search of the registry finds little or nothing. */
export const explainEvaluations: RouteUseCase<"explainEvaluations"> = async (effects, actor, input) => {
  const allowed = permission(actor, "evaluation.read");
  if (!allowed.ok) return allowed;
  const wrong = searchTextProblem(input.text ?? "", "evaluations");
  if (wrong) return fail(wrong);
  const question = { ...evaluationQuestion(input), tiers: readableTiers(actor), limit: 0, offset: 0 };
  return ok(shown(await effects.store.catalogue.evaluations.explain(question)));
};

/** Why a search of passages finds little or nothing. */
export const explainPassages: RouteUseCase<"explainPassages"> = async (effects, actor, input) => {
  const allowed = permission(actor, "passage.search");
  if (!allowed.ok) return allowed;
  const wrong = searchTextProblem(input.q);
  if (wrong) return fail(wrong);
  const question = { ...passageQuestion(input), tiers: readableTiers(actor), limit: 0, offset: 0 };
  return ok(shown(await effects.store.catalogue.passages.explain(question)));
};
