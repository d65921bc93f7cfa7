// A review as it stood after an event or at the end of a day.

import { fail, ok, problem, type Result } from "#kernel";
import { applyEvent, emptyReview, type ReviewState } from "#reviews";
import type { Effects } from "../../effects.ts";
import { reviewEvents } from "../review-states.ts";

const none = (id: string, asked: string, last: number) =>
  fail(
    problem(
      "app.not-found",
      `The review ${id} has nothing at "${asked}": its log has the events 1 to ${last}. Give the number of one of them, or a day on or after the first.`,
      { field: "at" },
    ),
  );

/**
 * The state as it was. A day counts to its end, in UTC; a moment to itself.
 *
 * Cost: the log up to there is folded anew.
 *
 * @param at number of an event, a day or a moment; absent = now
 */
export async function stateAt(
  effects: Effects,
  now: ReviewState,
  at: string | undefined,
): Promise<Result<ReviewState>> {
  if (at === undefined) return ok(now);
  const { id, last } = now;
  const number = /^\d{1,9}$/.test(at) ? Number(at) : null;
  if (number !== null && (number < 1 || number > last)) return none(id, at, last);
  if (number === last) return ok(now);
  const until = at.length === 10 ? Date.parse(`${at}T23:59:59.999Z`) : Date.parse(at);
  if (number === null && Number.isNaN(until)) return none(id, at, last);
  const state = emptyReview(id);
  for await (const event of reviewEvents(effects.store.catalogue, id)) {
    if (number === null ? Date.parse(event.at) > until : event.number > number) break;
    applyEvent(state, event);
  }
  return state.last === 0 ? none(id, at, last) : ok(state);
}
