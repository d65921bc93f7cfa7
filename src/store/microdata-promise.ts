// What the store promises about the rows of surveys: written once as Parquet, each file with the columns of the
// files above it, and then read by column. Knows no rule of access and no statistics.

import type { Problem, Result, Sha256 } from "#kernel";
import type { Progress } from "./progress.ts";

/** Numbers with NaN where there is none, texts with null, or codes of texts with −1. */
export type MicrodataColumn =
  | Float64Array
  | readonly (string | null)[]
  | { readonly codes: Int32Array; readonly levels: readonly string[] };

/** Where the rows of a file come from. */
export type MicrodataSource =
  | { readonly kind: "columns"; readonly columns: ReadonlyMap<string, MicrodataColumn> }
  | { readonly kind: "path"; readonly path: string; readonly format: "parquet" }
  | {
      readonly kind: "path";
      readonly path: string;
      /** In UTF-8, with names of columns in the first line. */
      readonly format: "csv";
      readonly delimiter: string;
      /** Texts that stand for a missing value, beside the empty one. */
      readonly missing: readonly string[];
    };

export type MicrodataInput = {
  /** What other files and requests call it: `persons`. */
  readonly name: string;
  readonly columns: MicrodataSource;
  /** Columns that name a row; empty where none do. */
  readonly key: readonly string[];
  /** The file with the unit around each row, and the columns here that lead to its key, in the order of that. */
  readonly parent: { readonly file: string; readonly by: readonly string[] } | null;
  /** How the first row is counted in messages; 2 where a line of names stands above it, and for CSV. */
  readonly firstRow?: number;
};

export type WrittenMicrodata = {
  readonly name: string;
  /** Parquet: own columns first, then those of the files above without their keys. */
  readonly data: Sha256;
  readonly rows: number;
  readonly columns: readonly string[];
};

export type MicrodataExtent = {
  readonly rows: number;
  readonly columns: readonly { readonly name: string; readonly type: "number" | "text" }[];
};

export type DescribedColumn = {
  readonly name: string;
  readonly type: "number" | "text";
  /** Whether all values are whole numbers; false for texts. */
  readonly whole: boolean;
  readonly nulls: number;
  /** Different values. */
  readonly distinct: number;
  readonly min: number | string | null;
  readonly max: number | string | null;
  /** Most frequent first, then by value; at most `mostTopValues`. */
  readonly top: readonly { readonly value: string; readonly count: number }[];
};

/** Rows of one table that `#statistics` reads: a column of numbers, or categories by place in `levels`, −1 for none. */
export type MicrodataTable = {
  readonly rows: number;
  readonly columns: ReadonlyMap<
    string,
    | { readonly kind: "number"; readonly values: Float64Array }
    | { readonly kind: "category"; readonly codes: Int32Array; readonly levels: readonly string[] }
  >;
  readonly unread: readonly string[];
};

/** Rows taken by equality: a code as text by column, numbers written as `2` or `0.5`. */
export type MicrodataWhere = Readonly<Record<string, string>>;

export type MicrodataSums = {
  readonly design: readonly string[];
  readonly by: readonly string[];
  readonly weight: string;
  readonly variables: readonly string[];
  readonly centred: boolean;
  /** Rows outside add to no sum; their units stay. */
  readonly where?: MicrodataWhere;
};

export type MicrodataCounts = {
  readonly by: readonly string[];
  /** A column, a weight for all, or none: then `weighted` is the number of rows. */
  readonly weight: string | number | null;
  readonly where?: MicrodataWhere;
};

export type Microdata = {
  /**
   * Lays the files of a study down as Parquet in the store's files, rows in the order they came. All problems
   * of all files come at once, with counts and first rows; with any of them nothing is written. The caller
   * keeps the files: `files.discard` each of which no record speaks afterwards.
   */
  write(
    files: readonly MicrodataInput[],
    progress?: Progress,
    signal?: AbortSignal,
  ): Promise<Result<{ readonly files: readonly WrittenMicrodata[]; readonly warnings: readonly Problem[] }>>;
  /** Rows and columns of a file; null where it is absent or unreadable. What `verify` compares. */
  measure(data: Sha256): Promise<MicrodataExtent | null>;
  /**
   * Columns in the order of the file: numbers with NaN, texts with null. Throws `StoreFailure` where the file
   * is gone or has no such column.
   *
   * @param onward told how many rows of how many are read; answers whether to go on. Stopped, the rest is missing
   */
  columns(
    data: Sha256,
    names: readonly string[],
    onward?: (done: number, total: number) => boolean,
  ): Promise<ReadonlyMap<string, Float64Array | readonly (string | null)[]>>;
  /** The same as estimators take them. */
  table(data: Sha256, names: readonly string[]): Promise<MicrodataTable>;
  /** Every column, or those named: type, range, counts, most frequent values. */
  describe(data: Sha256, names?: readonly string[]): Promise<readonly DescribedColumn[]>;
  /** Rows counted and weighed by the codes of columns, in the order of the codes; an absent value is null. */
  counts(
    data: Sha256,
    question: MicrodataCounts,
  ): Promise<
    readonly {
      readonly codes: readonly (string | null)[];
      readonly count: number;
      readonly weighted: number;
    }[]
  >;
  /** Sums by sampling unit and group, in the shape `estimateOfSums` of the statistics takes. */
  unitSums(data: Sha256, question: MicrodataSums): Promise<UnitSumsAnswer>;
  /** The first rows. */
  head(
    data: Sha256,
    rows: number,
  ): Promise<{
    readonly columns: readonly string[];
    readonly rows: readonly (readonly (number | string | null)[])[];
  }>;
  /** As CSV in the order of the file, memory bounded. Texts as they are: the file is made to be read again. */
  csv(data: Sha256, names?: readonly string[]): AsyncIterable<Uint8Array>;
};

export type UnitSumsAnswer = {
  readonly cells: Omit<MicrodataTable, "unread">;
  readonly cases: Float64Array;
  readonly missing: Float64Array;
  readonly faulty: Float64Array;
  readonly weight: Float64Array;
  readonly sums: readonly Float64Array[];
  readonly centre: readonly number[];
};
