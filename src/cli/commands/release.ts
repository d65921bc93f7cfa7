// The life of a release: checking, answering, publishing, withdrawing, and what differs between two.

import { resolve } from "node:path";
import { fail, problem } from "#kernel";
import { findingRules, withdrawnFigures } from "#records";
import { type CommandLine, text } from "../command-line.ts";
import { columns } from "../print.ts";
import { present, said, workOnStore } from "./store-call.ts";

type Shown = {
  readonly id: string;
  readonly state: string;
  readonly rows: number;
  readonly publishedAt: string | null;
  readonly embargoUntil: string | null;
  readonly withdrawal: {
    readonly at: string;
    readonly reason: string;
    readonly replacedBy: string | null;
  } | null;
};
type Check = {
  readonly at: string;
  readonly against: string | null;
  readonly open: number;
  readonly groups: readonly { rule: string; indicator: string; count: number; open: number }[];
} | null;

/** What it is in words; the days only where they are asked for. */
const stateOf = (
  { state, publishedAt, embargoUntil, withdrawal }: Shown,
  days: "with-days" | "without-days" = "without-days",
): string => {
  const on = (moment: string) => (days === "with-days" ? ` on ${moment.slice(0, 10)}` : "");
  switch (state) {
    case "embargoed":
      return `under an embargo until ${embargoUntil}`;
    case "published":
      return `published${publishedAt ? on(publishedAt) : ""}`;
    case "withdrawn":
      return withdrawal === null
        ? state
        : `withdrawn${on(withdrawal.at)}: ${withdrawal.reason}${withdrawal.replacedBy ? ` Use ${withdrawal.replacedBy}.` : ""}`;
    case "discarded":
      return "given up";
    default:
      return state;
  }
};

const checkLines = (check: Check): string =>
  check === null
    ? "not checked"
    : [
        `checked${check.against ? ` against ${check.against}` : ""}: ${check.groups.reduce((sum, { count }) => sum + count, 0)} findings, ${check.open} without an answer`,
        columns(
          check.groups.map(({ rule, indicator, count, open }) => [
            rule,
            indicator,
            `${count} found`,
            open === 0 ? "answered" : `${open} open`,
          ]),
        ),
      ]
        .filter((line) => line !== "")
        .join("\n");

const reason = {
  takes: "text",
  needed: true,
  value: "TEXT",
  meaning: "Why: it stands in the history for all",
} as const;

export const releaseShowCommand: CommandLine = {
  name: "release show",
  summary: "One release: what it is now, its check and what was done with it",
  operands: ["ID"],
  options: {},
  examples: ["socle release show demo-indicators-1"],
  run: async (given, work) =>
    said<{
      release: Shown;
      check: Check;
      history: readonly { kind: string; at: string; by: string | null; text: string | null }[];
    }>(await workOnStore("release-show", { id: given.positionals[0] }, work), ({ release, check, history }) =>
      [
        `${release.id}: ${stateOf(release, "with-days")}, ${release.rows} rows`,
        checkLines(check),
        columns(history.map(({ at, kind, by, text: words }) => [at, kind, by ?? "", words ?? ""])),
      ].join("\n"),
    ),
};

export const releaseWaitingCommand: CommandLine = {
  name: "release waiting",
  summary: "Releases that wait to be checked, answered or published, and embargoes that end",
  operands: [],
  options: {},
  examples: ["socle release waiting"],
  run: async (_given, work) =>
    said<readonly { release: Shown; waits: string; open: number | null }[]>(
      await workOnStore("release-waiting", {}, work),
      (waiting) =>
        waiting.length === 0
          ? "No release waits."
          : columns(
              waiting.map(({ release, waits, open }) => [
                release.id,
                stateOf(release),
                `waits for: ${waits}`,
                open === null ? "" : `${open} open`,
              ]),
            ),
    ),
};

export const releaseCheckCommand: CommandLine = {
  name: "release check",
  summary: "Check a release: range, jumps, coverage, units, definitions, duplicates, areas, projections",
  operands: ["ID"],
  options: { stop: { takes: "flag", meaning: "Stop the check that is queued or under way" } },
  examples: ["socle release check coverage-2", "socle release check coverage-2 --stop"],
  run: async (given, work) => {
    const isStop = given.options["stop"] === true;
    return said<{ check: Check }>(
      await workOnStore(isStop ? "release-stop-check" : "release-check", { id: given.positionals[0] }, work),
      ({ check }) => (isStop ? `stopped; the last check stands: ${checkLines(check)}` : checkLines(check)),
    );
  },
};

export const releaseAnswerCommand: CommandLine = {
  name: "release answer",
  summary: "Justify what a check found: one finding, a rule in one indicator, or a whole rule",
  operands: ["ID"],
  options: {
    rule: {
      takes: "text",
      needed: true,
      value: "WORD",
      choices: findingRules,
      meaning: "The rule that found it",
    },
    indicator: { takes: "text", value: "CODE", meaning: "Only in this indicator" },
    finding: { takes: "text", value: "ID", meaning: "Only this one, as `release show --json` names it" },
    note: { takes: "text", needed: true, value: "TEXT", meaning: "Why the figures stand" },
  },
  examples: [
    'socle release answer coverage-2 --rule jump --indicator IS_O_POV --note "New survey since 2019"',
  ],
  async run(given, work) {
    const options = Object.fromEntries(
      ["rule", "indicator", "finding", "note"].map((name) => [name, text(given, name)]),
    );
    return said<{ check: Check }>(
      await workOnStore("release-answer", present({ id: given.positionals[0], ...options }), work),
      ({ check }) => checkLines(check),
    );
  },
};

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

const act = (
  name: string,
  options: CommandLine["options"],
  rest: Pick<CommandLine, "summary" | "examples">,
): CommandLine => ({
  name: `release ${name}`,
  operands: ["ID"],
  options,
  ...rest,
  async run(given, work) {
    const at = text(given, "at");
    if (at !== undefined && !moment.test(at))
      return fail(
        problem(
          "cli.usage",
          `--at takes a moment with its zone, such as 2027-01-15T09:00:00Z; "${at}" is not.`,
        ),
      );
    const values = Object.fromEntries(
      Object.keys(options).map((option) => [
        option === "replaced-by" ? "replacedBy" : option,
        text(given, option),
      ]),
    );
    return said<Shown>(
      await workOnStore(
        `release-${name}` as "release-publish",
        present({ id: given.positionals[0], ...values }),
        work,
      ),
      (release) => `${release.id}: ${stateOf(release)}`,
    );
  },
});

export const releasePublishCommand: CommandLine = act(
  "publish",
  {
    at: {
      takes: "text",
      value: "TIME",
      meaning: "Under an embargo until then, such as 2027-01-15T09:00:00Z; now when absent",
    },
    notes: { takes: "text", value: "TEXT", meaning: "Release notes" },
  },
  {
    summary: "Publish a draft that is checked and answered, now or at a stated time",
    examples: [
      "socle release publish coverage-2",
      "socle release publish coverage-2 --at 2027-01-15T09:00:00Z",
    ],
  },
);

export const releaseHoldCommand: CommandLine = act(
  "hold",
  { reason },
  {
    summary: "Take an embargo back before it ends: the release is a draft again",
    examples: ['socle release hold coverage-2 --reason "The office sent a correction."'],
  },
);

export const releaseDiscardCommand: CommandLine = act(
  "discard",
  { reason },
  {
    summary: "Give up a draft; its number is not used again",
    examples: ['socle release discard coverage-2 --reason "Read from the wrong file."'],
  },
);

export const releaseWithdrawCommand: CommandLine = act(
  "withdraw",
  {
    reason,
    "replaced-by": { takes: "text", value: "ID", meaning: "The release readers should use" },
    figures: {
      takes: "text",
      value: "WORD",
      choices: withdrawnFigures,
      meaning: "kept: for the record, to who asks for them as withdrawn (default); closed: to nobody",
    },
  },
  {
    summary: "Withdraw a published release: its address says why, its figures are kept for the record",
    examples: [
      'socle release withdraw coverage-1 --reason "Two columns were exchanged." --replaced-by coverage-2',
    ],
  },
);

export const releaseChangesCommand: CommandLine = {
  name: "release changes",
  summary: "What was added, changed and withdrawn between two releases of a series",
  operands: ["ID"],
  options: {
    from: {
      takes: "text",
      value: "ID",
      meaning: "The earlier release (default: the published one before it)",
    },
    out: { takes: "text", value: "FILE", meaning: "Write all rows as CSV" },
  },
  examples: [
    "socle release changes coverage-2",
    "socle release changes coverage-3 --from coverage-1 --out changes.csv",
  ],
  async run(given, work) {
    const out = text(given, "out");
    const args = present({ id: given.positionals[0], from: text(given, "from"), out: out && resolve(out) });
    const result = await workOnStore("release-changes", args, work);
    if (out !== undefined) return said<{ bytes: number }>(result, ({ bytes }) => `${out}: ${bytes} bytes`);
    type Counts = { added: number; changed: number; withdrawn: number; note: number };
    return said<{
      from: string;
      to: string;
      total: Counts;
      indicators: readonly (Counts & { id: string })[];
    }>(result, ({ from, to, total, indicators }) =>
      [
        `${from} to ${to}: ${total.added} added, ${total.changed} changed, ${total.withdrawn} withdrawn, ${total.note} with another note`,
        columns(
          indicators.map(({ id, added, changed, withdrawn }) => [
            id,
            `${added} added`,
            `${changed} changed`,
            `${withdrawn} withdrawn`,
          ]),
        ),
      ].join("\n"),
    );
  },
};

export const releaseLifeCommands: readonly CommandLine[] = [
  releaseShowCommand,
  releaseWaitingCommand,
  releaseCheckCommand,
  releaseAnswerCommand,
  releasePublishCommand,
  releaseHoldCommand,
  releaseDiscardCommand,
  releaseWithdrawCommand,
  releaseChangesCommand,
];
