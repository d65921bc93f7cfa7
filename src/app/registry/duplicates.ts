// Records that look alike: proposed with reasons, decided by people, never merged by themselves.

import { permission } from "#access";
import { fail, failAll, ok, problem } from "#kernel";
import type { DuplicateDecision } from "#records";
import { auditEntry } from "../audit-entry.ts";
import { mayReadSource, readableTiers } from "../readable.ts";
import type { RouteUseCase } from "../use-case.ts";
import { duplicateGroups } from "./duplicate-groups.ts";
import { evaluationCard } from "./projects.ts";

export const listDuplicates: RouteUseCase<"listDuplicates"> = async (effects, actor, input) => {
  const allowed = permission(actor, "evaluation.read");
  if (!allowed.ok) return allowed;
  const { catalogue } = effects.store;
  const records = await catalogue.duplicates.features(readableTiers(actor));
  const decided = await catalogue.duplicates.standing();
  const groups = duplicateGroups(records, decided).filter(
    ({ members }) => input.evaluation === undefined || members.includes(input.evaluation),
  );
  const known = new Set(records.map(({ id }) => id));
  const shown = [];
  for (const { members, pairs } of groups.slice(input.offset, input.offset + input.limit)) {
    const cards = [];
    for (const id of members) {
      const record = await catalogue.evaluations.byId(id);
      if (record) cards.push(evaluationCard(record));
    }
    shown.push({ members: cards, pairs: pairs.map((pair) => ({ ...pair, reasons: [...pair.reasons] })) });
  }
  return ok({
    total: groups.length,
    groups: shown,
    decided: decided.filter(
      ({ first, second }) =>
        known.has(first) &&
        known.has(second) &&
        (input.evaluation === undefined || [first, second].includes(input.evaluation)),
    ),
  });
};

export const decideDuplicates: RouteUseCase<"decideDuplicates"> = (effects, actor, input) =>
  effects.store.transaction(async (catalogue) => {
    const allowed = permission(actor, "evaluation.edit");
    if (!allowed.ok) return allowed;
    const members = [...new Set(input.members)].sort();
    const unknown = [];
    for (const id of members) {
      const record = await catalogue.evaluations.byId(id);
      if (!record || !(await mayReadSource(catalogue, actor, record.provenance.source))) unknown.push(id);
    }
    if (unknown.length > 0)
      return failAll(
        unknown.map((id) =>
          problem("app.not-found", `There is no evaluation "${id.slice(0, 100)}" in the registry.`, {
            field: "members",
          }),
        ),
      );
    if (members.length < 2)
      return fail(
        problem("app.pair-needed", "Name at least two different records to decide on. Nothing was changed.", {
          field: "members",
        }),
      );
    if (input.keep !== null && !members.includes(input.keep))
      return fail(
        problem(
          "app.keep-unknown",
          `"${input.keep.slice(0, 100)}" is none of the records decided on, so it cannot stand for them. Nothing was changed.`,
          { field: "keep" },
        ),
      );
    const decisions = pairsOf(members).map(
      ([first, second]): DuplicateDecision => ({
        first,
        second,
        verdict: input.verdict,
        keep: input.verdict === "same" && (input.keep === first || input.keep === second) ? input.keep : null,
        reason: input.reason,
        at: effects.now(),
        by: actor.id,
      }),
    );
    await catalogue.duplicates.decide(decisions);
    await catalogue.audit.append(
      auditEntry(effects, actor, "evaluation.compare", `evaluation:${members[0]}`, {
        members,
        verdict: input.verdict,
        keep: input.keep,
      }),
    );
    return ok(decisions);
  });

const pairsOf = (members: readonly string[]): readonly (readonly [string, string])[] =>
  members.flatMap((first, index) => members.slice(index + 1).map((second) => [first, second] as const));
