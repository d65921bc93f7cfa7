/** Below so many rows a list is sorted by comparing neighbours. */
const few = 24;

/**
 * Rows in ascending order of their values, for columns of a million rows: values are dealt into as many
 * equal steps between the lowest and the highest as there are rows, and each step is sorted by itself.
 *
 * Cost: about linear in the rows where values are spread, whatever their scale; steps that hold many rows are
 * dealt again.
 *
 * @param rows places in `values`, none of which is NaN
 */
export function orderByValue(values: Float64Array, rows: Int32Array): Int32Array {
  const order = rows.slice();
  sortRange(values, order, 0, order.length);
  return order;
}

function sortRange(values: Float64Array, order: Int32Array, from: number, to: number): void {
  const count = to - from;
  if (count <= few) {
    insertionSort(values, order, from, to);
    return;
  }
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let at = from; at < to; at++) {
    const value = values[order[at]!]!;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low === high) return;
  const scale = (count - 1) / (high - low);
  // Infinite values, or a span that no number holds.
  if (!(scale > 0 && scale < Number.POSITIVE_INFINITY)) {
    order.subarray(from, to).sort((a, b) => values[a]! - values[b]! || a - b);
    return;
  }
  const start = new Int32Array(count + 1);
  for (let at = from; at < to; at++) start[Math.floor((values[order[at]!]! - low) * scale) + 1]! += 1;
  for (let step = 0; step < count; step++) start[step + 1]! += start[step]!;
  const ends = start.slice(1);
  const dealt = new Int32Array(count);
  for (let at = from; at < to; at++) {
    const row = order[at]!;
    dealt[start[Math.floor((values[row]! - low) * scale)]!++] = row;
  }
  order.set(dealt, from);
  let begin = 0;
  for (const end of ends) {
    if (end - begin > 1) sortRange(values, order, from + begin, from + end);
    begin = end;
  }
}

function insertionSort(values: Float64Array, order: Int32Array, from: number, to: number): void {
  for (let at = from + 1; at < to; at++) {
    const row = order[at]!;
    const value = values[row]!;
    let place = at;
    while (place > from && values[order[place - 1]!]! > value) {
      order[place] = order[place - 1]!;
      place -= 1;
    }
    order[place] = row;
  }
}
