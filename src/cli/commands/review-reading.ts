// What is read out of the reports of a review, at the command line: appraisal, extraction, coding.

import type { Result } from "#kernel";
import { fail, problem } from "#kernel";
import { type Answer, type CommandLine, flag, text } from "../command-line.ts";
import { columns, onOneLine, problemLines } from "../print.ts";
import { askReview, asOption, withoutPerson, written } from "./review-call.ts";
import { said } from "./store-call.ts";

type Report = {
  readonly record: string;
  readonly title: string;
  readonly status: string;
  readonly submitted: number;
};

type Rows = {
  readonly rows: number;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly problems: Parameters<typeof problemLines>[0];
  readonly recorded: boolean;
};

const rowLines =
  (what: string) =>
  (answer: Rows): string =>
    [
      `${answer.rows} ${what}: ${answer.new} new, ${answer.changed} changed, ${answer.unchanged} unchanged; ${answer.recorded ? "recorded" : "looked at only"}`,
      ...(answer.problems.length > 0 ? [problemLines(answer.problems)] : []),
    ].join("\n");

export const reviewAppraiseCommand: CommandLine = {
  name: "review appraise",
  summary: "Included reports with how far their appraisal is; answers from a table, answers to a file",
  operands: ["ID", "[FILE]"],
  options: {
    as: asOption,
    submit: { takes: "flag", meaning: "Submit the reports of FILE; else their answers are drafts" },
    preview: { takes: "flag", meaning: "Look at FILE only" },
    out: { takes: "text", value: "FILE", meaning: "Write every answer to a new file (CSV)" },
  },
  examples: [
    "socle review appraise what-works",
    "socle review appraise what-works --out answers.csv",
    "socle review appraise what-works answers.xlsx --as ben@example.org --submit",
  ],
  async run(given, work): Promise<Result<Answer>> {
    const [id = "", file] = given.positionals;
    const [out, as] = [text(given, "out"), text(given, "as")];
    if (file !== undefined && out !== undefined)
      return fail(problem("cli.usage", "--out takes no FILE of answers."));
    const named = withoutPerson(file, as);
    if (!named.ok) return named;
    if (file === undefined && flag(given, "submit"))
      return fail(problem("cli.usage", "--submit belongs to a FILE of answers."));
    if (file !== undefined) {
      const [preview, submit] = (["preview", "submit"] as const).map((name) =>
        flag(given, name) ? "yes" : "no",
      );
      return said<Rows>(
        await askReview("importAppraisal", { id, preview, submit }, work, { file, as }),
        rowLines("answers"),
      );
    }
    if (out !== undefined) return written(await askReview("appraisalAnswers", { id }, work, { out }), out);
    return said<{
      readonly plan: { readonly instrument: string; readonly version: string } | null;
      readonly reports: readonly (Report & { readonly grade: string | null })[];
      readonly selected: number;
    }>(await askReview("reviewAppraisal", { id }, work), ({ plan, reports, selected }) =>
      plan === null
        ? "The protocol plans no appraisal."
        : [
            `${plan.instrument}, version ${plan.version}: ${reports.length} reports, ${selected} on the final list`,
            columns(reports.map((r) => [r.record, r.status, r.grade ?? "-", onOneLine(r.title)])),
          ].join("\n"),
    );
  },
};

export const reviewExtractCommand: CommandLine = {
  name: "review extract",
  summary: "Selected reports with how far their extraction is; rows from a table, rows to a table",
  operands: ["ID", "[FILE]"],
  options: {
    as: asOption,
    preview: { takes: "flag", meaning: "Look at FILE only" },
    out: { takes: "text", value: "FILE", meaning: "Write the rows that count to a new file" },
    format: {
      takes: "text",
      value: "WORD",
      choices: ["csv", "xlsx", "json"],
      meaning: "Of the file written (default by its ending, else csv)",
    },
  },
  examples: [
    "socle review extract what-works --out rows.xlsx",
    "socle review extract what-works rows.xlsx --as ana@example.org --preview",
  ],
  async run(given, work): Promise<Result<Answer>> {
    const [id = "", file] = given.positionals;
    const [out, as] = [text(given, "out"), text(given, "as")];
    if (file !== undefined && out !== undefined)
      return fail(problem("cli.usage", "--out takes no FILE of rows."));
    const named = withoutPerson(file, as);
    if (!named.ok) return named;
    if (file !== undefined)
      return said<Rows>(
        await askReview("importExtraction", { id, preview: flag(given, "preview") ? "yes" : "no" }, work, {
          file,
          as,
        }),
        rowLines("rows"),
      );
    if (out !== undefined) {
      const ending = /\.(csv|xlsx|json)$/i.exec(out)?.[1]?.toLowerCase();
      const format = text(given, "format") ?? ending;
      return written(await askReview("downloadExtraction", { id, format }, work, { out }), out);
    }
    return said<{
      readonly plan: { readonly form: string; readonly version: string } | null;
      readonly reports: readonly (Report & { readonly rows: number })[];
    }>(await askReview("reviewExtraction", { id }, work), ({ plan, reports }) =>
      plan === null
        ? "The protocol plans no extraction."
        : [
            `${plan.form}, version ${plan.version}: ${reports.length} reports`,
            columns(reports.map((r) => [r.record, r.status, `${r.rows} rows`, onOneLine(r.title)])),
          ].join("\n"),
    );
  },
};

const codingFiles = {
  csv: "codingsTable",
  qdc: "codebookFile",
  qdpx: "codingProjectFile",
} as const;

export const reviewCodeCommand: CommandLine = {
  name: "review code",
  summary: "The code tree with counts; REFI-QDA codebooks and projects in and out",
  operands: ["ID", "[FILE]"],
  options: {
    as: asOption,
    preview: { takes: "flag", meaning: "Look at FILE only" },
    out: {
      takes: "text",
      value: "FILE",
      meaning: "Write a new file: .qdc the codes, .qdpx the project, .csv the codings",
    },
  },
  examples: [
    "socle review code what-works --out project.qdpx",
    "socle review code what-works codebook.qdc --as ana@example.org --preview",
  ],
  async run(given, work): Promise<Result<Answer>> {
    const [id = "", file] = given.positionals;
    const [out, as] = [text(given, "out"), text(given, "as")];
    if (file !== undefined && out !== undefined)
      return fail(problem("cli.usage", "--out takes no FILE of codes."));
    const named = withoutPerson(file, as);
    if (!named.ok) return named;
    if (file !== undefined)
      return said<{
        readonly format: string;
        readonly branch: string;
        readonly codes: number;
        readonly codings: number;
        readonly memos: number;
        readonly notices: Parameters<typeof problemLines>[0];
        readonly imported: boolean;
      }>(
        await askReview("importCoding", { id, preview: flag(given, "preview") ? "yes" : "no" }, work, {
          file,
          as,
        }),
        (one) =>
          [
            `${one.format}: ${one.codes} codes, ${one.codings} codings, ${one.memos} memos under "${one.branch}"; ${one.imported ? "recorded" : "looked at only"}`,
            ...(one.notices.length > 0 ? [problemLines(one.notices)] : []),
          ].join("\n"),
      );
    if (out !== undefined) {
      const ending = /\.(csv|qdc|qdpx)$/i.exec(out)?.[1]?.toLowerCase() as
        | keyof typeof codingFiles
        | undefined;
      if (ending === undefined)
        return fail(problem("cli.usage", "--out ends with .qdc, .qdpx or .csv: that says what is written."));
      return written(await askReview(codingFiles[ending], { id }, work, { out }), out);
    }
    return said<{
      readonly reports: readonly unknown[];
      readonly codes: readonly {
        readonly id: string;
        readonly name: string;
        readonly depth?: number;
        readonly codings?: number;
      }[];
    }>(await askReview("reviewCoding", { id }, work), ({ reports, codes }) =>
      [
        `${codes.length} codes, ${reports.length} reports`,
        ...codes.map(
          ({ name, depth, codings }) => `${"  ".repeat(depth ?? 0)}${onOneLine(name)}  ${codings ?? ""}`,
        ),
      ]
        .join("\n")
        .trimEnd(),
    );
  },
};
