// A missing value is a reason, not a hole. Zero is a value and never stands here.

/** Why a value is not there. The codes are stored and published; the labels are translated in the web. */
export const missingReasons = [
  "missing", // no information: the source has an empty cell and says nothing
  "not-applicable",
  "not-stated", // the source speaks of the matter and does not give the value
  "not-asked",
  "refused",
  "dont-know",
  "suppressed", // withheld to protect persons or firms
  "not-collected",
  "insufficient", // too few observations, or too little of an index, to form a figure
] as const;

export type MissingReason = (typeof missingReasons)[number];

/** A value or the reason why there is none. */
export type Maybe<T> =
  | { readonly value: T; readonly missing?: never }
  | { readonly value: null; readonly missing: MissingReason };

const sdmxStatus: Readonly<Record<string, MissingReason>> = {
  M: "missing",
  O: "missing",
  L: "not-collected",
  Q: "suppressed",
  C: "suppressed",
  N: "insufficient",
  NA: "not-applicable",
  _Z: "not-applicable",
};

/**
 * The reason an SDMX observation status (code list CL_OBS_STATUS 2.3) gives for an empty observation;
 * `missing` for every other status, because an empty cell with a status such as A or E says nothing more.
 */
export const missingReasonOfSdmxStatus = (status: string | null | undefined): MissingReason =>
  (status && sdmxStatus[status.toUpperCase()]) || "missing";

export const isMissingReason = (text: string): text is MissingReason =>
  (missingReasons as readonly string[]).includes(text);
