// The chained hash of a log: each event is hashed together with the hash before it, so that one that was
// changed, left out or put in is found, and where.

import type { Sha256 } from "#kernel";
import type { ReviewEvent } from "#records";
import type { Catalogue } from "#store";
import { canonicalJson, sha256Of } from "../../canonical-json.ts";
import { reviewEvents } from "../review-states.ts";

export const chainBegin = (review: string): Sha256 => sha256Of(`socle-review/1 ${review}`);

export const chained = (before: Sha256, { number, key, at, by, via, act }: ReviewEvent): Sha256 =>
  sha256Of(`${before}${canonicalJson({ number, key, at, by, via, act })}`);

/** The hash after an event; of the whole log where none is named. */
export async function logHash(catalogue: Catalogue, review: string, until = Infinity): Promise<Sha256> {
  let hash = chainBegin(review);
  for await (const event of reviewEvents(catalogue, review)) {
    if (event.number > until) break;
    hash = chained(hash, event);
  }
  return hash;
}
