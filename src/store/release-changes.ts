// Shapes of what differs between two releases.

import type { MissingReason } from "#kernel";
import type { ChangeKind } from "#records";

export type ChangeFilter = {
  readonly kinds?: readonly ChangeKind[];
  readonly indicators?: readonly string[];
  readonly areas?: readonly string[];
};

export type ChangeSide = {
  readonly value: number | null;
  readonly missing: MissingReason | null;
  readonly unit: string | null;
  readonly status: string | null;
  readonly note: string | null;
};

export type ReleaseChange = {
  readonly kind: ChangeKind;
  readonly indicator: string;
  readonly area: string;
  readonly period: string;
  readonly source: string;
  readonly sex: string;
  readonly breakdowns: Readonly<Record<string, string>>;
  /** Null where it was added. */
  readonly before: ChangeSide | null;
  /** Null where it was withdrawn. */
  readonly now: ChangeSide | null;
  /** Of the old value; null where there is none, it is 0, or the unit changed. */
  readonly percent: number | null;
};

type Counts = Readonly<Record<ChangeKind, number>>;

export type ReleaseChangeCounts = {
  readonly total: Counts;
  /** In how many changed rows each part differs; a row may count in several. */
  readonly respects: {
    readonly value: number;
    readonly missing: number;
    readonly unit: number;
    readonly status: number;
    readonly note: number;
  };
  readonly indicators: readonly (Counts & { readonly id: string })[];
  readonly areas: readonly (Counts & { readonly id: string })[];
};
