import { failAll, ok, type Problem, problem, type Result } from "#kernel";
import type { IndexDefinition, IndexObservation } from "#securities";
import type { Store } from "#store";
import { observationId } from "../trace-ids.ts";

/** An input of a run and the address of the observation it is. */
export type TracedInput = IndexObservation & { readonly id: string };

/** Names under which sources give the standard error of a value. */
const errorNames = ["standard_error", "se", "std_error", "stderr"] as const;

/** The standard error an observation carries; `null` where there is none, or none that is a number of at least 0. */
export function standardErrorOf(attributes: Readonly<Record<string, string>>): number | null {
  for (const name of errorNames) {
    const printed = attributes[name]?.trim() ?? "";
    const value = printed === "" ? Number.NaN : Number(printed);
    if (Number.isFinite(value) && value >= 0) return value;
  }
  return null;
}

/** Observations are read in pages of this many, so that a large release does not sit in memory twice. */
const page = 100_000;

/**
 * The observations of a release that an index is made of: its indicators and what they are divided by, both
 * sexes together, no further breakdown.
 *
 * Two sources for one figure are a problem, not a choice: sources are never merged, and a run says which
 * it used. Cost: one scan of the slices of the definition's indicators.
 *
 * @param area only this area's, for explaining one score
 * @returns the inputs, or `app.several-sources` for each figure that two sources give, or
 *   `app.no-observations` where the release has none of the indicators
 */
export async function indexInputs(
  store: Store,
  release: string,
  definition: Pick<IndexDefinition, "id" | "nodes">,
  area?: string,
): Promise<Result<readonly TracedInput[]>> {
  const indicators = [
    ...new Set(
      definition.nodes.flatMap(({ id, direction, steps }) =>
        direction === null ? [] : [id, ...(steps?.denominator ? [steps.denominator] : [])],
      ),
    ),
  ];
  const inputs: TracedInput[] = [];
  const problems: Problem[] = [];
  const seen = new Map<string, string>();
  for (let offset = 0; ; offset += page) {
    const rows = await store.releases.observations({
      release,
      indicators,
      sex: ["T"],
      limit: page,
      offset,
      ...(area && { areas: [area] }),
    });
    for (const row of rows) {
      if (Object.keys(row.breakdowns).length > 0) continue;
      const key = `${row.indicator}/${row.area}/${row.period}`;
      const other = seen.get(key);
      if (other !== undefined) {
        problems.push(
          problem(
            "app.several-sources",
            `${release} has two figures for indicator ${row.indicator}, area ${row.area}, period ${row.period}: one of ${other}, one of ${row.source}. Sources are never merged; choose by a rule with socle selection make, or under Indicators, and run the index over the release of chosen values.`,
          ),
        );
        continue;
      }
      seen.set(key, row.source);
      inputs.push({
        id: observationId(release, row),
        area: row.area,
        indicator: row.indicator,
        period: row.period,
        value: row.value,
        missing: row.missing,
        standardError: standardErrorOf(row.attributes),
        unit: row.unit,
      });
    }
    if (rows.length < page) break;
  }
  if (problems.length > 0) return failAll(problems);
  if (inputs.length === 0 && area === undefined)
    return failAll([
      problem(
        "app.no-observations",
        `Release ${release} has no observation of the indicators of "${definition.id}" (${indicators.slice(0, 5).join(", ")}${indicators.length > 5 ? ", …" : ""}). Choose a release that holds them, or a definition that fits it.`,
      ),
    ]);
  return ok(inputs);
}
