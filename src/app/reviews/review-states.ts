// The state of each review in use, kept in memory and brought up to date from the log before every answer.
// Cost: the first asking reads the whole log (100,000 decisions on 50,000 records: some 2 s of processor time,
// in parts between which others have their turn), the next what is new.

import { setImmediate } from "node:timers/promises";
import type { ReviewEvent } from "#records";
import { applyEvent, emptyReview, type ReviewState } from "#reviews";
import type { Catalogue, Store } from "#store";

/** Events of all states kept; beyond it those asked for longest ago are dropped. */
const keptEvents = 400_000;
/** The log is read in parts, between which others have their turn: small ones where there are imports of records. */
const leastAtOnce = 4;
const mostAtOnce = 1_000;

const kept = new WeakMap<Store, Map<string, ReviewState>>();
/** States that somebody is bringing up to date by more than one part. */
const underWay = new WeakMap<ReviewState, Promise<void>>();

function statesOf(store: Store): Map<string, ReviewState> {
  const known = kept.get(store);
  if (known) return known;
  const made = new Map<string, ReviewState>();
  kept.set(store, made);
  return made;
}

const nextPart = (size: number, former: readonly ReviewEvent[]): number =>
  former.some(({ act }) => act.kind === "records.added") ? leastAtOnce : Math.min(2 * size, mostAtOnce);

/**
 * Writes into a state what the log has beyond it.
 *
 * @param stands whether the state is still the one to write into
 * @returns false where it is not
 */
async function catchUp(catalogue: Catalogue, state: ReviewState, stands: () => boolean): Promise<boolean> {
  let finished: (() => void) | null = null;
  try {
    for (let size = leastAtOnce; ; ) {
      const events = await catalogue.reviews.events(state.id, state.last, size);
      if (!stands()) return false;
      // Somebody else may have written the same events in while this one waited.
      for (const event of events) if (event.number > state.last) applyEvent(state, event);
      if (events.length < size) return true;
      if (finished === null && !underWay.has(state))
        underWay.set(state, new Promise((resolve) => (finished = resolve)));
      size = nextPart(size, events);
      await setImmediate();
    }
  } finally {
    if (finished !== null) {
      underWay.delete(state);
      (finished as () => void)();
    }
  }
}

/**
 * The state after the last event of the log. It is shared and changes with the next event: whoever reads it
 * takes what is needed before waiting for anything else.
 */
export async function reviewState(store: Store, catalogue: Catalogue, id: string): Promise<ReviewState> {
  const states = statesOf(store);
  for (;;) {
    const state = states.get(id) ?? emptyReview(id);
    states.set(id, state);
    // Whoever is inside a transaction waits for nobody outside of it, who may need its connection.
    const busy = catalogue === store.catalogue ? underWay.get(state) : undefined;
    await busy;
    // Where it is forgotten meanwhile, what was written into it may not have been kept.
    if (!(await catchUp(catalogue, state, () => states.get(id) === state))) continue;
    states.delete(id);
    states.set(id, state);
    let sum = [...states.values()].reduce((total, one) => total + one.last, 0);
    for (const [other, { last }] of states) {
      if (sum <= keptEvents || other === id) break;
      states.delete(other);
      sum -= last;
    }
    return state;
  }
}

/** The same as a state that nobody else reads, for work that may come to nothing. */
export async function stateForOneself(catalogue: Catalogue, id: string): Promise<ReviewState> {
  const state = emptyReview(id);
  await catchUp(catalogue, state, () => true);
  return state;
}

/** Forgets a state into which events were written that the database did not keep. */
export const forgetReview = (store: Store, id: string): boolean => statesOf(store).delete(id);

/** The events after a number, in parts, for those who need every one of them. */
export async function* reviewEvents(catalogue: Catalogue, id: string): AsyncGenerator<ReviewEvent> {
  let after = 0;
  for (let size = leastAtOnce; ; ) {
    const events = await catalogue.reviews.events(id, after, size);
    yield* events;
    const last = events.at(-1);
    if (last === undefined || events.length < size) return;
    after = last.number;
    size = nextPart(size, events);
    await setImmediate();
  }
}
