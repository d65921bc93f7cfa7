// What the world map and the view of tiles share: fills and their key.

import type { Sheet } from "./picture.tsx";
import { inRows, textWidth } from "./text-lines.ts";

/** How an area is filled: not known (hatched), zero (dotted), or a step of the scale. */
export type MapFill = "unknown" | "zero" | 1 | 2 | 3 | 4 | 5;

/** One labelled box of the key, in the order it is shown. */
export type MapKey = { readonly fill: MapFill; readonly label: string };

/** The pattern of a fill that is no step of the scale. */
export const fillOn = (sheet: Pick<Sheet, "hatch" | "dots">, fill: MapFill): { readonly fill?: string } =>
  fill === "unknown" ? { fill: sheet.hatch } : fill === "zero" ? { fill: sheet.dots } : {};

const rowHeight = 22;
const keyRows = (keys: readonly MapKey[], width: number) =>
  inRows(keys, width, (key) => 26 + textWidth(key.label, 12.5) + 18);

/** Height of the key under a picture of this width. */
export const keyHeight = (keys: readonly MapKey[], width: number): number =>
  ((keyRows(keys, width).at(-1)?.row ?? -1) + 1) * rowHeight;

export function KeyBoxes({ keys, sheet, top }: { keys: readonly MapKey[]; sheet: Sheet; top: number }) {
  return (
    <>
      {keyRows(keys, sheet.width).map(({ item: key, x, row }) => {
        const y = top + row * rowHeight;
        const step = typeof key.fill === "number" ? ` map-step-${key.fill}` : "";
        return (
          <g key={key.label}>
            <rect
              x={x}
              y={y}
              width={20}
              height={13}
              {...fillOn(sheet, key.fill)}
              className={`map-key-box${step}`}
            />
            <text x={x + 26} y={y + 11} className="chart-tick">
              {key.label}
            </text>
          </g>
        );
      })}
    </>
  );
}
