import { permission } from "#access";
import { fail, languages, ok, problem, type Result } from "#kernel";
import { adviceOptions, isImplemented, putTogether, takenOut } from "#oversight";
import type { Actor, AdviceCorrection, AdviceGroup } from "#records";
import type { Catalogue, ListedRecommendation } from "#store";
import { auditEntry } from "../audit-entry.ts";
import type { Effects } from "../effects.ts";
import { readableTiers } from "../readable.ts";
import type { RouteReply, RouteUseCase, Work } from "../use-case.ts";
import { newAdviceSearch } from "./advice-thread.ts";
import { shownListed } from "./shown-recommendation.ts";
import { todayOf } from "./today.ts";

type ShownGroup = RouteReply<"advice">["group"];

/** Members of a group that the actor may read and that stand, by year and then by id. */
async function membersOf(
  catalogue: Catalogue,
  actor: Actor,
  group: AdviceGroup,
): Promise<readonly ListedRecommendation[]> {
  const tiers = readableTiers(actor);
  const members = await catalogue.recommendations.byIds(group.members);
  return members
    .filter(({ place }) => tiers.includes(place.tier))
    .toSorted(
      (a, b) => (a.place.year ?? 9999) - (b.place.year ?? 9999) || (a.record.id < b.record.id ? -1 : 1),
    );
}

function shownGroup(group: AdviceGroup, members: readonly ListedRecommendation[]): ShownGroup {
  const years = members.flatMap(({ place }) => place.year ?? []);
  const accepted = members.filter(
    ({ row }) => row.verdict === "accepted" || row.verdict === "partially-accepted",
  );
  const implemented = accepted.filter(({ row }) => isImplemented(row.state)).length;
  const first = members[0]!;
  return {
    id: group.id,
    terms: group.terms.map(({ term, weight }) => ({ term, weight })),
    cohesion: group.cohesion,
    languages: languages.filter((language) => members.some(({ record }) => record.language === language)),
    size: members.length,
    evaluations: new Set(members.map(({ place, record }) => place.evaluation ?? record.document ?? record.id))
      .size,
    firstYear: years.length > 0 ? Math.min(...years) : null,
    lastYear: years.length > 0 ? Math.max(...years) : null,
    accepted: accepted.length,
    rejected: members.filter(({ row }) => row.verdict === "rejected").length,
    unanswered: members.filter(({ row }) => row.verdict === null).length,
    implemented,
    notDone: accepted.length - implemented,
    sample: first.record.text,
    sampleLanguage: first.record.language,
    origins: [...new Set(members.map(({ record }) => record.origin))],
  };
}

export const listAdvice: RouteUseCase<"listAdvice"> = async (effects, actor, { limit, offset }) => {
  const allowed = permission(actor, "recommendation.read");
  if (!allowed.ok) return allowed;
  const { catalogue } = effects.store;
  const run = await catalogue.advice.lastRun();
  const found = await catalogue.advice.list({ tiers: readableTiers(actor), limit, offset });
  const groups = [];
  for (const group of found.groups) groups.push(shownGroup(group, await membersOf(catalogue, actor, group)));
  return ok({ total: found.total, groups, madeAt: run?.at ?? null, compared: run?.recommendations ?? 0 });
};

const unknownGroup = (id: string) =>
  fail(
    problem(
      "app.not-found",
      `There is no group of recurring advice "${id}". It may have been taken apart or joined with another; see the list.`,
    ),
  );

export const advice: RouteUseCase<"advice"> = async (effects, actor, { id }) => {
  const allowed = permission(actor, "recommendation.read");
  if (!allowed.ok) return allowed;
  const { catalogue } = effects.store;
  const group = (await catalogue.advice.group(id)) ?? (await catalogue.advice.groupOf(id));
  const members = group ? await membersOf(catalogue, actor, group) : [];
  if (!group || members.length < 2) return unknownGroup(id);
  const today = todayOf(effects);
  return ok({
    group: shownGroup(group, members),
    members: members.map((member) => shownListed(member, today)),
  });
};

/** The embedded catalogue answers within the turn of the event loop that asked it. */
const breath = () => new Promise<void>((resume) => setImmediate(resume));

/** A part of the recommendations is read and handed over at once; the program answers others in between. */
const textsAtOnce = 1_000;

/** Looks for recurring advice among all recommendations, in a thread of its own; stops when asked. */
export async function seekAdvice(
  effects: Effects,
  actor: Actor,
  work: Work = {},
): Promise<Result<RouteReply<"createAdvice">>> {
  const { catalogue } = effects.store;
  const search = newAdviceSearch(work.signal);
  let compared = 0;
  let done = 0;
  try {
    for (let after: string | null = null; work.signal?.aborted !== true; ) {
      const part = await catalogue.recommendations.texts(after, textsAtOnce);
      search.add(part);
      compared += part.length;
      await breath();
      if (part.length < textsAtOnce) break;
      after = part.at(-1)!.id;
    }
    const groups = await search.groups(await catalogue.advice.corrections(), (now, total) => {
      done = now;
      work.progress?.({ label: "recurring advice", done, total, unit: "recommendations" });
    });
    if (groups === null || work.signal?.aborted)
      return fail(
        problem(
          "follow-up.advice-stopped",
          `The search was stopped after ${done} of ${compared} recommendations. The former groups stand; start it again when it suits.`,
        ),
      );
    return await keepAdvice(effects, actor, groups, compared);
  } finally {
    await search.end();
  }
}

function keepAdvice(
  effects: Effects,
  actor: Actor,
  groups: readonly AdviceGroup[],
  compared: number,
): Promise<Result<RouteReply<"createAdvice">>> {
  const at = effects.now();
  return effects.store.transaction(async (inside) => {
    const recipe = {
      method: "oversight.recurring-advice",
      options: adviceOptions,
      codeVersion: effects.codeVersion,
    };
    await inside.advice.replace({ at, by: actor.id, recipe, recommendations: compared }, groups);
    await inside.audit.append(
      auditEntry(effects, actor, "advice.change", "advice:all", { compared, groups: groups.length }),
    );
    return ok({
      groups: groups.length,
      members: groups.reduce((sum, { members }) => sum + members.length, 0),
      compared,
    });
  });
}

export const createAdvice: RouteUseCase<"createAdvice"> = async (effects, actor, _input, work) => {
  const allowed = permission(actor, "advice.change");
  return allowed.ok ? seekAdvice(effects, actor, work) : allowed;
};

/**
 * Keeps what somebody said for all later runs, and changes the groups at once. `apart` takes the first
 * recommendation out of the group of the others.
 */
export const correctAdvice: RouteUseCase<"correctAdvice"> = async (effects, actor, input) => {
  const allowed = permission(actor, "advice.change");
  if (!allowed.ok) return allowed;
  const { kind, reason } = input;
  const ids = [...new Set(input.recommendations)];
  return effects.store.transaction(async (catalogue) => {
    const tiers = readableTiers(actor);
    const known = new Set(
      (await catalogue.recommendations.byIds(ids))
        .filter(({ place }) => tiers.includes(place.tier))
        .map(({ record }) => record.id),
    );
    const missing = ids.find((id) => !known.has(id));
    const [first, ...others] = ids;
    if (missing !== undefined || first === undefined || others.length === 0)
      return fail(
        problem(
          "app.not-found",
          `There is no recommendation "${missing ?? ""}". A correction names two or more that are here. Nothing was changed.`,
        ),
      );
    const at = effects.now();
    const said = (b: string): AdviceCorrection => ({ kind, a: first, b, at, by: actor.id, reason });
    const groups = new Map<string, AdviceGroup>();
    for (const id of kind === "together" ? ids : [first]) {
      const group = await catalogue.advice.groupOf(id);
      if (group) groups.set(group.id, group);
    }
    const touched = [...groups.values()];
    // Taken out means apart from all who were in the group, so that no later run brings it back by another.
    const left =
      kind === "apart" ? touched.flatMap(({ members }) => members).filter((id) => id !== first) : [];
    await catalogue.advice.correct([...new Set([...others, ...left])].map(said));
    const after =
      kind === "together"
        ? [putTogether(touched, ids)]
        : touched.flatMap((group) =>
            others.some((id) => group.members.includes(id)) ? (takenOut(group, first) ?? []) : group,
          );
    await catalogue.advice.exchange([...groups.keys()], after);
    await catalogue.audit.append(
      auditEntry(effects, actor, "advice.change", `recommendation:${first}`, { kind, others, reason }),
    );
    return ok({ groups: after.map(({ id }) => id) });
  });
};
