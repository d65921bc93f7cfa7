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

const sdmxStatus: ReadonlyMap<string, MissingReason> = new Map([
  ["M", "not-applicable"], // "data cannot exist", the trap of this list: plainly missing is O
  ["O", "missing"],
  ["L", "not-collected"],
  ["H", "not-collected"], // holiday or weekend
  ["Q", "suppressed"],
  ["C", "suppressed"], // of CL_CONF_STATUS; Eurostat's flag c
  ["U", "insufficient"], // low reliability: with an empty cell, too unreliable to print
  ["_Z", "not-applicable"],
]);

/**
 * The reason an SDMX observation status gives for an empty observation; `missing` for every other status,
 * because an empty cell with a status such as A or E says nothing more. `NA` is not in the list: some write
 * it for "not available", others for "not applicable".
 *
 * @param status code of CL_OBS_STATUS in either letter case; blanks around it are ignored
 * @source SDMX cross-domain code list CL_OBS_STATUS, versions 2.0 to 2.3
 * @example
 * missingReasonOfSdmxStatus("Q") // => "suppressed"
 * missingReasonOfSdmxStatus("M") // => "not-applicable"
 * missingReasonOfSdmxStatus(undefined) // => "missing"
 */
export const missingReasonOfSdmxStatus = (status: string | null | undefined): MissingReason =>
  sdmxStatus.get((status ?? "").trim().toUpperCase()) ?? "missing";

/**
 * Whether a text is one of the stored codes of `missingReasons`.
 *
 * @example
 * isMissingReason("refused") // => true
 * isMissingReason("Refused") // => false
 */
export const isMissingReason = (text: string): text is MissingReason =>
  (missingReasons as readonly string[]).includes(text);
