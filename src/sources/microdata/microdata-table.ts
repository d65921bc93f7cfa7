import { fail, type Problem, problem, type Result } from "#kernel";

/** A column of a statistical package with what its file says about it. */
export type PackageColumn = {
  readonly name: string;
  readonly label: string | null;
  /** Numbers with NaN where there is none; texts with null; days as ISO dates. Declared missing codes stay. */
  readonly values: Float64Array | readonly (string | null)[];
  /** Labels by value; those of missing values kept apart by `.a` to `.z`. */
  readonly valueLabels: ReadonlyMap<number | string, string>;
  /** Values that the file declares to be no answers: `9`, `"z"`, and `.a` to `.z` where they occur. */
  readonly missingCodes: readonly (number | string)[];
  /** Where missing values differ (`.` is 0, `.a` 1, `.z` 26), by row; null where there are none but `.`. */
  readonly missingKinds: Uint8Array | null;
};

/** What a file of a statistical package holds. */
export type PackageTable = {
  readonly rows: number;
  readonly label: string | null;
  readonly columns: readonly PackageColumn[];
  /** What is odd about the file and still leaves it readable. */
  readonly notes: readonly Problem[];
};

/** `.a` for 1, `.z` for 26. */
export const missingLetter = (kind: number): string => `.${String.fromCharCode(96 + kind)}`;

/** Told how many rows of how many (−1 where unknown) are read; answers whether to go on. */
export type Onward = (done: number, total: number) => Promise<boolean>;

export const goOn: Onward = () => Promise.resolve(true);

export const stopped = (file: string): Result<never> =>
  fail(
    problem("packages.stopped", `Reading ${file} was stopped before its end. Nothing was taken of it.`, {
      file,
    }),
  );
