import { seededRandom } from "#kernel";

/**
 * All records in random order: the list from which rules for stopping draw. The next entry that is still unread
 * is a random draw from all unread records.
 *
 * @param total records in the stack
 * @param seed any integer; the same seed gives the same list everywhere
 * @returns places from 0, each once
 * @limits Nobody who decides what is read next by rank may look at the list beforehand.
 * @source Fisher and Yates, in the form of Durstenfeld (1964), Communications of the ACM 7(7), algorithm 235
 * @example
 * [...controlOrder(4, 1)].sort().join("") // => "0123"
 */
export function controlOrder(total: number, seed: number): Uint32Array {
  const random = seededRandom(seed);
  const order = Uint32Array.from({ length: total }, (_, i) => i);
  for (let i = total - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const other = order[i]!;
    order[i] = order[j]!;
    order[j] = other;
  }
  return order;
}
