// What a review comes to, at the command line.

import { basename } from "node:path";
import { fail, ok, type Problem, problem, type Result } from "#kernel";
import { codeVersion } from "../code-version.ts";
import { type Answer, type CommandLine, number, text } from "../command-line.ts";
import { bytesOf } from "../given-files.ts";
import { columns, problemLines } from "../print.ts";
import { askReview, languageOption, written } from "./review-call.ts";
import { said } from "./store-call.ts";

type Flow = {
  readonly event: number;
  readonly at: string | null;
  readonly boxes: readonly { readonly id: string; readonly count: number }[];
  readonly faults: readonly string[];
};

export const reviewFlowCommand: CommandLine = {
  name: "review flow",
  summary: "The flow of records, counted from the log, now or at a past day",
  operands: ["ID"],
  options: {
    at: {
      takes: "text",
      value: "DAY",
      meaning: "As it was then: a day such as 2026-05-01, or an act's number",
    },
    language: languageOption,
    out: { takes: "text", value: "FILE", meaning: "Write a new file: .svg the picture, .csv the table" },
  },
  examples: ["socle review flow what-works --at 2026-05-01", "socle review flow what-works --out flow.svg"],
  async run(given, work): Promise<Result<Answer>> {
    const [id = ""] = given.positionals;
    const out = text(given, "out");
    const asked = { id, at: text(given, "at"), lang: text(given, "language") };
    if (out !== undefined) {
      const format = /\.svg$/i.test(out) ? "svg" : "csv";
      return written(await askReview("downloadReviewFlow", { ...asked, format }, work, { out }), out);
    }
    return said<Flow>(await askReview("reviewFlow", asked, work), ({ event, at, boxes, faults }) =>
      [
        `After act ${event}${at ? `, ${at}` : ""}`,
        columns(boxes.map((box) => [box.id, `${box.count}`])),
        ...faults.map((fault) => `Does not add up: ${fault}`),
      ].join("\n"),
    );
  },
};

type Report = {
  readonly document: {
    readonly title: string;
    readonly edition: number | null;
    readonly blocks: readonly { readonly kind: string; readonly text?: string; readonly level?: number }[];
  };
  readonly editions: readonly {
    readonly edition: number;
    readonly at: string;
    readonly by: string;
    readonly note: string | null;
  }[];
  readonly unsupported: readonly { readonly section: string; readonly sentence: string }[];
  readonly inTheWay: readonly Problem[];
};

export const reviewReportCommand: CommandLine = {
  name: "review report",
  summary: "The report: its editions, and what is in the way of the next; as a file",
  operands: ["ID"],
  options: {
    language: languageOption,
    edition: { takes: "number", value: "N", meaning: "A published edition (default: as the log stands)" },
    out: { takes: "text", value: "FILE", meaning: "Write a new file: .docx or .pdf" },
  },
  examples: ["socle review report what-works", "socle review report what-works --edition 1 --out report.pdf"],
  async run(given, work): Promise<Result<Answer>> {
    const [id = ""] = given.positionals;
    const out = text(given, "out");
    const asked = { id, lang: text(given, "language"), edition: number(given, "edition") };
    if (out !== undefined) {
      const format = /\.(docx|pdf)$/i.exec(out)?.[1]?.toLowerCase();
      if (format === undefined)
        return fail(problem("cli.usage", "--out ends with .docx or .pdf: that says what is written."));
      return written(await askReview("downloadReviewReport", { ...asked, format }, work, { out }), out);
    }
    return said<Report>(
      await askReview("reviewReport", asked, work),
      ({ document, editions, unsupported, inTheWay }) =>
        [
          document.edition === null
            ? `${document.title} (draft)`
            : `${document.title}, edition ${document.edition}`,
          ...document.blocks.flatMap(({ kind, text: words, level }) =>
            kind === "heading" ? [`${"  ".repeat((level ?? 2) - 1)}${words ?? ""}`] : [],
          ),
          editions.length === 0 ? "No edition is published." : "Editions",
          ...editions.map((one) =>
            `  ${one.edition}  ${one.at.slice(0, 10)}  ${one.by}  ${one.note ?? ""}`.trimEnd(),
          ),
          ...(unsupported.length > 0
            ? [`${unsupported.length} sentences cite no passage and are not marked as a view`]
            : []),
          ...unsupported.map(({ section, sentence }) => `  ${section}: ${sentence}`),
          ...(inTheWay.length > 0 ? ["In the way of an edition", problemLines(inTheWay)] : []),
        ].join("\n"),
    );
  },
};

export const reviewArchiveCommand: CommandLine = {
  name: "review archive",
  summary: "Write protocol, log, data and numbers into one file, from which all numbers can be made again",
  operands: ["ID", "FILE"],
  options: {},
  examples: ["socle review archive what-works what-works.zip"],
  async run(given, work): Promise<Result<Answer>> {
    const [id = "", out = ""] = given.positionals;
    return written(await askReview("downloadReviewArchive", { id }, work, { out }), out);
  },
};

export const reviewReproduceCommand: CommandLine = {
  name: "review reproduce",
  summary: "Make every number of an archive again from its log; exit status 1 on a difference",
  operands: ["ARCHIVE"],
  options: {},
  examples: ["socle review reproduce what-works.zip"],
  async run(given): Promise<Result<Answer>> {
    const [path = ""] = given.positionals;
    const bytes = await bytesOf(path);
    if (!bytes.ok) return bytes;
    const { reproduceArchive } = await import("#app");
    const done = reproduceArchive(bytes.value, basename(path), codeVersion);
    if (!done.ok) return done;
    const { title, events, editions, stated, faults, same } = done.value;
    const differing = [
      ...editions.map((one) => ({ name: `edition ${one.edition}`, differences: one.differences })),
      ...stated,
    ].flatMap(({ name, differences }) =>
      differences.map(
        (one) => `${name}, ${one.id}: archived ${one.stored ?? "-"}, computed ${one.recomputed ?? "-"}`,
      ),
    );
    return ok({
      json: done.value,
      text: [
        `${title}: ${events} acts, ${editions.length} editions, ${editions.reduce((sum, one) => sum + one.numbers, 0)} numbers of editions made again`,
        ...editions.map(
          (one) => `Edition ${one.edition}, after act ${one.event}, hash of the log ${one.log}`,
        ),
        ...differing,
        ...(faults.length > 0 ? [problemLines(faults)] : []),
        same ? "Nothing differs." : "Something differs.",
      ].join("\n"),
      status: same ? 0 : 1,
    });
  },
};
