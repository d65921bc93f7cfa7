// Commands that touch no store: a file in, an answer out.

import { basename } from "node:path";
import { fail, ok, problem } from "#kernel";
import { codeVersion } from "../code-version.ts";
import { type CommandLine, flag, text, texts } from "../command-line.ts";
import { bytesOf } from "../given-files.ts";
import { onOneLine, scoreTable } from "../print.ts";

type ReadJson = {
  readonly language: string | null;
  readonly title: string | null;
  readonly pages: number | null;
  readonly passages: readonly {
    readonly kind: string;
    readonly label: string | null;
    readonly page: number | null;
    readonly text: string;
  }[];
};

export const readCommand: CommandLine = {
  name: "read",
  summary: "Read a report (text, PDF, DOCX, HTML) into passages by kind, with their exact places",
  operands: ["FILE"],
  options: {
    text: { takes: "flag", meaning: "Print the text that offsets count in, and nothing else" },
  },
  examples: ["socle read report.pdf", "socle read report.docx --json > passages.json"],
  async run(given) {
    const [path = ""] = given.positionals;
    const bytes = await bytesOf(path);
    if (!bytes.ok) return bytes;
    const { readReportFile } = await import("#app");
    const { settings } = await import("../installation.ts");
    const limits = settings();
    if (!limits.ok) return limits;
    const read = await readReportFile(bytes.value, path, limits.value.reading);
    if (!read.ok) return read;
    if (flag(given, "text"))
      return ok({ json: { file: path, text: read.value.text }, text: read.value.text });
    const json = read.value.json as ReadJson;
    const head = [
      json.title ?? basename(path),
      [json.language, json.pages && `${json.pages} pages`, `${json.passages.length} passages`]
        .filter(Boolean)
        .join(", "),
    ];
    const lines = json.passages.map(
      ({ kind, label, page, text: words }) =>
        `${kind}${label ? ` ${label}` : ""}${page === null ? "" : `, page ${page}`}\n  ${onOneLine(words)}`,
    );
    return ok({ json, text: [...head, "", ...lines].join("\n") });
  },
};

export const indexRunCommand: CommandLine = {
  name: "index run",
  summary: "Compute an index from a definition and a long data file; touches no store",
  operands: ["DEFINITION.json", "DATA.csv"],
  options: {
    areas: {
      takes: "text",
      value: "AREAS.csv",
      meaning: "Groups of areas: column area, one for each attribute",
    },
    stages: { takes: "flag", meaning: "With --json: the values of each cell after each step" },
  },
  examples: [
    "socle index run definitions/indexes/income.json data.csv --json",
    "socle index run my-index.json data.csv --areas income-groups.csv --stages --json",
  ],
  async run(given) {
    const [definitionPath = "", dataPath = ""] = given.positionals;
    const areasPath = text(given, "areas");
    const paths = [definitionPath, dataPath, ...(areasPath ? [areasPath] : [])];
    const read = await Promise.all(paths.map(bytesOf));
    const [first, ...more] = read.flatMap((one) => (one.ok ? [] : one.problems));
    if (first) return fail(first, ...more);
    const [definition = "", data = "", areas = ""] = read.map((one) =>
      one.ok ? new TextDecoder().decode(one.value) : "",
    );
    const { runIndexFiles } = await import("#app");
    const run = runIndexFiles(definition, { text: data, file: dataPath }, codeVersion, {
      ...(areasPath && { areas: { text: areas, file: areasPath } }),
      stages: flag(given, "stages"),
    });
    return run.ok ? ok({ json: run.value, text: scoreTable(run.value) }) : run;
  },
};

export const indexFreezeCommand: CommandLine = {
  name: "index freeze",
  summary: "Run an index over a release, and keep the result with its recipe",
  operands: ["DEFINITION"],
  options: {
    release: { takes: "text", value: "ID", meaning: "The release of observations; see socle releases list" },
    classification: {
      takes: "texts",
      value: "ID",
      meaning: "Groups of areas for filling holes, such as income-group-1; the newest if not said",
    },
  },
  examples: [
    "socle index freeze income-security --release demo-indicators-1",
    "socle index freeze my-index.json --release demo-indicators-1",
  ],
  async run(given, work) {
    const [chosen = ""] = given.positionals;
    const release = text(given, "release");
    if (!release) return fail(problem("cli.usage", "index freeze needs --release ID."));
    const classifications = texts(given, "classification");
    const args: Record<string, unknown> = {
      release,
      ...(classifications.length > 0 && { classifications }),
    };
    if (chosen.endsWith(".json")) {
      const bytes = await bytesOf(chosen);
      if (!bytes.ok) return bytes;
      try {
        args["definition"] = JSON.parse(new TextDecoder().decode(bytes.value));
      } catch (error) {
        return fail(
          problem("app.json-unreadable", `${chosen} is not JSON: ${(error as Error).message}.`, {
            file: chosen,
          }),
        );
      }
    } else args["definitionId"] = chosen;
    const { workOnStore } = await import("../store-work.ts");
    const run = await workOnStore("index-freeze", args, work);
    return run.ok
      ? ok({ json: run.value, text: `Run ${(run.value as { id: string }).id} is in the store.` })
      : run;
  },
};
