import type { Provenance } from "#kernel";

/** An ILO Convention or Protocol, by its code (C102). */
export type Convention = {
  readonly code: string;
  readonly number: number;
  readonly title: string;
  readonly adopted: number;
  readonly class: "fundamental" | "governance" | "technical";
  readonly status: string;
  readonly securities: readonly string[];
  readonly verified: boolean;
  readonly provenance: Provenance;
};

/** A dated event of ratification as one list states it. Two lists with two dates are two events. */
export type RatificationEvent = {
  readonly convention: string;
  readonly area: string;
  readonly type: "ratification" | "succession" | "denunciation" | "not-stated";
  /** Date of registration or ratification, and of entry into force, as far as the list gives them. */
  readonly registered: string | null;
  readonly inForce: string | null;
  readonly printedCountry: string;
  readonly note: string | null;
  /** The list it stands in; lists are partial: an absent state is unknown, not a refusal. */
  readonly list: string;
  readonly verified: boolean;
  readonly provenance: Provenance;
};
