// Recommendations and their follow-up at the command line.

import { basename, resolve } from "node:path";
import { fail, ok, problem } from "#kernel";
import { type CommandLine, number, text, texts } from "../command-line.ts";
import { checkFiles } from "../given-files.ts";
import { columns, onOneLine } from "../print.ts";
import { present, said, workOnStore } from "./store-call.ts";

const counted = (n: number, what: string) => `${n} ${what}${n === 1 ? "" : "s"}`;

const filters = [
  "state",
  "verdict",
  "overdue",
  "priority",
  "unit",
  "region",
  "country",
  "theme",
  "year",
] as const;
const filterOptions = Object.fromEntries(
  filters.map(
    (name) =>
      [name, { takes: "texts", value: "WORD", meaning: `Only this ${name}; may be repeated` }] as const,
  ),
);
const chosen = (given: Parameters<CommandLine["run"]>[0]) =>
  Object.fromEntries(
    filters.map((name) => [name, texts(given, name).length > 0 ? texts(given, name) : undefined]),
  );

export const recommendationsListCommand: CommandLine = {
  name: "recommendations list",
  summary: "Recommendations with what became of them, overdue first",
  operands: [],
  options: {
    text: { takes: "text", value: "WORDS", meaning: "Words in the recommendation" },
    evaluation: { takes: "text", value: "ID", meaning: "Only those of this evaluation" },
    ...filterOptions,
    limit: { takes: "number", value: "N", meaning: "At most this many" },
    offset: { takes: "number", value: "N", meaning: "Leave out this many first" },
  },
  examples: [
    "socle recommendations list --overdue action",
    "socle recommendations list --unit SOCPRO --json",
  ],
  async run(given, work) {
    const args = present({
      ...chosen(given),
      text: text(given, "text"),
      evaluation: text(given, "evaluation"),
      limit: number(given, "limit"),
      offset: number(given, "offset"),
    });
    type List = {
      total: number;
      overdue: number;
      recommendations: readonly {
        id: string;
        number: string | null;
        text: string;
        state: string;
        responseOverdue: boolean;
        actionOverdue: boolean;
      }[];
    };
    return said<List>(await workOnStore("recommendations-list", args, work), (list) =>
      [
        `${list.recommendations.length} of ${list.total}, ${list.overdue} overdue`,
        columns(
          list.recommendations.map((one) => [
            one.id,
            one.responseOverdue || one.actionOverdue ? `${one.state}, overdue` : one.state,
            one.number ?? "-",
            onOneLine(one.text),
          ]),
        ),
      ].join("\n"),
    );
  },
};

export const recommendationsGatherCommand: CommandLine = {
  name: "recommendations gather",
  summary: "Make records of the recommendations in all reports read",
  operands: [],
  options: {},
  examples: ["socle recommendations gather"],
  run: async (_given, work) =>
    said<{ documents: number; made: number; changed: number; gone: number }>(
      await workOnStore("recommendations-gather", {}, work),
      ({ documents, made, changed, gone }) =>
        `${counted(documents, "report")}: ${made} made, ${changed} changed, ${gone} no longer found`,
    ),
};

export const followUpFiguresCommand: CommandLine = {
  name: "follow-up figures",
  summary:
    "Follow-up in figures (accepted, implemented, overdue, median days) by unit, theme, region or year",
  operands: [],
  options: {
    by: {
      takes: "text",
      value: "WORD",
      choices: ["unit", "theme", "region", "year"],
      meaning: "What to group by (default unit)",
    },
    ...filterOptions,
  },
  examples: ["socle follow-up figures --by year"],
  async run(given, work) {
    type Row = {
      value: string | null;
      issued: number;
      responded: number;
      accepted: number;
      partiallyAccepted: number;
      rejected: number;
      implemented: number;
      overdueResponse: number;
      overdueAction: number;
      responseDays: { median: number | null; n: number };
    };
    const args = present({ ...chosen(given), by: text(given, "by") });
    return said<{ today: string; all: Row; rows: readonly Row[] }>(
      await workOnStore("follow-up-figures", args, work),
      ({ today, all, rows }) =>
        [
          `as of ${today}`,
          columns([
            [
              "",
              "issued",
              "responded",
              "accepted",
              "partly",
              "rejected",
              "implemented",
              "overdue",
              "median days (n)",
            ],
            ...[...rows, { ...all, value: "all" }].map((row) => [
              row.value ?? "not stated",
              ...[
                row.issued,
                row.responded,
                row.accepted,
                row.partiallyAccepted,
                row.rejected,
                row.implemented,
              ].map(String),
              String(row.overdueResponse + row.overdueAction),
              row.responseDays.median === null ? "-" : `${row.responseDays.median} (${row.responseDays.n})`,
            ]),
          ]),
        ].join("\n"),
    );
  },
};

type Proposal = {
  number: string | null;
  text: string;
  steps: readonly { data: { kind: string; verdict?: string } }[];
  remarks: readonly string[];
};

export const responsesImportCommand: CommandLine = {
  name: "responses import",
  summary: "Show what a table of responses would record; record it with --confirm",
  operands: ["FILE"],
  options: {
    system: {
      takes: "text",
      value: "NAME",
      meaning: "Whose words of status these are: UNDP, IOM, UNEP, ILO",
    },
    confirm: { takes: "flag", meaning: "Record what is shown, all or nothing" },
  },
  examples: [
    "socle responses import responses.csv",
    "socle responses import responses.csv --system UNDP --confirm",
  ],
  async run(given, work) {
    const there = await checkFiles(given.positionals);
    if (!there.ok) return there;
    const path = resolve(given.positionals[0] ?? "");
    const args = present({ file: { path, name: basename(path) }, system: text(given, "system") });
    const proposed = await workOnStore("responses-propose", args, work);
    if (!proposed.ok) return proposed;
    const proposals = proposed.value as readonly Proposal[];
    if (given.options["confirm"] !== true)
      return ok({
        json: { proposals },
        text: proposalLines(proposals, "nothing is recorded yet; add --confirm"),
      });
    if (proposals.length === 0) return ok({ json: { proposals }, text: "There is nothing to record." });
    const done = await workOnStore("responses-confirm", { proposals }, work);
    return done.ok ? ok({ json: done.value, text: proposalLines(proposals, "recorded") }) : done;
  },
};

export const responsesReadCommand: CommandLine = {
  name: "responses read",
  summary: "Show what the responses in a report would record; record with --confirm",
  operands: ["SHA256"],
  options: {
    answers: { takes: "text", value: "SHA256", meaning: "The report whose recommendations they answer" },
    confirm: { takes: "flag", meaning: "Record what is shown, all or nothing" },
  },
  examples: [`socle responses read ${"0".repeat(8)}…`],
  async run(given, work) {
    const sha256 = given.positionals[0] ?? "";
    if (!/^[0-9a-f]{64}$/.test(sha256))
      return fail(problem("cli.usage", `SHA256 is the hash of a report, 64 digits; "${sha256}" is not.`));
    const proposed = await workOnStore(
      "responses-of",
      present({ sha256, answers: text(given, "answers") }),
      work,
    );
    if (!proposed.ok) return proposed;
    const proposals = (proposed.value as readonly Proposal[]).filter(({ steps }) => steps.length > 0);
    if (given.options["confirm"] !== true || proposals.length === 0)
      return ok({
        json: { proposals },
        text: proposalLines(proposals, "nothing is recorded yet; add --confirm"),
      });
    const done = await workOnStore("responses-confirm", { document: sha256, proposals }, work);
    return done.ok ? ok({ json: done.value, text: proposalLines(proposals, "recorded") }) : done;
  },
};

const proposalLines = (proposals: readonly Proposal[], end: string) =>
  [
    ...proposals.map(({ number: label, text: words, steps, remarks }) => {
      const of = (kind: string) => steps.filter(({ data }) => data.kind === kind).length;
      const verdict = steps.find(({ data }) => data.kind === "responded")?.data.verdict ?? "no verdict";
      const parts = [verdict, counted(of("action-planned"), "action"), ...remarks];
      return `${label ?? "-"}  ${parts.join(", ")}  ${onOneLine(words)}`;
    }),
    `${counted(proposals.length, "recommendation")}: ${end}`,
  ].join("\n");

export const adviceCommand: CommandLine = {
  name: "advice",
  summary: "Look for recurring advice among all recommendations",
  operands: [],
  options: {},
  examples: ["socle advice"],
  run: async (_given, work) =>
    said<{ groups: number; members: number; compared: number }>(
      await workOnStore("advice", {}, work),
      ({ groups, members, compared }) =>
        `${counted(groups, "group")} of ${members} recommendations, among ${compared}`,
    ),
};

export const remindCommand: CommandLine = {
  name: "remind",
  summary: "Write and send today's reminders, at most one a person and day",
  operands: [],
  options: {},
  examples: ["socle remind"],
  run: async (_given, work) =>
    said<{ configured: boolean; queued: number; sent: number; waiting: number; failed: number }>(
      await workOnStore("remind", {}, work),
      ({ configured, queued, sent, waiting, failed }) =>
        configured
          ? `${queued} written, ${sent} sent, ${waiting} to be tried again, ${failed} refused`
          : "No mail server is set: nothing was sent. See SOCLE_SMTP_URL in socle help settings.",
    ),
};
