// What stands before the rows of an SPSS file: variables, labels, missing values, extensions.

import { type ByteReader, byteReader } from "./byte-reader.ts";
import { type PackageTexts, packageTexts } from "./package-texts.ts";

export type SpssVariable = {
  /** As the dictionary calls it before long names are given: eight letters. */
  readonly shortName: string;
  readonly label: Uint8Array | null;
  /** 0 for numbers, else bytes of text. */
  width: number;
  /** Elements of eight bytes it takes, and which of them is its first. */
  elements: number;
  readonly first: number;
  readonly format: number;
  readonly missing: {
    readonly codes: readonly Uint8Array[];
    readonly range: readonly [number, number] | null;
  };
  labels: readonly (readonly [Uint8Array, Uint8Array])[];
  name: string;
};

export type SpssDictionary = {
  readonly reader: ByteReader;
  readonly littleEndian: boolean;
  readonly compression: number;
  readonly bias: number;
  /** −1 where the file does not say. */
  readonly cases: number;
  readonly elements: number;
  readonly label: string;
  readonly texts: PackageTexts;
  readonly variables: readonly SpssVariable[];
  readonly systemMissing: number;
};

/** A file that is of the kind and of a version that is not read. */
export class UnreadVersion extends Error {}

const longest = 255;
const segment = 252;

export function spssDictionary(bytes: Uint8Array): SpssDictionary {
  const littleEndian = [2, 3].includes(byteReader(bytes.subarray(64, 68), true).i32());
  const reader = byteReader(bytes, littleEndian);
  reader.seek(64);
  const layout = reader.i32();
  if (layout !== 2 && layout !== 3) throw new RangeError("no layout");
  reader.skip(4);
  const compression = reader.i32();
  if (compression < 0 || compression > 2) throw new UnreadVersion(`compression ${compression}`);
  reader.skip(4);
  const cases = reader.i32();
  const bias = reader.f64();
  reader.skip(17);
  const label = reader.take(64);
  reader.skip(3);
  const variables: SpssVariable[] = [];
  const byElement = new Map<number, SpssVariable>();
  const extensions = new Map<number, Uint8Array>();
  let elements = 0;
  for (;;) {
    const kind = reader.i32();
    if (kind === 2) {
      const variable = variableRecord(reader, elements);
      if (variable === null) {
        const last = variables.at(-1);
        if (last === undefined) throw new RangeError("a continuation of nothing");
        last.elements += 1;
      } else {
        variables.push(variable);
        byElement.set(elements, variable);
      }
      elements += 1;
    } else if (kind === 3) labelRecords(reader, byElement);
    else if (kind === 6) reader.skip(80 * reader.i32());
    else if (kind === 7) {
      const type = reader.i32();
      const size = reader.i32();
      const data = reader.take(size * reader.i32());
      extensions.set(type, data);
    } else if (kind === 999) break;
    else throw new RangeError("an unknown record");
  }
  reader.skip(4);
  const texts = packageTexts(encodingOf(extensions, littleEndian));
  const floats = extensions.get(4);
  const joined = withLongTexts(variables, extensions, texts, littleEndian);
  return {
    ...{ reader, littleEndian, compression, bias, cases, elements, texts, variables: joined },
    label: texts.text(label),
    systemMissing: floats === undefined ? -Number.MAX_VALUE : byteReader(floats, littleEndian).f64(),
  };
}

/** null for the further elements of a text. */
function variableRecord(reader: ByteReader, first: number): SpssVariable | null {
  const type = reader.i32();
  const hasLabel = reader.i32() === 1;
  const missing = reader.i32();
  const format = reader.i32();
  reader.skip(4);
  const shortName = String.fromCharCode(...reader.take(8)).trimEnd();
  let label: Uint8Array | null = null;
  if (hasLabel) {
    const length = reader.i32();
    label = reader.take(length);
    reader.skip((4 - (length % 4)) % 4);
  }
  if (Math.abs(missing) > 3 || missing === -1) throw new RangeError("missing values of no kind");
  const range = missing < 0 ? ([reader.f64(), reader.f64()] as const) : null;
  const codes = Array.from({ length: missing < 0 ? -missing - 2 : missing }, () => reader.take(8));
  if (type === -1) return null;
  if (type < 0 || type > longest) throw new RangeError("a width of no text");
  return {
    ...{ shortName, label, first, format, missing: { codes, range }, labels: [], name: shortName },
    ...{ width: type, elements: 1 },
  };
}

function labelRecords(reader: ByteReader, byElement: ReadonlyMap<number, SpssVariable>): void {
  const count = reader.i32();
  // Each takes sixteen bytes at least.
  if (count < 0 || count * 16 > reader.length - reader.at()) throw new RangeError("more labels than bytes");
  const labels = Array.from({ length: count }, () => {
    const value = reader.take(8);
    const length = reader.u8();
    const label = reader.take(length);
    reader.skip((8 - ((length + 1) % 8)) % 8);
    return [value, label] as const;
  });
  if (reader.i32() !== 4) throw new RangeError("labels of no variable");
  for (let left = reader.i32(); left > 0; left--) {
    const variable = byElement.get(reader.i32() - 1);
    if (variable !== undefined) variable.labels = labels;
  }
}

/** As record 20 says, else as the code page of record 3. */
function encodingOf(extensions: ReadonlyMap<number, Uint8Array>, littleEndian: boolean): string | null {
  const stated = extensions.get(20);
  if (stated !== undefined)
    return String.fromCharCode(...stated)
      .replaceAll("\0", "")
      .trim();
  const info = extensions.get(3);
  if (info === undefined || info.length < 32) return null;
  const page = byteReader(info.subarray(28), littleEndian).i32();
  if (page === 65001) return "utf-8";
  if (page === 28591) return "iso-8859-1";
  if (page === 1) throw new UnreadVersion("EBCDIC");
  return page >= 1250 && page <= 1258 ? `windows-${page}` : null;
}

/** Long names, texts of more than 255 bytes put together, and the labels and missing values of long texts. */
function withLongTexts(
  variables: readonly SpssVariable[],
  extensions: ReadonlyMap<number, Uint8Array>,
  texts: PackageTexts,
  littleEndian: boolean,
): readonly SpssVariable[] {
  const byShort = new Map(variables.map((one) => [one.shortName, one]));
  const parts = new Set<SpssVariable>();
  for (const pair of texts.text(extensions.get(14) ?? new Uint8Array()).split("\t")) {
    const [name, length] = pair.replaceAll("\0", "").split("=");
    const variable = byShort.get(name ?? "");
    const width = Number(length);
    if (variable === undefined || !(width > longest)) continue;
    const at = variables.indexOf(variable);
    const further = variables.slice(at + 1, at + Math.ceil(width / segment));
    if (further.length !== Math.ceil(width / segment) - 1 || further.some((one) => one.width === 0))
      throw new RangeError("a long text without its parts");
    variable.width = width;
    for (const one of further) {
      variable.elements += one.elements;
      parts.add(one);
    }
  }
  for (const pair of texts.text(extensions.get(13) ?? new Uint8Array()).split("\t")) {
    const [short, ...long] = pair.split("=");
    const variable = byShort.get(short ?? "");
    if (variable !== undefined && long.length > 0) variable.name = long.join("=");
  }
  const byName = new Map(variables.map((one) => [one.name, one]));
  const labels = byteReader(extensions.get(21) ?? new Uint8Array(), littleEndian);
  while (labels.at() < labels.length) {
    const variable = byName.get(texts.text(labels.take(labels.i32())));
    labels.skip(4);
    const count = labels.i32();
    const own: [Uint8Array, Uint8Array][] = [];
    for (let at = 0; at < count; at++) own.push([labels.take(labels.i32()), labels.take(labels.i32())]);
    if (variable !== undefined) variable.labels = own;
  }
  const missing = byteReader(extensions.get(22) ?? new Uint8Array(), littleEndian);
  while (missing.at() < missing.length) {
    const variable = byName.get(texts.text(missing.take(missing.i32())));
    const count = missing.u8();
    const length = missing.i32();
    const codes = Array.from({ length: count }, () => missing.take(length));
    if (variable !== undefined) Object.assign(variable, { missing: { codes, range: null } });
  }
  return variables.filter((one) => !parts.has(one));
}
