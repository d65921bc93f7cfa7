// Stata files (.dta): from the published description of the format.

import { fail, ok, problem, type Result } from "#kernel";
import {
  goOn,
  missingLetter,
  type Onward,
  type PackageColumn,
  type PackageTable,
  stopped,
} from "./microdata-table.ts";
import { asTexts, isoDay, isoMoment } from "./package-dates.ts";
import { onceEach } from "./package-texts.ts";
import { type LabelSet, labelSets, longTextKey, longTexts } from "./stata-labels.ts";
import { type StataLayout, type StataVariable, stataLayout, stataTypes, widthOf } from "./stata-layout.ts";

const read = [113, 114, 115, 117, 118, 119];

/**
 * Reads a Stata file of the versions 113 to 119 (Stata 8 to 18): rows, labels, the 27 missing values kept apart,
 * long texts, both byte orders. Before version 118 files do not say their encoding: each text that is UTF-8 is read
 * so, others as Windows-1252, and it is told.
 *
 * Days (`%td`) and moments (`%tc`) become ISO texts. Sizes are held against the bytes that are there before
 * anything is set aside for them.
 *
 * @param onward asked after every column whether to go on; a place for other work to have its turn
 * @returns the table, or the problem `packages.not-of-this-kind`, `packages.version-unread`,
 *   `packages.file-damaged` or `packages.stopped`
 * @source Stata, File formats .dta: help dta, dta_115, dta_117, dta_118, dta_119
 */
export async function readStata(
  bytes: Uint8Array,
  file: string,
  onward: Onward = goOn,
): Promise<Result<PackageTable>> {
  const head = String.fromCharCode(...bytes.subarray(0, 80));
  const stated = /^<stata_dta><header><release>(\d{3})<\/release>/.exec(head)?.[1];
  const isOlder = stated === undefined && bytes[2] === 1 && (bytes[1] === 1 || bytes[1] === 2);
  const release = stated === undefined ? (isOlder ? bytes[0]! : 0) : Number(stated);
  if (release < 100)
    return fail(
      problem(
        "packages.not-of-this-kind",
        `${file} is no Stata file: it does not begin as one. Check that the right file was given.`,
        { file },
      ),
    );
  if (!read.includes(release))
    return fail(
      problem(
        "packages.version-unread",
        `${file} is a Stata file of version ${release}; read are ${read.join(", ")}. Open it in Stata and write it with "save", or with "saveold" where the version is newer.`,
        { file },
      ),
    );
  try {
    const layout = stataLayout(bytes, release);
    const sets = labelSets(layout);
    const texts = longTexts(layout);
    const width = layout.variables.reduce((sum, { type }) => sum + widthOf(type), 0);
    let at = layout.rowsAt;
    const columns: PackageColumn[] = [];
    for (const variable of layout.variables) {
      columns.push(columnOf(layout, variable, at, width, sets.get(variable.labelSet) ?? new Map(), texts));
      at += widthOf(variable.type);
      const done = Math.floor((layout.rows * columns.length) / layout.variables.length);
      if (!(await onward(done, layout.rows))) return stopped(file);
    }
    return ok({ rows: layout.rows, label: layout.label || null, columns, notes: layout.texts.notes(file) });
  } catch {
    return fail(
      problem(
        "packages.file-damaged",
        `${file} is a Stata file that is damaged or cut off. Copy it again from where it came from. Nothing was taken of it.`,
        { file },
      ),
    );
  }
}

function columnOf(
  layout: StataLayout,
  variable: StataVariable,
  from: number,
  width: number,
  valueLabels: LabelSet,
  long: ReadonlyMap<string, string>,
): PackageColumn {
  const { name, label, type, format } = variable;
  const named = { name, label: label || null };
  if (type <= 2045 || type === stataTypes.long)
    return {
      ...named,
      values: textsOf(layout, type, from, width, long),
      ...{ valueLabels, missingCodes: [], missingKinds: null },
    };
  const { values, kinds } = numbersOf(layout, type, from, width);
  const occurring = [...new Set(kinds ?? [])].filter((kind) => kind > 0).sort((a, b) => a - b);
  const asText = dateText(format);
  return {
    ...named,
    values: asText === null ? values : asTexts(values, asText),
    valueLabels,
    missingCodes: occurring.map(missingLetter),
    missingKinds: kinds,
  };
}

const unixDay = 3_653;
const day = 86_400_000;

/** Days and moments since 1960; weeks, months and the like stay numbers. */
function dateText(format: string): ((value: number) => string | null) | null {
  const kind = /^%-?(t[dcC]|d)/.exec(format)?.[1];
  if (kind === undefined) return null;
  return kind === "td" || kind === "d"
    ? (value) => isoDay((value - unixDay) * day)
    : (value) => isoMoment(value - unixDay * day);
}

function textsOf(
  { reader, rows, texts, ...layout }: StataLayout,
  type: number,
  from: number,
  width: number,
  long: ReadonlyMap<string, string>,
): readonly (string | null)[] {
  const found = new Array<string | null>(rows);
  const once = onceEach();
  for (let row = 0; row < rows; row++) {
    const at = from + row * width;
    let text: string;
    if (type === stataTypes.long)
      text =
        long.get(longTextKey({ reader, rows, texts, ...layout }, reader.bytes.subarray(at, at + 8))) ?? "";
    else {
      const bytes = reader.bytes.subarray(at, at + type);
      const end = bytes.indexOf(0);
      text = texts.text(end < 0 ? bytes : bytes.subarray(0, end));
    }
    found[row] = once(text);
  }
  return found;
}

/** By type: how a number is read, and which missing value it is (0 for `.`), −1 for a value. */
function numbersOf({ reader, littleEndian, rows }: StataLayout, type: number, from: number, width: number) {
  const view = new DataView(reader.bytes.buffer, reader.bytes.byteOffset, reader.bytes.byteLength);
  const values = new Float64Array(rows);
  let kinds: Uint8Array | null = null;
  for (let row = 0; row < rows; row++) {
    const at = from + row * width;
    let value: number;
    let kind = -1;
    switch (type) {
      case stataTypes.int8:
        value = view.getInt8(at);
        kind = value - 101;
        break;
      case stataTypes.int16:
        value = view.getInt16(at, littleEndian);
        kind = value - 32_741;
        break;
      case stataTypes.int32:
        value = view.getInt32(at, littleEndian);
        kind = value - 2_147_483_621;
        break;
      case stataTypes.float: {
        value = view.getFloat32(at, littleEndian);
        const bits = view.getUint32(at, littleEndian);
        if (bits >= 0x7f000000 && bits < 0x80000000) kind = (bits - 0x7f000000) >> 11;
        break;
      }
      default: {
        value = view.getFloat64(at, littleEndian);
        const bits = view.getUint32(at + (littleEndian ? 4 : 0), littleEndian);
        if (bits >= 0x7fe00000 && bits < 0x80000000) kind = (bits - 0x7fe00000) >> 8;
      }
    }
    if (kind < 0) {
      values[row] = value;
      continue;
    }
    values[row] = Number.NaN;
    if (kind > 0 && kind <= 26) {
      kinds ??= new Uint8Array(rows);
      kinds[row] = kind;
    }
  }
  return { values, kinds };
}
