// Batch work on the store, by name: what `bin/socle` runs itself when no server holds the data folder and
// sends to the server when one does. Arguments are checked here, whoever sent them.

import { z } from "zod";
import { type CallReply, type RouteName, routes } from "#contract";
import { failAll, isLanguage, languages, type Problem, problem, type Result } from "#kernel";
import { type Actor, origins } from "#records";
import { accountCommands } from "./accounts/commands.ts";
import type { Effects } from "./effects.ts";
import { gatherAll } from "./follow-up/index.ts";
import { type ImportOutcome, importOutcome } from "./import-outcome.ts";
import { uncertaintyAtCommandLine } from "./indexes/read-uncertainty.ts";
import { indicatorCommands } from "./indicators/index.ts";
import { gatherAllLessons } from "./lessons/index.ts";
import { importReports, jobsNow, rereadNow, resumeNow } from "./reading/reports-at-once.ts";
import { releaseCommands } from "./releases/commands.ts";
import { reviewCommands } from "./reviews/commands.ts";
import { exportAtCommandLine, searchAtCommandLine } from "./search/search-command.ts";
import { studyCommands } from "./surveys/catalogue/commands.ts";
import type { RouteInput, Upload, Work } from "./use-case.ts";
import { useCases } from "./use-cases.ts";

type Command<Args extends z.ZodType> = {
  readonly args: Args;
  run(effects: Effects, actor: Actor, args: z.output<Args>, work: Work): Promise<Result<unknown>>;
};
const command = <Args extends z.ZodType>(given: Command<Args>): Command<Args> => given;

const file = z.object({ path: z.string(), name: z.string() });

/** Imports file after file; each is all or nothing by itself, and a failed one says so without stopping the others. */
async function eachFile(
  files: readonly Upload[],
  importOne: (upload: Upload) => Promise<Result<CallReply<typeof routes.importReport>>>,
): Promise<Result<ImportOutcome>> {
  const total = importOutcome({});
  const problems: Problem[] = [];
  for (const upload of files) {
    const outcome = await importOne(upload);
    if (!outcome.ok) {
      problems.push(...outcome.problems.map((p) => ({ ...p, at: { file: upload.name, ...p.at } })));
      continue;
    }
    const { added, superseded, unchanged, release, change, ids, warnings } = outcome.value;
    total.added += added;
    total.superseded += superseded;
    total.unchanged += unchanged;
    total.release = release ?? total.release;
    total.change = change ?? total.change;
    total.ids.push(...ids);
    total.warnings.push(...(warnings as Problem[]));
  }
  return problems.length > 0 ? failAll(problems) : { ok: true, value: total };
}

/** Takes what a route takes and fills in the defaults of its query. */
const inputOf = <K extends RouteName>(route: K, given: Record<string, unknown>): RouteInput<K> => {
  const { query } = routes[route];
  return { ...given, ...(query ? (query.parse(given) as object) : {}) } as RouteInput<K>;
};

export const commands = {
  import: command({
    args: z.object({
      kind: z.enum(["evaluations", "evaluation-report", "observations", "ratifications"]),
      files: z.array(file).min(1),
      origin: z.enum(origins).optional(),
      evaluation: z.string().optional(),
      series: z.string().optional(),
      title: z.string().optional(),
      indicator: z.string().optional(),
      agency: z.string().optional(),
      unit: z.string().optional(),
      licence: z.string().optional(),
      leaveOut: z.array(z.string()).optional(),
      list: z.string().optional(),
      mapping: z.string().optional(),
      source: z.string().optional(),
      draft: z.enum(["true", "false"]).optional(),
    }),
    run: (effects, actor, { kind, files, ...options }, work): Promise<Result<unknown>> => {
      if (kind === "evaluation-report") return importReports(effects, actor, files, options, work);
      return eachFile(files, async (upload) => {
        const given = { ...options, name: upload.name, upload };
        if (kind === "evaluations")
          return useCases.importEvaluations(effects, actor, inputOf("importEvaluations", given), work);
        if (kind === "ratifications")
          return useCases.importRatifications(effects, actor, inputOf("importRatifications", given), work);
        const series = options.series ?? seriesOf(upload.name);
        return useCases.importObservations(
          effects,
          actor,
          inputOf("importObservations", { ...given, series }),
          work,
        );
      });
    },
  }),
  reread: command({
    args: z.object({ all: z.boolean().default(false), sources: z.array(z.string()).optional() }),
    run: (effects, actor, args, work) => rereadNow(effects, actor, args, work),
  }),
  "reading-jobs": command({
    args: z.object({}),
    run: (effects, actor) => jobsNow(effects, actor),
  }),
  "reading-resume": command({
    args: z.object({ id: z.string().optional() }),
    run: (effects, actor, { id }, work) => resumeNow(effects, actor, id, work),
  }),
  "changes-list": command({
    args: routes.listChanges.query!,
    run: (effects, actor, args) => useCases.listChanges(effects, actor, args),
  }),
  "changes-undo": command({
    args: z.object({ id: z.string(), reason: z.string().max(500).default("") }),
    run: (effects, actor, args) => useCases.undoChange(effects, actor, args),
  }),
  "recommendations-list": command({
    args: routes.listRecommendations.query!,
    run: (effects, actor, args) => useCases.listRecommendations(effects, actor, args),
  }),
  "recommendations-gather": command({
    args: z.object({}),
    run: (effects, actor, _args, work) => gatherAll(effects, actor, work),
  }),
  "lessons-gather": command({
    args: z.object({}),
    run: (effects, actor, _args, work) => gatherAllLessons(effects, actor, work),
  }),
  "lessons-list": command({
    args: routes.listLessons.query!,
    run: (effects, actor, args) => useCases.listLessons(effects, actor, args),
  }),
  "follow-up-figures": command({
    args: routes.followUpFigures.query!,
    run: (effects, actor, args) => useCases.followUpFigures(effects, actor, args),
  }),
  "responses-propose": command({
    args: z.object({ file, system: z.string().default("") }),
    run: (effects, actor, { file: upload, system }, work) =>
      useCases.proposeResponses(effects, actor, { name: upload.name, system, upload }, work),
  }),
  "responses-of": command({
    args: z.object({ sha256: z.string(), answers: z.string().optional() }),
    run: (effects, actor, args) => useCases.documentResponses(effects, actor, args),
  }),
  "responses-confirm": command({
    args: routes.confirmResponses.body as z.ZodType<RouteInput<"confirmResponses">>,
    run: (effects, actor, args) => useCases.confirmResponses(effects, actor, args),
  }),
  advice: command({
    args: z.object({}),
    run: (effects, actor, args, work) => useCases.createAdvice(effects, actor, args, work),
  }),
  remind: command({
    args: z.object({}),
    run: (effects, actor, args) => useCases.sendReminders(effects, actor, args),
  }),
  ...reviewCommands,
  ...indicatorCommands,
  "evaluations-list": command({
    args: routes.listEvaluations.query!,
    run: (effects, actor, args) => useCases.listEvaluations(effects, actor, args),
  }),
  "evaluations-search": command({
    args: routes.searchPassages.query!,
    run: searchAtCommandLine,
  }),
  "evaluations-export": command({
    args: routes.searchPassages.query!.extend({ out: z.string() }),
    run: exportAtCommandLine,
  }),
  "index-freeze": command({
    args: z.object({
      definitionId: z.string().optional(),
      definitionVersion: z.string().optional(),
      definition: z.unknown().optional(),
      release: z.string(),
      classifications: z.array(z.string()).optional(),
    }),
    run: (effects, actor, args, work) => useCases.createRun(effects, actor, args, work),
  }),
  "classification-add": command({
    args: routes.addClassification.body as z.ZodType<RouteInput<"addClassification">>,
    run: (effects, actor, args) => useCases.addClassification(effects, actor, args),
  }),
  "index-uncertainty": command({
    args: z.object({
      run: z.string(),
      seed: z.int().nonnegative().optional(),
      replicates: z.int().positive().max(100_000).optional(),
      base: z.int().nonnegative().max(100_000).optional(),
      areas: z.array(z.string()).max(20).optional(),
    }),
    run: (effects, actor, { run, ...wishes }, work) =>
      uncertaintyAtCommandLine(effects, actor, run, wishes, work),
  }),
  "index-compare": command({
    args: routes.compareRuns.query!,
    run: (effects, actor, args) => useCases.compareRuns(effects, actor, args),
  }),
  "releases-list": command({
    args: z.object({}),
    run: (effects, actor) => useCases.listReleases(effects, actor, {}),
  }),
  "releases-export": command({
    args: z.object({
      id: z.string(),
      format: z.enum(["csv", "xlsx", "json"]),
      language: z
        .string()
        .refine(isLanguage, `one of ${languages.join(", ")}`)
        .default("en"),
      out: z.string(),
    }),
    run: async (effects, actor, { out, ...args }, work) => {
      const download = await useCases.downloadRelease(effects, actor, inputOf("downloadRelease", args), work);
      if (!download.ok) return download;
      const written = await effects.store.writeOut(out, download.value.stream);
      return written.ok ? { ok: true, value: { file: out, bytes: written.value.bytes } } : written;
    },
  }),
  ...releaseCommands,
  ...studyCommands,
  trace: command({
    args: routes.trace.query!,
    run: (effects, actor, args) => useCases.trace(effects, actor, args),
  }),
  verify: command({
    args: routes.verify.body as z.ZodObject<{ id: z.ZodOptional<z.ZodString> }>,
    run: (effects, actor, args, work) => useCases.verify(effects, actor, args, work),
  }),
  backup: command({
    args: z.object({ file: z.string() }),
    run: (effects, _actor, { file: to }, work) => effects.store.backup(to, work.progress),
  }),
  ...accountCommands,
} as const;

/** A series name from a file name: `SDG 1.3.1 (2022).csv` gives `sdg-1-3-1-2022`. */
function seriesOf(name: string): string {
  const plain = name
    .replace(/\.[a-z0-9]+$/i, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return plain.length >= 2 ? plain.slice(0, 60) : `series-${plain}`;
}

export type CommandName = keyof typeof commands;
export const isCommandName = (name: string): name is CommandName => Object.hasOwn(commands, name);

/**
 * Runs one batch command.
 *
 * @param args as sent; checked against the command's shape
 * @returns what the command answers, `app.command-unknown` or `app.arguments-invalid` for a wrong call
 */
export async function runCommand(
  effects: Effects,
  actor: Actor,
  name: string,
  args: unknown,
  work: Work = {},
): Promise<Result<unknown>> {
  if (!isCommandName(name))
    return failAll([
      problem(
        "app.command-unknown",
        `There is no command "${name}". The commands are: ${Object.keys(commands).join(", ")}.`,
      ),
    ]);
  const chosen = commands[name] as unknown as Command<z.ZodType>;
  const checked = chosen.args.safeParse(args);
  if (!checked.success)
    return failAll(
      checked.error.issues.map((issue) =>
        problem("app.arguments-invalid", `${issue.path.join(".") || "The request"}: ${issue.message}.`, {
          field: issue.path.join("."),
        }),
      ),
    );
  return chosen.run(effects, actor, checked.data, work);
}
