// Sorting by number without a comparing function: after each judgement all waiting records are sorted again.

/** Bits of a score that one pass looks at; six passes see them all. */
const bits = 11;
const mask = (1 << bits) - 1;

/** Which half of a number in memory holds the sign: the second on nearly all machines. */
const high = new Uint32Array(Float64Array.of(1).buffer)[1] === 0 ? 0 : 1;

/**
 * Places by falling score; of equal scores the one that came first stays first.
 *
 * The bits of a number, as an unsigned integer, rise with a positive number and fall with a negative one; with
 * those of the positive ones turned over, they rise as scores fall. They are sorted by eleven bits at a time, the
 * lowest first, each pass keeping the sequence of the last.
 *
 * @param places in the sequence that decides between equal scores
 * @param scores by place, none of them NaN
 * @returns the places, sorted
 */
export function byFallingScore(places: Uint32Array, scores: Float64Array): Uint32Array<ArrayBuffer> {
  const n = places.length;
  // Adding nothing turns -0 into 0, which is its equal.
  const halves = new Uint32Array(Float64Array.from(places, (place) => scores[place]! + 0).buffer);
  const [upper, lower] = [new Uint32Array(n), new Uint32Array(n)];
  for (let i = 0; i < n; i++) {
    const top = halves[2 * i + high]!;
    const isPositive = top < 0x80000000;
    upper[i] = isPositive ? ~top & 0x7fffffff : top;
    lower[i] = isPositive ? ~halves[2 * i + 1 - high]! : halves[2 * i + 1 - high]!;
  }
  let from = Uint32Array.from(places.keys());
  let to = new Uint32Array(n);
  const ends = new Uint32Array(mask + 2);
  for (const key of [lower, upper])
    for (let shift = 0; shift < 32; shift += bits) {
      ends.fill(0);
      for (let i = 0; i < n; i++) ends[((key[i]! >>> shift) & mask) + 1]!++;
      for (let digit = 0; digit <= mask; digit++) ends[digit + 1]! += ends[digit]!;
      for (let i = 0; i < n; i++) to[ends[(key[from[i]!]! >>> shift) & mask]!++] = from[i]!;
      [from, to] = [to, from];
    }
  return from.map((i) => places[i]!);
}
