// The values of one selection chosen as another one chooses: what two runs over chosen values owe to the data, and
// what to the choice.

import type { StoredSelection } from "#records";
import {
  type CandidateObservation,
  makeSelection as chooseValues,
  type IndexObservation,
  type SelectionInputs,
  type SelectionOverride,
} from "#securities";
import type { Store } from "#store";
import { canonicalJson } from "../canonical-json.ts";
import { candidatesOf, inputsOf } from "./selection-inputs.ts";

/** How values are chosen: the rule and what people decided, beside the indicators as they stood. */
const choiceText = ({ rule, overrides, indicators }: StoredSelection): string =>
  canonicalJson({ rule: { ...(rule as object), id: "", title: "" }, overrides, indicators });

/**
 * Two releases of chosen values, each with its data chosen by the rule and decisions of the other.
 *
 * A decision names one candidate; over the other data it takes the one of the same series, area, period and
 * source, and where there is none the rule decides.
 *
 * Cost: one reading of the releases that both were chosen from.
 *
 * @returns for each release its values as the other would choose them; `null` where one of them was not chosen,
 *   both choose alike, or one cannot be chosen so (units that do not agree): then what differs is told as values
 */
export async function crossedChoices(
  store: Store,
  releases: readonly [string, string],
): Promise<readonly [readonly IndexObservation[], readonly IndexObservation[]] | null> {
  const { selections } = store.catalogue;
  const [first, second] = [await selections.ofRelease(releases[0]), await selections.ofRelease(releases[1])];
  if (!first || !second || choiceText(first) === choiceText(second)) return null;
  const [a, b] = [await inputsOf(store, first), await inputsOf(store, second)];
  if (!a.ok || !b.ok) return null;
  const [ofFirst, ofSecond] = [
    await chosenBy(store, a.value, b.value),
    await chosenBy(store, b.value, a.value),
  ];
  return ofFirst && ofSecond && [ofFirst, ofSecond];
}

const seriesKey = ({ indicator, area, period, source, sex }: CandidateObservation): string =>
  JSON.stringify([indicator, area, period, source, sex]);

/** The data of one selection, chosen as the other chooses. */
async function chosenBy(
  store: Store,
  data: SelectionInputs,
  choice: SelectionInputs,
): Promise<readonly IndexObservation[] | null> {
  const { rule, indicators } = choice;
  const candidates = await candidatesOf(store, data.releases, rule, indicators);
  const theirs = new Map(choice.candidates.map((one) => [one.id, seriesKey(one)]));
  const ours = new Map(candidates.map((one) => [seriesKey(one), one.id]));
  const overrides = choice.overrides.flatMap((one): readonly SelectionOverride[] => {
    if (one.take === "none" || one.take === "rule") return [one];
    const take = ours.get(theirs.get(one.take) ?? "");
    return take === undefined ? [] : [{ ...one, take }];
  });
  const inputs = { rule, indicators, releases: data.releases, candidates };
  const chosen = chooseValues({ ...inputs, overrides });
  // A decision on a cell that these data do not have stops a choice; without the decisions it can be made.
  const made = chosen.ok ? chosen : chooseValues({ ...inputs, overrides: [] });
  if (!made.ok) return null;
  return made.value.cells.flatMap(({ indicator, area, year, sex, value, unit }) =>
    sex === "T" ? [{ indicator, area, period: String(year), value, ...(unit !== null && { unit }) }] : [],
  );
}
