/** No name is longer; comparing costs time by the length of both. */
const longestName = 100;

/**
 * The name a misspelt one most likely means, by the fewest changed letters; null where more than a third
 * of it would have to change.
 *
 * @example
 * nearestName("contries", ["countries", "title"]) // => "countries"
 * nearestName("budget", ["countries", "title"]) // => null
 */
export function nearestName(given: string, names: readonly string[]): string | null {
  if (given.length > longestName) return null;
  let best: string | null = null;
  let fewest = Math.floor(given.length / 3) + 1;
  for (const name of names) {
    const changes = editDistance(given.toLowerCase(), name.toLowerCase());
    if (changes < fewest) {
      fewest = changes;
      best = name;
    }
  }
  return best;
}

/** Letters to add, drop or change, and neighbours to swap, by the usual table of prefixes. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, before[j - 2]! + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return row[b.length]!;
}
