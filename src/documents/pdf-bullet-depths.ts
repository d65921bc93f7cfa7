// How deep bullets stand in each other, by their places on one page: those of an inner list are set in.

import { readMarker } from "./markers.ts";
import type { PageLine } from "./pdf-words.ts";

/** Places of one list agree by so many points; those of another column are farther than this. */
const same = 4;
const otherColumn = 60;

/** Depths of the bullets of one page, asked in reading order. */
export class BulletDepths {
  #places: number[] = [];

  /** The depth of a line that begins with a bullet, written, drawn or tagged; nothing for other lines. */
  of(line: PageLine, beginsByTags: boolean): { readonly depth?: number } {
    const marker = line.cell ? null : readMarker(line.text);
    const isBullet =
      !line.cell && (line.bullet || marker?.style === "bullet" || (beginsByTags && marker === null));
    if (!isBullet) return {};
    const top = this.#places.at(-1);
    if (top !== undefined && Math.abs(line.x - top) > otherColumn) this.#places = [];
    while (this.#places.length > 0 && this.#places.at(-1)! > line.x + same) this.#places.pop();
    if (this.#places.length === 0 || this.#places.at(-1)! < line.x - same) this.#places.push(line.x);
    return { depth: this.#places.length };
  }
}
