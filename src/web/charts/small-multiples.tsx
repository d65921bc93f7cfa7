import { bandPath, type LinePoint } from "./line-chart.tsx";
import { lineSegments } from "./line-segments.ts";
import { linearScale } from "./linear-scale.ts";
import { MarkShape } from "./mark-shape.tsx";
import { Picture, type PictureText } from "./picture.tsx";
import { type Mark, useRovingMarks } from "./roving-marks.ts";
import { Silent } from "./silent.tsx";
import { inRows, textCut, textWidth } from "./text-lines.ts";

export type MultipleLine = {
  readonly id: string;
  readonly points: readonly LinePoint[];
  /** Colour 1 to 6 of the categories. */
  readonly colour: number;
  /** Drawn thin and dashed: a median. */
  readonly beside?: boolean;
};

export type Multiple = {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly MultipleLine[];
  /** Why there is nothing to draw: the panel is hatched. */
  readonly missing: string | null;
  /** The whole panel in words. */
  readonly spoken: string;
  readonly onOpen?: (() => void) | undefined;
};

const panelHeight = 118;
const narrowest = 168;

/** The same small chart once for each thing, all on the same axes, so that they can be compared by eye. */
export function SmallMultiples({
  text,
  sentence,
  panels,
  years,
  ticks,
  format,
  keys = [],
}: {
  text: PictureText;
  sentence: string;
  panels: readonly Multiple[];
  years: readonly [first: number, last: number];
  /** Of the axis of values; the ends are its domain. */
  ticks: readonly number[];
  format: (value: number) => string;
  keys?: readonly { readonly label: string; readonly colour: number; readonly beside?: boolean }[];
}) {
  const { markProps, detail } = useRovingMarks(
    panels.map((panel): Mark => ({ id: panel.id, label: panel.spoken, onOpen: panel.onOpen })),
  );
  const columnsIn = (width: number) => Math.max(1, Math.min(panels.length, 4, Math.floor(width / narrowest)));
  const keysIn = (width: number) => inRows(keys, width, (key) => 30 + textWidth(key.label, 12.5) + 16);
  const head = (width: number) => ((keysIn(width).at(-1)?.row ?? -1) + 1) * 20 + 4;
  return (
    <Picture
      text={text}
      describe={sentence}
      detail={detail}
      plotHeight={(width) => head(width) + Math.ceil(panels.length / columnsIn(width)) * panelHeight}
    >
      {(sheet) => {
        const columns = columnsIn(sheet.width);
        const wide = sheet.width / columns;
        const room = Math.max(...ticks.map((tick) => textWidth(format(tick), 11))) + 8;
        return (
          <>
            <Silent>
              {keysIn(sheet.width).map(({ item: key, x, row }) => (
                <g key={key.label}>
                  <path
                    d={`M${x} ${sheet.top + 8 + row * 20}h22`}
                    className={`chart-line chart-colour-${key.colour}${key.beside ? " chart-beside" : ""}`}
                  />
                  <text x={x + 28} y={sheet.top + 12 + row * 20} className="chart-tick">
                    {key.label}
                  </text>
                </g>
              ))}
            </Silent>
            {panels.map((panel, i) => {
              const left = (i % columns) * wide;
              const top = sheet.top + head(sheet.width) + Math.floor(i / columns) * panelHeight;
              const base = top + panelHeight - 30;
              const [from, to] = [left + room, left + wide - 14];
              const x = linearScale(years, [from + 4, to - 4]);
              const y = linearScale([ticks[0]!, ticks.at(-1)!], [base, top + 24]);
              return (
                <g key={panel.id} className="chart-mark" {...markProps(i)}>
                  <rect x={left} y={top} width={wide - 6} height={panelHeight - 6} className="chart-hit" />
                  <Silent>
                    <text x={from} y={top + 14} className="chart-label">
                      {textCut(panel.title, to - from, 13)}
                    </text>
                    {ticks.map((tick) => (
                      <g key={tick}>
                        <line
                          x1={from}
                          x2={to}
                          y1={y(tick)}
                          y2={y(tick)}
                          className={tick === 0 ? "chart-zero-line" : "chart-grid"}
                        />
                        <text x={from - 5} y={y(tick) + 4} textAnchor="end" className="chart-tick">
                          {format(tick)}
                        </text>
                      </g>
                    ))}
                    {[...new Set(years)].map((year, end) => (
                      <text
                        key={year}
                        x={x(year)}
                        y={base + 16}
                        textAnchor={end === 0 ? "start" : "end"}
                        className="chart-tick"
                      >
                        {year}
                      </text>
                    ))}
                    {panel.missing === null ? (
                      panel.lines.map((line) => <PanelLine key={line.id} line={line} x={x} y={y} />)
                    ) : (
                      <rect
                        x={from}
                        y={top + 24}
                        width={to - from}
                        height={base - top - 24}
                        fill={sheet.hatch}
                        className="chart-missing"
                      />
                    )}
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

function PanelLine({
  line,
  x,
  y,
}: {
  line: MultipleLine;
  x: (year: number) => number;
  y: (value: number) => number;
}) {
  const colour = `chart-colour-${line.colour}`;
  return (
    <>
      {lineSegments(line.points).map((segment) => (
        <g key={segment[0]!.year}>
          <path d={bandPath(segment, x, y)} className={`chart-band ${colour}`} />
          <polyline
            points={segment.map((point) => `${x(point.year)},${y(point.value!)}`).join(" ")}
            className={`chart-line ${colour}${line.beside ? " chart-beside" : ""}`}
          />
          {/* A year between two without a value would be a line of no length: it needs a mark. */}
          {segment.length === 1 && !line.beside ? (
            <MarkShape
              x={x(segment[0]!.year)}
              y={y(segment[0]!.value!)}
              shape="circle"
              colour={line.colour}
              size={3}
              isZero={false}
            />
          ) : null}
        </g>
      ))}
    </>
  );
}
