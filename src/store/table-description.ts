/** A table of the catalogue and what it holds. */
export type TableDescription = {
  readonly name: string;
  readonly meaning: string;
  /** `json` in the meaning of a column: a value as the record has it, the order of its keys kept. */
  readonly columns: Readonly<Record<string, string>>;
  /** Made by triggers from other tables: no backup carries it, and it makes no catalogue a used one. */
  readonly derived?: true;
};
