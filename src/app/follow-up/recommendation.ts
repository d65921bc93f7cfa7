import { type Action, may } from "#access";
import { ok } from "#kernel";
import { type FollowUpState, followUpState, namedPassages, nextSteps } from "#oversight";
import type { Actor, FollowUpKind, Recommendation, StoredFollowUpEvent } from "#records";
import type { Catalogue, ListedRecommendation } from "#store";
import type { Effects } from "../effects.ts";
import { mayReadSource } from "../readable.ts";
import type { RouteReply, RouteUseCase } from "../use-case.ts";
import { knownRecommendation } from "./known-recommendation.ts";
import { shownListed } from "./shown-recommendation.ts";
import { todayOf } from "./today.ts";

/** Which action of the policy a step asks. */
const actionOfStep: Readonly<Record<FollowUpKind, Action>> = {
  drafted: "recommendation.draft",
  issued: "recommendation.draft",
  "response-asked": "recommendation.draft",
  responded: "recommendation.respond",
  "answered-in-general": "recommendation.respond",
  "action-planned": "recommendation.respond",
  "due-changed": "recommendation.respond",
  "no-longer-applicable": "recommendation.respond",
  cancelled: "recommendation.respond",
  reopened: "recommendation.respond",
  "imported-status": "recommendation.respond",
  initiated: "recommendation.progress",
  completed: "recommendation.progress",
  "evidence-attached": "recommendation.progress",
  commented: "recommendation.progress",
  verified: "recommendation.verify",
};

/** Events were checked when they were recorded; a state that cannot be computed again is a defect. */
export function stateOf(events: readonly StoredFollowUpEvent[], today: string, id: string): FollowUpState {
  const state = followUpState(events, today);
  if (!state.ok)
    throw new Error(`The events of ${id} no longer fit one another: ${state.problems[0]?.message}`);
  return state.value;
}

/** Whether somebody reports on an action as its owner or in the place of one. */
export const answersForActions = (actor: Actor): boolean => may(actor, "recommendation.respond").allowed;

export const recommendation: RouteUseCase<"recommendation"> = async (effects, actor, input) => {
  const found = await knownRecommendation(effects.store.catalogue, actor, "recommendation.read", input.id);
  return found.ok ? ok(await shownWhole(effects, actor, found.value)) : found;
};

/** One recommendation with all that is known of it, for this reader. */
export async function shownWhole(
  effects: Effects,
  actor: Actor,
  listed: ListedRecommendation,
): Promise<RouteReply<"recommendation">> {
  const { catalogue } = effects.store;
  const { record, place } = listed;
  const today = todayOf(effects);
  const events = await catalogue.recommendations.events(record.id);
  const state = stateOf(events, today, record.id);
  const nameOf = await names(catalogue, [
    ...events.map(({ by }) => by),
    ...state.actions.flatMap(({ ownerAccount }) => ownerAccount ?? []),
  ]);
  const evaluation = place.evaluation === null ? null : await catalogue.evaluations.byId(place.evaluation);
  const reading = record.document === null ? null : await catalogue.documents.bySource(record.document);
  const first = record.passages[0] === undefined ? null : await catalogue.passages.byId(record.passages[0]);
  const group = await catalogue.advice.groupOf(record.id);
  const versions = await catalogue.recommendations.byId(record.id);
  const answers = events.flatMap(({ data }) =>
    data.kind === "responded" || data.kind === "answered-in-general" ? [data] : [],
  );
  const mine = (owner: string | null) => actor.kind === "account" && owner === actor.id;
  return {
    ...shownListed(listed, today),
    current: versions?.current ?? false,
    addressees: [...record.addressees],
    timeFrame: record.timeFrame,
    printedTimeFrame: record.printedTimeFrame,
    resources: record.resources,
    branches: [...record.branches],
    evaluationTitle: evaluation?.title ?? null,
    reportTitle: reading?.title ?? null,
    page: first?.page ?? null,
    today,
    issuedOn: state.issuedOn,
    askedOn: state.askedOn,
    respondedOn: state.respondedOn,
    verdictReason: state.verdictReason,
    responseText: answers.at(-1)?.text ?? null,
    grounds: await quoted(catalogue, actor, await groundsOf(catalogue, record)),
    responsePassages: await quoted(catalogue, actor, answers.at(-1)?.passages ?? []),
    reported: state.reported && { system: state.reported.system, original: state.reported.original },
    plannedActions: await Promise.all(
      state.actions.map(async (action) => ({
        id: action.id,
        text: action.text,
        owner: action.owner,
        ownerName: action.ownerAccount === null ? null : nameOf(action.ownerAccount),
        due: action.due,
        printedDue: action.printedDue,
        overdue: state.overdueActions.includes(action.id),
        state: action.state,
        reason: action.reason,
        completedOn: action.completedOn,
        reported: action.reported,
        evidence: await evidenceOf(catalogue, actor, action.evidence),
        mine: mine(action.ownerAccount),
      })),
    ),
    history: events.map(({ number, action, at, on, by, data }) => ({
      number,
      action,
      at,
      on,
      by: nameOf(by),
      data: data as RouteReply<"recommendation">["history"][number]["data"],
    })),
    next: nextSteps(record.id, state, actor.id).map((step) => {
      const decision = may(actor, actionOfStep[step.kind]);
      const owner = state.actions.find(({ id }) => id === step.action)?.ownerAccount ?? null;
      const others =
        step.action !== null &&
        actionOfStep[step.kind] === "recommendation.progress" &&
        !answersForActions(actor) &&
        !mine(owner);
      if (!decision.allowed)
        return { ...step, allowed: false, why: decision.reason, code: "access.not-allowed" };
      if (others)
        return {
          ...step,
          allowed: false,
          why: "Its owner or a manager reports on this action.",
          code: "follow-up.not-your-action",
        };
      return { ...step, allowed: step.why === null };
    }),
    advice: group?.id ?? null,
  };
}

async function names(catalogue: Catalogue, ids: readonly string[]): Promise<(id: string) => string> {
  const known = new Map<string, string>();
  for (const id of new Set(ids)) {
    const account = await catalogue.accounts.byId(id);
    if (account) known.set(id, account.name);
  }
  return (id) => known.get(id) ?? id;
}

/** What people linked, then what its own words name. */
async function groundsOf(catalogue: Catalogue, record: Recommendation): Promise<readonly string[]> {
  const around = record.document === null ? [] : await catalogue.passages.ofDocument(record.document);
  const named = namedPassages(
    record.text,
    around.flatMap(({ id, kind, label, paragraph, heading }) =>
      kind === "finding" || kind === "conclusion" ? [{ id, kind, label, paragraph, heading }] : [],
    ),
  );
  return [...new Set([...record.linkedPassages, ...named])];
}

async function quoted(catalogue: Catalogue, actor: Actor, ids: readonly string[]) {
  const shown = [];
  for (const id of ids) {
    const passage = await catalogue.passages.byId(id);
    if (!passage || !(await mayReadSource(catalogue, actor, passage.source))) continue;
    const { kind, source, label, text, page, language } = passage;
    shown.push({ id, kind, source, label, text, page, language });
  }
  return shown;
}

async function evidenceOf(
  catalogue: Catalogue,
  actor: Actor,
  evidence: readonly { readonly source: string; readonly note: string | null }[],
) {
  const shown = [];
  for (const { source, note } of evidence) {
    const file = await catalogue.sources.byHash(source as never);
    if (file && (await mayReadSource(catalogue, actor, file.sha256)))
      shown.push({ source, name: file.name, note });
  }
  return shown;
}
