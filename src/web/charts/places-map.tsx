// The places of a set of figures: on the world map, or as tiles where all of them are invented and no map
// may show them.

import { isInventedAreaCode } from "#kernel";
import { useLanguage, useWords } from "../i18n.ts";
import { areasOfMap } from "./areas-of-map.ts";
import { LazyMap } from "./lazy-map.tsx";
import type { MapFill, MapKey } from "./map-parts.tsx";
import type { PictureText } from "./picture.tsx";
import { TileView } from "./tile-view.tsx";

export type PlaceOnMap = {
  readonly name: string;
  readonly fill: MapFill;
  /** The value, or why there is none, in the few words a tile has room for. */
  readonly note: string;
  /** The same in full, said after the name; the note where it says all. */
  readonly spoken?: string;
  readonly onOpen: () => void;
};

const allInvented = (codes: readonly string[]) => codes.every(isInventedAreaCode);

/** What a map of these areas does with the invented ones, in words; empty where there are none. */
export function useInventedNote(codes: readonly string[]): string {
  const say = useWords("charts");
  const count = codes.filter(isInventedAreaCode).length;
  return count === 0
    ? ""
    : allInvented(codes)
      ? say("map.inventedTiles")
      : say("map.inventedUndrawn", { count });
}

/**
 * @param codes the areas that have a row in the data, in the order of their tiles
 * @param placeOf what is shown of an area; the map asks for every country, also those without a row
 */
export function PlacesMap({
  text,
  sentence,
  codes,
  placeOf,
  keys,
}: {
  readonly text: PictureText;
  readonly sentence: string;
  readonly codes: readonly string[];
  readonly placeOf: (code: string) => PlaceOnMap;
  readonly keys: readonly MapKey[];
}) {
  const language = useLanguage();
  const placed = (code: string) => {
    const { note, spoken = note, ...place } = placeOf(code);
    return { area: code, note, ...place, spoken: `${place.name}: ${spoken}` };
  };
  return allInvented(codes) ? (
    <TileView text={text} sentence={sentence} tiles={codes.map(placed)} keys={keys} />
  ) : (
    <LazyMap
      text={text}
      sentence={sentence}
      areas={areasOfMap(language).map(({ code }) => {
        // A name given to the map is printed on it.
        const { name: _, note: __, ...area } = placed(code);
        return area;
      })}
      keys={keys}
    />
  );
}
