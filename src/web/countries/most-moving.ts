import type { Driver } from "./placed-scores.ts";

/**
 * The indicators that lift a score most, strongest first, and those that lower it, strongest last; one that
 * changes nothing is in neither.
 *
 * @param most of each
 */
export function mostMoving(
  drivers: readonly Driver[],
  most: number,
): { readonly lifting: readonly Driver[]; readonly lowering: readonly Driver[] } {
  // What rounding leaves of nothing is nothing.
  const moving = drivers.filter(({ shift }) => shift !== null && Math.abs(shift) > 1e-9);
  const sorted = [...moving].sort((a, b) => b.shift! - a.shift! || (a.indicator < b.indicator ? -1 : 1));
  return {
    lifting: sorted.filter(({ shift }) => shift! > 0).slice(0, most),
    lowering: sorted.filter(({ shift }) => shift! < 0).slice(-most),
  };
}
