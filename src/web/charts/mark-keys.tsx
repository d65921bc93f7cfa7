// What a form and colour of mark stands for, printed above the marks of a chart in as many rows as it needs.

import { MarkShape, type ShapeName } from "./mark-shape.tsx";
import { inRows, textWidth } from "./text-lines.ts";

export type MarkKey = { readonly label: string; readonly colour: number; readonly shape: ShapeName };

const rowHeight = 20;
const placed = (keys: readonly MarkKey[], width: number) =>
  inRows(keys, width, (key) => 20 + textWidth(key.label, 12.5) + 16);

/** Height of the keys above a chart of this width; 0 without keys. */
export const markKeysHeight = (keys: readonly MarkKey[], width: number): number =>
  ((placed(keys, width).at(-1)?.row ?? -1) + 1) * rowHeight;

export function MarkKeys({
  keys,
  width,
  top,
}: {
  readonly keys: readonly MarkKey[];
  readonly width: number;
  readonly top: number;
}) {
  return (
    <>
      {placed(keys, width).map(({ item: key, x, row }) => (
        <g key={key.label}>
          <MarkShape
            x={x + 6}
            y={top + 8 + row * rowHeight}
            shape={key.shape}
            colour={key.colour}
            size={5}
            isZero={false}
          />
          <text x={x + 16} y={top + 12 + row * rowHeight} className="chart-tick">
            {key.label}
          </text>
        </g>
      ))}
    </>
  );
}
