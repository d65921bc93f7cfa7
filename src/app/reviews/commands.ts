// Reviews at the command line: the routes of the pages, asked by the operator, and tables of decisions in.

import { z } from "zod";
import { type RouteName, routes } from "#contract";
import { fail, failAll, ok, problem, type Result } from "#kernel";
import type { Actor } from "#records";
import type { Effects } from "../effects.ts";
import type { Download, UseCase, Work } from "../use-case.ts";
import { useCases } from "../use-cases.ts";
import { importDecisions } from "./screening/import-decisions.ts";

const file = z.object({ path: z.string(), name: z.string() });
const isOfReviews = (name: string): name is RouteName =>
  Object.hasOwn(routes, name) && /^\/api\/reviews(\/|$)/.test(routes[name as RouteName].path);

/** What a route takes, checked part by part: path, query and body. */
function checkedInput(route: RouteName, given: unknown): Result<Record<string, unknown>> {
  const { params, query, body } = routes[route];
  const checked: Record<string, unknown> = {};
  const wrong = [];
  for (const part of [params, query, typeof body === "string" ? null : body]) {
    if (!part) continue;
    const read = (part as z.ZodType).safeParse(given);
    if (read.success) Object.assign(checked, read.data);
    else wrong.push(...read.error.issues);
  }
  if (wrong.length === 0) return ok(checked);
  return failAll(
    wrong.map(({ path, message }) =>
      problem("app.arguments-invalid", `${path.join(".") || "The request"}: ${message}. Nothing was done.`, {
        field: path.join("."),
      }),
    ),
  );
}

/** The account somebody signs in with, or the name as given: a review answers for itself who is a member. */
const accountOf = async (effects: Effects, name: string): Promise<string> =>
  (await effects.store.catalogue.accounts.byEmail(name.trim().toLowerCase()))?.id ?? name;

export const reviewCommands = {
  review: {
    args: z.object({
      route: z.string(),
      input: z.record(z.string(), z.unknown()).default({}),
      file: file.optional(),
      /** Where a download is written. */
      out: z.string().optional(),
      /** The member whose acts these are. */
      as: z.string().optional(),
    }),
    run: async (
      effects: Effects,
      actor: Actor,
      args: {
        readonly route: string;
        readonly input: Record<string, unknown>;
        readonly file?: { readonly path: string; readonly name: string } | undefined;
        readonly out?: string | undefined;
        readonly as?: string | undefined;
      },
      work: Work,
    ): Promise<Result<unknown>> => {
      if (!isOfReviews(args.route))
        return fail(problem("app.arguments-invalid", `route: "${args.route}" is no route of reviews.`));
      const input = checkedInput(args.route, {
        ...args.input,
        ...(args.file && { name: args.file.name }),
        ...(args.as !== undefined && { onBehalf: await accountOf(effects, args.as) }),
      });
      if (!input.ok) return input;
      if (args.as !== undefined && !("onBehalf" in input.value))
        return fail(
          problem(
            "app.arguments-invalid",
            `as: ${args.route} records nothing that could be somebody's. Leave it out. Nothing was done.`,
            { field: "as" },
          ),
        );
      const asked = (useCases as Readonly<Record<string, unknown>>)[args.route] as
        | UseCase<unknown, unknown>
        | undefined;
      if (!asked)
        return fail(problem("app.arguments-invalid", `route: "${args.route}" has nobody who answers it.`));
      const answer = await asked(
        effects,
        actor,
        { ...input.value, ...(args.file && { upload: args.file }) },
        work,
      );
      if (!answer.ok || routes[args.route].reply !== "file") return answer;
      const download = answer.value as Download;
      if (args.out === undefined)
        return fail(problem("app.arguments-invalid", "out: say which file to write. Nothing was written."));
      const written = await effects.store.writeOut(args.out, download.stream);
      return written.ok ? ok({ file: args.out, bytes: written.value.bytes }) : written;
    },
  },
  "review-decisions": {
    args: z.object({
      id: z.string().min(1).max(300),
      as: z.string().min(1).max(300),
      settle: z.boolean().default(false),
      file,
    }),
    run: async (
      effects: Effects,
      actor: Actor,
      args: {
        readonly id: string;
        readonly as: string;
        readonly settle: boolean;
        readonly file: { readonly path: string; readonly name: string };
      },
    ): Promise<Result<unknown>> =>
      importDecisions(effects, actor, { ...args, as: await accountOf(effects, args.as) }),
  },
} as const;
