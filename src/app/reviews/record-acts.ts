import { fail, failAll, ok, type Problem, problem, type Result } from "#kernel";
import type { Actor, ReviewAct, ReviewEvent } from "#records";
import { applyEvent, checkAct, type ReviewState } from "#reviews";
import type { Catalogue } from "#store";
import { auditEntry } from "../audit-entry.ts";
import type { Effects } from "../effects.ts";
import { anchoredAct } from "./anchored-acts.ts";
import { checkedAnchor } from "./checked-anchor.ts";
import { forgetReview, reviewState, stateForOneself } from "./review-states.ts";
import { stopAsSeen } from "./screening/stop-as-seen.ts";

export type AskedAct = { readonly key: string; readonly act: ReviewAct };

export type RecordedActs = {
  readonly recorded: readonly { readonly key: string; readonly number: number }[];
  readonly refused: readonly { readonly key: string; readonly problems: readonly Problem[] }[];
  readonly last: number;
};

/**
 * Appends acts to the log of a review, in their order, with the audit line, in one transaction. Acts whose
 * key is known were recorded before and are not again, so that sending them twice does no harm. Each act is
 * judged against what the ones before it came to.
 *
 * Nobody is told of an act that is refused after all. Where one refusal takes the others with it, they are
 * judged on a state of their own; the last act accepted is written into the state that others read once it is
 * kept. Acts that are taken one by one are written in before, since only a failure of the database undoes them,
 * and they are sent again then.
 *
 * Cost: several acts together read the whole log once more.
 *
 * @param asked the acts, or how to make them from the state as it is once nobody else can add to it
 * @param options `together`: all or none, else what does not fit is refused by itself; `by`: whose acts they are, one
 *   for all or by their keys, another than the actor only for the operator; `before`: done first in the same
 *   transaction; `placeOf`: where in a file an act stands, told with its problems; `onPaper`: members need no
 *   account, for people of a demonstration, who do not exist and so cannot sign in
 */
export async function recordActs(
  effects: Effects,
  actor: Actor,
  id: string,
  asked: readonly AskedAct[] | ((state: ReviewState) => readonly AskedAct[]),
  options: {
    readonly together: boolean;
    readonly by?: string | ((key: string) => string);
    readonly onPaper?: boolean;
    readonly placeOf?: (key: string) => Problem["at"];
    readonly before?: (catalogue: Catalogue) => Promise<void>;
  },
): Promise<Result<RecordedActs>> {
  const by = options.by ?? actor.id;
  const byKey = typeof by === "string" ? () => by : by;
  let shared: { readonly state: ReviewState; readonly last: number } | null = null;
  let events: readonly ReviewEvent[] = [];
  const done = await effects.store
    .transaction(async (catalogue) => {
      const last = await catalogue.reviews.lock(id);
      if (last === null) return fail(problem("app.not-found", `There is no review "${id}".`));
      const state = await stateAt(effects, catalogue, id, last);
      shared = { state, last };
      await options.before?.(catalogue);
      const acts = typeof asked === "function" ? asked(state) : asked;
      const known = await catalogue.reviews.knownKeys(
        id,
        acts.map(({ key }) => key),
      );
      const isAlone = !options.together || acts.filter(({ key }) => !known.has(key)).length <= 1;
      const judged = await judge(
        effects,
        catalogue,
        actor,
        isAlone ? state : await stateForOneself(catalogue, id),
        acts,
        known,
        { by: byKey, onPaper: options.onPaper ?? false },
      );
      if (options.together && judged.refused.length > 0)
        return failAll(
          judged.refused.flatMap(({ key, problems }) =>
            problems.map((one) => ({ ...one, at: { ...one.at, ...options.placeOf?.(key) } })),
          ),
        );
      if (judged.events.length > 0) {
        await catalogue.reviews.append(id, judged.events, headChanges(judged.events));
        await catalogue.audit.append(
          auditEntry(effects, actor, "review.act", `review:${id}`, {
            events: [judged.events[0]?.number, judged.events.at(-1)?.number],
            kinds: [...new Set(judged.events.map(({ act }) => act.kind))],
            ...(typeof by === "string"
              ? by !== actor.id && { by }
              : { by: [...new Set(judged.events.map((event) => event.by))] }),
          }),
        );
      }
      events = judged.events;
      return ok({ recorded: judged.recorded, refused: judged.refused, last: last + judged.events.length });
    })
    .catch((error: unknown) => {
      forgetUnkept(effects, id, shared);
      throw error;
    });
  if (!done.ok) forgetUnkept(effects, id, shared);
  else writeIn(shared, events);
  return done;
}

type Shared = { readonly state: ReviewState; readonly last: number } | null;

/** Events that were kept, unless somebody has read them from the log by now. */
function writeIn(shared: Shared, events: readonly ReviewEvent[]): void {
  if (shared !== null)
    for (const event of events) if (event.number === shared.state.last + 1) applyEvent(shared.state, event);
}

/** A state into which something was written on the way that the database did not keep. */
function forgetUnkept(effects: Effects, id: string, shared: Shared): void {
  if (shared !== null && shared.state.last > shared.last) forgetReview(effects.store, id);
}

/** The state after the event that the lock found to be the last; one that knows more knows what was not kept. */
async function stateAt(
  effects: Effects,
  catalogue: Catalogue,
  id: string,
  last: number,
): Promise<ReviewState> {
  const state = await reviewState(effects.store, catalogue, id);
  if (state.last === last) return state;
  forgetReview(effects.store, id);
  return reviewState(effects.store, catalogue, id);
}

/** Judges act after act; all but the last that fits are written into the state, for the next to be judged by. */
async function judge(
  effects: Effects,
  catalogue: Catalogue,
  actor: Actor,
  state: ReviewState,
  acts: readonly AskedAct[],
  known: ReadonlyMap<string, number>,
  who: { readonly by: (key: string) => string; readonly onPaper: boolean },
) {
  const recorded: { key: string; number: number }[] = [];
  const refused: { key: string; problems: readonly Problem[] }[] = [];
  const events: ReviewEvent[] = [];
  const numbers = new Map(known);
  for (const { key, act } of acts) {
    const before = numbers.get(key);
    if (before !== undefined) {
      recorded.push({ key, number: before });
      continue;
    }
    const former = events.at(-1);
    if (former !== undefined && former.number > state.last) applyEvent(state, former);
    const by = who.by(key);
    const completed =
      who.onPaper && act.kind === "member.added" ? ok(act) : await complete(catalogue, actor, state, act);
    const fits = completed.ok ? checkAct(state, completed.value, by) : completed;
    if (!completed.ok || !fits.ok) {
      refused.push({ key, problems: fits.ok ? [] : fits.problems });
      continue;
    }
    const number = state.last + 1;
    const via = by === actor.id ? null : actor.id;
    const event: ReviewEvent = { number, key, at: effects.now(), by, via, act: completed.value };
    numbers.set(key, number);
    events.push(event);
    recorded.push({ key, number });
  }
  return { recorded, refused, events };
}

/** Puts in what only the catalogue knows: who the account of a new member is, what stands at a place. */
async function complete(
  catalogue: Catalogue,
  actor: Actor,
  state: ReviewState,
  act: ReviewAct,
): Promise<Result<ReviewAct>> {
  if (act.kind === "screening.stopped") return stopAsSeen(state, act);
  if (act.kind === "coding.added") {
    const anchor = await checkedAnchor(catalogue, actor, state, act.anchor);
    return anchor.ok ? ok({ ...act, anchor: anchor.value }) : anchor;
  }
  if (act.kind !== "member.added") return anchoredAct(catalogue, actor, state, act);
  const account =
    (await catalogue.accounts.byId(act.account)) ?? (await catalogue.accounts.byEmail(act.account));
  if (!account || account.disabledAt !== null)
    return fail(
      problem(
        "reviews.member-unknown",
        `There is no open account "${act.account}". Give the address somebody signs in with; a manager makes new accounts. Nothing was recorded.`,
        { field: "account" },
      ),
    );
  return ok({ ...act, account: account.id, name: account.name });
}

function headChanges(events: readonly ReviewEvent[]): {
  readonly title?: string;
  readonly publishedAt?: string;
} {
  const titles = events.flatMap(({ act }) =>
    act.kind === "review.renamed" || act.kind === "review.created" ? [act.title] : [],
  );
  const title = titles.at(-1);
  // The first edition makes the review public where it is not yet.
  const published = events.find(({ act }) => act.kind === "report.published" && act.edition === 1);
  return { ...(title !== undefined && { title }), ...(published && { publishedAt: published.at }) };
}
