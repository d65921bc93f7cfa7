/**
 * The known word a misspelt one was most likely meant to be, or `null` when none is near: the smallest
 * number of letters inserted, removed, changed or swapped with their neighbour, at most a third of the
 * longer word (at least 2), letter case ignored.
 *
 * @source Damerau (1964); optimal string alignment distance
 */
export function nearestWord(word: string, known: readonly string[]): string | null {
  let best: string | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  const short = word.slice(0, 60).toLowerCase();
  for (const candidate of known) {
    const distance = distanceOf(short, candidate.toLowerCase());
    const limit = Math.max(2, Math.floor(Math.max(short.length, candidate.length) / 3));
    if (distance <= limit && distance < Math.min(candidate.length, bestDistance)) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

function distanceOf(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
    }
    before = previous;
    previous = row;
  }
  return previous[b.length]!;
}
