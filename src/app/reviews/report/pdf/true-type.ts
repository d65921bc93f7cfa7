// What is needed of a TrueType font to set text with it: which glyph a letter has and how wide it is.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

export type TrueType = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** In thousandths of the size. */
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly box: readonly [number, number, number, number];
  readonly italicAngle: number;
  readonly glyphs: number;
  /** Glyph of a code point; 0 where the font has none. */
  glyphOf(codePoint: number): number;
  widthOf(glyph: number): number;
};

const tables = (view: DataView): ReadonlyMap<string, number> => {
  const found = new Map<string, number>();
  for (let n = 0; n < view.getUint16(4); n++) {
    const at = 12 + n * 16;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)));
    found.set(tag, view.getUint32(at + 8));
  }
  return found;
};

/** The segments of the basic plane (format 4 of `cmap`). */
function characterMap(view: DataView, cmap: number): (codePoint: number) => number {
  let at = 0;
  for (let n = 0; n < view.getUint16(cmap + 2); n++) {
    const entry = cmap + 4 + n * 8;
    const sub = cmap + view.getUint32(entry + 4);
    if (view.getUint16(entry) === 3 && view.getUint16(entry + 2) === 1 && view.getUint16(sub) === 4) at = sub;
  }
  const segments = view.getUint16(at + 6) / 2;
  const ends = at + 14;
  const starts = ends + segments * 2 + 2;
  const deltas = starts + segments * 2;
  const ranges = deltas + segments * 2;
  return (codePoint) => {
    for (let n = 0; n < segments; n++) {
      if (codePoint > view.getUint16(ends + n * 2)) continue;
      const start = view.getUint16(starts + n * 2);
      if (codePoint < start) return 0;
      const range = view.getUint16(ranges + n * 2);
      const delta = view.getUint16(deltas + n * 2);
      if (range === 0) return (codePoint + delta) & 0xffff;
      const glyph = view.getUint16(ranges + n * 2 + range + (codePoint - start) * 2);
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}

function readTrueType(bytes: Uint8Array, name: string): TrueType {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = tables(view);
  const table = (tag: string): number => {
    const found = at.get(tag);
    if (found === undefined) throw new Error(`The font ${name} has no table ${tag}.`);
    return found;
  };
  const [head, hhea, hmtx, os2, post] = ["head", "hhea", "hmtx", "OS/2", "post"].map(table) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const em = view.getUint16(head + 18);
  const scaled = (value: number) => Math.round((value * 1000) / em);
  const widths = view.getUint16(hhea + 34);
  const hasCapHeight = view.getUint16(os2) >= 2;
  return {
    name,
    bytes,
    ascent: scaled(view.getInt16(hhea + 4)),
    descent: scaled(view.getInt16(hhea + 6)),
    capHeight: hasCapHeight ? scaled(view.getInt16(os2 + 88)) : 716,
    box: [36, 38, 40, 42].map((offset) => scaled(view.getInt16(head + offset))) as [
      number,
      number,
      number,
      number,
    ],
    italicAngle: view.getInt32(post + 4) / 65536,
    glyphs: view.getUint16(table("maxp") + 4),
    glyphOf: characterMap(view, table("cmap")),
    widthOf: (glyph) => scaled(view.getUint16(hmtx + Math.min(glyph, widths - 1) * 4)),
  };
}

export const faces = ["Regular", "Bold", "Italic"] as const;
export type Face = (typeof faces)[number];

const read = new Map<Face, TrueType>();

/** Liberation Sans, which comes with the reader of PDF files. */
export function fontOf(face: Face): TrueType {
  const known = read.get(face);
  if (known) return known;
  const home = createRequire(import.meta.url).resolve("pdfjs-dist/package.json");
  const file = new URL(`standard_fonts/LiberationSans-${face}.ttf`, `file://${home}`);
  const font = readTrueType(new Uint8Array(readFileSync(file)), `LiberationSans-${face}`);
  read.set(face, font);
  return font;
}
