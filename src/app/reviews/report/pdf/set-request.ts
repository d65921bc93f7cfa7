// What the program that sets a report is given, and how it says that it cannot.

export type SetRequest = {
  /** JSON of a `TypesetContent`. */
  readonly content: string;
  /** The moment that the file is said to be of, in seconds since 1970. */
  readonly seconds: number;
};

/** Status with which it ends. */
export const refusals = {
  /** There is no typesetter for this machine. */
  none: 3,
  /** It refused the report. */
  fault: 4,
} as const;
