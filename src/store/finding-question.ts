/** What the rules of findings need to know besides the figures. */
export type FindingQuestion = {
  /** Lowest and highest value an indicator can have; null where its scale is open to that side. */
  readonly limits: readonly {
    readonly indicator: string;
    readonly low: number | null;
    readonly high: number | null;
  }[];
  /** Yes or no: a change of law is no jump. */
  readonly binary: readonly string[];
  /** Areas that ended, with their last year. */
  readonly dissolved: readonly { readonly area: string; readonly until: number }[];
  /** Day of the release; what lies behind it is a projection. */
  readonly day: string;
};
