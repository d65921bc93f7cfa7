import { fillOn, KeyBoxes, keyHeight, type MapFill, type MapKey } from "./map-parts.tsx";
import { Picture, type PictureText } from "./picture.tsx";
import { type Mark, useRovingMarks } from "./roving-marks.ts";
import { Silent } from "./silent.tsx";
import { textCut } from "./text-lines.ts";

export type Tile = {
  readonly area: string;
  readonly name: string;
  /** Under the name, for example the value. */
  readonly note: string;
  readonly fill: MapFill;
  /** The area and its value in words. */
  readonly spoken: string;
  readonly onOpen?: (() => void) | undefined;
};

const tileHeight = 44;
const narrowest = 92;

/**
 * One tile of the same size for each area: for areas that no map shows (invented ones, groups), and where
 * small states matter as much as large ones. Shades as on the map; no data is hatched.
 */
export function TileView({
  text,
  sentence,
  tiles,
  keys,
}: {
  text: PictureText;
  sentence: string;
  tiles: readonly Tile[];
  keys: readonly MapKey[];
}) {
  const { markProps, detail } = useRovingMarks(
    tiles.map((tile): Mark => ({ id: tile.area, label: tile.spoken, onOpen: tile.onOpen })),
  );
  const columnsIn = (width: number) => Math.max(2, Math.floor(width / narrowest));
  const heightIn = (width: number) => Math.ceil(tiles.length / columnsIn(width)) * tileHeight;
  return (
    <Picture
      text={text}
      describe={sentence}
      detail={detail}
      plotHeight={(width) => heightIn(width) + 14 + keyHeight(keys, width)}
    >
      {(sheet) => {
        const columns = columnsIn(sheet.width);
        const wide = sheet.width / columns;
        return (
          <>
            {tiles.map((tile, i) => {
              const [x, y] = [(i % columns) * wide, sheet.top + Math.floor(i / columns) * tileHeight];
              const step = typeof tile.fill === "number" ? ` map-step-${tile.fill}` : "";
              const letters =
                typeof tile.fill === "number"
                  ? `map-tile-name map-on-${tile.fill < 3 ? "low" : tile.fill === 3 ? "middle" : "high"}`
                  : "map-tile-name";
              return (
                <g key={tile.area} className="chart-mark map-mark" {...markProps(i)}>
                  <rect
                    x={x}
                    y={y}
                    width={wide - 3}
                    height={tileHeight - 3}
                    {...fillOn(sheet, tile.fill)}
                    className={`map-tile${step}`}
                  />
                  <Silent>
                    <text x={x + 6} y={y + 17} className={letters}>
                      {textCut(tile.name, wide - 14, 12)}
                    </text>
                    <text x={x + 6} y={y + 33} className={letters}>
                      {textCut(tile.note, wide - 14, 12)}
                    </text>
                  </Silent>
                </g>
              );
            })}
            <Silent>
              <KeyBoxes keys={keys} sheet={sheet} top={sheet.top + heightIn(sheet.width) + 8} />
            </Silent>
          </>
        );
      }}
    </Picture>
  );
}
