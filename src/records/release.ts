import type { Citation, Recipe, Sha256 } from "#kernel";
import type { AccessTier, Origin } from "./source-file.ts";

export const releaseKinds = ["observations", "index-run"] as const;
export type ReleaseKind = (typeof releaseKinds)[number];

/** A frozen snapshot: sorted Parquet files named by their hash, and what a user must know to cite it. */
export type Release = {
  /** Short and readable, never reused, for example `demo-indicators-1`. */
  readonly id: string;
  /** What successive releases are versions of, for example `demo-indicators`. */
  readonly series: string;
  readonly version: number;
  readonly kind: ReleaseKind;
  readonly title: string;
  readonly origin: Origin;
  readonly tier: AccessTier;
  readonly citation: Citation;
  readonly licence: string;
  /** What a user must know before using it, one sentence each. */
  readonly caveats: readonly string[];
  readonly rows: number;
  /** Hash of each Parquet file, in order. */
  readonly files: readonly Sha256[];
  /** SHA-256 over schema and file hashes: the release's checksum. */
  readonly checksum: Sha256;
  /** Source files it was made from. */
  readonly sources: readonly Sha256[];
  readonly recipe: Recipe | null;
  /** Against the previous version of the series. */
  readonly changes: { readonly added: number; readonly changed: number; readonly withdrawn: number } | null;
  readonly createdAt: string;
  readonly createdBy: string;
};
