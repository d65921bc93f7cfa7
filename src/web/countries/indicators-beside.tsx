import { useChartWords } from "../charts/chart-words.ts";
import { DotPlot, type DotPlotRow } from "../charts/dot-plot.tsx";
import { FactTable } from "../charts/fact-table.tsx";
import { Figure } from "../charts/figure.tsx";
import type { FigureView } from "../charts/figure-views.ts";
import { niceTicks } from "../charts/linear-scale.ts";
import type { PictureText } from "../charts/picture.tsx";
import { TraceMark } from "../charts/trace-mark.tsx";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { codeText } from "../indexes/rating-text.ts";
import { countryMarks } from "./country-marks.ts";
import type { Driver, Drivers } from "./placed-scores.ts";
import { usePlaceText } from "./use-place-text.ts";

/** Every indicator of an index for several countries: drawn on the scale of the index, raw in the table. */
export function IndicatorsBeside({
  drivers,
  nameOf,
  view,
  onView,
}: {
  /** One for each country, all of one run. */
  drivers: readonly Drivers[];
  nameOf: (code: string) => string;
  view: FigureView;
  onView: (view: FigureView) => void;
}) {
  const say = useWords("countries");
  const sayChart = useWords("charts");
  const format = useFormat();
  const words = useChartWords();
  const text = usePlaceText();
  const first = drivers[0]!;
  const label = text.indicatorName;
  const of = (one: Drivers, indicator: string) =>
    one.indicators.find((driver) => driver.indicator === indicator);
  const value = (driver: Driver | undefined) =>
    driver === undefined || driver.value === null
      ? codeText(sayChart, "missing", driver?.missing ?? "missing")
      : format.figure(driver.value);
  const spoken = (driver: Driver) =>
    `${label(driver)}. ${drivers
      .map((one) =>
        say("indicators.spoken", { name: nameOf(one.area), value: value(of(one, driver.indicator)) }),
      )
      .join(" ")}`;
  const title = say("indicators.title", { index: text.indexName(first) });
  const missing = drivers.map((one) => ({
    name: nameOf(one.area),
    count: one.indicators.filter((driver) => driver.value === null).length,
  }));
  const sentence = say("indicators.sentence", {
    n: first.indicators.length,
    missing: format.list(missing.map((one) => say("indicators.missing", { name: one.name, n: one.count }))),
  });
  const source = words.sourceLine(
    say("ratings.source", { releases: first.release }),
    first.createdAt,
    first.licence,
  );
  const scaled = drivers.flatMap((one) => one.indicators.flatMap((driver) => driver.scaled ?? []));
  // Most scales end at 0 and 1; z-scores and ranks do not.
  const scaledTicks = scaled.every((value) => value >= 0 && value <= 1)
    ? [0, 0.5, 1]
    : niceTicks(Math.min(0, ...scaled), Math.max(1, ...scaled), 4);
  const picture: PictureText = {
    title,
    subtitle: say("indicators.subtitle", { period: first.period ?? say("ratings.noPeriod") }),
    source,
    watermark: words.watermark([first.origin]),
  };
  return (
    <Figure
      name={`socle-${drivers.map((one) => one.area).join("-")}-indicators`}
      id="compared-indicators"
      text={picture}
      sentence={sentence}
      view={view}
      onView={onView}
      chart={
        <DotPlot
          text={picture}
          sentence={sentence}
          ticks={scaledTicks}
          format={(tick) => format.number(tick, 1)}
          labelShare={0.45}
          noteWidth={12}
          keys={drivers.map((one, i) => ({ label: nameOf(one.area), ...countryMarks[i]! }))}
          rows={first.indicators.map((driver): DotPlotRow => {
            const marks = drivers.flatMap((one, i) => {
              const scaled = of(one, driver.indicator)?.scaled ?? null;
              return scaled === null ? [] : [{ value: scaled, small: true, ...countryMarks[i]! }];
            });
            return {
              id: driver.indicator,
              label: label(driver),
              note: "",
              marks,
              missing: marks.length === 0 ? value(undefined) : null,
              spoken: spoken(driver),
            };
          })}
        />
      }
      table={
        <FactTable
          caption={title}
          columns={[
            { id: "indicator", label: sayChart("indicator"), wide: true },
            { id: "unit", label: sayChart("column.unit") },
            ...drivers.flatMap((one) => [
              { id: one.area, label: nameOf(one.area), numeric: true },
              // What the picture draws.
              {
                id: `${one.area} scaled`,
                label: say("indicators.scaled", { name: nameOf(one.area) }),
                numeric: true,
                inFileOnly: true,
              },
            ]),
            { id: "median", label: say("drivers.median"), numeric: true },
          ]}
          rows={first.indicators.map((driver) => ({
            id: driver.indicator,
            cells: {
              indicator: { show: label(driver) },
              unit: { show: driver.unit === null ? "" : codeText(sayChart, "unit", driver.unit) },
              median: {
                show: driver.median === null ? "–" : format.number(driver.median, 2),
                by: driver.median,
              },
              ...Object.fromEntries(
                drivers.flatMap((one) => {
                  const own = of(one, driver.indicator);
                  const scaledOwn = [`${one.area} scaled`, { show: null, by: own?.scaled ?? null }] as const;
                  return [
                    scaledOwn,
                    [
                      one.area,
                      {
                        by: own?.value ?? null,
                        show: (
                          <>
                            {own?.value == null ? <em>{value(own)}</em> : value(own)}{" "}
                            {own?.trace ? (
                              <TraceMark id={own.trace} of={`${label(driver)}, ${nameOf(one.area)}`} />
                            ) : null}
                          </>
                        ),
                      },
                    ] as const,
                  ];
                }),
              ),
            },
          }))}
        />
      }
    />
  );
}
