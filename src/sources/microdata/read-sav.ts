// SPSS files (.sav, .zsav): from the published description of the format, whatever program wrote them.

import { fail, ok, problem, type Result } from "#kernel";
import { goOn, type Onward, type PackageColumn, type PackageTable, stopped } from "./microdata-table.ts";
import { asTexts, isoDay, isoMoment } from "./package-dates.ts";
import { onceEach } from "./package-texts.ts";
import { type SpssDictionary, type SpssVariable, spssDictionary, UnreadVersion } from "./spss-dictionary.ts";
import { spssElements } from "./spss-elements.ts";

/**
 * Reads an SPSS file: rows, labels, missing values, all three ways of storing rows, both byte orders, texts of any
 * length, in the encoding the file states.
 *
 * Missing values that the file declares stay in the values and are listed, those of a range as far as they occur;
 * what has no value at all is NaN, and an empty text null. Days and moments become ISO texts. Bytes are never
 * trusted: sizes are held against what is there, and a file cut off is damage and no shorter file.
 *
 * @param onward asked every few thousand rows whether to go on; a place for other work to have its turn
 * @returns the table, or the problem `packages.not-of-this-kind`, `packages.version-unread`,
 *   `packages.file-damaged` or `packages.stopped`
 * @source PSPP Developers Guide, System File Format
 */
export async function readSav(
  bytes: Uint8Array,
  file: string,
  onward: Onward = goOn,
): Promise<Result<PackageTable>> {
  const mark = String.fromCharCode(...bytes.subarray(0, 4));
  if (mark !== "$FL2" && mark !== "$FL3")
    return fail(
      problem(
        "packages.not-of-this-kind",
        `${file} is no SPSS file: it does not begin as one. Check that the right file was given.`,
        { file },
      ),
    );
  try {
    const dictionary = spssDictionary(bytes);
    const read = await columnsOf(dictionary, onward);
    if (read === null) return stopped(file);
    const { columns, rows } = read;
    if (dictionary.cases >= 0 && dictionary.cases !== rows) return damaged(file, dictionary.cases, rows);
    return ok({ rows, label: dictionary.label || null, columns, notes: dictionary.texts.notes(file) });
  } catch (error) {
    if (error instanceof UnreadVersion)
      return fail(
        problem(
          "packages.version-unread",
          `${file} is an SPSS file of a kind that is not read (${error.message}). Open it in the program that made it and save it as .sav in Unicode, or as CSV in UTF-8.`,
          { file },
        ),
      );
    // Beyond the end, sizes that cannot be, and what cannot be inflated.
    return damaged(file, null, 0);
  }
}

const damaged = (file: string, stated: number | null, rows: number) =>
  fail(
    problem(
      "packages.file-damaged",
      `${file} is an SPSS file that is damaged or cut off${stated === null ? "" : `: it says ${stated} rows, and ${rows} are whole`}. Copy it again from where it came from. Nothing was taken of it.`,
      { file },
    ),
  );

type Taken = {
  readonly variable: SpssVariable;
  values: Float64Array;
  readonly texts: (string | null)[] | null;
};

/** Rows between two looks at whether to go on. */
const stretch = 8_192;

async function columnsOf(
  dictionary: SpssDictionary,
  onward: Onward,
): Promise<{ readonly rows: number; readonly columns: PackageColumn[] } | null> {
  const { variables, elements, littleEndian, systemMissing, texts } = dictionary;
  const source = spssElements(dictionary);
  const row = new Uint8Array(elements * 8);
  const view = new DataView(row.buffer);
  const taken = variables.map(
    (variable): Taken => ({
      variable,
      values: new Float64Array(variable.width === 0 ? 1024 : 0),
      texts: variable.width === 0 ? null : [],
    }),
  );
  const once = onceEach();
  let rows = 0;
  while (elements > 0) {
    let filled = 0;
    while (filled < elements && source.next(row, filled * 8)) filled += 1;
    if (filled === 0) break;
    if (filled < elements) throw new RangeError("a row cut off");
    for (const one of taken) {
      const at = one.variable.first * 8;
      if (one.texts !== null) {
        one.texts.push(once(texts.text(textBytes(row, at, one.variable))));
        continue;
      }
      if (rows === one.values.length) one.values = longer(one.values);
      const value = view.getFloat64(at, littleEndian);
      one.values[rows] = value === systemMissing ? Number.NaN : value;
    }
    rows += 1;
    if (rows % stretch === 0 && !(await onward(rows, dictionary.cases))) return null;
  }
  return { rows, columns: taken.map((one) => columnOf(one, rows, dictionary)) };
}

const longer = (values: Float64Array): Float64Array => {
  const more = new Float64Array(values.length * 2);
  more.set(values);
  return more;
};

/** Of texts of more than 255 bytes each part holds 255 of its 256. */
function textBytes(row: Uint8Array, at: number, { width, elements }: SpssVariable): Uint8Array {
  if (width <= 255) return row.subarray(at, at + width);
  const bytes = new Uint8Array(elements * 8);
  let length = 0;
  for (let part = 0; part < elements * 8; part += 256) {
    const own = row.subarray(at + part, at + Math.min(part + 255, elements * 8));
    bytes.set(own, length);
    length += own.length;
  }
  return bytes.subarray(0, Math.min(length, width));
}

const secondsToUnix = 12_219_379_200;
const dayFormats = [20, 23, 24, 38, 39];
const momentFormats = [22, 41];

function columnOf(
  { variable, values, texts }: Taken,
  rows: number,
  dictionary: SpssDictionary,
): PackageColumn {
  const { missing, labels, format, name, label, width } = variable;
  const number = (bytes: Uint8Array) =>
    new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0, dictionary.littleEndian);
  const value = (bytes: Uint8Array) => (width === 0 ? number(bytes) : dictionary.texts.text(bytes));
  const own = values.slice(0, rows);
  const kind = (format >> 16) & 255;
  const moment = dayFormats.includes(kind) ? isoDay : momentFormats.includes(kind) ? isoMoment : null;
  const read =
    texts ?? (moment === null ? own : asTexts(own, (seconds) => moment((seconds - secondsToUnix) * 1000)));
  const codes = missing.codes.map(value);
  return {
    name,
    label: label === null ? null : dictionary.texts.text(label) || null,
    values: read,
    valueLabels: new Map(labels.map(([code, text]) => [value(code), dictionary.texts.text(text)])),
    missingCodes: [...new Set([...codes, ...inRange(read, missing.range)])],
    missingKinds: null,
  };
}

/** Values of a declared range that occur, at most fifty. */
function inRange(
  values: PackageColumn["values"],
  range: readonly [number, number] | null,
): readonly number[] {
  if (range === null || !(values instanceof Float64Array)) return [];
  const found = new Set<number>();
  for (let at = 0; at < values.length && found.size < 50; at++) {
    const value = values[at]!;
    if (value >= range[0] && value <= range[1]) found.add(value);
  }
  return [...found].sort((a, b) => a - b);
}
