export type PlacedLabel = {
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "end";
};

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

const gap = 7;
const height = 13;

/**
 * Where names can stand beside their marks without lying on another name or mark: at the right, else at
 * the left; where neither is free there is none. Marks are served in the order given.
 *
 * @param marks position of each mark and width of its name
 * @returns a place for each mark, or null
 * @example
 * placedLabels([{ x: 10, y: 50, width: 30 }], { left: 0, right: 100, top: 0, bottom: 100 })
 * // => [{ x: 17, y: 54, anchor: "start" }]
 */
export function placedLabels(
  marks: readonly { readonly x: number; readonly y: number; readonly width: number }[],
  room: Box,
): readonly (PlacedLabel | null)[] {
  const taken: Box[] = marks.map(({ x, y }) => ({ left: x - 4, right: x + 4, top: y - 4, bottom: y + 4 }));
  const isFree = (box: Box, own: number) =>
    box.left >= room.left &&
    box.right <= room.right &&
    box.top >= room.top &&
    box.bottom <= room.bottom &&
    !taken.some(
      (other, i) =>
        i !== own &&
        other.left < box.right &&
        other.right > box.left &&
        other.top < box.bottom &&
        other.bottom > box.top,
    );
  return marks.map(({ x, y, width }, own) => {
    const [top, bottom] = [y - height / 2, y + height / 2];
    const sides = [
      { box: { left: x + gap, right: x + gap + width, top, bottom }, at: x + gap, anchor: "start" as const },
      { box: { left: x - gap - width, right: x - gap, top, bottom }, at: x - gap, anchor: "end" as const },
    ];
    const side = sides.find(({ box }) => isFree(box, own));
    if (!side) return null;
    taken.push(side.box);
    return { x: side.at, y: y + 4, anchor: side.anchor };
  });
}
