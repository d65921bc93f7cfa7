/**
 * Where an increasing function is 0 between two ends, by Newton's steps held inside a shrinking bracket.
 *
 * @param slope derivative of the function; a step that leaves the bracket is replaced by its middle
 */
export function rootBetween(
  low: number,
  high: number,
  value: (x: number) => number,
  slope: (x: number) => number,
): number {
  let from = low;
  let to = high;
  let x = (low + high) / 2;
  for (let step = 0; step < 200; step++) {
    const off = value(x);
    if (off === 0) return x;
    if (off < 0) from = x;
    else to = x;
    let next = x - off / slope(x);
    if (!(next > from && next < to)) next = (from + to) / 2;
    if (next === x || Math.abs(next - x) <= 1e-16 * Math.abs(x)) return next;
    x = next;
  }
  return x;
}
