// A font made for letters that no font at hand has: each is a box with its number in Unicode. A letter stays a
// letter that way: it can be searched, copied and read aloud, where one empty box for all would lose it, and
// PDF/UA forbids that.

import { digitRows } from "./code-digits.data.ts";

const em = 1000;
const top = 800;
const bottom = -100;
const dot = 50;

/** A closed outline; clockwise is filled. */
type Outline = readonly (readonly [number, number])[];

const rectangle = (left: number, low: number, right: number, high: number, isHole = false): Outline => {
  const corners: Outline = [
    [left, low],
    [left, high],
    [right, high],
    [right, low],
  ];
  return isHole ? [...corners].reverse() : corners;
};

/** Digits in two rows in a frame. */
function boxOf(codePoint: number): { readonly outlines: readonly Outline[]; readonly width: number } {
  const code = codePoint.toString(16).toUpperCase().padStart(4, "0");
  const digits = code.length % 2 === 0 ? code : `0${code}`;
  const perRow = digits.length / 2;
  const width = 2 * 130 + (perRow * 4 - 1) * dot;
  const outlines: Outline[] = [
    rectangle(40, bottom, width - 40, top),
    rectangle(75, bottom + 35, width - 75, top - 35, true),
  ];
  for (const [n, digit] of [...digits].entries()) {
    const left = 130 + (n % perRow) * 4 * dot;
    const high = n < perRow ? 700 : 300;
    for (const [row, dots] of (digitRows[digit] ?? []).entries())
      for (const [column, sign] of [...dots].entries())
        if (sign === "#") {
          const x = left + column * dot;
          const y = high - row * dot * 1.3;
          outlines.push(rectangle(x, y - dot * 1.3, x + dot, y));
        }
  }
  return { outlines, width };
}

/** Numbers as TrueType writes them, the most significant byte first. */
class Numbers {
  readonly #bytes: number[] = [];
  u8(...values: readonly number[]): this {
    for (const value of values) this.#bytes.push(value & 0xff);
    return this;
  }
  u16(...values: readonly number[]): this {
    for (const value of values) this.u8(value >> 8, value);
    return this;
  }
  u32(...values: readonly number[]): this {
    for (const value of values) this.u16(value >>> 16, value & 0xffff);
    return this;
  }
  get bytes(): Buffer {
    return Buffer.from(this.#bytes);
  }
}

function glyphOf(outlines: readonly Outline[], width: number): Buffer {
  const numbers = new Numbers().u16(outlines.length, 0, bottom, width, top);
  let last = -1;
  for (const outline of outlines) {
    last += outline.length;
    numbers.u16(last);
  }
  numbers.u16(0);
  const points = outlines.flat();
  for (const _ of points) numbers.u8(1);
  for (const axis of [0, 1] as const) {
    let before = 0;
    for (const point of points) {
      const value = Math.round(point[axis]);
      numbers.u16(value - before);
      before = value;
    }
  }
  const { bytes } = numbers;
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
}

const utf16 = (text: string): Buffer => Buffer.from(text, "utf16le").swap16();

function names(): Buffer {
  const given: readonly (readonly [number, Buffer])[] = [
    [1, utf16("Socle Codes")],
    [2, utf16("Regular")],
    [4, utf16("Socle Codes")],
    [6, utf16("SocleCodes")],
  ];
  const numbers = new Numbers().u16(0, given.length, 6 + 12 * given.length);
  let at = 0;
  for (const [id, text] of given) {
    numbers.u16(3, 1, 0x409, id, text.length, at);
    at += text.length;
  }
  return Buffer.concat([numbers.bytes, ...given.map(([, text]) => text)]);
}

/** Bytes of a TrueType font with a box for each of the letters. */
export function codeFont(letters: readonly string[]): Buffer {
  const codes = [...new Set(letters.map((letter) => letter.codePointAt(0) ?? 0))].sort((a, b) => a - b);
  const boxes = [0xfffd, ...codes].map(boxOf);
  const glyphs = boxes.map(({ outlines, width }) => glyphOf(outlines, width));
  const widest = Math.max(...boxes.map(({ width }) => width));
  const places = [0];
  for (const { length } of glyphs) places.push((places.at(-1) ?? 0) + length);
  const map = new Numbers()
    .u16(0, 1, 3, 10)
    .u32(12)
    .u16(12, 0)
    .u32(16 + 12 * codes.length, 0, codes.length);
  for (const [n, code] of codes.entries()) map.u32(code, code, n + 1);
  const tables: readonly (readonly [string, Buffer])[] = [
    [
      "OS/2",
      new Numbers()
        .u16(4, widest, 400, 5, 0, 650, 600, 0, 75, 650, 600, 0, 350, 50, 300, 0)
        .u8(...Array<number>(10).fill(0))
        .u32(0, 0, 0, 0, 0x534f434c)
        .u16(0x40, codes[0] ?? 0, Math.min(0xffff, codes.at(-1) ?? 0), top, bottom, 0, top, -bottom)
        .u32(0, 0)
        .u16(500, top, 0, 0x20, 1).bytes,
    ],
    ["cmap", map.bytes],
    ["glyf", Buffer.concat(glyphs)],
    [
      "head",
      new Numbers()
        .u32(0x10000, 0x10000, 0, 0x5f0f3cf5)
        .u16(0, em)
        .u32(0, 0, 0, 0)
        .u16(0, bottom, widest, top, 0, 8, 2, 1, 0).bytes,
    ],
    [
      "hhea",
      new Numbers()
        .u32(0x10000)
        .u16(top, bottom, 0, widest, 0, 0, widest, 1, 0, 0, 0, 0, 0, 0, 0, glyphs.length).bytes,
    ],
    ["hmtx", new Numbers().u16(...boxes.flatMap(({ width }) => [width, 0])).bytes],
    ["loca", new Numbers().u32(...places).bytes],
    [
      "maxp",
      new Numbers().u32(0x10000).u16(glyphs.length, 4 * 100, 100, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0).bytes,
    ],
    ["name", names()],
    ["post", new Numbers().u32(0x30000, 0).u16(-75, 50).u32(0, 0, 0, 0, 0).bytes],
  ];
  const head = new Numbers().u32(0x10000).u16(tables.length, 128, 3, tables.length * 16 - 128);
  let at = 12 + 16 * tables.length;
  const bodies: Buffer[] = [];
  for (const [tag, body] of tables) {
    const whole = Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)]);
    let sum = 0;
    for (let n = 0; n < whole.length; n += 4) sum = (sum + whole.readUInt32BE(n)) >>> 0;
    head.u8(...Buffer.from(tag, "latin1")).u32(sum, at, body.length);
    at += whole.length;
    bodies.push(whole);
  }
  return Buffer.concat([head.bytes, ...bodies]);
}
