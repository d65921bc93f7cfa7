import { failAll, ok, type Problem, problem, type Result } from "#kernel";
import type { Observation } from "#records";
import type { IndexDefinition, IndexObservation } from "#securities";
import type { Store } from "#store";
import { standardErrorOf } from "../indexes/index-inputs.ts";
import { observationId } from "../trace-ids.ts";

export const sexes = ["F", "M"] as const;
export type Sex = (typeof sexes)[number];

/**
 * Indicators that are of one sex by themselves: beside their own breakdown they would count women twice, and
 * in the row of men they would be wrong.
 */
export const indicatorsOfOneSex: ReadonlySet<string> = new Set(["OASI_O_COVF"]);

/** The row of women or men of an area, where an index has one for each. */
export const groupOf = (area: string, sex: Sex): string => `${area}/${sex}`;
export const areaOfGroup = (group: string): { readonly area: string; readonly sex: Sex } => {
  const [area, sex] = group.split("/") as [string, Sex];
  return { area, sex };
};

export type InputOfSex = IndexObservation & { readonly id: string };

export type InputsBySex = {
  readonly observations: readonly InputOfSex[];
  /** Indicators of the definition that the release has for women and men. */
  readonly bySex: readonly string[];
  /** Those it has for both together only. */
  readonly shared: readonly string[];
};

/** Observations are read in pages of this many. */
const page = 100_000;

/**
 * The observations of a definition's indicators for women and for men, each as a row of its own.
 *
 * @returns the inputs, or `app.several-sources` for each figure that two sources give
 */
export async function inputsBySex(
  store: Store,
  release: string,
  definition: Pick<IndexDefinition, "nodes">,
): Promise<Result<InputsBySex>> {
  const indicators = definition.nodes.filter((node) => node.direction !== null).map(({ id }) => id);
  const rows: Observation[] = [];
  for (let offset = 0; ; offset += page) {
    const some = await store.releases.observations({
      release,
      indicators,
      sex: ["T", ...sexes],
      limit: page,
      offset,
    });
    rows.push(...some.filter(({ breakdowns }) => Object.keys(breakdowns).length === 0));
    if (some.length < page) break;
  }
  const broken = new Set(rows.filter(({ sex }) => sex !== "T").map(({ indicator }) => indicator));
  const there = new Set(rows.map(({ indicator }) => indicator));
  const problems: Problem[] = [];
  const sources = new Map<string, string>();
  const observations = rows.flatMap((row): InputOfSex[] => {
    const isShared = row.sex === "T";
    if (isShared === broken.has(row.indicator)) return [];
    const key = `${row.indicator}/${row.area}/${row.period}/${row.sex}`;
    const other = sources.get(key);
    if (other !== undefined) {
      problems.push(
        problem(
          "app.several-sources",
          `${release} has two figures for indicator ${row.indicator}, area ${row.area}, period ${row.period}, sex ${row.sex}: one of ${other}, one of ${row.source}. Sources are never merged; make a release with the source you choose.`,
        ),
      );
      return [];
    }
    sources.set(key, row.source);
    const { indicator, period, value, missing, unit } = row;
    return (isShared ? sexes : sexes.filter((sex) => sex === row.sex)).map((sex) => ({
      id: observationId(release, row),
      area: groupOf(row.area, sex),
      ...{ indicator, period, value, missing, unit },
      standardError: standardErrorOf(row.attributes),
    }));
  });
  if (problems.length > 0) return failAll(problems);
  const kept = (of: (id: string) => boolean) => indicators.filter((id) => there.has(id) && of(id));
  return ok({
    observations,
    bySex: kept((id) => broken.has(id)),
    shared: kept((id) => !broken.has(id)),
  });
}
