import type { Citation, Sha256 } from "#kernel";

/** What kind of world a source speaks of. Everything made from it carries the same word, everywhere. */
export const origins = ["real", "invented", "simulated"] as const;
export type Origin = (typeof origins)[number];

/** Who may see something; the policy in `access` decides from it. */
export const accessTiers = ["public", "members", "restricted"] as const;
export type AccessTier = (typeof accessTiers)[number];

/** A file as it was given, known by its hash; the bytes never change. */
export type SourceFile = {
  readonly sha256: Sha256;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly origin: Origin;
  readonly tier: AccessTier;
  readonly citation: Citation;
  readonly addedAt: string;
  /** Account id, or `operator` for work done at the command line of the installation. */
  readonly addedBy: string;
};
