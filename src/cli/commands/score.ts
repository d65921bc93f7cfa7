// How well a labelled folder is read, at the command line.

import { readFile } from "node:fs/promises";
import { isAbsolute, join, relative, resolve } from "node:path";
import { fail, ok, problem } from "#kernel";
import type { CommandLine } from "../command-line.ts";
import { columns } from "../print.ts";

const share = (value: number | null) => (value === null ? "-" : value.toFixed(3));

export const readingScoreCommand: CommandLine = {
  name: "reading score",
  summary: "Score the reader on a labelled folder (labels.json and documents); touches no store",
  operands: ["FOLDER"],
  options: {},
  examples: ["socle reading score test/fixtures/labelled/development"],
  async run(given, work) {
    const folder = resolve(given.positionals[0] ?? "");
    const path = join(folder, "labels.json");
    let labels: unknown;
    try {
      labels = JSON.parse(await readFile(path, "utf8"));
    } catch (error) {
      return fail(
        problem(
          "cli.labels-unreadable",
          `${path} cannot be read as JSON: ${(error as Error).message}. A labelled folder says there which passages a careful reader finds in which document.`,
          { file: path },
        ),
      );
    }
    const { scoreFolder } = await import("#app");
    const inFolder = (file: string) => {
      const full = resolve(folder, file);
      const from = relative(folder, full);
      return from.startsWith("..") || isAbsolute(from) ? null : full;
    };
    const score = await scoreFolder(
      labels,
      "labels.json",
      async (file) => {
        const full = inFolder(file);
        return full === null ? null : await readFile(full).catch(() => null);
      },
      (done, total) => work.progress?.({ label: "reading", done, total, unit: "documents" }),
    );
    if (!score.ok) return score;
    const { kinds, causes, unread } = score.value;
    const rows = kinds
      .filter(({ expected, found }) => expected > 0 || found > 0)
      .map((one) => [
        one.kind,
        `${one.expected}`,
        `${one.found}`,
        share(one.precision),
        share(one.recall),
        share(one.f1),
        share(one.overlap),
      ]);
    return ok({
      json: score.value,
      text: [
        columns([["kind", "labelled", "found", "precision", "recall", "F1", "overlap"], ...rows]),
        ...(causes.length > 0
          ? ["", columns(causes.map((one) => [`${one.count}`, one.kind, one.what, one.cause]))]
          : []),
        ...unread.map(({ message }) => message),
      ].join("\n"),
    });
  },
};
