// Repairs a run of labels from its own order: (@ (b) (c) (d) (€) (f) (9) is (a) to (g).

const letters = "abcdefghijklmnopqrstuvwxyz";
const romans = [
  "i",
  "ii",
  "iii",
  "iv",
  "v",
  "vi",
  "vii",
  "viii",
  "ix",
  "x",
  "xi",
  "xii",
  "xiii",
  "xiv",
  "xv",
  "xvi",
  "xvii",
  "xviii",
  "xix",
  "xx",
];

type Scheme = { readonly name: string; readonly at: (position: number) => string | undefined };
const schemes: readonly Scheme[] = [
  { name: "letters", at: (i) => letters[i] },
  { name: "numbers", at: (i) => (i >= 0 ? String(i + 1) : undefined) },
  { name: "roman", at: (i) => romans[i] },
];

/**
 * The labels a run must have had, by the sequence that agrees with most of what can still be read.
 *
 * A sequence is believed when at least half of the labels, and at least two, agree with it (one is enough
 * for a run of one or two that starts at the beginning); otherwise the labels come back as they are.
 *
 * @param printed what stands between the parentheses, in order, lower or upper case, broken or not
 * @example
 * repairLabels(["@", "b", "c", "d", "€", "f", "9"]) // => ["a", "b", "c", "d", "e", "f", "g"]
 * repairLabels(["x", "q"]) // => ["x", "q"]
 */
export function repairLabels(printed: readonly string[]): readonly string[] {
  const readable = printed.map((label) => label.toLowerCase());
  let best: { hits: number; labels: readonly string[]; start: number } | null = null;
  for (const scheme of schemes) {
    const starts = new Set<number>([0]);
    for (const [i, label] of readable.entries())
      for (let k = 0; k < 100; k++) {
        const value = scheme.at(k);
        if (value === undefined) break;
        if (value === label && k - i >= 0) starts.add(k - i);
      }
    for (const start of starts) {
      const labels = readable.map((_, i) => scheme.at(start + i));
      if (labels.some((label) => label === undefined)) continue;
      const hits = labels.filter((label, i) => label === readable[i]).length;
      if (best === null || hits > best.hits || (hits === best.hits && start < best.start))
        best = { hits, labels: labels as string[], start };
    }
  }
  if (best === null) return printed;
  const enough =
    best.hits * 2 >= printed.length && (best.hits >= 2 || (best.start === 0 && printed.length <= 2));
  if (!enough) return printed;
  const upper = printed.filter((label) => /^[A-Z]/.test(label)).length * 2 > printed.length;
  return upper ? best.labels.map((label) => label.toUpperCase()) : best.labels;
}

/**
 * The numbers a run of consecutive paragraphs must have had: 0, 10, 11 is 9, 10, 11. Believed when more
 * than half agree; otherwise the numbers come back as they are.
 *
 * @example
 * repairNumbers(["0", "10", "11"]) // => ["9", "10", "11"]
 */
export function repairNumbers(printed: readonly string[]): readonly string[] {
  const values = printed.map((text) => (/^\d+$/.test(text) ? Number(text) : Number.NaN));
  let best = { hits: 0, start: 0 };
  for (const [i, value] of values.entries()) {
    const start = value - i;
    if (!(start >= 0)) continue;
    const hits = values.filter((other, k) => other === start + k).length;
    if (hits > best.hits) best = { hits, start };
  }
  return best.hits * 2 > printed.length ? printed.map((_, i) => String(best.start + i)) : printed;
}

/** The label of the nth item (from 1) of an ordered list of HTML type `1`, `a`, `A`, `i` or `I`. */
export function labelOfPosition(position: number, type: string): string {
  const name = /^a$/i.test(type) ? "letters" : /^i$/i.test(type) ? "roman" : "numbers";
  const label = schemes.find((scheme) => scheme.name === name)?.at(position - 1) ?? String(position);
  return /^[AI]$/.test(type) ? label.toUpperCase() : label;
}
