import { useNavigate } from "@tanstack/react-router";
import { useChartWords } from "../charts/chart-words.ts";
import { type CoverageCell, CoverageGrid } from "../charts/coverage-grid.tsx";
import { FactTable } from "../charts/fact-table.tsx";
import { Figure } from "../charts/figure.tsx";
import type { FigureView } from "../charts/figure-views.ts";
import type { PictureText } from "../charts/picture.tsx";
import { useWords } from "../i18n.ts";
import { codeText } from "../indexes/rating-text.ts";
import { type Driver, type Drivers, yearOfPeriod } from "./placed-scores.ts";
import { usePlaceText } from "./use-place-text.ts";
import { yearRanges } from "./year-ranges.ts";

/** The years a country has of each indicator of an index, with the reasons where there is no value. */
export function CoverageFigure({
  name,
  drivers,
  view,
  onView,
}: {
  name: string;
  drivers: Drivers;
  view: FigureView;
  onView: (view: FigureView) => void;
}) {
  const say = useWords("countries");
  const sayChart = useWords("charts");
  const words = useChartWords();
  const navigate = useNavigate();
  const text = usePlaceText();
  const label = text.indicatorName;
  const all = drivers.periods.flatMap((period) => yearOfPeriod(period) ?? []);
  if (all.length === 0) return <p>{say("coverage.noYears")}</p>;
  const [first, last] = [Math.min(...all), Math.max(...all)];
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const told = (driver: Driver) => {
    const inYears = (some: Driver["years"]) =>
      yearRanges(some.flatMap(({ period }) => yearOfPeriod(period) ?? []).sort((a, b) => a - b));
    const known = driver.years.filter(({ value }) => value !== null);
    const reasons = [
      ...new Set(
        driver.years.flatMap(({ value, missing }) => (value === null ? (missing ?? "missing") : [])),
      ),
    ];
    return {
      known: known.length,
      years: inYears(known) || "–",
      // Each reason with its years: what the picture hatches can be read here too.
      reasons: reasons
        .map((reason) => {
          const own = driver.years.filter(
            ({ value, missing }) => value === null && (missing ?? "missing") === reason,
          );
          return `${codeText(sayChart, "missing", reason)} (${inYears(own)})`;
        })
        .join("; "),
    };
  };
  const cellsOf = (driver: Driver): CoverageCell[] => {
    const byYear = new Map(driver.years.map((one) => [yearOfPeriod(one.period), one]));
    return years.map((year) => {
      const one = byYear.get(year);
      return one === undefined ? "none" : one.value === null ? "missing" : "value";
    });
  };
  const index = text.indexName(drivers);
  const whole = drivers.indicators.filter((driver) => told(driver).known === drivers.periods.length).length;
  const empty = drivers.indicators.filter((driver) => told(driver).known === 0);
  const title = say("coverage.title", { name, index });
  const sentence = [
    say("coverage.sentence", { whole, of: drivers.indicators.length, first, last }),
    empty.length > 0 ? say("coverage.empty", { n: empty.length }) : "",
  ]
    .join(" ")
    .trim();
  const source = words.sourceLine(drivers.release, drivers.createdAt, drivers.licence);
  const picture: PictureText = {
    title,
    subtitle: say("coverage.subtitle", { first, last }),
    source,
    watermark: words.watermark([drivers.origin]),
  };
  return (
    <Figure
      name={`socle-${drivers.area}-${drivers.definitionId}-years`}
      id="coverage"
      text={picture}
      sentence={sentence}
      view={view}
      onView={onView}
      chart={
        <CoverageGrid
          text={picture}
          sentence={sentence}
          years={years}
          words={{ value: say("coverage.value"), missing: say("coverage.missing") }}
          rows={drivers.indicators.map((driver) => {
            const { known, years: knownYears, reasons } = told(driver);
            return {
              id: driver.indicator,
              label: label(driver),
              cells: cellsOf(driver),
              spoken: say("coverage.spoken", {
                indicator: label(driver),
                known,
                of: drivers.periods.length,
                years: knownYears,
                reasons: reasons || "–",
              }),
              onOpen: () =>
                void navigate({
                  to: "/data/$release",
                  params: { release: drivers.release },
                  search: { indicator: driver.indicator, area: [drivers.area] },
                }),
            };
          })}
        />
      }
      table={
        <FactTable
          caption={title}
          columns={[
            { id: "indicator", label: sayChart("indicator"), wide: true },
            { id: "known", label: say("coverage.known"), numeric: true },
            { id: "years", label: say("coverage.years") },
            { id: "reasons", label: say("coverage.reasons") },
          ]}
          rows={drivers.indicators.map((driver) => {
            const { known, years: knownYears, reasons } = told(driver);
            return {
              id: driver.indicator,
              cells: {
                indicator: { show: label(driver) },
                known: {
                  show: sayChart("usedOf", { n: known, expected: drivers.periods.length }),
                  by: known,
                },
                years: { show: knownYears },
                reasons: { show: reasons },
              },
            };
          })}
        />
      }
    />
  );
}
