/**
 * Moves labels at the ends of lines apart, so that none lies on another, as little as possible and in the
 * same order. Where there is less room than labels need, they keep their order and share the room evenly.
 *
 * @param wanted position of each label, any order
 * @param gap least distance between neighbours
 * @param low upper end of the room (smaller number), `high` its lower end
 * @returns a position per label, in the order given
 * @example
 * spreadLabels([10, 12, 50], 14, 0, 100) // => [4, 18, 50]
 */
export function spreadLabels(
  wanted: readonly number[],
  gap: number,
  low: number,
  high: number,
): readonly number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
  const step = Math.min(gap, order.length > 1 ? (high - low) / (order.length - 1) : gap);
  // Pool neighbours that collide; a pool stands around the mean of what its members want.
  const pools: { start: number; members: number[] }[] = [];
  for (const index of order) {
    let pool = { start: clamp(wanted[index]!, low, high), members: [index] };
    for (let last = pools.at(-1); last; last = pools.at(-1)) {
      if (last.start + (last.members.length - 1) * step + step <= pool.start + 1e-9) break;
      pools.pop();
      const members = [...last.members, ...pool.members];
      const mean = members.reduce((sum, m, k) => sum + wanted[m]! - k * step, 0) / members.length;
      pool = { start: clamp(mean, low, high - (members.length - 1) * step), members };
    }
    pools.push(pool);
  }
  const result = [...wanted];
  for (const pool of pools) {
    pool.members.forEach((member, k) => {
      result[member] = pool.start + k * step;
    });
  }
  return result;
}

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));
