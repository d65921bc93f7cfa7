// The order in which a person is shown records, kept ready: the stack of a review is made into terms once
// for each state of its records, and learnt anew after decisions, in a thread of its own.

import { seededRandom } from "#kernel";
import type { ScreeningStage, ShownOrder } from "#records";
import { countedRecords, type ReviewState, stageOutcome, stageRecords, standingDecisions } from "#reviews";
import { defaultRankingModel, type Judgement, type RankedText } from "#statistics";
import type { Store } from "#store";
import { newOrderThread, type OrderThread, type Ranked } from "./order-thread.ts";

/** With fewer records an order by learning saves nothing: they are all read in an hour or two. */
export const leastForLearning = 200;

const textsAtOnce = 1_000;
const stacksKept = 4;
/**
 * How long an answer waits for an order: the first of a stack, and a newer one where there is one already. A
 * stack of 100,000 records takes longer than anybody waits for a page: it is shown as listed until then.
 */
const patienceFirst = (records: number) => (records > 20_000 ? 1_500 : 15_000);
const patienceNext = 60;

type Latest = { stamp: string; ranked: Ranked | null; asked: Promise<Ranked> };
type Stack = {
  readonly number: number;
  readonly revision: string;
  readonly criteria: string;
  readonly ids: readonly string[];
  readonly places: ReadonlyMap<string, number>;
  readonly thread: OrderThread;
  readonly sent: Promise<void>;
  /** By stage and person, and one that learnt from nothing but the criteria. */
  readonly latest: Map<string, Latest>;
};

const kept = new WeakMap<Store, Map<string, Stack>>();
let thread: OrderThread | null = null;
let stackNumber = 0;

const textOf = ({
  record,
}: {
  readonly record: { title: string; abstract: string | null; keywords: readonly string[] };
}): RankedText => ({
  title: record.title,
  abstract: [record.abstract ?? "", ...record.keywords].join(" ").trim(),
});

/** What the review looks for: questions, and criteria of inclusion with their words; those of exclusion name the theme too. */
function wantedBy(state: ReviewState): string {
  const protocol = state.protocol.versions.at(-1)?.protocol;
  if (!protocol) return "";
  const criteria = protocol.criteria.filter(({ column }) => column !== "exclude");
  return [
    protocol.title,
    ...protocol.questions.flatMap(({ text, subQuestions }) => [text, ...subQuestions.map((one) => one.text)]),
    ...criteria.flatMap(({ text, terms }) => [text, ...terms]),
  ].join("\n");
}

/** The stack of a review as its records and criteria stand; the texts are handed over in parts. */
function stackOf(store: Store, state: ReviewState): Stack {
  const stacks = kept.get(store) ?? new Map<string, Stack>();
  kept.set(store, stacks);
  const known = stacks.get(state.id);
  const revision = `${state.records.revision} ${state.protocol.versions.length}`;
  if (known?.revision === revision && known.thread === thread) return known;
  thread ??= newOrderThread(() => {
    thread = null;
  });
  const own = thread;
  if (known) own.drop(known.number);
  const records = [...countedRecords(state)];
  const texts = records.map(textOf);
  const ids = records.map(({ record }) => record.id);
  const number = ++stackNumber;
  const made: Stack = {
    number,
    revision,
    criteria: wantedBy(state),
    ids,
    places: new Map(ids.map((id, place) => [id, place])),
    thread: own,
    sent: (async () => {
      for (let from = 0; from < texts.length; from += textsAtOnce) {
        own.add(number, texts.slice(from, from + textsAtOnce));
        await new Promise((resolve) => setImmediate(resolve));
      }
    })(),
    latest: new Map(),
  };
  stacks.delete(state.id);
  stacks.set(state.id, made);
  for (const [id, { number: old }] of stacks) {
    if (stacks.size <= stacksKept) break;
    own.drop(old);
    stacks.delete(id);
  }
  return made;
}

/**
 * What an order may learn from when a person looks: records that are settled, and what the person decided.
 * What others decided alone and is not settled stays out, or the order would tell it.
 */
export function judgementsFor(
  state: ReviewState,
  stage: ScreeningStage,
  member: string,
  places: ReadonlyMap<string, number>,
): readonly Judgement[] {
  const found: Judgement[] = [];
  for (const [id, place] of places) {
    const { status, decided } = stageOutcome(state, stage, id);
    if (status === "included" || status === "excluded") {
      found.push({ record: place, relevant: status === "included" });
      continue;
    }
    const own = decided > 0 ? standingDecisions(state, stage, id).get(member) : undefined;
    if (own) found.push({ record: place, relevant: own.verdict !== "exclude" });
  }
  return found;
}

/** Changes when any judgement does. */
function stampOf(judgements: readonly Judgement[]): string {
  let hash = 0x811c9dc5;
  for (const { record, relevant } of judgements)
    hash = Math.imul(hash ^ (record * 2 + (relevant ? 1 : 0)), 0x01000193);
  return `${judgements.length} ${hash}`;
}

async function ranked(
  stack: Stack,
  key: string,
  stamp: string,
  ask: () => Promise<Ranked>,
): Promise<Ranked | null> {
  let one = stack.latest.get(key);
  if (one?.stamp !== stamp) {
    const before = one?.ranked ?? null;
    const fresh: Latest = { stamp, ranked: before, asked: stack.sent.then(ask) };
    fresh.asked.then(
      (value) => {
        fresh.ranked = value;
      },
      () => stack.latest.delete(key),
    );
    stack.latest.set(key, fresh);
    one = fresh;
  }
  const patience = one.ranked === null ? patienceFirst(stack.ids.length) : patienceNext;
  const current = one;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Ranked | null>((resolve) => {
    timer = setTimeout(() => resolve(current.ranked), patience);
  });
  try {
    return await Promise.race([current.asked, late]);
  } finally {
    clearTimeout(timer);
  }
}

export type GivenOrder = {
  readonly asked: ShownOrder;
  readonly given: ShownOrder;
  readonly why: "small" | "no-labels" | "preparing" | "failed" | null;
  readonly least: number;
  readonly model: string | null;
  readonly records: number;
  readonly labels: { readonly relevant: number; readonly irrelevant: number };
  /** Null as listed. */
  readonly order: readonly string[] | null;
  readonly scoreOf: (id: string) => number | null;
};

/**
 * All records in an order of chance that hangs on nothing but the name of the review and the stage: whatever
 * was read meanwhile, the first unread one in it is a draw at random from the unread.
 */
function drawingOrder(state: ReviewState, stage: ScreeningStage): readonly string[] {
  let seed = 0;
  for (const sign of `${state.id} ${stage}`) seed = (Math.imul(seed, 31) + (sign.codePointAt(0) ?? 0)) | 0;
  const random = seededRandom(seed);
  const ids = stageRecords(state, stage).map(({ record }) => record.id);
  // A number for each record of the review, so that records that come later leave the others where they are.
  const numbers = Array.from(state.records.byId.keys(), (id): [string, number] => [id, random()]);
  const numberOf = new Map(numbers);
  return ids.sort((a, b) => (numberOf.get(a) ?? 0) - (numberOf.get(b) ?? 0));
}

/**
 * The order asked for, or the next best with the reason: learning needs a large stack and decisions of both
 * kinds; until then the words of the criteria give the order.
 */
export async function orderFor(
  store: Store,
  state: ReviewState,
  stage: ScreeningStage,
  member: string,
  asked: ShownOrder,
): Promise<GivenOrder> {
  const records = stageRecords(state, stage).length;
  const listed = (why: GivenOrder["why"], labels = { relevant: 0, irrelevant: 0 }): GivenOrder => ({
    asked,
    given: "as-listed",
    why,
    least: leastForLearning,
    model: null,
    records,
    labels,
    order: null,
    scoreOf: () => null,
  });
  if (asked === "as-listed") return listed(null);
  if (asked === "random") return { ...listed(null), given: "random", order: drawingOrder(state, stage) };
  if (asked === "learning" && records < leastForLearning) return listed("small");
  // Everything is taken from the state before the first waiting: it moves on.
  const stack = stackOf(store, state);
  const judgements = judgementsFor(state, stage, member, stack.places);
  const relevant = judgements.filter((one) => one.relevant).length;
  const labels = { relevant, irrelevant: judgements.length - relevant };
  const learnsFrom = asked === "learning" ? judgements : [];
  const { number, criteria, thread: own } = stack;
  try {
    const found = await ranked(
      stack,
      learnsFrom.length === 0 ? "criteria" : `${stage} ${member}`,
      stampOf(learnsFrom),
      () => own.rank({ stack: number, criteria, judgements: learnsFrom }),
    );
    if (found === null) return listed("preparing", labels);
    const learnt = found.basis === "judgements";
    if (found.basis === "sequence") return listed("no-labels", labels);
    return {
      ...listed(asked === "learning" && !learnt ? "no-labels" : null, labels),
      given: learnt ? "learning" : "criteria",
      model: learnt ? defaultRankingModel : "bm25",
      order: Array.from(found.order, (place) => stack.ids[place] ?? ""),
      scoreOf: (id) => {
        const score = found.scores[stack.places.get(id) ?? -1];
        return score === undefined ? null : Math.round(score * 1e6) / 1e6;
      },
    };
  } catch {
    return listed("failed", labels);
  }
}

/** Why a record stands high for a person; null where the order was not learnt. */
export async function whyFor(
  store: Store,
  state: ReviewState,
  stage: ScreeningStage,
  member: string,
  id: string,
) {
  if (stageRecords(state, stage).length < leastForLearning) return null;
  const stack = stackOf(store, state);
  const record = stack.places.get(id);
  const judgements = judgementsFor(state, stage, member, stack.places);
  if (record === undefined || judgements.length === 0) return null;
  const { number, criteria, ids, thread: own } = stack;
  await stack.sent;
  const reasons = await own.why({ stack: number, criteria, judgements, record });
  return (
    reasons && {
      score: reasons.score,
      terms: reasons.terms
        .filter(({ contribution }) => contribution > 0)
        .map(({ term, contribution }) => ({ term, weight: contribution })),
      nearest: reasons.nearest.map((one) => ({ id: ids[one.record] ?? "", likeness: one.likeness })),
    }
  );
}
