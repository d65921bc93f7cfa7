// One row of a dot plot: label, bar, marks with their intervals, note. Knows no other row.

import { type Interval, IntervalMark } from "./interval-mark.tsx";
import type { LinearScale } from "./linear-scale.ts";
import { MarkShape, type ShapeName } from "./mark-shape.tsx";
import { Silent } from "./silent.tsx";
import { textCut } from "./text-lines.ts";

export type DotPlotMark = {
  readonly value: number;
  /** Colour 1 to 6 of the categories. */
  readonly colour: number;
  readonly shape: ShapeName;
  readonly small?: boolean;
  /** How sure the value is; drawn as a whisker. */
  readonly interval?: Interval | null | undefined;
  /** Drawn as a bar from the zero line (or the low end of the axis), its whisker at the end. */
  readonly bar?: boolean;
};

export type DotPlotRow = {
  readonly id: string;
  /** Left of the row. */
  readonly label: string;
  /** Right of the row, for example the score. */
  readonly note: string;
  readonly marks: readonly DotPlotMark[];
  /** Where others stand, drawn as an upright stroke over the row: a median, a target. */
  readonly strokes?: readonly number[];
  /** Range of others behind the marks. */
  readonly range?: Interval | null | undefined;
  /** Why there is no value: the row is hatched. */
  readonly missing: string | null;
  /** The whole row in words, for the keyboard and the screen reader. */
  readonly spoken: string;
  readonly onOpen?: (() => void) | undefined;
};

export function DotRow({
  row,
  x,
  y,
  labelY,
  labelWidth,
  width,
  hatch,
}: {
  row: DotPlotRow;
  x: LinearScale;
  /** Line of the marks; `labelY` is the base line of the label. */
  y: number;
  labelY: number;
  labelWidth: number;
  width: number;
  hatch: string;
}) {
  const [low, high] = x.domain;
  const zero = x(low <= 0 && high >= 0 ? 0 : low);
  return (
    <Silent>
      <text x={0} y={labelY} className="chart-label">
        {textCut(row.label, labelWidth, 13)}
      </text>
      {row.missing === null ? (
        <line x1={x(low)} x2={x(high)} y1={y} y2={y} className="chart-row-line" />
      ) : (
        <rect
          x={x(low)}
          y={y - 7}
          width={x(high) - x(low)}
          height={14}
          fill={hatch}
          className="chart-missing"
        />
      )}
      {row.range ? (
        <rect
          x={x(row.range.low)}
          y={y - 9}
          width={Math.max(1, x(row.range.high) - x(row.range.low))}
          height={18}
          className="chart-range"
        />
      ) : null}
      {row.marks.map((mark) =>
        mark.bar ? (
          <rect
            key={`bar ${mark.shape}${mark.colour}`}
            x={Math.min(zero, x(mark.value))}
            y={y - 6}
            width={Math.max(1.5, Math.abs(x(mark.value) - zero))}
            height={12}
            className={`chart-bar chart-colour-${mark.colour}`}
          />
        ) : null,
      )}
      {row.strokes?.map((value) => (
        <line key={value} x1={x(value)} x2={x(value)} y1={y - 10} y2={y + 10} className="chart-stroke" />
      ))}
      {row.marks.map((mark, m) =>
        mark.interval ? (
          <IntervalMark
            key={`interval ${mark.shape}${mark.colour}`}
            from={x(mark.interval.low)}
            to={x(mark.interval.high)}
            across={y + (mark.bar ? 0 : nudge(row.marks, m, x))}
            colour={mark.bar ? 6 : mark.colour}
          />
        ) : null,
      )}
      {row.marks.map((mark, m) =>
        mark.bar ? null : (
          <MarkShape
            key={`${mark.shape}${mark.colour}`}
            x={x(mark.value)}
            y={y + nudge(row.marks, m, x)}
            shape={mark.shape}
            colour={mark.colour}
            size={mark.small ? 4 : 6}
            isZero={mark.value === 0}
          />
        ),
      )}
      <text x={width} y={y + 4.5} textAnchor="end" className="chart-note">
        {row.note}
      </text>
    </Silent>
  );
}

/**
 * Marks that would lie on each other stand a little above and below their line, so that each is seen; marks
 * with whiskers always do when there are several, for the whiskers cross.
 */
function nudge(marks: readonly DotPlotMark[], index: number, x: LinearScale): number {
  const own = marks[index]!;
  const near = marks.filter(
    (mark) => !mark.bar && (Math.abs(x(mark.value) - x(own.value)) < 7 || (mark.interval && own.interval)),
  );
  return near.length < 2 ? 0 : (near.indexOf(own) - (near.length - 1) / 2) * 7;
}
