import { permission } from "#access";
import { iloRegions, ok } from "#kernel";
import type { RouteUseCase } from "../use-case.ts";
import { areasOfRegion, chosenReleases, exploredRelease, storeFilter } from "./chosen-releases.ts";

/** What may be chosen, and how many observations each choice would give, the others as they are. */
export const exploreFacets: RouteUseCase<"exploreFacets"> = async (effects, actor, input) => {
  const allowed = permission(actor, "observation.read");
  if (!allowed.ok) return allowed;
  const found = await chosenReleases(effects, actor, input.release);
  if (!found.ok) return found;
  const { chosen, all, isNewest } = found.value;
  const { explore } = effects.store.releases;
  const filter = storeFilter(input);

  const columns = new Map<string, Map<string, number>>();
  const years = new Map<string, number>();
  const rowsOf = new Map<string, number>();
  let rows = 0;
  let series = 0;
  for (const release of new Set([...chosen, ...all.filter(isNewest)])) {
    const facets = await explore.facets(release.id, filter);
    if (facets === null) continue;
    rowsOf.set(release.id, facets.rows);
    if (!chosen.includes(release)) continue;
    rows += facets.rows;
    series += facets.series;
    for (const [column, values] of Object.entries(facets.columns)) {
      const counts = columns.get(column) ?? new Map<string, number>();
      for (const { value, count } of values) counts.set(value, (counts.get(value) ?? 0) + count);
      columns.set(column, counts);
    }
    for (const { year, count } of facets.years) years.set(`${year}`, (years.get(`${year}`) ?? 0) + count);
  }
  const areaCounts = columns.get("area") ?? new Map<string, number>();
  const regions = new Map(
    [...iloRegions].map((region) => [
      region as string,
      areasOfRegion(region).reduce((sum, area) => sum + (areaCounts.get(area) ?? 0), 0),
    ]),
  );
  const listed = (column: string) => sortedFacet(columns.get(column) ?? new Map());
  return ok({
    releases: chosen.map((release) => exploredRelease(release, isNewest(release))),
    rows,
    series,
    facets: {
      release: all.map(({ id, title }) => ({ value: id, title, count: rowsOf.get(id) ?? null })),
      indicator: listed("indicator"),
      area: sortedFacet(areaCounts),
      region: sortedFacet(regions).filter(({ count }) => count > 0),
      year: sortedFacet(years),
      sex: listed("sex"),
      source: listed("source"),
      by: Object.fromEntries(
        [...columns.keys()]
          .filter((column) => column.startsWith("by_"))
          .sort()
          .map((column) => [column.slice(3), listed(column)]),
      ),
    },
  });
};

const sortedFacet = (counts: ReadonlyMap<string, number>) =>
  [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => (a.value < b.value ? -1 : 1));
