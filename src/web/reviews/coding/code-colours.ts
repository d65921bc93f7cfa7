// The colours of codes. Other programs give any colour; the pages show the nearest of their own palette, which
// is told apart by the colour-blind and legible in both schemes.

/** The palette of the pages in its order, as codes exchange colours. */
export const codeColours = [
  "#0072b2",
  "#d55e00",
  "#009e73",
  "#cc79a7",
  "#e69f00",
  "#56b4e9",
  "#5a6068",
  "#f0e442",
] as const;

const parts = (colour: string): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) || 0);

/**
 * The number, from 1, of the palette colour nearest to a colour.
 *
 * @example
 * nearestColour("#0072b2") // => 1
 * nearestColour("#ff6600") // => 2
 */
export function nearestColour(colour: string): number {
  const wanted = parts(colour);
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [at, own] of codeColours.entries()) {
    const distance = parts(own).reduce((sum, part, k) => sum + (part - (wanted[k] ?? 0)) ** 2, 0);
    if (distance < least) {
      least = distance;
      best = at;
    }
  }
  return best + 1;
}

/** The colour the next code gets: the one fewest codes have. */
export function nextColour(codes: readonly { readonly colour: string }[]): string {
  const counts = codeColours.map(
    (_, at) => codes.filter(({ colour }) => nearestColour(colour) === at + 1).length,
  );
  // The last two are the palest; they come when the others are used up.
  const usual = counts.slice(0, 6);
  return codeColours[usual.indexOf(Math.min(...usual))] ?? codeColours[0];
}
