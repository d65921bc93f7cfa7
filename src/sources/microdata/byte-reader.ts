// Bytes in order, with an end that cannot be overrun: what is asked for beyond it throws a RangeError, as the
// views of the language do, and the reader of the file tells it as damage.

export type ByteReader = {
  readonly bytes: Uint8Array;
  readonly length: number;
  at(): number;
  seek(place: number): void;
  skip(count: number): void;
  u8(): number;
  u16(): number;
  i32(): number;
  u32(): number;
  /** Whole numbers of eight bytes, as sizes and places are: beyond 2^53 they are damage. */
  u64(): number;
  f64(): number;
  take(count: number): Uint8Array;
};

export function byteReader(bytes: Uint8Array, littleEndian: boolean): ByteReader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let place = 0;
  const passed = (count: number) => {
    if (!(count >= 0) || place + count > bytes.length) throw new RangeError("beyond the end");
    place += count;
    return place - count;
  };
  return {
    bytes,
    length: bytes.length,
    at: () => place,
    seek(to) {
      if (!(to >= 0 && to <= bytes.length)) throw new RangeError("beyond the end");
      place = to;
    },
    skip: (count) => void passed(count),
    u8: () => view.getUint8(passed(1)),
    u16: () => view.getUint16(passed(2), littleEndian),
    i32: () => view.getInt32(passed(4), littleEndian),
    u32: () => view.getUint32(passed(4), littleEndian),
    u64() {
      const value = view.getBigUint64(passed(8), littleEndian);
      if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new RangeError("no place in a file");
      return Number(value);
    },
    f64: () => view.getFloat64(passed(8), littleEndian),
    take(count) {
      const from = passed(count);
      return bytes.subarray(from, from + count);
    },
  };
}
