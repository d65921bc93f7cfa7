// Long texts and labels of values, which stand behind the rows of a Stata file.

import { missingLetter } from "./microdata-table.ts";
import type { StataLayout } from "./stata-layout.ts";

export type LabelSet = ReadonlyMap<number | string, string>;

const startsWith = ({ reader }: StataLayout, mark: string): boolean => {
  const at = reader.at();
  if (at + mark.length > reader.length) return false;
  const found = String.fromCharCode(...reader.take(mark.length)) === mark;
  reader.seek(at);
  return found;
};

/** By variable and observation; binary ones are left out. */
export function longTexts(layout: StataLayout): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (layout.longTextsAt === null) return found;
  const { reader, release, texts } = layout;
  reader.seek(layout.longTextsAt + "<strls>".length);
  while (startsWith(layout, "GSO")) {
    reader.skip(3);
    const variable = reader.u32();
    const row = release === 117 ? reader.u32() : reader.u64();
    const kind = reader.u8();
    const bytes = reader.take(reader.u32());
    if (kind === 130) found.set(`${variable} ${row}`, texts.text(bytes));
  }
  if (!startsWith(layout, "</strls>")) throw new RangeError("long texts cut off");
  return found;
}

/** The key of a long text as a row has it: two numbers in eight bytes. */
export function longTextKey({ release, littleEndian }: StataLayout, bytes: Uint8Array): string {
  const split = release === 117 ? 4 : release === 118 ? 2 : 3;
  const whole = (part: Uint8Array) =>
    [...(littleEndian ? part.toReversed() : part)].reduce((sum, byte) => sum * 256 + byte, 0);
  return `${whole(bytes.subarray(0, split))} ${whole(bytes.subarray(split, 8))}`;
}

/** Labels by the name of their set; missing values by `.a` to `.z`. */
export function labelSets(layout: StataLayout): ReadonlyMap<string, LabelSet> {
  const { reader, release, texts } = layout;
  const newer = release >= 117;
  const sets = new Map<string, LabelSet>();
  reader.seek(layout.labelsAt + (newer ? "<value_labels>".length : 0));
  while (newer ? startsWith(layout, "<lbl>") : reader.at() < reader.length) {
    if (newer) reader.skip("<lbl>".length);
    reader.skip(4);
    const nameBytes = reader.take(release >= 118 ? 129 : 33);
    const end = nameBytes.indexOf(0);
    const name = texts.text(end < 0 ? nameBytes : nameBytes.subarray(0, end));
    reader.skip(3);
    const count = reader.i32();
    const length = reader.i32();
    if (count < 0 || count * 8 > reader.length - reader.at()) throw new RangeError("more labels than bytes");
    const places = Array.from({ length: count }, () => reader.u32());
    const values = Array.from({ length: count }, () => reader.i32());
    const text = reader.take(length);
    const set = new Map<number | string, string>();
    for (const [at, value] of values.entries()) {
      const from = places[at]!;
      if (from > text.length) throw new RangeError("a label beyond its text");
      const stop = text.indexOf(0, from);
      set.set(codeOf(value), texts.text(text.subarray(from, stop < 0 ? text.length : stop)));
    }
    sets.set(name, set);
    if (newer) reader.skip("</lbl>".length);
  }
  if (newer && !startsWith(layout, "</value_labels>")) throw new RangeError("labels cut off");
  return sets;
}

/** `.` of whole numbers of four bytes; `.a` to `.z` follow. */
const missingLong = 2_147_483_621;

const codeOf = (value: number): number | string =>
  value < missingLong ? value : value === missingLong ? "." : missingLetter(value - missingLong);
