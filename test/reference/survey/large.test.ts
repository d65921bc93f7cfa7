// The estimation engine against R survey's results on a million simulated rows.

import { resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { estimateSurvey, type SurveyTable, surveyContext } from "#statistics";
import { checkSums, surveyData, surveyTable } from "../../../bench/survey-data.ts";
import { answerDifferences } from "./large-answers.ts";
import { folder, isAbsent, type Loose, readJson } from "./reference-tests.ts";

const reference: Loose = isAbsent
  ? { designs: {}, tests: [] }
  : readJson(resolve(folder, "large/results.json"));

describe.skipIf(isAbsent)("a million rows", () => {
  let table: SurveyTable;
  const contexts = new Map<string, Loose>();

  const contextOf = (name: string): Loose => {
    const known = contexts.get(name);
    if (known !== undefined) return known;
    const { base, adjust, ...own } = reference.designs[name];
    const drawn = base === undefined ? own : reference.designs[base];
    const adjusted = adjust === undefined ? {} : { adjust: [adjust] };
    const context = surveyContext({ singleUnit: "fail", ...drawn, ...adjusted }, table);
    if (!context.ok) throw new Error(JSON.stringify(context.problems));
    contexts.set(name, context.value);
    return context.value;
  };

  beforeAll(() => {
    const data = surveyData();
    expect(checkSums(data)).toEqual(reference.meta.checksums);
    table = surveyTable(data);
  });

  test.for((reference.tests as Loose[]).map((each) => [each.id, each] as const))(
    "%s",
    ([id, { design, request, expected }]) => {
      const asked =
        request.statistic === "degrees-of-freedom" ? { statistic: "mean", variables: ["income"] } : request;
      const answer = estimateSurvey(contextOf(design), { id, ...asked });
      if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
      expect(answerDifferences(request, answer.value, expected)).toEqual([]);
    },
  );
});
