// The screening of a review at the command line: decisions in and out, conflicts, agreement.

import { fail, problem, type Result } from "#kernel";
import { type Answer, type CommandLine, flag, number, text } from "../command-line.ts";
import { checkFiles } from "../given-files.ts";
import { columns, onOneLine } from "../print.ts";
import { askReview, named, stageOption, written } from "./review-call.ts";
import { said, workOnStore } from "./store-call.ts";

const countNames = [
  "records",
  "waiting",
  "conflict",
  "possible",
  "included",
  "excluded",
  "not-retrieved",
  "unread",
] as const;
type Counts = Readonly<Record<(typeof countNames)[number], number>>;
type Screening = {
  readonly stages: readonly {
    readonly stage: string;
    readonly used: boolean;
    readonly reviewers: number;
    readonly blind: boolean;
    readonly counts: Counts;
  }[];
};

const stageLines = ({ stages }: Screening): string =>
  stages.length === 0
    ? "No stage: the review has no protocol yet."
    : columns([
        ["stage", ...countNames],
        ...stages.map(({ stage, used, counts }) =>
          used ? [stage, ...countNames.map((name) => `${counts[name]}`)] : [stage, "skipped"],
        ),
      ]);

export const reviewScreenCommand: CommandLine = {
  name: "review screen",
  summary: "How far the screening is; decisions from a table (record, stage, verdict, criterion, reason)",
  operands: ["ID", "[FILE]"],
  options: {
    as: { takes: "text", value: "ACCOUNT", meaning: "Whose decisions the table holds: account or address" },
    settle: { takes: "flag", meaning: "The table settles conflicts" },
    out: { takes: "text", value: "FILE", meaning: "Write all decisions to a new file (CSV)" },
  },
  examples: [
    "socle review screen what-works",
    "socle review screen what-works decisions.csv --as ben@example.org",
    "socle review screen what-works --out all-decisions.csv",
  ],
  async run(given, work): Promise<Result<Answer>> {
    const [id = "", path] = given.positionals;
    const out = text(given, "out");
    const as = text(given, "as");
    if (path !== undefined) {
      if (out !== undefined) return fail(problem("cli.usage", "--out takes no FILE of decisions."));
      if (as === undefined)
        return fail(problem("cli.usage", "Decisions are somebody's: say whose with --as ACCOUNT."));
      const there = await checkFiles([path]);
      if (!there.ok) return there;
      const done = await workOnStore(
        "review-decisions",
        { id, as, settle: flag(given, "settle"), file: named(path) },
        work,
      );
      return said<{ rows: number; recorded: number; known: number }>(
        done,
        ({ rows, recorded, known }) =>
          `${rows} rows: ${recorded} decisions recorded, ${known} recorded before`,
      );
    }
    if (as !== undefined || flag(given, "settle"))
      return fail(problem("cli.usage", "--as and --settle belong to a FILE of decisions."));
    if (out !== undefined) return written(await askReview("screeningDecisions", { id }, work, { out }), out);
    return said<Screening>(await askReview("reviewScreening", { id }, work), stageLines);
  },
};

type Conflicts = {
  readonly total: number;
  readonly conflicts: readonly {
    readonly record: { readonly id: string; readonly title: string };
    readonly voices: readonly {
      readonly by: string;
      readonly verdict: string;
      readonly criterion: string | null;
      readonly reason: string | null;
    }[];
  }[];
};

export const reviewConflictsCommand: CommandLine = {
  name: "review conflicts",
  summary: "Records on which people disagree, with what each decided",
  operands: ["ID"],
  options: {
    stage: stageOption,
    limit: { takes: "number", value: "N", meaning: "At most this many (default 50)" },
    offset: { takes: "number", value: "N", meaning: "Leave out this many first" },
  },
  examples: ["socle review conflicts what-works --stage full-text"],
  run: async (given, work) =>
    said<Conflicts>(
      await askReview(
        "screeningConflicts",
        {
          id: given.positionals[0],
          stage: text(given, "stage") ?? "title-abstract",
          limit: number(given, "limit"),
          offset: number(given, "offset"),
        },
        work,
      ),
      ({ total, conflicts }) =>
        total === 0
          ? "Nothing to settle."
          : [
              `${conflicts.length} of ${total}`,
              ...conflicts.map(({ record, voices }) =>
                [
                  `${record.id} ${onOneLine(record.title)}`,
                  ...voices.map(
                    ({ by, verdict, criterion, reason }) =>
                      `  ${by}: ${verdict}${criterion ? ` (${criterion})` : ""}${reason ? `: ${onOneLine(reason)}` : ""}`,
                  ),
                ].join("\n"),
              ),
            ].join("\n"),
    ),
};

type Figure = {
  readonly value: number | null;
  readonly reason: string | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly level: number;
};
type Agreement = {
  readonly records: number;
  readonly raters: readonly string[];
  readonly notIndependent: number;
} & Readonly<Record<keyof typeof statistics, Figure>>;

const statistics = {
  percent: "share of agreement",
  cohen: "Cohen's kappa",
  fleiss: "Fleiss' kappa",
  alpha: "Krippendorff's alpha",
  gwet: "Gwet's AC1",
  prevalenceAdjusted: "PABAK",
} as const;

const figureWords = ({ value, reason, lower, upper, level }: Figure): string =>
  value === null
    ? `not defined (${reason ?? "no pairs"})`
    : `${value.toFixed(4)}${lower === null || upper === null ? "" : `  ${lower.toFixed(4)} to ${upper.toFixed(4)} at ${level * 100} %`}`;

export const reviewAgreementCommand: CommandLine = {
  name: "review agreement",
  summary: "Agreement of independent decisions with intervals",
  operands: ["ID"],
  options: { stage: stageOption },
  examples: ["socle review agreement what-works"],
  run: async (given, work) =>
    said<Agreement>(
      await askReview(
        "screeningAgreement",
        { id: given.positionals[0], stage: text(given, "stage") ?? "title-abstract" },
        work,
      ),
      (found) =>
        [
          `${found.records} records decided by several of ${found.raters.join(", ") || "nobody"}; ${found.notIndependent} decisions not independent`,
          columns(
            (Object.keys(statistics) as (keyof typeof statistics)[]).map((name) => [
              statistics[name],
              figureWords(found[name]),
            ]),
          ),
        ].join("\n"),
    ),
};
