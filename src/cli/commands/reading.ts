// Reading many reports: the outcome of an import, reading again, jobs that were stopped.

import { ok, type Problem, type Result } from "#kernel";
import { type Answer, type CommandLine, flag } from "../command-line.ts";
import { columns, problemLines } from "../print.ts";
import { workOnStore } from "./store-call.ts";

/** What comes back from an import or another reading of reports. */
type Outcome = {
  readonly added: number;
  readonly superseded: number;
  readonly unchanged: number;
  readonly job: string | null;
  readonly warnings: readonly Problem[];
  readonly problems: readonly Problem[];
  readonly files: readonly {
    readonly name: string;
    readonly state: string;
    readonly pages: number | null;
    readonly passages: number | null;
    readonly outcome: {
      readonly came: "new" | "already" | "again";
      readonly kept: number;
      readonly moved: number;
      readonly toCheck: number;
    } | null;
  }[];
};

const came = { new: "read", already: "already read", again: "read again" } as const;

function outcomeText({ added, superseded, unchanged, files, warnings, problems }: Outcome): string {
  const sum = (part: "kept" | "moved" | "toCheck") =>
    files.reduce((total, { outcome }) => total + (outcome?.[part] ?? 0), 0);
  const kept = sum("kept");
  return [
    `${added} added, ${superseded} superseded, ${unchanged} unchanged`,
    ...(kept > 0
      ? [`${kept} passages that people decided on kept: ${sum("moved")} moved, ${sum("toCheck")} to check`]
      : []),
    ...(files.length > 1
      ? [
          columns(
            files.map(({ name, state, outcome, pages, passages }) => [
              outcome ? came[outcome.came] : state,
              pages === null ? "-" : `${pages} pages`,
              passages === null ? "-" : `${passages} passages`,
              name,
            ]),
          ),
        ]
      : []),
    ...(warnings.length > 0
      ? [`${warnings.length} ${warnings.length === 1 ? "remark" : "remarks"}:`, problemLines(warnings)]
      : []),
    ...(problems.length > 0 ? [`${problems.length} problems:`, problemLines(problems)] : []),
  ].join("\n");
}

/** The answer for one outcome: status 1 where a file failed, though the others came in. */
export function answerOfReports(result: Result<unknown>): Result<Answer> {
  if (!result.ok) return result;
  const outcome = result.value as Outcome;
  return ok({ json: outcome, text: outcomeText(outcome), status: outcome.problems.length > 0 ? 1 : 0 });
}

export const rereadCommand: CommandLine = {
  name: "reread",
  summary: "Read stored reports again with the present reader; what people decided is kept",
  operands: ["[SHA256]..."],
  options: {
    all: { takes: "flag", meaning: "Also those the present reader has read already" },
  },
  examples: ["socle reread", "socle reread --all --json"],
  async run(given, work) {
    const sources = given.positionals.length > 0 ? { sources: given.positionals } : {};
    return answerOfReports(await workOnStore("reread", { all: flag(given, "all"), ...sources }, work));
  },
};

type ShownJob = {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly counts: {
    readonly queued: number;
    readonly reading: number;
    readonly done: number;
    readonly failed: number;
  };
};

export const readingJobsCommand: CommandLine = {
  name: "reading jobs",
  summary: "Jobs that read many reports, and how far they have come",
  operands: [],
  options: {},
  examples: ["socle reading jobs"],
  async run(_given, work) {
    const result = await workOnStore("reading-jobs", {}, work);
    if (!result.ok) return result;
    const jobs = result.value as readonly ShownJob[];
    return ok({
      json: jobs,
      text:
        jobs.length === 0
          ? "No reading job was begun here."
          : columns(
              jobs.map(({ id, kind, state, counts }) => [
                id,
                kind,
                state,
                `${counts.done} read`,
                `${counts.failed} failed`,
                `${counts.queued + counts.reading} to go`,
              ]),
            ),
    });
  },
};

export const readingResumeCommand: CommandLine = {
  name: "reading resume",
  summary: "Go on with reading jobs that were stopped or broken off",
  operands: ["[JOB]"],
  options: {},
  examples: ["socle reading resume"],
  async run(given, work) {
    const [id] = given.positionals;
    const result = await workOnStore("reading-resume", id === undefined ? {} : { id }, work);
    if (!result.ok) return result;
    const outcomes = result.value as readonly Outcome[];
    return ok({
      json: outcomes,
      text:
        outcomes.length === 0
          ? "Nothing is left to read."
          : outcomes.map((outcome) => `${outcome.job}: ${outcomeText(outcome)}`).join("\n\n"),
      status: outcomes.some(({ problems }) => problems.length > 0) ? 1 : 0,
    });
  },
};
