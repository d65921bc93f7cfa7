// The catalogue of indicators and choices of values at the command line.

import { fail, ok, problem, type Result } from "#kernel";
import { type CommandLine, number, text, texts } from "../command-line.ts";
import { bytesOf } from "../given-files.ts";
import { columns } from "../print.ts";
import { said, workOnStore } from "./store-call.ts";

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

type Listed = {
  readonly id: string;
  readonly label: { readonly en: string };
  readonly form: string;
  readonly level: string;
  readonly group: string;
  readonly unit: string;
  readonly version: string;
  readonly data: { readonly values: number; readonly areas: number; readonly from: string | null } | null;
};

const filters = ["form", "level", "group", "unit"] as const;

export const indicatorsListCommand: CommandLine = {
  name: "indicators list",
  summary: "The catalogue of indicators, and what the newest releases hold of each",
  operands: [],
  options: Object.fromEntries(
    filters.map(
      (name) => [name, { takes: "text", value: "WORD", meaning: `Only indicators of this ${name}` }] as const,
    ),
  ),
  examples: ["socle indicators list --form income", "socle indicators list --json"],
  async run(given, work) {
    const listed = await workOnStore("indicators-list", {}, work);
    if (!listed.ok) return listed;
    const shown = (listed.value as readonly Listed[]).filter((one) =>
      filters.every((name) => (text(given, name) ?? one[name]) === one[name]),
    );
    return ok({
      json: shown,
      text: columns(
        shown.map(({ id, form, group, unit, data, label }) => [
          id,
          form,
          group,
          unit,
          data && data.values > 0 ? `${data.values} values, ${data.areas} areas` : "no data",
          label.en,
        ]),
      ),
    });
  },
};

export const indicatorsShowCommand: CommandLine = {
  name: "indicators show",
  summary: "One indicator: what it measures, its documentation, versions and data",
  operands: ["ID"],
  options: {
    record: { takes: "flag", meaning: "Print its record only: change it and add it again" },
  },
  examples: ["socle indicators show ISI_O_GINI", "socle indicators show ISI_O_GINI --record > gini.json"],
  async run(given, work) {
    type One = Listed & {
      readonly record: unknown;
      readonly documentation: Readonly<
        Record<string, { readonly text: { readonly en?: string }; readonly by: string }>
      >;
      readonly sources: readonly { readonly agency: string; readonly series: string | null }[];
      readonly versions: readonly {
        readonly version: string;
        readonly recordedAt: string | null;
        readonly reason: string | null;
      }[];
    };
    const [id = ""] = given.positionals;
    const found = await workOnStore("indicators-show", { id }, work);
    if (!found.ok) return found;
    const one = found.value as One;
    if (given.options["record"] === true)
      return ok({ json: one.record, text: JSON.stringify(one.record, null, 2) });
    return said<One>(found, ({ documentation, sources, versions, data }) =>
      [
        `${one.id}: ${one.label.en}`,
        `${one.form}, ${one.level}, ${one.group}, ${one.unit}, version ${one.version}`,
        `sources: ${sources.map(({ agency, series }) => (series ? `${agency} ${series}` : agency)).join(", ") || "not stated"}`,
        `data: ${data && data.values > 0 ? `${data.values} values of ${data.areas} areas` : "none"}`,
        ...Object.entries(documentation).map(([heading, entry]) => `${heading}: ${entry.text.en ?? ""}`),
        ...versions.map(
          (v) =>
            `version ${v.version}${v.recordedAt ? ` ${v.recordedAt.slice(0, 10)}: ${v.reason ?? ""}` : ""}`,
        ),
      ].join("\n"),
    );
  },
};

export const indicatorsAddCommand: CommandLine = {
  name: "indicators add",
  summary: "Add indicators of your own from a JSON file, or new versions of those that stand",
  operands: ["FILE.json"],
  options: {
    reason: { takes: "text", needed: true, value: "TEXT", meaning: "Why, kept with the version" },
  },
  examples: ['socle indicators add mine.json --reason "Pension adequacy, asked for by the ministry"'],
  async run(given, work) {
    const reason = text(given, "reason");
    const json = await jsonOf(given.positionals[0] ?? "");
    if (!json.ok) return json;
    // A file may hold one indicator, a list of them, or a whole catalogue.
    const held = json.value as { readonly indicators?: unknown } | null;
    const indicators =
      Array.isArray(json.value) || held?.indicators !== undefined ? json.value : [json.value];
    return said<{ added: number; superseded: number; unchanged: number; ids: readonly string[] }>(
      await workOnStore("indicators-add", { indicators, reason }, work),
      ({ added, superseded, unchanged, ids }) =>
        [`${added} added, ${superseded} superseded, ${unchanged} unchanged`, ...ids].join("\n"),
    );
  },
};

type Summary = {
  readonly id: string;
  readonly version: number;
  readonly release: string;
  readonly counts: {
    readonly cells: number;
    readonly values: number;
    readonly areas: number;
    readonly indicators: number;
    readonly byPerson: number;
  };
};

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;

const summaryLine = ({ id, version, release, counts }: Summary): string =>
  `${id}, version ${version}: ${counted(counts.values, "value")} of ${counted(counts.cells, "cell")}, ${counted(counts.indicators, "indicator")}, ${counted(counts.areas, "area")}, ${counts.byPerson} by a person; release ${release}`;

export const selectionMakeCommand: CommandLine = {
  name: "selection make",
  summary: "Choose one value for each indicator, area and year by a rule; freezes a release of them",
  operands: ["RULE.json"],
  options: {
    release: {
      takes: "texts",
      needed: true,
      value: "ID",
      meaning: "A release to choose from; several by commas or by repeating",
    },
  },
  examples: ["socle selection make rule.json --release gini-1 --release poverty-2"],
  async run(given, work) {
    const releases = texts(given, "release")
      .flatMap((ids) => ids.split(","))
      .filter((id) => id.trim() !== "");
    const rule = await jsonOf(given.positionals[0] ?? "");
    if (!rule.ok) return rule;
    return said<Summary>(
      await workOnStore("selection-make", { rule: rule.value, releases }, work),
      summaryLine,
    );
  },
};

export const selectionListCommand: CommandLine = {
  name: "selection list",
  summary: "Choices of values, newest first",
  operands: [],
  options: {},
  examples: ["socle selection list"],
  run: async (_given, work) =>
    said<readonly Summary[]>(await workOnStore("selection-list", {}, work), (all) =>
      all.length === 0 ? "No values have been chosen yet." : all.map(summaryLine).join("\n"),
    ),
};

const cellOptions = {
  indicator: { takes: "text", value: "ID", meaning: "The indicator of the cell" },
  area: { takes: "text", value: "CODE", meaning: "Its area" },
  year: { takes: "number", value: "YEAR", meaning: "Its reference year" },
  sex: { takes: "text", value: "CODE", meaning: "T (default), F or M" },
} as const;

const cellOf = (given: Parameters<CommandLine["run"]>[0]) => ({
  indicator: text(given, "indicator"),
  area: text(given, "area"),
  year: number(given, "year"),
  sex: text(given, "sex") ?? "T",
});

export const selectionShowCommand: CommandLine = {
  name: "selection show",
  summary: "A choice of values with coverage, flags and decisions; of one cell every candidate",
  operands: ["ID"],
  options: {
    version: { takes: "number", value: "N", meaning: "This version (default: the newest)" },
    ...cellOptions,
  },
  examples: [
    "socle selection show income-2015",
    "socle selection show income-2015 --indicator ISI_O_GINI --area KEN --year 2015",
  ],
  async run(given, work) {
    const [id = ""] = given.positionals;
    const version = number(given, "version");
    const cell = cellOf(given);
    const asked = { id, ...(version !== undefined && { version }) };
    if (cell.indicator === undefined) {
      type Full = Summary & {
        readonly whys: Readonly<Record<string, number>>;
        readonly lowCoverage: readonly unknown[];
        readonly flags: readonly {
          readonly code: string;
          readonly indicator: string;
          readonly area: string | null;
          readonly detail: string;
        }[];
      };
      return said<Full>(await workOnStore("selection-show", asked, work), (one) =>
        [
          summaryLine(one),
          ...Object.entries(one.whys).map(([why, count]) => `${why}: ${count}`),
          `below the minimum coverage: ${one.lowCoverage.length}`,
          ...one.flags.slice(0, 20).map((f) => `${f.code}: ${f.indicator} ${f.area ?? ""} ${f.detail}`),
          ...(one.flags.length > 20 ? [`and ${one.flags.length - 20} more flags`] : []),
        ].join("\n"),
      );
    }
    if (cell.area === undefined || cell.year === undefined)
      return fail(problem("cli.usage", "A cell needs --indicator, --area and --year."));
    type Cell = {
      readonly value: number | null;
      readonly missing: string | null;
      readonly why: string;
      readonly candidates: readonly {
        readonly id: string;
        readonly source: string;
        readonly period: string;
        readonly value: number | null;
        readonly missing: string | null;
        readonly fate: string;
      }[];
    };
    return said<Cell>(await workOnStore("selection-cell", { ...asked, ...cell }, work), (one) =>
      [
        `${one.value ?? one.missing ?? "missing"} (${one.why})`,
        columns(one.candidates.map((c) => [c.period, c.source, String(c.value ?? c.missing), c.fate, c.id])),
      ].join("\n"),
    );
  },
};

export const selectionOverrideCommand: CommandLine = {
  name: "selection override",
  summary: "Decide on one value with a reason; makes the next version of the choice",
  operands: ["ID"],
  options: {
    ...cellOptions,
    take: {
      takes: "text",
      value: "ADDRESS",
      meaning: "The candidate to take, as selection show prints it; none; or rule",
    },
    reason: { takes: "text", value: "TEXT", meaning: "Why, kept with the decision" },
  },
  examples: [
    'socle selection override gini --indicator GINI --area KEN --year 2015 --take none --reason "City"',
  ],
  async run(given, work) {
    const [id = ""] = given.positionals;
    const cell = cellOf(given);
    const [take, reason] = [text(given, "take"), text(given, "reason")];
    if (!cell.indicator || !cell.area || !cell.year || !take || !reason)
      return fail(
        problem("cli.usage", "selection override needs --indicator, --area, --year, --take and --reason."),
      );
    const standing = await workOnStore("selection-show", { id }, work);
    if (!standing.ok) return standing;
    const { version } = standing.value as Summary;
    return said<Summary>(
      await workOnStore("selection-override", { id, version, overrides: [{ ...cell, take, reason }] }, work),
      summaryLine,
    );
  },
};
