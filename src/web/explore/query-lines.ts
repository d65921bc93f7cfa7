// The choice of a page as one line for other programs. Each line can be pasted as it stands.

/** What SQL over the Parquet file of the whole set needs of a choice. */
export type Choice = {
  readonly indicators: readonly string[];
  readonly areas: readonly string[];
  readonly sex: readonly string[];
  readonly sources: readonly string[];
  readonly by: readonly (readonly [dimension: string, value: string])[];
  readonly from: number | undefined;
  readonly to: number | undefined;
};

const inShell = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
const quoted = (text: string) => JSON.stringify(text);

/**
 * @param address of the CSV, absolute
 * @example
 * curlLine("http://localhost/api/explore/download?area=XAA", "data.csv")
 * // => "curl -o data.csv 'http://localhost/api/explore/download?area=XAA'"
 */
export const curlLine = (address: string, file: string): string => `curl -o ${file} ${inShell(address)}`;

/** R would take a column of nothing but F, or T, for truth values; sex is read as text. */
export const rLine = (address: string): string =>
  `data <- read.csv(${quoted(address)}, colClasses = c(sex = "character"), na.strings = "")`;

/** A code such as NA is a code; only the empty cell is missing. */
export const pythonLine = (address: string): string =>
  `data = pandas.read_csv(${quoted(address)}, keep_default_na=False, na_values=[""])`;

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;
const named = (text: string) => (/^[a-z_][a-z0-9_]*$/.test(text) ? text : `"${text.replaceAll('"', '""')}"`);

/**
 * The choice as SQL over the Parquet file of the whole set.
 *
 * @example
 * sqlLine("releases.parquet", { indicators: ["A"], areas: [], sex: [], sources: [], by: [], from: 2010, to: undefined })
 * // => "SELECT * FROM 'releases.parquet' WHERE indicator IN ('A') AND last_year >= 2010 ORDER BY indicator, area, period"
 */
export function sqlLine(file: string, choice: Choice): string {
  const oneOf = (column: string, values: readonly string[]) =>
    values.length === 0 ? [] : [`${named(column)} IN (${values.map(literal).join(", ")})`];
  const dimensions = [...new Set(choice.by.map(([dimension]) => dimension))];
  const where = [
    ...oneOf("indicator", choice.indicators),
    ...oneOf("area", choice.areas),
    ...oneOf("sex", choice.sex),
    ...oneOf("source", choice.sources),
    ...dimensions.flatMap((dimension) =>
      oneOf(
        dimension,
        choice.by.filter(([own]) => own === dimension).map(([, value]) => value),
      ),
    ),
    ...(choice.from === undefined ? [] : [`last_year >= ${choice.from}`]),
    ...(choice.to === undefined ? [] : [`first_year <= ${choice.to}`]),
  ];
  return `SELECT * FROM ${literal(file)}${where.length === 0 ? "" : ` WHERE ${where.join(" AND ")}`} ORDER BY indicator, area, period`;
}
