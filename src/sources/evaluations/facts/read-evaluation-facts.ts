// From a document to what it says about its evaluation: title, symbols, type, places, dates, people, money.

import type { ReadDocument } from "#documents";
import { budgetsOf } from "./amounts.ts";
import { candidatesOf, type Found } from "./candidates.ts";
import { classificationOf } from "./classification.ts";
import type { Candidates, EvaluationFacts } from "./evaluation-facts.ts";
import { evidenceOf } from "./evidence.ts";
import { donorsOf, officeOf } from "./organisations.ts";
import { evaluationManagerOf, evaluatorsOf } from "./people.ts";
import { placesOf } from "./places.ts";
import { languagesOf, summaryOf, summaryPlace } from "./summary.ts";
import { projectSymbolsOf } from "./symbols.ts";
import { timesOf } from "./times.ts";
import { titlesOf } from "./title.ts";
import { branchesOf, criteriaOf, sdgTargetsOf } from "./topics.ts";

/**
 * What a report says about its own evaluation, field by field, each value with its exact place, a confidence
 * and the reason; best first.
 *
 * Evidence in order: the data sheet (tables, lines with a label and a colon, labels above their value); the
 * cover; the opening paragraphs; the running text. Values are normalised (ISO 3166 countries, ISO 8601 dates,
 * ISO 4217 money in whole units), the printed form is kept. Nothing is guessed: what the text does not state
 * gives an empty list, and places that disagree give several candidates.
 *
 * @param document any document that `readDocument` gave
 * @returns candidates by field; those of single-valued fields after the first disagree with it
 * @limits A country that running text merely mentions is left out; only the title, the data sheet, the
 *   project symbol and a sentence that states the scope count.
 * @limits Data sheets whose two columns a PDF gives one after the other are read in part only.
 */
export function readEvaluationFacts(document: ReadDocument): EvaluationFacts {
  const evidence = evidenceOf(document);
  const of = <Value>(found: readonly Found<Value>[]): Candidates<Value> =>
    candidatesOf(document, evidence.points, found);
  const { title, projectTitle } = titlesOf(evidence);
  const { type, timing, nature } = classificationOf(evidence);
  const { countries, regions } = placesOf(evidence);
  const budgets = budgetsOf(evidence);
  const times = timesOf(evidence);
  const summary = summaryPlace(evidence);
  return {
    title: of(title),
    projectTitle: of(projectTitle),
    projectSymbols: of(projectSymbolsOf(evidence)),
    type: of(type),
    timing: of(timing),
    nature: of(nature),
    countries: of(countries),
    regions: of(regions),
    donors: of(donorsOf(evidence)),
    projectBudget: of(budgets.project),
    evaluationBudget: of(budgets.evaluation),
    evaluators: of(evaluatorsOf(evidence)),
    evaluationManager: of(evaluationManagerOf(evidence)),
    commissioningOffice: of(officeOf(evidence, "commissioningOffice")),
    administrativeUnit: of(officeOf(evidence, "administrativeUnit")),
    technicalUnit: of(officeOf(evidence, "technicalUnit")),
    plannedDate: of(times.plannedDate),
    actualDate: of(times.actualDate),
    evaluationDates: of(times.evaluationDates),
    missionDates: of(times.missionDates),
    periodCovered: of(times.periodCovered),
    projectPeriod: of(times.projectPeriod),
    reportDate: of(times.reportDate),
    sdgTargets: of(sdgTargetsOf(evidence)),
    criteria: of(criteriaOf(evidence)),
    branches: of(branchesOf(evidence, summary?.at ?? null)),
    languages: of(languagesOf(evidence)),
    summary: of(summaryOf(evidence, summary)),
  };
}
