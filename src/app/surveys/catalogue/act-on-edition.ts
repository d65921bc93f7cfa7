import { fail, ok, problem } from "#kernel";
import { auditEntry } from "../../audit-entry.ts";
import type { RouteUseCase } from "../../use-case.ts";
import { type EditionState, knownStudy, standingEdition } from "../visible-studies.ts";
import { namesFor, shownEdition } from "./shown-edition.ts";

const words: Readonly<Record<EditionState, string>> = {
  draft: "a draft",
  published: "published",
  withdrawn: "withdrawn",
};

const shortestReason = 3;

/**
 * Publishes a draft, or withdraws what is published or was drafted. Asked again inside the transaction: of two people
 * who act at once the second is told what the first made of it.
 */
export const actOnEdition: RouteUseCase<"actOnEdition"> = async (effects, actor, input) => {
  const { id, version, act } = input;
  const reason = input.reason?.trim() || null;
  const found = await knownStudy(effects, actor, id, "study.publish");
  if (!found.ok) return found;
  if (act === "withdrawn" && (reason?.length ?? 0) < shortestReason)
    return fail(
      problem(
        "app.reason-needed",
        `Say why version ${version} of ${id} is withdrawn: whoever cited it reads the reason in its place. Nothing was changed.`,
        { field: "reason" },
      ),
    );
  const done = await effects.store.transaction(async (catalogue) => {
    await catalogue.studies.lock();
    const edition = await catalogue.studies.edition(id, version);
    if (edition === null)
      return fail(
        problem(
          "app.not-found",
          `There is no version ${version} of the data of ${id}. Its page names those there are.`,
        ),
      );
    const { state } = standingEdition(edition, await catalogue.studies.events(id));
    const from: readonly EditionState[] = act === "published" ? ["draft"] : ["draft", "published"];
    if (!from.includes(state))
      return fail(
        problem(
          "app.edition-not-open",
          `Version ${version} of ${id} is ${words[state]}; this can be done only while it is ${from.map((one) => words[one]).join(" or ")}. Nothing was changed.`,
        ),
      );
    await catalogue.studies.record({
      ...{ study: id, version, act, reason },
      at: effects.now(),
      by: actor.id,
    });
    await catalogue.audit.append(
      auditEntry(effects, actor, act === "published" ? "study.publish" : "study.withdraw", `study:${id}`, {
        version,
        reason,
      }),
    );
    return ok(standingEdition(edition, await catalogue.studies.events(id)));
  });
  return done.ok ? ok(shownEdition(done.value, await namesFor(effects, actor))) : done;
};
