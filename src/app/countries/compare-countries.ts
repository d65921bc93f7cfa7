import { permission } from "#access";
import { areaByCode, failAll, ok, problem } from "#kernel";
import type { StoredClassification } from "#records";
import type { IndexNode } from "#securities";
import { quantile } from "#statistics";
import { type Intervals, runIntervals } from "../indexes/uncertainty.ts";
import { scoreId } from "../trace-ids.ts";
import type { RouteReply, RouteUseCase } from "../use-case.ts";
import { latestRuns, type OpenedRun, shownAbout } from "./opened-runs.ts";

type Compared = RouteReply<"compareCountries">["indexes"][number];
type SetOfAreas = Pick<Compared["sets"][number], "set" | "group"> & {
  readonly has: (area: string) => boolean;
};

/** Countries that one page can hold side by side. */
const mostCompared = 6;

/**
 * The scores of some countries in the newest readable run of each index, with intervals, and where the sets
 * stand that they belong to: all areas of the run, their ILO regions, their income groups where the
 * definition states them or a classification was added, and countries chosen for comparison.
 *
 * Of each index the root and what stands directly below it are given; deeper nodes stand on the page of the
 * run.
 */
export const compareCountries: RouteUseCase<"compareCountries"> = async (effects, actor, input) => {
  const allowed = permission(actor, "country.read");
  if (!allowed.ok) return allowed;
  const asked = [...new Set(input.area ?? [])];
  const chosen = [...new Set(input.with ?? [])];
  const problems = [
    ...(asked.length === 0 || asked.length > mostCompared
      ? [
          problem(
            "app.too-many-countries",
            `${asked.length} countries were named; from one to ${mostCompared} can stand side by side. Name them by their codes, such as area=KEN,GHA.`,
            { field: "area" },
          ),
        ]
      : []),
    ...[...asked, ...chosen]
      .filter((code) => !isCountry(code))
      .map((code) =>
        problem(
          "app.not-found",
          `"${code}" is not the code of a country. Countries have three capital letters (ISO 3166), such as KEN; look yours up in the list.`,
          { field: "area" },
        ),
      ),
  ];
  if (problems.length > 0) return failAll(problems);
  const runs = await latestRuns(effects, actor);
  const incomes = (await effects.store.catalogue.indexes.classifications()).filter(
    ({ attribute }) => attribute === "income-group",
  );
  const indexes = await Promise.all(
    runs
      .filter(({ run }) => run.areas.some((area) => asked.includes(area)))
      .map(async (opened) =>
        comparedIn(
          opened,
          await runIntervals(effects, opened.about),
          asked,
          chosen,
          input.periods === "latest",
          incomes,
        ),
      ),
  );
  return ok({
    areas: asked.map((code) => {
      const area = areaByCode(code)!;
      const origin = area.kind === "invented" ? ("invented" as const) : ("real" as const);
      return { area: code, origin, region: area.iloRegion };
    }),
    indexes,
  });
};

const isCountry = (code: string): boolean => {
  const area = areaByCode(code);
  return area !== undefined && area !== null && area.kind !== "region";
};

function comparedIn(
  opened: OpenedRun,
  intervals: (area: string, node: string, period: string | null) => Intervals,
  asked: readonly string[],
  chosen: readonly string[],
  onlyLatest: boolean,
  incomes: readonly StoredClassification[],
): Compared {
  const { run, definition, about } = opened;
  const all: readonly (string | null)[] = run.periods.length === 0 ? [null] : run.periods;
  const periods = onlyLatest ? all.slice(-1) : all;
  const wantedPeriods = new Set(periods);
  const root = definition.nodes.find(({ parent }) => parent === null)!;
  const shown = definition.nodes.filter(
    (node) => node.direction === null && (node === root || node.parent === root.id),
  );
  const wantedNodes = new Set(shown.map(({ id }) => id));
  const places = new Map<string, (typeof run.scores)[number][]>();
  for (const score of run.scores) {
    if (!wantedNodes.has(score.node) || !wantedPeriods.has(score.period)) continue;
    const key = `${score.node}/${score.period}`;
    const known = places.get(key);
    if (known) known.push(score);
    else places.set(key, [score]);
  }
  const income = incomeGroupsOf(opened, incomes);
  const sets = setsOf(income?.of ?? null, asked, chosen);
  const scores: Compared["scores"] = [];
  const summaries: Compared["sets"] = [];
  for (const { id: node } of shown)
    for (const period of periods) {
      const here = places.get(`${node}/${period}`) ?? [];
      const of = here.filter(({ rank }) => rank !== null).length;
      for (const { area, score, rank, n, expected, reason } of here)
        if (asked.includes(area))
          scores.push({
            ...{ area, node, period, score, rank, n, expected, reason, of },
            ...intervals(area, node, period),
            trace: scoreId(about.id, area, node, period),
          });
      for (const { set, group, has } of sets) {
        const values = here.flatMap(({ area, score }) => (score !== null && has(area) ? [score] : []));
        summaries.push({ set, group, node, period, ...summary(values) });
      }
    }
  return {
    ...shownAbout(opened),
    periods: [...all],
    nodes: shown.map(({ id, title, role }: IndexNode) => ({ node: id, title, role })),
    scores,
    sets: summaries,
    incomeGroups: income && { source: income.source, year: income.year, version: income.version },
  };
}

type IncomeGroups = {
  readonly of: ReadonlyMap<string, string>;
  /** Null where the definition of the index states the groups. */
  readonly source: string | null;
  readonly year: number | null;
  readonly version: string | null;
};

/**
 * Income groups as the definition states them; else those its run was made with, which its recipe names; else
 * of the latest year up to that of the run, or the earliest there is.
 *
 * @param incomes newest year first
 */
function incomeGroupsOf(
  { definition, about, run }: OpenedRun,
  incomes: readonly StoredClassification[],
): IncomeGroups | null {
  const own = definition.areaGroups?.get("income-group");
  if (own) return { of: own, source: null, year: null, version: null };
  const year = Number(run.periods.at(-1)?.slice(0, 4) ?? Number.POSITIVE_INFINITY);
  const found =
    incomes.find(({ sha256 }) => about.recipe.inputs.includes(sha256)) ??
    incomes.find((one) => one.year <= year) ??
    incomes.at(-1);
  if (!found) return null;
  const of = new Map(
    Object.entries(found.groups).flatMap(([group, areas]) => areas.map((area) => [area, group] as const)),
  );
  return { of, source: found.source, year: found.year, version: found.version };
}

/** The sets that the countries asked for belong to; a set nobody of theirs is in is left out. */
function setsOf(
  income: ReadonlyMap<string, string> | null,
  asked: readonly string[],
  chosen: readonly string[],
): readonly SetOfAreas[] {
  const regions = [...new Set(asked.map((code) => areaByCode(code)?.iloRegion ?? null))];
  const incomes = [...new Set(asked.map((code) => income?.get(code) ?? null))];
  return [
    { set: "all", group: null, has: () => true },
    ...regions
      .filter((region) => region !== null)
      .map((region) => ({
        set: "region" as const,
        group: region,
        has: (area: string) => areaByCode(area)?.iloRegion === region,
      })),
    ...incomes
      .filter((group) => group !== null)
      .map((group) => ({
        set: "income-group" as const,
        group,
        has: (area: string) => income?.get(area) === group,
      })),
    ...(chosen.length === 0
      ? []
      : [{ set: "chosen" as const, group: null, has: (area: string) => chosen.includes(area) }]),
  ];
}

function summary(values: readonly number[]) {
  const median = quantile(values, 0.5, 7);
  return {
    n: values.length,
    low: values.length === 0 ? null : Math.min(...values),
    median: median.ok ? median.value : null,
    high: values.length === 0 ? null : Math.max(...values),
  };
}
