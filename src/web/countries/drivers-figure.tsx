import { Link, useNavigate } from "@tanstack/react-router";
import { useChartWords } from "../charts/chart-words.ts";
import { DotPlot, type DotPlotRow } from "../charts/dot-plot.tsx";
import { FactTable } from "../charts/fact-table.tsx";
import { Figure } from "../charts/figure.tsx";
import type { FigureView } from "../charts/figure-views.ts";
import { niceTicks } from "../charts/linear-scale.ts";
import type { PictureText } from "../charts/picture.tsx";
import { TraceMark } from "../charts/trace-mark.tsx";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { roleName } from "../indexes/names.ts";
import { codeText } from "../indexes/rating-text.ts";
import { mostMoving } from "./most-moving.ts";
import type { Driver, Drivers } from "./placed-scores.ts";
import { usePlaceText } from "./use-place-text.ts";

/** Indicators drawn at each end; the table has all. */
const mostDrawn = 5;

/** The indicators that lift and lower a score most against the median; the table has every indicator. */
export function DriversFigure({
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
  const language = useLanguage();
  const format = useFormat();
  const words = useChartWords();
  const text = usePlaceText();
  const navigate = useNavigate();
  const label = text.indicatorName;
  const unit = (driver: Driver) => (driver.unit === null ? "" : codeText(sayChart, "unit", driver.unit));
  const value = (driver: Driver, of: number | null) =>
    of === null ? "–" : driver.unit === "BIN" ? yesNo(say, of) : format.figure(of);
  const signed = (shift: number) => {
    const size = Math.abs(shift);
    // Three digits, and more where they would read as 0 what is not.
    const digits = size > 0 && size < 0.0005 ? format.figure(size) : format.number(size, 3, true);
    return `${shift > 0 ? "+" : shift < 0 ? "−" : ""}${digits}`;
  };
  const { lifting, lowering } = mostMoving(drivers.indicators, mostDrawn);
  const drawn = [...lifting, ...lowering];
  const missing = drivers.indicators.filter((one) => one.value === null);
  const spoken = (driver: Driver) =>
    say("drivers.spoken", {
      indicator: label(driver),
      shift: signed(driver.shift ?? 0),
      value: value(driver, driver.value),
      median: value(driver, driver.median),
    });
  const ends = Math.max(0.01, ...drawn.map(({ shift }) => Math.abs(shift ?? 0)));
  const index = text.indexName(drivers);
  const title = say("drivers.title", { name, index });
  const first = lifting[0];
  const last = lowering.at(-1);
  const sentence = [
    first
      ? say("drivers.lifts", { indicator: label(first), shift: signed(first.shift!) })
      : say("drivers.liftsNone"),
    last
      ? say("drivers.lowers", { indicator: label(last), shift: signed(last.shift!) })
      : say("drivers.lowersNone"),
    say("drivers.missing", { n: missing.length, of: drivers.indicators.length }),
  ].join(" ");
  const source = words.sourceLine(
    say("ratings.source", { releases: drivers.release }),
    drivers.createdAt,
    drivers.licence,
  );
  const picture: PictureText = {
    title,
    subtitle: say("drivers.subtitle", { period: drivers.period ?? say("ratings.noPeriod") }),
    source,
    watermark: words.watermark([drivers.origin]),
  };
  return (
    <Figure
      name={`socle-${drivers.area}-${drivers.definitionId}-drivers`}
      id="drivers"
      text={picture}
      sentence={sentence}
      view={view}
      onView={onView}
      chart={
        <DotPlot
          text={picture}
          sentence={sentence}
          rows={drawn.map(
            (driver): DotPlotRow => ({
              id: driver.indicator,
              label: label(driver),
              note: signed(driver.shift!),
              marks: [
                {
                  value: driver.shift!,
                  colour: driver.shift! > 0 ? 1 : 2,
                  shape: "circle",
                  bar: true,
                },
              ],
              missing: null,
              spoken: spoken(driver),
              onOpen: driver.trace
                ? () => void navigate({ to: "/trace", search: { id: driver.trace! } })
                : undefined,
            }),
          )}
          ticks={niceTicks(-ends, ends, 4)}
          format={(tick) => format.number(tick, 2)}
          labelShare={0.55}
          noteWidth={64}
        />
      }
      table={
        <FactTable
          caption={say("drivers.caption", { index })}
          columns={[
            { id: "indicator", label: sayChart("indicator"), wide: true },
            { id: "role", label: say("drivers.role") },
            { id: "value", label: say("drivers.value"), numeric: true },
            { id: "unit", label: sayChart("column.unit") },
            { id: "median", label: say("drivers.median"), numeric: true },
            { id: "weight", label: say("drivers.weight"), numeric: true },
            { id: "shift", label: say("drivers.shift"), numeric: true },
          ]}
          rows={drivers.indicators.map((driver) => ({
            id: driver.indicator,
            cells: {
              indicator: {
                show: (
                  <Link
                    to="/data/$release"
                    params={{ release: drivers.release }}
                    search={{ indicator: driver.indicator, area: [drivers.area] }}
                  >
                    {label(driver)}
                  </Link>
                ),
              },
              role: { show: driver.role ? roleName(driver.role, language) : "" },
              value: {
                by: driver.value,
                show:
                  driver.value === null ? (
                    <em>{codeText(sayChart, "missing", driver.missing ?? "missing")}</em>
                  ) : (
                    <>
                      {value(driver, driver.value)}{" "}
                      {driver.trace ? <TraceMark id={driver.trace} of={`${label(driver)}, ${name}`} /> : null}
                    </>
                  ),
              },
              unit: { show: unit(driver) },
              median: { show: value(driver, driver.median), by: driver.median },
              weight: {
                show: driver.weight === null ? "–" : format.percent(driver.weight, 1),
                by: driver.weight,
              },
              shift: {
                by: driver.shift,
                show:
                  driver.shift === null
                    ? driver.state === "dropped"
                      ? codeText(sayChart, "dropped", "constant")
                      : "–"
                    : signed(driver.shift),
              },
            },
          }))}
        />
      }
    />
  );
}

const yesNo = (say: (key: string) => string, value: number) =>
  value === 1 ? say("drivers.yes") : value === 0 ? say("drivers.no") : String(value);
