// One evaluation as a list of reports prints it: what the row says, what follows from it, what is odd in it.

import type { Language, Problem, Span } from "#kernel";

export type InventoryRegion =
  | "africa"
  | "americas"
  | "arab-states"
  | "asia-pacific"
  | "europe-central-asia"
  | "global-interregional";

/** The parts of a technical-cooperation symbol such as `CMB/09/04/SPA`. */
export type SymbolParts = {
  readonly area: string;
  readonly year: number;
  readonly serial: string;
  readonly donorCode: string;
};

export type InventoryRecord = {
  readonly number: number | null;
  readonly idPrinted: string | null;
  /** Letter, hyphen, number. */
  readonly id: string | null;
  readonly title: string;
  readonly titlePrinted: string;
  readonly language: Language | null;
  /** Null for a placeholder, a printed N/A, and where none is printed. */
  readonly tcSymbol: string | null;
  readonly tcSymbolPrinted: string | null;
  readonly tcPlaceholder: boolean;
  readonly symbolParts: SymbolParts | null;
  readonly fundingNote: string | null;
  readonly periodInTitle: string | null;
  readonly link: string | null;
  readonly linkPrinted: string | null;
  readonly fragment: string | null;
  readonly typePrinted: string;
  readonly kind: "high-level" | "cluster" | "thematic" | "country-programme" | "project" | null;
  readonly nature: "independent" | "internal" | "self" | "joint" | null;
  readonly timing: "initial" | "mid-term" | "final" | "ex-post" | null;
  readonly timingPrinted: string | null;
  readonly region: InventoryRegion | null;
  /** Why this region: which part of the row states it. */
  readonly regionBasis: string;
  /** ISO 3166 alpha-3, in the order of the title. */
  readonly countries: readonly string[];
  readonly groups: readonly string[];
  readonly oddities: readonly Problem[];
  readonly spans: readonly Span[];
  readonly page: number | null;
};

export type Inventory = {
  readonly records: readonly InventoryRecord[];
  /** What is odd about the list as a whole, not about one row. */
  readonly warnings: readonly Problem[];
};
