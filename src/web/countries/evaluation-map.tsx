import { Link, useNavigate } from "@tanstack/react-router";
import { routes } from "#contract";
import { areaByCode, isInventedAreaCode } from "#kernel";
import { useApi } from "../api.ts";
import { areasOfMap } from "../charts/areas-of-map.ts";
import { useChartWords } from "../charts/chart-words.ts";
import { FactTable } from "../charts/fact-table.tsx";
import { Figure } from "../charts/figure.tsx";
import type { FigureView } from "../charts/figure-views.ts";
import { LazyMap } from "../charts/lazy-map.tsx";
import { countSteps, shadeOf } from "../charts/map-steps.ts";
import type { PictureText } from "../charts/picture.tsx";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";

/** How many evaluations of the registry name each country. Invented countries are never drawn. */
export function EvaluationMap({
  counts,
  view,
  onView,
  sort,
  onSort,
  here,
}: {
  counts: readonly { readonly area: string; readonly evaluations: number }[];
  view: FigureView;
  onView: (view: FigureView) => void;
  sort: string | undefined;
  onSort: (sort: string) => void;
  /** The country the page is about, ringed on the map. */
  here?: string;
}) {
  const say = useWords("countries");
  const term = useWords("terms");
  const language = useLanguage();
  const format = useFormat();
  const words = useChartWords();
  const navigate = useNavigate();
  const overview = useApi(routes.overview, {});
  const real = new Map(
    counts.filter((c) => !isInventedAreaCode(c.area)).map((c) => [c.area, c.evaluations] as const),
  );
  const drawn = areasOfMap(language).map((area) => ({ ...area, count: real.get(area.code) ?? 0 }));
  const named = drawn.filter((d) => d.count > 0);
  const highest = Math.max(0, ...named.map((d) => d.count));
  const steps = countSteps(highest);
  const most = named.filter((d) => d.count === highest);
  const spoken = (d: (typeof drawn)[number]) =>
    `${d.name}: ${d.count === 0 ? say("map.none") : say("count.evaluations", { count: d.count })}`;
  const title = say("map.evaluationsTitle", { count: named.length });
  const sentence =
    named.length === 0
      ? say("map.evaluationsNone")
      : say("map.evaluationsSentence", {
          countries: say("count.countries", { count: named.length }),
          most:
            most.length > 3
              ? say("count.countries", { count: most.length })
              : most.map((d) => d.name).join(", "),
          count: highest,
        });
  const picture: PictureText = {
    title,
    subtitle: say("map.evaluationsSubtitle"),
    source: words.sourceLine(
      say("map.evaluationsSource", { count: overview.value?.evaluations ?? 0 }),
      overview.value?.updatedAt ?? null,
    ),
    watermark: null,
  };
  return (
    <Figure
      name="socle-evaluations-by-country"
      id="evaluations"
      text={picture}
      sentence={sentence}
      view={view}
      onView={onView}
      map
      chart={
        <LazyMap
          text={picture}
          sentence={sentence}
          areas={drawn.map((d) => ({
            area: d.code,
            fill: d.count === 0 ? "zero" : shadeOf(steps, d.count),
            spoken: spoken(d),
            ...(d.code === here && { name: d.name }),
            onOpen: () => void navigate({ to: "/countries/$code", params: { code: d.code } }),
          }))}
          keys={[
            { fill: "zero", label: say("map.zeroKey") },
            ...steps.map((step) => ({
              fill: step.shade,
              label:
                step.from === step.to
                  ? format.number(step.from)
                  : `${format.number(step.from)}–${format.number(step.to)}`,
            })),
          ]}
        />
      }
      table={
        <FactTable
          caption={`${title}. ${say("map.evaluationsSubtitle")}`}
          columns={[
            { id: "name", label: say("column.country"), sortable: true },
            { id: "region", label: say("column.region"), sortable: true },
            { id: "count", label: say("column.evaluations"), numeric: true, sortable: true },
          ]}
          rows={drawn.map((d) => {
            const region = areaByCode(d.code)?.iloRegion;
            const regionText = region ? term(`region.${region}`) : "";
            return {
              id: d.code,
              cells: {
                name: {
                  show: (
                    <Link to="/countries/$code" params={{ code: d.code }}>
                      {d.name}
                    </Link>
                  ),
                  by: d.name,
                },
                region: { show: regionText, by: regionText },
                count: { show: format.number(d.count), by: d.count },
              },
            };
          })}
          sort={sort ?? "-count"}
          onSort={onSort}
        />
      }
    />
  );
}
