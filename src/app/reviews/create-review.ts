import { permission } from "#access";
import { fail, ok, problem, type Result } from "#kernel";
import { auditEntry } from "../audit-entry.ts";
import type { RouteReply, RouteUseCase } from "../use-case.ts";
import { recordActs } from "./record-acts.ts";

/** A short name from a title: its words without accents, at most eight, then a number while it is taken. */
export function nameFromTitle(title: string): string {
  const words = title
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .match(/[a-z0-9]+/gu);
  return (words ?? ["review"]).slice(0, 8).join("-").slice(0, 70);
}

/** Begins a review. Whoever begins it is its owner and, until they say otherwise, its only member. */
export const createReview: RouteUseCase<"createReview"> = async (
  effects,
  actor,
  input,
): Promise<Result<RouteReply<"createReview">>> => {
  const allowed = permission(actor, "review.begin");
  if (!allowed.ok) return allowed;
  const wanted = input.id ?? nameFromTitle(input.title);
  const made = await effects.store.transaction(async (catalogue) => {
    for (let attempt = 1; attempt <= (input.id ? 1 : 100); attempt++) {
      const id = attempt === 1 ? wanted : `${wanted}-${attempt}`;
      const added = await catalogue.reviews.add({
        id,
        title: input.title,
        language: input.language,
        origin: input.origin,
        createdAt: effects.now(),
        createdBy: actor.id,
        publishedAt: null,
      });
      if (!added) continue;
      await catalogue.audit.append(auditEntry(effects, actor, "review.begin", `review:${id}`));
      return ok(id);
    }
    return fail(
      problem(
        "app.review-name-taken",
        `A review is called "${wanted}" already, and names are never used again. Choose another one. Nothing was made.`,
        { field: "id" },
      ),
    );
  });
  if (!made.ok) return made;
  const id = made.value;
  const account = actor.kind === "account" ? await effects.store.catalogue.accounts.byId(actor.id) : null;
  // The first acts are the operator's in any case: nobody is a member yet.
  const begun = await recordActs(
    effects,
    actor,
    id,
    [
      { key: `begun-${id}`, act: { kind: "review.created", title: input.title, language: input.language } },
      ...(account
        ? [
            {
              key: `owner-${id}`,
              act: {
                kind: "member.added" as const,
                account: account.id,
                name: account.name,
                parts: ["owner", "reviewer"] as const,
              },
            },
          ]
        : []),
    ],
    { together: true, by: "operator" },
  );
  return begun.ok ? ok({ id }) : begun;
};
