// The rows of an SPSS file as elements of eight bytes: as they lie, packed by a byte each, or deflated besides.

import { unzlibSync } from "fflate";
import { byteReader } from "./byte-reader.ts";
import type { SpssDictionary } from "./spss-dictionary.ts";

/** Gives the next element in its buffer; false at the end of the rows. */
export type Elements = {
  /** Reads on into `target` at `at`. */
  next(target: Uint8Array, at: number): boolean;
};

/** Deflated rows that grow beyond this in memory are refused. */
const mostBytes = 2_000_000_000;

export function spssElements(dictionary: SpssDictionary): Elements {
  const { reader, compression } = dictionary;
  const rest = reader.bytes.subarray(reader.at());
  if (compression === 0) return plain(rest);
  return packed(compression === 2 ? inflated(dictionary) : rest, dictionary);
}

function plain(bytes: Uint8Array): Elements {
  let place = 0;
  return {
    next(target, at) {
      if (place + 8 > bytes.length) return false;
      target.set(bytes.subarray(place, place + 8), at);
      place += 8;
      return true;
    },
  };
}

const blank = new Uint8Array(8).fill(32);

function packed(bytes: Uint8Array, { littleEndian, bias, systemMissing }: SpssDictionary): Elements {
  // What each code from 1 to 251 stands for, and what stands for no value.
  const numbers = new Uint8Array(256 * 8);
  const view = new DataView(numbers.buffer);
  for (let code = 0; code < 256; code++)
    view.setFloat64(code * 8, code === 255 ? systemMissing : code - bias, littleEndian);
  let place = 0;
  let codes = 0;
  let left = 0;
  return {
    next(target, at) {
      for (;;) {
        if (left === 0) {
          if (place + 8 > bytes.length) return false;
          codes = place;
          place += 8;
          left = 8;
        }
        const code = bytes[codes + 8 - left--]!;
        if (code === 0) continue;
        if (code === 252) {
          // Nothing follows.
          place = bytes.length;
          left = 0;
          return false;
        }
        if (code === 254) target.set(blank, at);
        else if (code !== 253) target.set(numbers.subarray(code * 8, code * 8 + 8), at);
        else {
          if (place + 8 > bytes.length) return false;
          target.set(bytes.subarray(place, place + 8), at);
          place += 8;
        }
        return true;
      }
    },
  };
}

/** Blocks of their own, listed behind them. */
function inflated({ reader, littleEndian }: SpssDictionary): Uint8Array {
  reader.skip(8);
  const trailer = reader.u64();
  reader.seek(trailer + 16);
  reader.skip(4);
  const count = reader.i32();
  if (count < 0 || count * 24 > reader.length) throw new RangeError("more blocks than bytes");
  const blocks = Array.from({ length: count }, () => {
    reader.skip(8);
    return { from: reader.u64(), size: reader.i32(), packed: reader.i32() };
  });
  const total = blocks.reduce((sum, { size }) => sum + Math.max(0, size), 0);
  // Deflation makes a thousandth at the least.
  if (total > mostBytes || total > reader.length * 1_100) throw new RangeError("too large");
  const bytes = new Uint8Array(total);
  const source = byteReader(reader.bytes, littleEndian);
  let at = 0;
  for (const { from, size, packed: length } of blocks) {
    source.seek(from);
    const block = unzlibSync(source.take(length), { out: new Uint8Array(size) });
    if (block.length !== size) throw new RangeError("a block of another size");
    bytes.set(block, at);
    at += size;
  }
  return bytes;
}
