// Where everything lies in a Stata file: versions 113 to 115 (Stata 8 to 12) and 117 to 119 (since Stata 13).

import { type ByteReader, byteReader } from "./byte-reader.ts";
import { type PackageTexts, packageTexts } from "./package-texts.ts";

export type StataVariable = {
  readonly name: string;
  readonly label: string;
  readonly format: string;
  readonly labelSet: string;
  /** Number of the type in the newer versions: up to 2045 bytes of text, 32768 long texts, 65526 to 65530 numbers. */
  readonly type: number;
};

export type StataLayout = {
  readonly release: number;
  readonly littleEndian: boolean;
  readonly reader: ByteReader;
  readonly texts: PackageTexts;
  readonly rows: number;
  readonly label: string;
  readonly variables: readonly StataVariable[];
  readonly rowsAt: number;
  /** Of the newer versions, where long texts and labels begin; of the older ones the labels follow the rows. */
  readonly longTextsAt: number | null;
  readonly labelsAt: number;
};

export const stataTypes = {
  long: 32768,
  double: 65526,
  float: 65527,
  int32: 65528,
  int16: 65529,
  int8: 65530,
};

export const widthOf = (type: number): number => {
  switch (type) {
    case stataTypes.long:
    case stataTypes.double:
      return 8;
    case stataTypes.float:
    case stataTypes.int32:
      return 4;
    case stataTypes.int16:
      return 2;
    case stataTypes.int8:
      return 1;
    default:
      if (type < 1 || type > 2045) throw new RangeError("a type that is none");
      return type;
  }
};

const rowBytes = (variables: readonly Pick<StataVariable, "type">[]) =>
  variables.reduce((sum, { type }) => sum + widthOf(type), 0);

/** A field of fixed length: what stands before its first zero. */
function fieldOf(reader: ByteReader, length: number, texts: PackageTexts): string {
  const bytes = reader.take(length);
  const end = bytes.indexOf(0);
  return texts.text(end < 0 ? bytes : bytes.subarray(0, end));
}

/** @throws RangeError where the file cannot be so */
export function stataLayout(bytes: Uint8Array, release: number): StataLayout {
  return release >= 117 ? newerLayout(bytes, release) : olderLayout(bytes, release);
}

/** Types 1 to 244 are texts, 251 to 255 numbers. */
const olderTypes = new Map([
  [251, stataTypes.int8],
  [252, stataTypes.int16],
  [253, stataTypes.int32],
  [254, stataTypes.float],
  [255, stataTypes.double],
]);

function olderLayout(bytes: Uint8Array, release: number): StataLayout {
  const order = bytes[1];
  if (order !== 1 && order !== 2) throw new RangeError("no byte order");
  const littleEndian = order === 2;
  const reader = byteReader(bytes, littleEndian);
  const texts = packageTexts(null);
  reader.seek(4);
  const count = reader.u16();
  const rows = reader.i32();
  const label = fieldOf(reader, 81, texts);
  reader.skip(18);
  const all = <T>(field: () => T) => Array.from({ length: count }, field);
  const types = all(() => {
    const type = reader.u8();
    return olderTypes.get(type) ?? type;
  });
  const names = all(() => fieldOf(reader, 33, texts));
  reader.skip(2 * (count + 1));
  const formats = all(() => fieldOf(reader, release === 113 ? 12 : 49, texts));
  const labelSets = all(() => fieldOf(reader, 33, texts));
  const labels = all(() => fieldOf(reader, 81, texts));
  // Characteristics, which speak to the program alone.
  for (;;) {
    const kind = reader.u8();
    const length = reader.i32();
    if (kind === 0 && length === 0) break;
    reader.skip(length);
  }
  const variables = types.map((type, at) => variableOf(type, at, names, formats, labelSets, labels));
  const rowsAt = reader.at();
  const size = rowBytes(variables) * rows;
  if (rows < 0 || rowsAt + size > bytes.length) throw new RangeError("more rows than bytes");
  return {
    ...{ release, littleEndian, reader, texts, rows, label, variables, rowsAt, longTextsAt: null },
    labelsAt: rowsAt + size,
  };
}

const variableOf = (
  type: number,
  at: number,
  names: readonly string[],
  formats: readonly string[],
  labelSets: readonly string[],
  labels: readonly string[],
): StataVariable => ({
  ...{ type, name: names[at]!, format: formats[at]!, labelSet: labelSets[at]!, label: labels[at]! },
});

/** Bytes of the fields of the newer versions. */
const lengths = {
  117: { name: 33, format: 49, label: 81 },
  118: { name: 129, format: 57, label: 321 },
  119: { name: 129, format: 57, label: 321 },
} as const;

function newerLayout(bytes: Uint8Array, release: number): StataLayout {
  const head = String.fromCharCode(...bytes.subarray(0, 120));
  const order = /<byteorder>(MSF|LSF)<\/byteorder>/.exec(head)?.[1];
  if (order === undefined) throw new RangeError("no byte order");
  const littleEndian = order === "LSF";
  const reader = byteReader(bytes, littleEndian);
  const texts = packageTexts(release === 117 ? null : "utf-8");
  const tag = (name: string) => {
    if (String.fromCharCode(...reader.take(name.length)) !== name) throw new RangeError(`no ${name}`);
  };
  reader.seek(head.indexOf("<K>"));
  tag("<K>");
  const count = release === 119 ? reader.u32() : reader.u16();
  tag("</K><N>");
  const rows = release === 117 ? reader.u32() : reader.u64();
  tag("</N><label>");
  const label = texts.text(reader.take(release === 117 ? reader.u8() : reader.u16()));
  tag("</label><timestamp>");
  reader.skip(reader.u8());
  tag("</timestamp></header><map>");
  const map = Array.from({ length: 14 }, () => reader.u64());
  const field = lengths[release as keyof typeof lengths];
  // Each variable takes bytes in every list: a number of them that is a lie ends at the first.
  const list = <T>(place: number, name: string, one: () => T): T[] => {
    reader.seek(map[place]!);
    tag(`<${name}>`);
    if (count > reader.length) throw new RangeError("more variables than bytes");
    return Array.from({ length: count }, one);
  };
  const types = list(2, "variable_types", () => reader.u16());
  const names = list(3, "varnames", () => fieldOf(reader, field.name, texts));
  const formats = list(5, "formats", () => fieldOf(reader, field.format, texts));
  const labelSets = list(6, "value_label_names", () => fieldOf(reader, field.name, texts));
  const labels = list(7, "variable_labels", () => fieldOf(reader, field.label, texts));
  const variables = types.map((type, at) => variableOf(type, at, names, formats, labelSets, labels));
  reader.seek(map[9]!);
  tag("<data>");
  const rowsAt = reader.at();
  if (rowsAt + rowBytes(variables) * rows > bytes.length) throw new RangeError("more rows than bytes");
  reader.skip(rowBytes(variables) * rows);
  tag("</data>");
  return {
    ...{ release, littleEndian, reader, texts, rows, label, variables, rowsAt },
    longTextsAt: map[10]!,
    labelsAt: map[11]!,
  };
}
