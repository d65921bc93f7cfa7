// What a block is in a chapter whose kind comes as items: an item, more of the one before it, or neither.

import type { PassageKind } from "#records";

export type Role =
  | {
      readonly is: "item";
      readonly kind: PassageKind;
      readonly confidence: number;
      readonly reason: string;
      /** The number of what it answers, where its own words name it. */
      readonly label?: string | null;
      /** What follows may belong to it. */
      readonly takes: boolean;
    }
  | { readonly is: "part" }
  | { readonly is: "aside" };
