// Commands on the store: sent to the server that holds the data folder, or done here when none does.

import { basename, resolve } from "node:path";
import { fail, ok, problem, type Result } from "#kernel";
import { origins, type TraceNode } from "#records";
import { type Answer, type CommandLine, flag, type Given, text, texts, type Work } from "../command-line.ts";
import { bytesOf, checkFiles } from "../given-files.ts";
import { columns, problemLines, traceLines } from "../print.ts";
import type { workOnStore as WorkOnStore } from "../store-work.ts";
import { answerOfReports } from "./reading.ts";
import { importSurvey } from "./studies.ts";

/** Loaded when it is needed: help, completion and wrong calls answer without store and engines. */
const workOnStore: typeof WorkOnStore = async (...asked) =>
  (await import("../store-work.ts")).workOnStore(...asked);

const kinds = [
  "evaluations",
  "evaluation-report",
  "observations",
  "ratifications",
  "classification",
  "survey",
] as const;
/** Only what was given, so that the defaults of the use case hold. */
const present = (values: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
const said = <T>(result: Result<unknown>, words: (value: T) => string): Result<Answer> =>
  result.ok ? ok({ json: result.value, text: words(result.value as T) }) : result;

export const importCommand: CommandLine = {
  name: "import",
  summary: "Take files into the store; a file with errors changes nothing and says all that is wrong",
  operands: ["KIND", "FILE..."],
  operandChoices: { 0: kinds },
  options: {
    origin: {
      takes: "text",
      value: "WORD",
      choices: origins,
      meaning: "What world the file speaks of (default real)",
    },
    evaluation: {
      takes: "text",
      value: "ID",
      meaning: "evaluation-report: the record of the registry it reports on",
    },
    "go-on": {
      takes: "flag",
      meaning: "evaluation-report: leave out files that cannot be opened, and import the others",
    },
    series: {
      takes: "text",
      value: "NAME",
      meaning: "observations: the series it is the next version of (default: the file name)",
    },
    title: { takes: "text", value: "TEXT", meaning: "observations: title of the series" },
    indicator: { takes: "text", value: "CODE", meaning: "observations: indicator of a wide file" },
    agency: { takes: "text", value: "NAME", meaning: "observations: the source, where no column says it" },
    unit: { takes: "text", value: "CODE", meaning: "observations: the unit, where no column says it" },
    licence: { takes: "text", value: "TEXT", meaning: "observations: licence of the release" },
    "leave-out": {
      takes: "texts",
      value: "AREA",
      meaning: "observations: an area of the file to leave out, as spelled there; may be repeated",
    },
    draft: {
      takes: "flag",
      meaning: "observations: keep the release as a draft, to be checked and published later",
    },
    list: { takes: "text", value: "NAME", meaning: "ratifications: the list they stand in" },
    mapping: {
      takes: "text",
      value: "NAME",
      meaning: "evaluations: of a foreign table (CSV, XLSX, JSON): `proposed`, or one that was saved",
    },
    source: {
      takes: "text",
      value: "NAME",
      meaning: "evaluations, classification: what the source is called",
    },
    attribute: {
      takes: "text",
      value: "NAME",
      meaning: "classification: what areas are grouped by (default income-group)",
    },
    year: { takes: "text", value: "YEAR", meaning: "classification: the year the groups hold for" },
    edition: {
      takes: "text",
      value: "TEXT",
      meaning: "classification: version of the source, in its words",
    },
    publish: {
      takes: "flag",
      meaning: "survey (STUDY.json EDITION.json and the files both name): publish its data at once",
    },
    reason: { takes: "text", value: "TEXT", meaning: "survey: why, kept in its history" },
  },
  examples: [
    "socle import evaluation-report final-report.pdf",
    "socle import evaluations annex.txt",
    "socle import evaluations registry.xlsx --mapping proposed --source IOM",
    "socle import observations coverage.csv --series coverage --agency ILO",
    'socle import classification groups.csv --source "World Bank" --year 2024 --edition FY26',
    "socle import survey study.json edition.json households.csv persons.csv --publish",
  ],
  async run(given, work) {
    const [kind = "", ...paths] = given.positionals;
    if (!(kinds as readonly string[]).includes(kind))
      return fail(problem("cli.usage", `KIND is one of ${kinds.join(", ")}; "${kind}" is not.`));
    if (kind === "survey") return importSurvey(given, work);
    const goesOn = kind === "evaluation-report" && flag(given, "go-on");
    const there = await checkFiles(paths);
    if (!there.ok && !goesOn) return there;
    if (kind === "classification") return importClassification(given, paths, work);
    const files = paths.map((path) => ({ path: resolve(path), name: basename(path) }));
    const options = Object.fromEntries(Object.keys(this.options).map((name) => [name, text(given, name)]));
    const draft = flag(given, "draft") ? "true" : undefined;
    const unwanted = texts(given, "leave-out");
    const leaveOut = unwanted.length > 0 ? unwanted : undefined;
    const result = await workOnStore("import", present({ kind, files, ...options, draft, leaveOut }), work);
    if (kind === "evaluation-report") return answerOfReports(result);
    type Outcome = {
      added: number;
      superseded: number;
      unchanged: number;
      release: string | null;
      warnings: Parameters<typeof problemLines>[0];
    };
    return said<Outcome>(result, ({ added, superseded, unchanged, release, warnings }) =>
      [
        `${added} added, ${superseded} superseded, ${unchanged} unchanged${release ? `; release ${release}` : ""}`,
        ...(warnings.length > 0
          ? [`${warnings.length} ${warnings.length === 1 ? "remark" : "remarks"}:`, problemLines(warnings)]
          : []),
      ].join("\n"),
    );
  },
};

/** A table of areas and groups, as a source states them for a year. */
async function importClassification(
  given: Given,
  paths: readonly string[],
  work: Work,
): Promise<Result<Answer>> {
  const [path, another] = paths;
  const [source, year, version] = ["source", "year", "edition"].map((name) => text(given, name));
  if (!path || another || !source || !/^\d{4}$/.test(year ?? "") || !version)
    return fail(
      problem(
        "cli.usage",
        "import classification needs one table with the columns area and group, and --source NAME, --year YYYY and --edition TEXT as the source states them.",
      ),
    );
  const bytes = await bytesOf(path);
  if (!bytes.ok) return bytes;
  const leaveOut = texts(given, "leave-out");
  const added = await workOnStore(
    "classification-add",
    {
      ...{ source, version, year: Number(year), attribute: text(given, "attribute") ?? "income-group" },
      table: new TextDecoder().decode(bytes.value),
      ...(leaveOut.length > 0 && { leaveOut }),
    },
    work,
  );
  type Added = { readonly id: string; readonly groups: Readonly<Record<string, readonly string[]>> };
  return said<Added>(added, ({ id, groups }) =>
    [
      `${id} is in the store:`,
      ...Object.entries(groups).map(([group, areas]) => `  ${group}: ${areas.length} areas`),
    ].join("\n"),
  );
}

const evaluationFilters = ["region", "language", "type", "timing", "nature", "country"] as const;
const filterOptions = Object.fromEntries(
  evaluationFilters.map(
    (name) => [name, { takes: "text", value: "CODE", meaning: `Only this ${name}` }] as const,
  ),
);
const pageOptions = {
  limit: { takes: "number", value: "N", meaning: "At most this many" },
  offset: { takes: "number", value: "N", meaning: "Leave out this many first" },
} as const;

export const evaluationsListCommand: CommandLine = {
  name: "evaluations list",
  summary: "The registry of evaluations",
  operands: [],
  options: {
    text: { takes: "text", value: "WORDS", meaning: "Words in the record" },
    ...filterOptions,
    ...pageOptions,
  },
  examples: ["socle evaluations list --region africa", "socle evaluations list --json"],
  async run(given, work) {
    const filters = Object.fromEntries(
      ["text", ...evaluationFilters, "limit", "offset"].map((name) => [name, text(given, name)]),
    );
    const result = await workOnStore("evaluations-list", present(filters), work);
    type List = {
      total: number;
      evaluations: readonly {
        id: string;
        title: string;
        timing: string | null;
        nature: string | null;
        language: string | null;
      }[];
    };
    return said<List>(result, ({ total, evaluations }) =>
      [
        `${evaluations.length} of ${total}`,
        columns(evaluations.map((e) => [e.id, e.language ?? "-", e.timing ?? "-", e.nature ?? "-", e.title])),
      ].join("\n"),
    );
  },
};

export const releasesListCommand: CommandLine = {
  name: "releases list",
  summary: "Releases of data, newest first",
  operands: [],
  options: {},
  examples: ["socle releases list"],
  run: async (_given, work) =>
    said<
      readonly {
        id: string;
        title: string;
        rows: number;
        origin: string;
        state: string;
        createdAt: string;
      }[]
    >(await workOnStore("releases-list", {}, work), (releases) =>
      releases.length === 0
        ? "There is no release yet. Make one with socle import observations FILE."
        : columns(
            releases.map((r) => [
              r.id,
              r.createdAt.slice(0, 10),
              `${r.rows} rows`,
              r.state,
              r.origin,
              r.title,
            ]),
          ),
    ),
};

export const releasesExportCommand: CommandLine = {
  name: "releases export",
  summary: "Write a release to a file, with its README (citation, licence, caveats, version)",
  operands: ["ID", "FILE"],
  options: {
    format: {
      takes: "text",
      value: "WORD",
      choices: ["csv", "xlsx", "json"],
      meaning: "csv (a zip with the table and its README), xlsx or json; default csv",
    },
    language: {
      takes: "text",
      value: "CODE",
      choices: ["en", "fr", "es", "pt"],
      meaning: "Language of the README (default en)",
    },
  },
  examples: ["socle releases export demo-indicators-1 indicators.zip"],
  async run(given, work) {
    const [id = "", out = ""] = given.positionals;
    const args = present({
      id,
      out: resolve(out),
      format: text(given, "format") ?? "csv",
      language: text(given, "language"),
    });
    return said<{ file: string; bytes: number }>(
      await workOnStore("releases-export", args, work),
      ({ bytes }) => `${out}: ${bytes} bytes`,
    );
  },
};

export const traceCommand: CommandLine = {
  name: "trace",
  summary: "The path from a number or sentence to its sources",
  operands: ["ID"],
  options: {},
  examples: ["socle trace score:income-security-v1-demo-indicators-1/XAA/income/2024"],
  run: async (given, work) =>
    said<TraceNode>(await workOnStore("trace", { id: given.positionals[0] }, work), (node) =>
      traceLines(node),
    ),
};

export const verifyCommand: CommandLine = {
  name: "verify",
  summary: "Compute derived numbers and hashes again and compare; exit status 1 on a difference",
  operands: ["[ID]"],
  options: {},
  examples: ["socle verify", "socle verify release:demo-indicators-1"],
  async run(given, work) {
    const result = await workOnStore("verify", present({ id: given.positionals[0] }), work);
    if (!result.ok) return result;
    const { checked, differences } = result.value as {
      checked: number;
      differences: readonly { id: string; stored: unknown; recomputed: unknown }[];
    };
    const lines = differences.map(
      ({ id, stored, recomputed }) =>
        `${id}\n  stored      ${JSON.stringify(stored)}\n  recomputed  ${JSON.stringify(recomputed)}`,
    );
    return ok({
      json: result.value,
      text: [
        `${checked} checked, ${differences.length === 1 ? "1 difference" : `${differences.length} differences`}`,
        ...lines,
      ].join("\n"),
      status: differences.length > 0 ? 1 : 0,
    });
  },
};

export const backupCommand: CommandLine = {
  name: "backup",
  summary: "Write the data folder and the catalogue into one file, consistent, while serving",
  operands: ["FILE"],
  options: {},
  examples: ["socle backup socle-2026-11-22.backup"],
  run: async (given, work) =>
    said<{ bytes: number; sha256: string }>(
      await workOnStore("backup", { file: resolve(given.positionals[0]!) }, work),
      ({ bytes, sha256 }) => `${given.positionals[0]}: ${bytes} bytes, sha256 ${sha256}`,
    ),
};

export const restoreCommand: CommandLine = {
  name: "restore",
  summary: "Make a data folder from a backup; the folder must be empty and no server may hold it",
  operands: ["FILE"],
  options: {},
  examples: ["SOCLE_HOME=/srv/restored socle restore socle-2026-11-22.backup"],
  async run(given, work) {
    const { readLock, restoreStore } = await import("#store");
    const read = (await import("../installation.ts")).settings();
    if (!read.ok) return read;
    const { home, databaseUrl } = read.value;
    const lock = await readLock(home);
    if (lock)
      return fail(
        problem(
          "store.folder-in-use",
          `${home} is held by process ${lock.pid}. Stop it, or restore into another folder (SOCLE_HOME). Nothing was changed.`,
        ),
      );
    const restored = await restoreStore(resolve(given.positionals[0]!), { home, databaseUrl }, work.progress);
    return said<{ files: number; rows: number; created: string }>(
      restored,
      ({ files, rows, created }) => `${home}: ${files} files and ${rows} rows of the backup of ${created}`,
    );
  },
};
