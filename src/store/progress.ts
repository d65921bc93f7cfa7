/** Called as long work goes on; `total` is null where it is not known. Rows, bytes or pages: `unit` says which. */
export type Progress = (step: {
  readonly label: string;
  readonly done: number;
  readonly total: number | null;
  readonly unit: string;
}) => void;
