import { permission } from "#access";
import { fail, ok, problem } from "#kernel";
import { type DecidedPassage, isSamePlace } from "#records";
import { shownPassage } from "../read-registry.ts";
import type { RouteUseCase } from "../use-case.ts";

/**
 * A passage by the address under which it was cited, whether it still stands, and what took its place. Names
 * of people are not told: whoever may read the report may ask.
 */
export const passageHistory: RouteUseCase<"passageHistory"> = async (effects, actor, { id }) => {
  const { catalogue } = effects.store;
  const versions = await catalogue.corrections.versions([id]);
  const last = versions.at(-1);
  const source = last && (await catalogue.sources.byHash(last.source));
  const allowed = permission(actor, "document.read", source ? { tier: source.tier } : {});
  if (!allowed.ok) return allowed;
  if (!last || !source)
    return fail(
      problem(
        "app.not-found",
        `There is no passage "${id}". It may be misspelt, or come from another installation; look for its words.`,
      ),
    );
  const events = await catalogue.corrections.mentioning(last.source, id);
  const standing = await catalogue.corrections.standing(last.source);
  const textVersion = await catalogue.corrections.textVersion(last.source);
  const replacedBy = last.stands ? [] : await successors(id, last);
  return ok({
    passage: shownPassage(last),
    stands: last.stands,
    decision: last.decision,
    /** Its spans count in an earlier text than the one shown. */
    earlierText: last.textVersion !== textVersion,
    title: (await catalogue.documents.bySource(last.source))?.title ?? source.name,
    replacedBy: replacedBy.map(shownPassage),
    acts: events.map(({ act, at, number, undoes }) => ({ act, at, number, undoes })),
  });

  /** What stands now where this passage stood: by the acts of people, else by place, else by words. */
  async function successors(of: string, passage: DecidedPassage): Promise<readonly DecidedPassage[]> {
    if (passage.decision === "rejected") return [];
    const seen = new Set([of]);
    const open = [of];
    const found = new Map<string, DecidedPassage>();
    for (let next = open.shift(); next !== undefined; next = open.shift()) {
      const [act] = (await catalogue.corrections.mentioning(passage.source, next)).filter(({ after }) =>
        after.some((mark) => mark.id !== next),
      );
      for (const mark of act?.after ?? []) {
        if (seen.has(mark.id) || mark.decision === "rejected") continue;
        // A move names all passages of a document at once; only the one of the same words counts.
        if (act?.act === "move" && act.after[act.before.findIndex((one) => one.id === next)]?.id !== mark.id)
          continue;
        seen.add(mark.id);
        const stands = standing.find((one) => one.id === mark.id);
        if (stands) found.set(stands.id, stands);
        else open.push(mark.id);
      }
    }
    if (found.size > 0) return [...found.values()];
    const words = (text: string) => text.replace(/\s+/gu, " ").trim();
    return standing.filter((one) =>
      passage.textVersion === textVersion
        ? isSamePlace(one.spans, passage.spans)
        : words(one.text) === words(passage.text),
    );
  }
};
