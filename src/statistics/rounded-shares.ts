/**
 * Shares rounded so that what is shown sums to the rounded whole.
 *
 * Meaning: each share is cut off below its last digit, and the digits that are lacking (or too many) go to
 * those that lost most by it; a share moves by less than one unit of its last digit. Rounded one by one, three
 * thirds of a place would be shown as 0.3 each, and a tenth of a place would be missing. Shares of the
 * opposite change are shown as the opposite.
 *
 * @param shares of a whole, any one unit
 * @param digits after the point
 * @returns in the order given; never -0
 * @limits For showing only: reckon with the shares themselves.
 * @source largest remainders (Hamilton's method), from 0 towards both sides
 * @example
 * roundedShares([1 / 3, 1 / 3, 1 / 3], 1) // => [0.4, 0.3, 0.3]
 * roundedShares([2.5, -1.5], 0) // => [2, -1]
 */
export function roundedShares(shares: readonly number[], digits: number): readonly number[] {
  const unit = 10 ** digits;
  // Shares that are whole but for the last bit must not be cut down to the number below.
  const scaled = shares.map((share) => Number((share * unit).toFixed(6)));
  const whole = scaled.map(Math.trunc);
  const sum = (list: readonly number[]) => list.reduce((total, share) => total + share, 0);
  const exact = Number(sum(scaled).toFixed(6));
  const lacking = Math.sign(exact) * Math.round(Math.abs(exact)) - sum(whole);
  const side = Math.sign(lacking);
  const order = scaled
    .map((share, i) => ({ i, lost: side * (share - whole[i]!) }))
    .sort((a, b) => b.lost - a.lost || a.i - b.i);
  for (const { i } of order.slice(0, Math.abs(lacking))) whole[i]! += side;
  return whole.map((share) => share / unit + 0);
}
