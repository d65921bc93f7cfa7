import { type DotPlotRow, DotRow } from "./dot-row.tsx";
import { linearScale } from "./linear-scale.ts";
import { type MarkKey, MarkKeys, markKeysHeight } from "./mark-keys.tsx";
import { Picture, type PictureText } from "./picture.tsx";
import { type Mark, useRovingMarks } from "./roving-marks.ts";
import { Silent } from "./silent.tsx";
import { textWidth } from "./text-lines.ts";
import { ValueTicks } from "./value-ticks.tsx";

export type DotPlotKey = MarkKey;

export type DotPlotGuide = { readonly value: number; readonly label: string };

export type { DotPlotRow } from "./dot-row.tsx";

const lineHeight = 26;
/** Height of a row whose label stands above its marks. */
const stackedHeight = 42;
/** Of a plot higher than a screen the axis stands above it too. */
const screenHeight = 800;

/**
 * One row per thing, one mark per value on a common axis, with its interval where it has one; rows without
 * a value are hatched, zero is a ring.
 *
 * @param noteWidth room at the right for the notes of the rows
 */
export function DotPlot({
  text,
  sentence,
  rows,
  ticks,
  format,
  guides = [],
  keys = [],
  labelShare = 0.34,
  noteWidth = 52,
  rowHeight: leastHeight = lineHeight,
}: {
  text: PictureText;
  sentence: string;
  rows: readonly DotPlotRow[];
  ticks: readonly number[];
  format: (value: number) => string;
  guides?: readonly DotPlotGuide[];
  keys?: readonly MarkKey[];
  labelShare?: number;
  noteWidth?: number;
  /** Room of a row, where several marks with whiskers stand above each other. */
  rowHeight?: number;
}) {
  const { markProps, detail } = useRovingMarks(
    rows.map((row): Mark => ({ id: row.id, label: row.spoken, onOpen: row.onOpen })),
  );
  const keyHeight = (width: number) => (keys.length ? markKeysHeight(keys, width) + 4 : 0);
  const longest = Math.max(0, ...rows.map((row) => textWidth(row.label, 13)));
  const leftOf = (width: number) => {
    const given = Math.min(Math.max(280, 700 * labelShare), Math.max(96, width * labelShare));
    // One long name in many rows is given more room on a wide sheet, rather than two lines to every row.
    return longest > given && longest + 16 <= width * 0.34 ? longest + 16 : given;
  };
  // Where a label does not fit beside its row it stands above it, whole, as on a phone.
  const isStacked = (width: number) => longest > leftOf(width);
  const rowHeightIn = (width: number) =>
    isStacked(width) ? leastHeight + stackedHeight - lineHeight : leastHeight;
  const axisAbove = (width: number) => (rows.length * rowHeightIn(width) > screenHeight ? 18 : 0);
  const head = (width: number) => keyHeight(width) + (guides.length > 0 ? 22 : 6) + axisAbove(width);
  // A whisker may reach beyond the last tick: to below zero, or to a rank that no country has.
  const ends = rows.flatMap(({ marks }) =>
    marks.flatMap(({ interval }) => (interval ? [interval.low, interval.high] : [])),
  );
  const domain: readonly [number, number] = [Math.min(ticks[0]!, ...ends), Math.max(ticks.at(-1)!, ...ends)];
  return (
    <Picture
      text={text}
      describe={sentence}
      detail={detail}
      plotHeight={(width) => head(width) + rows.length * rowHeightIn(width) + 24}
    >
      {(sheet) => {
        const stacked = isStacked(sheet.width);
        const rowHeight = rowHeightIn(sheet.width);
        const left = stacked ? 0 : leftOf(sheet.width);
        const right = sheet.width - noteWidth;
        const x = linearScale(domain, [left + 10, right - 8]);
        const first = sheet.top + head(sheet.width);
        const base = first + rows.length * rowHeight;
        return (
          <>
            <Silent>
              <MarkKeys keys={keys} width={sheet.width} top={sheet.top} />
              <ValueTicks
                ticks={ticks}
                x={x}
                top={first}
                base={base}
                figuresAt={axisAbove(sheet.width) > 0 ? [first - 6, base + 17] : [base + 17]}
                format={format}
              />
              {guides.map((guide) => (
                <g key={guide.label}>
                  <line
                    x1={x(guide.value)}
                    x2={x(guide.value)}
                    y1={first - 6 - axisAbove(sheet.width)}
                    y2={base}
                    className="chart-guide"
                  />
                  <text
                    x={x(guide.value)}
                    y={first - 9 - axisAbove(sheet.width)}
                    textAnchor={x(guide.value) > sheet.width * 0.6 ? "end" : "middle"}
                    className="chart-tick"
                  >
                    {guide.label}
                  </text>
                </g>
              ))}
            </Silent>
            {rows.map((row, i) => {
              const middle = first + (i + 0.5) * rowHeight;
              const y = stacked ? middle + 8 : middle;
              return (
                <g key={row.id} className="chart-mark" {...markProps(i)}>
                  <rect
                    x={0}
                    y={middle - rowHeight / 2}
                    width={sheet.width}
                    height={rowHeight}
                    className="chart-hit"
                  />
                  <DotRow
                    row={row}
                    x={x}
                    y={y}
                    labelY={stacked ? middle - rowHeight / 2 + 14 : y + 4.5}
                    labelWidth={stacked ? sheet.width : left}
                    width={sheet.width}
                    hatch={sheet.hatch}
                  />
                </g>
              );
            })}
          </>
        );
      }}
    </Picture>
  );
}
