// A download, whatever it is of: something to cite, and tables whose rows come a few thousand at a time.

import type { Citation } from "#kernel";
import type { Origin } from "#records";
import type { ColumnWord } from "./words.data.ts";

export type Cell = string | number | null;

export type DownloadColumn = {
  readonly name: string;
  /** What the column holds: a fixed word, or the name of a source's own dimension or attribute. */
  readonly meaning: ColumnWord;
};

export type DownloadTable = {
  /** `data`, `scores`: name of the CSV file, the sheet and the JSON key. */
  readonly name: string;
  readonly columns: readonly DownloadColumn[];
  /** Null where it is not counted before. */
  readonly rowCount: number | null;
  /** May be walked once. */
  readonly batches: AsyncIterable<readonly (readonly Cell[])[]>;
};

/** What a user must know to cite and use the figures. */
export type DownloadAbout = {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly origin: Origin;
  readonly citation: Citation;
  readonly licence: string;
  readonly caveats: readonly string[];
  readonly checksum: string;
  readonly madeAt: string;
};

export type DownloadContent = {
  readonly about: DownloadAbout;
  readonly tables: readonly DownloadTable[];
  /** Further facts, in the language asked for. */
  readonly facts?: readonly (readonly [label: string, text: string])[];
  /** What codes in the tables stand for, list by list. */
  readonly codes?: readonly {
    readonly heading: string;
    readonly columns: readonly (readonly [code: string, meaning: string])[];
  }[];
};

/** Rows at hand as the one batch of a table. */
export async function* oneBatch(
  rows: readonly (readonly Cell[])[],
): AsyncGenerator<readonly (readonly Cell[])[]> {
  yield rows;
}
