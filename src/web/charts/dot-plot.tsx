import { linearScale } from "./linear-scale.ts";
import { MarkShape, type ShapeName } from "./mark-shape.tsx";
import { Picture, type PictureText } from "./picture.tsx";
import { type Mark, useRovingMarks } from "./roving-marks.ts";
import { Silent } from "./silent.tsx";
import { inRows, textCut, textWidth } from "./text-lines.ts";

export type DotPlotMark = {
  readonly value: number;
  /** Colour 1 to 6 of the categories. */
  readonly colour: number;
  readonly shape: ShapeName;
  readonly small?: boolean;
};

export type DotPlotRow = {
  readonly id: string;
  /** Left of the row. */
  readonly label: string;
  /** Right of the row, for example the score. */
  readonly note: string;
  readonly marks: readonly DotPlotMark[];
  /** Why there is no value: the row is hatched. */
  readonly missing: string | null;
  /** The whole row in words, for the keyboard and the screen reader. */
  readonly spoken: string;
  readonly onOpen?: (() => void) | undefined;
};

/** What a form and colour of mark stands for, printed above the rows. */
export type DotPlotKey = { readonly label: string; readonly colour: number; readonly shape: ShapeName };

export type DotPlotGuide = { readonly value: number; readonly label: string };

const lineHeight = 26;
/** Height of a row whose label stands above its marks. */
const stackedHeight = 42;

/** One row per thing, one mark per value on a common axis; rows without a value are hatched, zero is a ring. */
export function DotPlot({
  text,
  sentence,
  rows,
  ticks,
  format,
  guides = [],
  keys = [],
  labelShare = 0.34,
}: {
  text: PictureText;
  sentence: string;
  rows: readonly DotPlotRow[];
  ticks: readonly number[];
  format: (value: number) => string;
  guides?: readonly DotPlotGuide[];
  keys?: readonly DotPlotKey[];
  labelShare?: number;
}) {
  const { markProps, detail } = useRovingMarks(
    rows.map((row): Mark => ({ id: row.id, label: row.spoken, onOpen: row.onOpen })),
  );
  const keysIn = (width: number) => inRows(keys, width, (key) => 20 + textWidth(key.label, 12.5) + 16);
  const keyHeight = (width: number) => (keys.length ? ((keysIn(width).at(-1)?.row ?? 0) + 1) * 20 + 4 : 0);
  const leftOf = (width: number) => Math.min(280, Math.max(96, width * labelShare));
  // Where a label does not fit beside its row it stands above it, whole, as on a phone.
  const isStacked = (width: number) => rows.some((row) => textWidth(row.label, 13) > leftOf(width));
  const rowHeightIn = (width: number) => (isStacked(width) ? stackedHeight : lineHeight);
  const head = (width: number) => keyHeight(width) + (guides.length > 0 ? 22 : 6);
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
        const right = sheet.width - 52;
        const x = linearScale([ticks[0]!, ticks.at(-1)!], [left + 10, right - 8]);
        const first = sheet.top + head(sheet.width);
        const base = first + rows.length * rowHeight;
        return (
          <>
            <Silent>
              {keysIn(sheet.width).map(({ item: key, x: from, row }) => (
                <g key={key.label}>
                  <MarkShape
                    x={from + 6}
                    y={sheet.top + 8 + row * 20}
                    shape={key.shape}
                    colour={key.colour}
                    size={5}
                    isZero={false}
                  />
                  <text x={from + 16} y={sheet.top + 12 + row * 20} className="chart-tick">
                    {key.label}
                  </text>
                </g>
              ))}
              {ticks.map((tick) => (
                <g key={tick}>
                  <line
                    x1={x(tick)}
                    x2={x(tick)}
                    y1={first}
                    y2={base}
                    className={tick === 0 ? "chart-zero-line" : "chart-grid"}
                  />
                  <text x={x(tick)} y={base + 17} textAnchor="middle" className="chart-tick">
                    {format(tick)}
                  </text>
                </g>
              ))}
              {guides.map((guide) => (
                <g key={guide.label}>
                  <line
                    x1={x(guide.value)}
                    x2={x(guide.value)}
                    y1={first - 6}
                    y2={base}
                    className="chart-guide"
                  />
                  <text
                    x={x(guide.value)}
                    y={first - 9}
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
              const y = stacked ? middle + 9 : middle;
              return (
                <g key={row.id} className="chart-mark" {...markProps(i)}>
                  <rect
                    x={0}
                    y={middle - rowHeight / 2}
                    width={sheet.width}
                    height={rowHeight}
                    className="chart-hit"
                  />
                  <Silent>
                    <text x={0} y={stacked ? y - 13 : y + 4.5} className="chart-label">
                      {textCut(row.label, stacked ? sheet.width : left, 13)}
                    </text>
                    {row.missing === null ? (
                      <line
                        x1={x(ticks[0]!)}
                        x2={x(ticks.at(-1)!)}
                        y1={y}
                        y2={y}
                        className="chart-row-line"
                      />
                    ) : (
                      <rect
                        x={x(ticks[0]!)}
                        y={y - 7}
                        width={x(ticks.at(-1)!) - x(ticks[0]!)}
                        height={14}
                        fill={sheet.hatch}
                        className="chart-missing"
                      />
                    )}
                    {row.marks.map((mark, m) => (
                      <MarkShape
                        key={`${mark.shape}${mark.value}`}
                        x={x(mark.value)}
                        y={y + nudge(row.marks, m, x)}
                        shape={mark.shape}
                        colour={mark.colour}
                        size={mark.small ? 4 : 6}
                        isZero={mark.value === 0}
                      />
                    ))}
                    <text x={sheet.width} y={y + 4.5} textAnchor="end" className="chart-note">
                      {row.note}
                    </text>
                  </Silent>
                </g>
              );
            })}
          </>
        );
      }}
    </Picture>
  );
}

/** Marks that would lie on each other stand a little above and below their line, so that each is seen. */
function nudge(marks: readonly DotPlotMark[], index: number, x: (value: number) => number): number {
  const near = marks.filter((mark) => Math.abs(x(mark.value) - x(marks[index]!.value)) < 7);
  return near.length < 2 ? 0 : (near.indexOf(marks[index]!) - (near.length - 1) / 2) * 7;
}
