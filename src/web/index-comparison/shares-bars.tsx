import { linearScale } from "../charts/linear-scale.ts";
import { type MarkKey, MarkKeys, markKeysHeight } from "../charts/mark-keys.tsx";
import { MarkShape } from "../charts/mark-shape.tsx";
import { Picture, type PictureText } from "../charts/picture.tsx";
import { type Mark, useRovingMarks } from "../charts/roving-marks.ts";
import { Silent } from "../charts/silent.tsx";
import { textCut } from "../charts/text-lines.ts";
import { ValueTicks } from "../charts/value-ticks.tsx";

export type ShareRow = {
  readonly id: string;
  readonly label: string;
  readonly note: string;
  /** In the order of the keys. */
  readonly shares: readonly number[];
  /** Why there are no shares: the row is hatched. */
  readonly missing: string | null;
  readonly spoken: string;
};

const rowHeight = 42;
const noteWidth = 56;

/**
 * For each area its shares as pieces of a bar: places gained to the right of zero, places lost to the left.
 * A piece is told by its colour, by the mark in it and, where there is room, by its figure.
 */
export function SharesBars({
  text,
  sentence,
  keys,
  rows,
  ticks,
  format,
}: {
  text: PictureText;
  sentence: string;
  keys: readonly MarkKey[];
  rows: readonly ShareRow[];
  ticks: readonly number[];
  format: (places: number) => string;
}) {
  const { markProps, detail } = useRovingMarks(rows.map((row): Mark => ({ id: row.id, label: row.spoken })));
  const head = (width: number) => markKeysHeight(keys, width) + 12;
  return (
    <Picture
      text={text}
      describe={sentence}
      detail={detail}
      plotHeight={(width) => head(width) + rows.length * rowHeight + 26}
    >
      {(sheet) => {
        const x = linearScale([ticks[0]!, ticks.at(-1)!], [8, sheet.width - noteWidth]);
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
                figuresAt={[base + 16]}
                format={format}
              />
            </Silent>
            {rows.map((row, i) => {
              const top = first + i * rowHeight;
              const y = top + 28;
              return (
                <g key={row.id} className="chart-mark" {...markProps(i)}>
                  <rect x={0} y={top} width={sheet.width} height={rowHeight} className="chart-hit" />
                  <Silent>
                    <text x={0} y={top + 14} className="chart-label">
                      {textCut(row.label, sheet.width - noteWidth, 13)}
                    </text>
                    <text x={sheet.width} y={y + 4.5} textAnchor="end" className="chart-note">
                      {row.note}
                    </text>
                    {row.missing === null ? (
                      piecesOf(row.shares).map(({ share, from, to, at }) => {
                        const key = keys[at]!;
                        const [left, right] = [Math.min(x(from), x(to)), Math.max(x(from), x(to))];
                        return (
                          <g key={key.label}>
                            <rect
                              x={left}
                              y={y - 8}
                              width={Math.max(1, right - left - 1)}
                              height={16}
                              className={`chart-bar chart-colour-${key.colour}`}
                            />
                            {right - left > 44 ? (
                              <text
                                x={(left + right) / 2 + 7}
                                y={y + 4.5}
                                textAnchor="middle"
                                className="chart-note"
                              >
                                {format(share)}
                              </text>
                            ) : null}
                            {right - left > 13 ? (
                              <MarkShape
                                x={right - left > 44 ? left + 9 : (left + right) / 2}
                                y={y}
                                shape={key.shape}
                                colour={key.colour}
                                size={4}
                                isZero={false}
                              />
                            ) : null}
                          </g>
                        );
                      })
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

type Piece = { readonly share: number; readonly from: number; readonly to: number; readonly at: number };

/** Gains laid end to end to the right of zero, losses to the left. */
function piecesOf(shares: readonly number[]): readonly Piece[] {
  let [up, down] = [0, 0];
  return shares.flatMap((share, at) => {
    if (share === 0) return [];
    const from = share > 0 ? up : down;
    const to = from + share;
    if (share > 0) up = to;
    else down = to;
    return [{ share, from, to, at }];
  });
}
