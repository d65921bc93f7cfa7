/**
 * The place of each value when the highest comes first and equals share the better place: 1, 2, 2, 4.
 *
 * Meaning: a rank is one more than the number of values that are truly higher. Values closer than the
 * tolerance to the highest of their group count as equal, so that a tie does not depend on how sums
 * were rounded. The group is measured from its highest member, never from neighbour to neighbour: a long
 * chain of small steps is not one tie.
 *
 * Cost: one sort, O(n log n).
 *
 * @param values any unit; `null` is a missing value, keeps no place and takes none; NaN counts as missing
 * @param tolerance in the unit of the values, at least 0; differences up to it count as equal
 * @returns the ranks in the order of the values, `null` where the value is missing
 * @limits A rank says nothing about how far apart values are, and is relative to the set ranked.
 * @source "Standard competition ranking"; tolerance: methods 2, step 6
 * @example
 * competitionRank([0.9375, 0.5, 0.3125, 0.4375, 0.4375]) // => [1, 2, 5, 3, 3]
 * competitionRank([0.2, null, 0.7]) // => [2, null, 1]
 */
export function competitionRank(
  values: readonly (number | null)[],
  tolerance = 1e-12,
): readonly (number | null)[] {
  const present: { readonly value: number; readonly position: number }[] = [];
  for (const [position, value] of values.entries())
    if (value !== null && !Number.isNaN(value)) present.push({ value, position });
  present.sort((a, b) => (a.value < b.value ? 1 : a.value > b.value ? -1 : 0));

  const ranks: (number | null)[] = values.map(() => null);
  let highest = Number.NaN;
  let rank = 0;
  for (const [place, { value, position }] of present.entries()) {
    // The comparison with itself keeps two infinities equal: their difference is NaN.
    const equal = value === highest || highest - value <= tolerance;
    if (!equal) {
      highest = value;
      rank = place + 1;
    }
    ranks[position] = rank;
  }
  return ranks;
}
