import { permission } from "#access";
import { ok } from "#kernel";
import { checkOf } from "#records";
import type { RouteReply, RouteUseCase } from "../use-case.ts";
import { shownRelease } from "./shown-release.ts";
import { visibleReleases } from "./visible-releases.ts";

type Waiting = RouteReply<"listWaitingReleases">[number];

/** What order work on releases is shown in: an embargo ends by itself, so it comes first. */
const urgency: Readonly<Record<Waiting["waits"], number>> = { embargo: 0, answer: 1, check: 2, publish: 3 };

/** Releases that wait for somebody, and those published at once that nobody checked. */
export const listWaitingReleases: RouteUseCase<"listWaitingReleases"> = async (effects, actor) => {
  const allowed = permission(actor, "release.prepare");
  if (!allowed.ok) return allowed;
  const waiting: Waiting[] = [];
  for (const one of await visibleReleases(effects, actor, { kind: "observations" })) {
    const { state } = one.standing;
    if (state !== "draft" && state !== "embargoed" && state !== "published") continue;
    const check = checkOf(await effects.store.catalogue.releases.events(one.release.id));
    const waits =
      state === "embargoed"
        ? "embargo"
        : check === null
          ? "check"
          : check.open > 0
            ? "answer"
            : state === "draft"
              ? "publish"
              : null;
    if (waits !== null)
      waiting.push({
        release: shownRelease(one),
        waits,
        open: check?.open ?? null,
        checkedAt: check?.at ?? null,
      });
  }
  return ok(waiting.sort((a, b) => urgency[a.waits] - urgency[b.waits]));
};
