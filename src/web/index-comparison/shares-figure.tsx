import { Link } from "@tanstack/react-router";
import { isInventedAreaCode } from "#kernel";
import { useChartWords } from "../charts/chart-words.ts";
import { type FactColumn, type FactRow, FactTable } from "../charts/fact-table.tsx";
import { Figure } from "../charts/figure.tsx";
import { intervalCells, intervalColumns } from "../charts/interval-columns.ts";
import type { ShapeName } from "../charts/mark-shape.tsx";
import type { PictureText } from "../charts/picture.tsx";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { placeName } from "../indexes/names.ts";
import { rankInterval } from "../indexes/run-scores.ts";
import { OriginMark } from "../shared/origin-mark.tsx";
import type { ComparisonState } from "./search-params.ts";
import { SharesBars } from "./shares-bars.tsx";
import {
  type Cause,
  type Comparison,
  inOrder,
  placeTicks,
  reach,
  type ShownChange,
  shareDigits,
} from "./shares-of-area.ts";
import { useComparisonWords } from "./use-comparison-words.ts";

const marks: Readonly<Record<Cause, { readonly colour: number; readonly shape: ShapeName }>> = {
  values: { colour: 1, shape: "circle" },
  choice: { colour: 6, shape: "square" },
  areas: { colour: 2, shape: "square" },
  definition: { colour: 3, shape: "triangle" },
  rules: { colour: 4, shape: "diamond" },
  period: { colour: 5, shape: "circle" },
};

/** What moved each country: bars of shares, and the same as a table with the parts of a divided cause. */
export function SharesFigure({
  comparison,
  changes,
  title,
  state,
  change,
}: {
  comparison: Comparison;
  changes: readonly ShownChange[];
  title: string;
  state: ComparisonState;
  change: (part: Partial<ComparisonState>) => void;
}) {
  const say = useWords("index-comparison");
  const sayChart = useWords("charts");
  const language = useLanguage();
  const format = useFormat();
  const chartWords = useChartWords();
  const words = useComparisonWords(comparison);
  const { causes, divided, from, to } = comparison;
  const ordered = inOrder(changes);
  const ranked = ordered.filter(({ gained }) => gained !== null);
  // The one that gained most and the one that lost most say what there is to see.
  const sentence = [...new Set([ranked[0], ranked.at(-1)])]
    .flatMap((shown) => (shown ? [words.sentence(shown)] : []))
    .join(" ");
  const source = say("source", { from: from.id, to: to.id });
  const origins = [from.origin, to.origin];
  const places = (value: number | null) => (value === null ? "–" : format.number(value, shareDigits));
  const partColumns: readonly FactColumn[] = (divided?.parts ?? []).map((part, p) => ({
    id: `part${p}`,
    label: words.part(part),
    numeric: true,
    sortable: true,
  }));
  const picture: PictureText = {
    title,
    subtitle: say("chart.subtitle"),
    source: chartWords.sourceLine(source, [from.createdAt, to.createdAt].sort().at(-1)!),
    watermark: chartWords.watermark(origins),
  };
  return (
    <Figure
      name={`socle-${from.id}-to-${to.id}`}
      id="shares"
      text={picture}
      sentence={sentence}
      view={state.view ?? "chart"}
      onView={(view) => change({ view: view === "chart" ? undefined : view })}
      chart={
        <SharesBars
          text={picture}
          sentence={sentence}
          keys={causes.map(({ cause }) => ({ label: words.cause(cause), ...marks[cause] }))}
          rows={ordered.map((shown) => ({
            id: shown.area,
            label: words.standing(shown),
            note: shown.gained === null ? "" : words.signed(shown.gained),
            shares: shown.shares,
            missing: shown.gained === null ? words.state(shown) : null,
            spoken: words.sentence(shown),
          }))}
          ticks={placeTicks(reach(ordered))}
          format={words.signed}
        />
      }
      table={
        <FactTable
          caption={title}
          columns={[
            { id: "area", label: sayChart("column.area"), sortable: true },
            { id: "from", label: say("column.from"), numeric: true, sortable: true },
            ...intervalColumns(sayChart, { id: "from", label: say("column.from") }),
            { id: "to", label: say("column.to"), numeric: true, sortable: true },
            ...intervalColumns(sayChart, { id: "to", label: say("column.to") }),
            { id: "gained", label: say("column.gained"), numeric: true, sortable: true },
            ...causes.map(({ cause }) => ({
              id: cause,
              label: words.cause(cause),
              numeric: true,
              sortable: true,
            })),
            ...partColumns,
            // Beside the columns of the parts there would be no room for it.
            ...(divided ? [] : [{ id: "words", label: say("column.words"), wide: true }]),
          ]}
          rows={ordered.map((shown): FactRow => {
            const name = placeName(shown.area, language);
            return {
              id: shown.area,
              cells: {
                area: {
                  show: (
                    <>
                      <Link to="/countries/$code" params={{ code: shown.area }}>
                        {name}
                      </Link>{" "}
                      {isInventedAreaCode(shown.area) ? (
                        <OriginMark origin={to.origin === "real" ? "invented" : to.origin} />
                      ) : null}
                    </>
                  ),
                  by: name,
                },
                from: { show: words.rank(shown.from), by: shown.from?.rank ?? null },
                ...intervalCells("from", shown.from && rankInterval(shown.from)),
                ...intervalCells("to", shown.to && rankInterval(shown.to)),
                to: { show: words.rank(shown.to), by: shown.to?.rank ?? null },
                gained: {
                  show: shown.gained === null ? <em>{words.state(shown)}</em> : words.signed(shown.gained),
                  by: shown.gained,
                },
                ...Object.fromEntries(
                  causes.map(({ cause }, c) => [
                    cause,
                    {
                      show: shown.gained === null ? "–" : words.signed(shown.shares[c]!),
                      by: shown.gained === null ? null : shown.shares[c]!,
                    },
                  ]),
                ),
                ...Object.fromEntries(
                  partColumns.map(({ id }, p) => [
                    id,
                    {
                      show: shown.gained === null ? "–" : words.signed(shown.partShares[p]!),
                      by: shown.gained === null ? null : shown.partShares[p]!,
                    },
                  ]),
                ),
                words: {
                  show: (
                    <>
                      {words.sentence(shown)}
                      {shown.withoutRank > 0
                        ? ` ${say("withoutRank", { count: shown.withoutRank, of: places(2 ** causes.length) })}`
                        : ""}
                    </>
                  ),
                },
              },
            };
          })}
          sort={state.sort}
          onSort={(sort) => change({ sort })}
        />
      }
    />
  );
}
