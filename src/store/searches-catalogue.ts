// What the store promises about saved searches, and about searches that found nothing.

export type SavedSearch = {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly room: "evaluations" | "passages";
  /** The state of the page, as its address has it. */
  readonly state: Readonly<Record<string, string>>;
  readonly createdAt: string;
};

export type SearchesCatalogue = {
  /** Those an account keeps, newest first. */
  list(account: string): Promise<readonly SavedSearch[]>;
  /** Of whomever, since its address may be handed on; null when there is none or it was taken away. */
  byId(id: string): Promise<SavedSearch | null>;
  add(search: SavedSearch): Promise<void>;
  /** False when the account has no such search. */
  remove(id: string, account: string, at: string): Promise<boolean>;
};

/** Why a search finds little or nothing. */
export type SearchExplanation = {
  /** Each word or phrase looked for by itself, without filters. */
  readonly terms: readonly {
    readonly text: string;
    readonly total: number;
    readonly more: boolean;
    /** Too common to be indexed in any language: it asks for nothing. */
    readonly ignored: boolean;
    /** Words of the collection that look like it, where it finds nothing. */
    readonly near: readonly string[];
  }[];
  /** What there would be without one of the filters. */
  readonly filters: readonly { readonly field: string; readonly total: number; readonly more: boolean }[];
  /** What there would be without any filter. */
  readonly unfiltered: { readonly total: number; readonly more: boolean };
};
