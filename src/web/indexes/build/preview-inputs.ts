// The observations of a release for a definition that is not stored yet: chosen as a run chooses them.

import type { z } from "zod/mini";
import { type ObservationShape, routes } from "#contract";
import { failAll, ok, type Problem, problem, type Result } from "#kernel";
import type { IndexObservation } from "#securities";
import { callApi } from "../../api.ts";
import type { WebProblemCode } from "../../problems.ts";

type Observed = z.output<typeof ObservationShape>;

const page = 100_000;

/** The indicators of one request: their names must fit into an address. */
const mostAtOnce = 50;

/**
 * Both sexes together and no further breakdown; two sources for one figure are a problem, as in a run.
 *
 * @example
 * inputsOf([]) // => { ok: true, value: [] }
 */
export function inputsOf(observations: readonly Observed[]): Result<readonly IndexObservation[]> {
  const seen = new Map<string, string>();
  const problems: Problem[] = [];
  const inputs: IndexObservation[] = [];
  const code: WebProblemCode = "web.several-sources";
  for (const one of observations) {
    if (Object.keys(one.breakdowns).length > 0) continue;
    const key = `${one.indicator}/${one.area}/${one.period}`;
    const other = seen.get(key);
    if (other !== undefined) {
      problems.push(
        problem(
          code,
          `The release has two figures for indicator ${one.indicator}, area ${one.area}, period ${one.period}: one of ${other}, one of ${one.source}. Sources are never merged; choose a release with one of them.`,
        ),
      );
      continue;
    }
    seen.set(key, one.source);
    const { area, indicator, period, value, missing } = one;
    inputs.push({ area, indicator, period, value, missing });
  }
  return problems.length > 0 ? failAll(problems) : ok(inputs);
}

/** @param signal stops the reading where somebody has gone on meanwhile */
export async function previewInputs(
  release: string,
  indicators: readonly string[],
  signal: AbortSignal,
): Promise<Result<readonly IndexObservation[]>> {
  const found: Observed[] = [];
  for (let first = 0; first < indicators.length; first += mostAtOnce)
    for (let offset = 0; ; offset += page) {
      const answer = await callApi(routes.listObservations, {
        query: {
          release,
          indicator: indicators.slice(first, first + mostAtOnce),
          sex: ["T"],
          limit: page,
          offset,
        },
        signal,
      });
      if (!answer.ok) return answer;
      found.push(...answer.value.observations);
      if (answer.value.observations.length < page) break;
    }
  return inputsOf(found);
}
