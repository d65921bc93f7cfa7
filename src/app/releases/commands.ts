// Releases at the command line: the acts of their life, and what differs between two.

import { z } from "zod";
import { routes } from "#contract";
import { fail, ok, problem, type Result } from "#kernel";
import type { Actor } from "#records";
import type { Effects } from "../effects.ts";
import type { RouteInput, RouteReply, Work } from "../use-case.ts";
import { useCases } from "../use-cases.ts";
import { checkReleaseNow } from "./check-release.ts";

const Id = z.object({ id: z.string().min(1).max(300) });
type Act = "answerFinding" | "publishRelease" | "holdRelease" | "discardRelease" | "withdrawRelease";

/** A route with a body as a command: its name in the address and its body are one set of arguments. */
const actOf = <K extends Act>(name: K) => ({
  args: Id.and(routes[name].body as z.ZodType<object>),
  run: (effects: Effects, actor: Actor, args: unknown): Promise<Result<unknown>> =>
    (useCases[name] as (e: Effects, a: Actor, i: RouteInput<K>) => Promise<Result<unknown>>)(
      effects,
      actor,
      args as RouteInput<K>,
    ),
});

export const releaseCommands = {
  "release-show": {
    args: Id,
    run: async (effects: Effects, actor: Actor, args: z.output<typeof Id>): Promise<Result<unknown>> => {
      const shown = await useCases.release(effects, actor, args);
      if (!shown.ok) return shown;
      const checks = await useCases.releaseChecks(effects, actor, args);
      return ok({ ...shown.value, check: checks.ok ? checks.value.check : null });
    },
  },
  "release-waiting": {
    args: z.object({}),
    run: (effects: Effects, actor: Actor): Promise<Result<unknown>> =>
      useCases.listWaitingReleases(effects, actor, {}),
  },
  "release-check": {
    args: Id,
    run: (effects: Effects, actor: Actor, args: z.output<typeof Id>, work: Work): Promise<Result<unknown>> =>
      checkReleaseNow(effects, actor, args.id, work),
  },
  "release-stop-check": {
    args: Id,
    run: (effects: Effects, actor: Actor, args: z.output<typeof Id>): Promise<Result<unknown>> =>
      useCases.stopReleaseCheck(effects, actor, args),
  },
  "release-answer": actOf("answerFinding"),
  "release-publish": actOf("publishRelease"),
  "release-hold": actOf("holdRelease"),
  "release-discard": actOf("discardRelease"),
  "release-withdraw": actOf("withdrawRelease"),
  "release-changes": {
    args: Id.extend({ from: z.string().optional(), out: z.string().optional() }),
    run: async (
      effects: Effects,
      actor: Actor,
      { id, from, out }: { id: string; from?: string | undefined; out?: string | undefined },
    ): Promise<Result<unknown>> => {
      const shown = await useCases.release(effects, actor, { id });
      if (!shown.ok) return shown;
      const earlier = from ?? before(shown.value);
      if (earlier === null)
        return fail(
          problem(
            "app.releases-not-comparable",
            `${id} has no published version before it to compare it with.`,
          ),
        );
      if (out === undefined)
        return useCases.releaseChanges(effects, actor, { id, from: earlier, limit: 20, offset: 0 });
      const made = await useCases.downloadReleaseChanges(effects, actor, {
        ...{ id, from: earlier, format: "csv", language: "en" },
      });
      if (!made.ok) return made;
      const written = await effects.store.writeOut(out, made.value.stream);
      return written.ok ? ok({ file: out, bytes: written.value.bytes }) : written;
    },
  },
} as const;

/** The newest published version before a release. */
const before = ({ versions, release }: RouteReply<"release">): string | null =>
  versions.find(({ version, state }) => version < release.version && state === "published")?.id ?? null;
