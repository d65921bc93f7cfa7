// Records of a review at the command line: files of references and evaluations of the registry in, the list out.

import { fail, failAll, ok, type Problem, problem, type Result } from "#kernel";
import { type Answer, type CommandLine, flag, number, text } from "../command-line.ts";
import { checkFiles } from "../given-files.ts";
import { columns, onOneLine, problemLines } from "../print.ts";
import { askReview } from "./review-call.ts";
import { said } from "./store-call.ts";

type Imported = {
  readonly format: string;
  readonly found: number;
  readonly withoutAbstract: number;
  readonly withEarlierVerdict: number;
  readonly skippedInAll: number;
  readonly skipped: readonly { readonly line: number; readonly text: string; readonly why: string }[];
  readonly notices: readonly Problem[];
  readonly added: number;
  readonly search: string | null;
};

const importedLines = (file: string, one: Imported): string =>
  [
    `${file} (${one.format}): ${one.found} found, ${one.withoutAbstract} without an abstract, ${one.withEarlierVerdict} with a verdict of an earlier review`,
    one.search === null ? "  looked at only" : `  ${one.added} added by the search ${one.search}`,
    ...one.skipped.map(({ line, why }) => `  line ${line} was left out: ${why}`),
    ...(one.skippedInAll > one.skipped.length
      ? [`  and ${one.skippedInAll - one.skipped.length} more lines`]
      : []),
    ...(one.notices.length > 0 ? [problemLines(one.notices)] : []),
  ].join("\n");

export const reviewImportCommand: CommandLine = {
  name: "review import",
  summary: "Records from files of references or from the registry, with the facts of the search",
  operands: ["ID", "[FILE]..."],
  options: {
    registry: { takes: "text", value: "QUERY", meaning: "Evaluations of the registry that this finds" },
    preview: { takes: "flag", meaning: "Look at the files only" },
    kind: {
      takes: "text",
      value: "WORD",
      choices: ["registry", "database", "website", "previous-review", "hand-search", "other"],
      meaning: "Kind of the source (default database)",
    },
    source: { takes: "text", value: "ID", meaning: "The source of the protocol it belongs to" },
    search: { takes: "text", value: "ID", meaning: "Name of the search (default: numbered)" },
    name: { takes: "text", value: "TEXT", meaning: "What the search is called" },
    query: { takes: "text", value: "TEXT", meaning: "The exact query" },
    fields: { takes: "text", value: "TEXT", meaning: "The fields it looked in" },
    date: { takes: "text", value: "DAY", meaning: "When it was run, such as 2026-05-01" },
    hits: { takes: "number", value: "N", meaning: "How many the source reported" },
    note: { takes: "text", value: "TEXT", meaning: "Anything else" },
  },
  examples: [
    'socle review import what-works scopus.ris --name Scopus --query "TITLE(pension)" --date 2026-05-01',
    "socle review import what-works --registry pension",
  ],
  async run(given, work): Promise<Result<Answer>> {
    const [id = "", ...files] = given.positionals;
    const query = text(given, "registry");
    if (query === undefined && files.length === 0)
      return fail(problem("cli.usage", "review import needs FILE, or --registry QUERY."));
    if (query !== undefined && (files.length > 0 || flag(given, "preview")))
      return fail(problem("cli.usage", "--registry takes no FILE and no --preview."));
    const facts = {
      id,
      search: text(given, "search"),
      source: text(given, "source"),
      searchName: text(given, "name"),
    };
    if (query !== undefined)
      return said<{ search: string; found: number; added: number; held: number }>(
        await askReview("addFromRegistry", { ...facts, text: query }, work),
        ({ search, found, added, held }) =>
          `${found} found, ${added} added by the search ${search}, ${held} in the review before`,
      );
    if (files.length > 1 && facts.search !== undefined)
      return fail(problem("cli.usage", "--search names one search, and each file is one of its own."));
    const there = await checkFiles(files);
    if (!there.ok) return there;
    const problems: Problem[] = [];
    const done: { readonly file: string; readonly answer: Imported }[] = [];
    for (const file of files) {
      const answer = await askReview(
        "importReviewRecords",
        {
          ...facts,
          preview: flag(given, "preview") ? "yes" : "no",
          kind: text(given, "kind"),
          query: text(given, "query"),
          fields: text(given, "fields"),
          date: text(given, "date"),
          hits: text(given, "hits"),
          note: text(given, "note"),
        },
        work,
        { file },
      );
      if (answer.ok) done.push({ file, answer: answer.value as Imported });
      else problems.push(...answer.problems.map((one) => ({ ...one, at: { file, ...one.at } })));
    }
    if (problems.length > 0)
      return failAll([
        ...problems,
        ...(done.length > 0
          ? [
              problem(
                "cli.some-done",
                `${done.map(({ file }) => file).join(", ")}: read as asked. Leave them out when you repeat the command.`,
              ),
            ]
          : []),
      ]);
    return ok({
      json: { files: done.map(({ file, answer }) => ({ file, ...answer })) },
      text: done.map(({ file, answer }) => importedLines(file, answer)).join("\n"),
    });
  },
};

type Listed = {
  readonly id: string;
  readonly title: string;
  readonly year: number | null;
  readonly duplicateOf: string | null;
};

export const reviewRecordsCommand: CommandLine = {
  name: "review records",
  summary: "Records of a review without their duplicates",
  operands: ["ID"],
  options: {
    text: { takes: "text", value: "WORDS", meaning: "Words in title, authors or identifiers" },
    show: {
      takes: "text",
      value: "WORD",
      choices: ["all", "duplicates", "no-abstract"],
      meaning: "Others than those that count",
    },
    limit: { takes: "number", value: "N", meaning: "At most this many (default 50)" },
    offset: { takes: "number", value: "N", meaning: "Leave out this many first" },
  },
  examples: ["socle review records what-works --text pension"],
  run: async (given, work) =>
    said<{ readonly total: number; readonly records: readonly Listed[] }>(
      await askReview(
        "reviewRecords",
        {
          id: given.positionals[0],
          q: text(given, "text"),
          show: text(given, "show"),
          limit: number(given, "limit"),
          offset: number(given, "offset"),
        },
        work,
      ),
      ({ total, records }) =>
        [
          `${records.length} of ${total}`,
          columns(
            records.map((one) => [
              one.id,
              one.year === null ? "-" : `${one.year}`,
              `${onOneLine(one.title)}${one.duplicateOf === null ? "" : ` (the same as ${one.duplicateOf})`}`,
            ]),
          ),
        ].join("\n"),
    ),
};
