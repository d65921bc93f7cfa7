// Surveys at the command line: what the catalogue has, taking a study in, publishing and withdrawing its data.

import { basename, resolve } from "node:path";
import { fail, ok, type Problem, problem, type Result } from "#kernel";
import { studyKinds } from "#records";
import { type Answer, type CommandLine, flag, type Given, number, text, type Work } from "../command-line.ts";
import { bytesOf, checkFiles } from "../given-files.ts";
import { columns, problemLines } from "../print.ts";
import { present, said, workOnStore } from "./store-call.ts";

type Head = {
  readonly version: number;
  readonly state: string;
  readonly data: string;
  readonly withdrawn: { readonly at: string; readonly reason: string } | null;
};
type Listed = {
  readonly id: string;
  readonly title: { readonly en: string };
  readonly origin: string;
  readonly coverage: string;
  readonly microdata: string;
  readonly units: readonly { readonly unit: string; readonly rows: number }[];
  readonly edition: Head | null;
};

async function jsonOf(path: string): Promise<Result<unknown>> {
  const bytes = await bytesOf(path);
  if (!bytes.ok) return bytes;
  try {
    return ok(JSON.parse(new TextDecoder().decode(bytes.value)) as unknown);
  } catch (error) {
    return fail(
      problem("app.json-unreadable", `${path} is not JSON: ${(error as Error).message}.`, { file: path }),
    );
  }
}

/** A study with an edition of its data, from a description, a declaration and the files both name. */
export async function importSurvey(given: Given, work: Work): Promise<Result<Answer>> {
  const [studyPath, editionPath, ...paths] = given.positionals.slice(1);
  if (studyPath === undefined || editionPath === undefined || paths.length === 0)
    return fail(
      problem(
        "cli.usage",
        "import survey needs the description of the study, the declaration of its data and the files of rows: socle import survey study.json edition.json persons.csv.",
      ),
    );
  const there = await checkFiles([studyPath, editionPath, ...paths]);
  if (!there.ok) return there;
  const study = await jsonOf(studyPath);
  if (!study.ok) return study;
  const edition = await jsonOf(editionPath);
  if (!edition.ok) return edition;
  type Outcome = {
    readonly study: string;
    readonly edition: number;
    readonly state: string;
    readonly added: number;
    readonly rows: Readonly<Record<string, number>>;
    readonly warnings: readonly Problem[];
  };
  return said<Outcome>(
    await workOnStore(
      "survey-import",
      present({
        study: study.value,
        edition: edition.value,
        files: paths.map((path) => ({ path: resolve(path), name: basename(path) })),
        reason: text(given, "reason"),
        publish: flag(given, "publish"),
      }),
      work,
    ),
    ({ study: id, edition: version, state, added, rows, warnings }) =>
      [
        `${id}, version ${version} of the data: ${added === 1 ? state : `unchanged, ${state}`}`,
        columns(Object.entries(rows).map(([name, count]) => [name, `${count} rows`])),
        ...(warnings.length > 0
          ? [`${warnings.length} ${warnings.length === 1 ? "remark" : "remarks"}:`, problemLines(warnings)]
          : []),
      ].join("\n"),
  );
}

export const studiesListCommand: CommandLine = {
  name: "studies list",
  summary: "Surveys of people and of enterprises",
  operands: [],
  options: {
    kind: { takes: "text", value: "WORD", choices: studyKinds, meaning: "Only surveys of these" },
    area: { takes: "text", value: "CODE", meaning: "Only surveys of this area" },
  },
  examples: ["socle studies list", "socle studies list --kind people --json"],
  async run(given, work) {
    const asked = present({ kind: text(given, "kind"), area: text(given, "area") });
    return said<readonly Listed[]>(await workOnStore("studies-list", asked, work), (studies) =>
      studies.length === 0
        ? "There is no survey yet. Take one in with socle import survey."
        : columns(
            studies.map(({ id, edition, units, coverage, microdata, origin, title }) => [
              id,
              edition === null ? "no data" : `version ${edition.version}, ${edition.state}`,
              units.map(({ unit, rows }) => `${rows} ${unit}`).join(", ") || "-",
              coverage,
              `rows: ${microdata}`,
              origin,
              title.en,
            ]),
          ),
    );
  },
};

export const studiesShowCommand: CommandLine = {
  name: "studies show",
  summary: "One survey: description, versions of its data, files and designs",
  operands: ["ID"],
  options: { edition: { takes: "number", value: "N", meaning: "This version of its data" } },
  examples: ["socle studies show XAA_2024_PSS_v01_M"],
  async run(given, work) {
    type Page = {
      readonly study: {
        readonly id: string;
        readonly title: { readonly en: string };
        readonly licence: string;
      };
      readonly editions: readonly Head[];
      readonly files: readonly {
        readonly name: string;
        readonly rows: number;
        readonly columns: number;
        readonly facts: {
          readonly strata: number;
          readonly units: number;
          readonly degreesOfFreedom: number;
        } | null;
        readonly totals: readonly {
          readonly label: string;
          readonly weighted: number | null;
          readonly standardError: number | null;
          readonly known: number;
        }[];
      }[];
      readonly variables: number;
    };
    const asked = present({ id: given.positionals[0], edition: number(given, "edition") });
    return said<Page>(
      await workOnStore("studies-show", asked, work),
      ({ study, editions, files, variables }) =>
        [
          `${study.id}: ${study.title.en} (${study.licence})`,
          ...editions.map(
            ({ version, state, data, withdrawn }) =>
              `version ${version} (${data}): ${state}${withdrawn === null ? "" : ` on ${withdrawn.at.slice(0, 10)}: ${withdrawn.reason}`}`,
          ),
          ...(files.length > 0 ? [`${variables} variables`] : []),
          columns(
            files.map(({ name, rows, columns: wide, facts }) => [
              name,
              `${rows} rows`,
              `${wide} columns`,
              facts === null
                ? "no weights"
                : `${facts.strata} strata, ${facts.units} units, ${facts.degreesOfFreedom} degrees of freedom`,
            ]),
          ),
          columns(
            files.flatMap(({ totals }) =>
              totals.map(({ label, weighted, standardError, known }) => [
                label,
                weighted === null ? "withheld" : `${Math.round(weighted)} by the weights`,
                standardError === null ? "" : `(standard error ${Math.round(standardError)})`,
                `${known} known`,
              ]),
            ),
          ),
        ]
          .filter((line) => line !== "")
          .join("\n"),
    );
  },
};

const version = {
  takes: "number",
  needed: true,
  value: "N",
  meaning: "Which version of its data",
} as const;

const acted = async (given: Given, act: "published" | "withdrawn", work: Work): Promise<Result<Answer>> => {
  const [id = ""] = given.positionals;
  const asked = present({
    id,
    version: number(given, "edition"),
    act,
    reason: text(given, "reason"),
  });
  return said<Head>(
    await workOnStore("studies-act", asked, work),
    (edition) => `${id}, version ${edition.version} of the data: ${edition.state}`,
  );
};

export const studiesPublishCommand: CommandLine = {
  name: "studies publish",
  summary: "Publish a version of the data of a survey",
  operands: ["ID"],
  options: {
    edition: version,
    reason: { takes: "text", value: "TEXT", meaning: "What stands in its history" },
  },
  examples: ["socle studies publish XAA_2024_PSS_v01_M --edition 2"],
  run: (given, work) => acted(given, "published", work),
};

export const studiesWithdrawCommand: CommandLine = {
  name: "studies withdraw",
  summary: "Withdraw a version of the data of a survey; it stays known, with the reason",
  operands: ["ID"],
  options: {
    edition: version,
    reason: { takes: "text", needed: true, value: "TEXT", meaning: "Why: it stands in its place for all" },
  },
  examples: ['socle studies withdraw XAA_2024_PSS_v01_M --edition 1 --reason "Ages were typed wrongly"'],
  run: (given, work) => acted(given, "withdrawn", work),
};

export const indexDefineCommand: CommandLine = {
  name: "index define",
  summary: "Define an index of persons or enterprises over the variables of surveys, from a file",
  operands: ["DEFINITION.json"],
  options: { reason: { takes: "text", value: "TEXT", meaning: "Why: kept with the version" } },
  examples: ['socle index define household-security.json --reason "For the survey of 2026"'],
  async run(given, work) {
    const [path = ""] = given.positionals;
    const there = await checkFiles([path]);
    if (!there.ok) return there;
    const definition = await jsonOf(path);
    if (!definition.ok) return definition;
    type Added = {
      readonly id: string;
      readonly version: number;
      readonly changed: boolean;
      readonly fits: readonly string[];
      readonly warnings: readonly Problem[];
    };
    const asked = present({ definition: definition.value, reason: text(given, "reason") });
    return said<Added>(
      await workOnStore("study-index-add", asked, work),
      ({ id, version: count, changed, fits, warnings }) =>
        [
          `${id}, version ${count}: ${changed ? "kept" : "unchanged"}`,
          ...(fits.length > 0 ? [`Studies that give it: ${fits.join(", ")}`] : [problemLines(warnings)]),
        ].join("\n"),
    );
  },
};

export const variablesSearchCommand: CommandLine = {
  name: "variables search",
  summary: "Search the questions and variables of all surveys",
  operands: ["TEXT"],
  options: {
    study: { takes: "text", value: "ID", meaning: "Only of this survey" },
    kind: { takes: "text", value: "WORD", choices: studyKinds, meaning: "Only of surveys of these" },
    area: { takes: "text", value: "CODE", meaning: "Only of surveys of this area" },
    limit: { takes: "number", value: "N", meaning: "At most this many (default 50)" },
  },
  examples: ["socle variables search income", 'socle variables search "contrat de travail" --json'],
  async run(given, work) {
    const [words = ""] = given.positionals;
    const asked = present({
      text: words,
      study: text(given, "study"),
      kind: text(given, "kind"),
      area: text(given, "area"),
      limit: number(given, "limit"),
    });
    type Found = {
      readonly total: number;
      readonly hits: readonly {
        readonly study: string;
        readonly variable: {
          readonly file: string;
          readonly name: string;
          readonly label: { readonly en: string };
        };
      }[];
    };
    return said<Found>(await workOnStore("variables-search", asked, work), ({ total, hits }) =>
      total === 0
        ? "No variable of any survey has these words."
        : [
            `${hits.length} of ${total}`,
            columns(hits.map(({ study, variable: { file, name, label } }) => [study, file, name, label.en])),
          ].join("\n"),
    );
  },
};
