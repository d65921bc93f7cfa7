// Numbers for pairs of numbers, in the order in which they first come. A table of typed arrays: a collection
// of a hundred thousand records has some eight million pairs of words, too many for a map of texts.

const empty = 0xffffffff;

export type PairNumbers = {
  /** The number of a pair, given now where it is new. */
  numberOf(first: number, second: number): number;
  readonly size: number;
  /** First and second of each pair, by number; the table is given back, and no pair can be numbered after. */
  pairs(): { readonly firsts: Uint32Array; readonly seconds: Uint32Array };
};

const hashOf = (first: number, second: number): number => {
  let hash = Math.imul(first ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(second + 0x7f4a7c15, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
};

/** An empty table; it doubles when it is half full. */
export function pairNumbers(expected: number): PairNumbers {
  let slots = 1024;
  while (slots < expected * 2) slots *= 2;
  let table = new Uint32Array(slots).fill(empty);
  let firsts = new Uint32Array(slots / 2);
  let seconds = new Uint32Array(slots / 2);
  let size = 0;
  const grow = () => {
    slots *= 2;
    table = new Uint32Array(slots).fill(empty);
    firsts = new Uint32Array(firsts.buffer.transfer(slots * 2));
    seconds = new Uint32Array(seconds.buffer.transfer(slots * 2));
    for (let number = 0; number < size; number++) {
      let slot = hashOf(firsts[number]!, seconds[number]!) & (slots - 1);
      while (table[slot] !== empty) slot = (slot + 1) & (slots - 1);
      table[slot] = number;
    }
  };
  return {
    numberOf(first, second) {
      let slot = hashOf(first, second) & (slots - 1);
      for (let number = table[slot]!; number !== empty; number = table[slot]!) {
        if (firsts[number] === first && seconds[number] === second) return number;
        slot = (slot + 1) & (slots - 1);
      }
      table[slot] = size;
      firsts[size] = first;
      seconds[size] = second;
      if (++size * 2 >= slots) grow();
      return size - 1;
    },
    get size() {
      return size;
    },
    pairs() {
      table = new Uint32Array(0);
      return { firsts: firsts.subarray(0, size), seconds: seconds.subarray(0, size) };
    },
  };
}
