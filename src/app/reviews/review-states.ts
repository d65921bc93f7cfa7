// The state of each review in use, kept in memory and brought up to date from the log before every answer.
// Cost: the first asking reads the whole log (100,000 decisions: some 2.4 s of processor time), the next what is
// new.

import type { ReviewEvent } from "#records";
import { applyEvent, emptyReview, type ReviewState } from "#reviews";
import type { Catalogue, Store } from "#store";

/** Events of all states kept; beyond it those asked for longest ago are dropped. */
const keptEvents = 400_000;
const eventsAtOnce = 2_000;

const kept = new WeakMap<Store, Map<string, ReviewState>>();

function statesOf(store: Store): Map<string, ReviewState> {
  const known = kept.get(store);
  if (known) return known;
  const made = new Map<string, ReviewState>();
  kept.set(store, made);
  return made;
}

/**
 * The state after the last event of the log. It is shared and changes with the next event: whoever reads it
 * takes what is needed before waiting for anything else.
 */
export async function reviewState(store: Store, catalogue: Catalogue, id: string): Promise<ReviewState> {
  const states = statesOf(store);
  let state = states.get(id) ?? emptyReview(id);
  states.set(id, state);
  for (;;) {
    const events = await catalogue.reviews.events(id, state.last, eventsAtOnce);
    const now = states.get(id);
    if (now !== state) {
      // Forgotten while this one waited: what was written into it may not have been kept.
      state = now ?? emptyReview(id);
      states.set(id, state);
      continue;
    }
    // Somebody else may have written the same events in while this one waited.
    for (const event of events) if (event.number > state.last) applyEvent(state, event);
    if (events.length < eventsAtOnce) break;
  }
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

/** Forgets a state into which events were written that the database did not keep. */
export const forgetReview = (store: Store, id: string): boolean => statesOf(store).delete(id);

/** The events after a number, in parts, for those who need every one of them. */
export async function* reviewEvents(catalogue: Catalogue, id: string): AsyncGenerator<ReviewEvent> {
  let after = 0;
  for (;;) {
    const events = await catalogue.reviews.events(id, after, eventsAtOnce);
    yield* events;
    const last = events.at(-1);
    if (last === undefined || events.length < eventsAtOnce) return;
    after = last.number;
  }
}
