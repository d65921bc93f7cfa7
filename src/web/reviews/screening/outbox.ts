// Acts that wait to be sent, kept in the browser: nothing is lost when the line or the browser goes. Each has
// the key it is sent with, so that sending it twice does no harm. One entry a key of the store, so that two
// windows do not overwrite each other.

import type { Problem } from "#kernel";
import type { Act } from "../use-acts.ts";

export type Waiting = {
  readonly key: string;
  readonly act: Act;
  /** When it was done; the order of sending. */
  readonly at: string;
  /** Why the server did not take it; null while it waits. */
  readonly refused: readonly Pick<Problem, "code" | "message">[] | null;
  /** It was sent at least once: whether the server has it is not known before it answers. */
  readonly tried?: boolean;
  /** It was taken back after it was sent: as soon as its number is known, it is withdrawn. */
  readonly undone?: boolean;
};

/** What a `Storage` of the browser gives. */
export type Kept = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

export type Outbox = {
  /** What waits or was refused, in the order it was done. */
  all(): readonly Waiting[];
  /** False where the browser keeps nothing (full, or forbidden): the act was not taken. */
  put(waiting: Waiting): boolean;
  remove(key: string): void;
};

/** The outbox of one person in one review: on a shared computer nobody sends what is somebody else's. */
export function outboxOf(kept: Kept, review: string, account: string): Outbox {
  const prefix = `socle.outbox ${account} ${review} `;
  return {
    all() {
      const found: Waiting[] = [];
      for (let i = 0; i < kept.length; i++) {
        const name = kept.key(i);
        if (name === null || !name.startsWith(prefix)) continue;
        try {
          found.push(JSON.parse(kept.getItem(name) ?? "") as Waiting);
        } catch {
          // Not written by this page; left where it is.
        }
      }
      return found.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.key < b.key ? -1 : 1));
    },
    put(waiting) {
      try {
        kept.setItem(prefix + waiting.key, JSON.stringify(waiting));
        return true;
      } catch {
        return false;
      }
    },
    remove: (key) => kept.removeItem(prefix + key),
  };
}

/** How many acts are kept in this browser for a review, by account. */
export function keptInReview(kept: Kept, review: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (let i = 0; i < kept.length; i++) {
    const [first, account, of] = (kept.key(i) ?? "").split(" ");
    if (first !== "socle.outbox" || account === undefined || of !== review) continue;
    found.set(account, (found.get(account) ?? 0) + 1);
  }
  return found;
}

/** Now, but after all that waits already: a clock that is put back must not turn the order of what was done. */
export function timeAfter(waiting: readonly Waiting[], now: Date): string {
  const latest = waiting.reduce((most, { at }) => Math.max(most, Date.parse(at) || 0), 0);
  return new Date(Math.max(now.getTime(), latest + 1)).toISOString();
}

/**
 * Takes an act back that has no number yet. One that was never sent is gone; of one that was, nobody can say
 * whether the server has it (the answer may have been lost, or the browser closed), so it is sent again, which
 * does no harm, and then withdrawn.
 *
 * @returns false where it is not here: it was recorded meanwhile, perhaps by another window
 */
export function takeBack(box: Outbox, key: string): boolean {
  const one = box.all().find((waiting) => waiting.key === key);
  if (one === undefined) return false;
  if (one.tried && one.refused === null) return box.put({ ...one, undone: true });
  box.remove(key);
  return true;
}

/**
 * Notes that an act has its number: it leaves the outbox, and where it was taken back meanwhile, its withdrawal
 * takes its place, before all that was done later. The withdrawal has a key that follows from the act's, so that
 * two windows withdraw it once.
 */
export function settle(box: Outbox, key: string, event: number): void {
  const one = box.all().find((waiting) => waiting.key === key);
  if (one?.undone)
    box.put({
      key: `${key}-back`,
      act: { kind: "screening.withdrawn", event },
      at: one.at,
      refused: null,
    });
  box.remove(key);
}

/** Well below what the server takes as one body. */
const parcelBytes = 500_000;

/** The first of what waits that are sent together: at most so many, and no more than one body holds. */
export function parcelOf(waiting: readonly Waiting[], most: number): readonly Waiting[] {
  let bytes = 0;
  const parcel: Waiting[] = [];
  for (const one of waiting.slice(0, most)) {
    bytes += new TextEncoder().encode(JSON.stringify(one.act)).length + one.key.length;
    if (parcel.length > 0 && bytes > parcelBytes) break;
    parcel.push(one);
    // What was done after it goes when it is withdrawn.
    if (one.undone) break;
  }
  return parcel;
}
