// What the catalogue promises to harvesters and search engines: addresses of public records, with the moment
// each was last changed. Contents are asked for elsewhere.

export const harvestKinds = ["evaluation", "report", "lesson", "recommendation", "release", "run"] as const;
export type HarvestKind = (typeof harvestKinds)[number];

export type HarvestItem = {
  readonly kind: HarvestKind;
  readonly id: string;
  /** To the second, UTC: `2026-03-01T08:00:00Z`. */
  readonly at: string;
  /** Was public once and stands no longer. */
  readonly deleted: boolean;
};

/** The place in a walk after which it goes on; as it was given, or absent at the beginning. */
export type HarvestCursor = {
  readonly kind: HarvestKind;
  readonly deleted: boolean;
  readonly at: string;
  readonly id: string;
};

/** Moments to the second, both included. */
export type HarvestRange = {
  readonly kinds: readonly HarvestKind[];
  readonly from?: string | undefined;
  readonly until?: string | undefined;
};

export type HarvestCatalogue = {
  /**
   * Public records by kind, those that stand first, each by the moment of its last change. A record that changes
   * while somebody walks comes again at the end of its kind, so that nothing is missed.
   */
  page(
    range: HarvestRange & { readonly after: HarvestCursor | null; readonly limit: number },
  ): Promise<{ readonly items: readonly HarvestItem[]; readonly more: boolean }>;
  count(range: HarvestRange): Promise<number>;
  item(kind: HarvestKind, id: string): Promise<HarvestItem | null>;
  /** The first change on record; null where nothing is public. */
  earliest(): Promise<string | null>;
  /** Those of a kind that stand, in pieces, for site maps. */
  standing(
    kind: HarvestKind,
    piece: { readonly limit: number; readonly offset: number },
  ): Promise<readonly HarvestItem[]>;
};
