// Screening at the command line: simulation, which touches no store.

import { basename } from "node:path";
import { setImmediate } from "node:timers/promises";
import { fail, ok, problem } from "#kernel";
import { type CommandLine, number, text, texts } from "../command-line.ts";
import { bytesOf } from "../given-files.ts";
import { columns } from "../print.ts";

/** Milliseconds of work between two looks at the signal and two lines of progress. */
const breath = 100;

const models = ["socle-1", "elas-u4"] as const;

const shown = (value: number | null) => (value === null ? "-" : value.toFixed(4));

export const screeningSimulateCommand: CommandLine = {
  name: "screening simulate",
  summary: "Play a labelled screening again under a model of ranking; touches no store",
  operands: ["LABELLED.csv"],
  options: {
    prior: { takes: "texts", value: "ID", meaning: "A record known from the beginning; may be repeated" },
    model: { takes: "text", value: "NAME", meaning: "Model of ranking (default socle-1)", choices: models },
    criteria: {
      takes: "text",
      value: "TEXT",
      meaning: "What the review looks for; socle-1 ranks by it before anything is judged",
    },
    "per-query": { takes: "number", value: "N", meaning: "Records between two refits (default 1)" },
    stop: {
      takes: "text",
      value: "RULE",
      meaning: "Show where a rule stops, such as hypergeometric (default all: read to the end)",
    },
  },
  examples: [
    "socle screening simulate labelled.csv --prior A12 --prior B7 --json",
    "socle screening simulate labelled.csv --model elas-u4 --per-query 10",
  ],
  async run(given, work) {
    const [path = ""] = given.positionals;
    const perQuery = number(given, "per-query") ?? 1;
    if (perQuery === 0) return fail(problem("cli.usage", "--per-query takes a whole number from 1."));
    const bytes = await bytesOf(path);
    if (!bytes.ok) return bytes;
    const { simulateScreeningFile } = await import("#app");
    let last = performance.now();
    const simulated = await simulateScreeningFile(
      bytes.value,
      basename(path),
      {
        model: (text(given, "model") as (typeof models)[number] | undefined) ?? models[0],
        priors: texts(given, "prior"),
        perQuery,
        criteria: text(given, "criteria") ?? "",
        stop: text(given, "stop") ?? "all",
      },
      () => performance.now(),
      async (done, total) => {
        if (performance.now() - last < breath) return true;
        work.progress({ label: "screening", done, total, unit: "records" });
        await setImmediate();
        last = performance.now();
        return !work.signal.aborted;
      },
    );
    if (!simulated.ok) return simulated;
    const { model, order, metrics, stop, timing } = simulated.value;
    return ok({
      json: simulated.value,
      text: [
        `${model}: ${order.length} records in order, ${metrics.relevant} of ${metrics.records} relevant`,
        columns([
          ...(stop
            ? [
                [
                  `stop by ${stop.rule}`,
                  `${stop.read} read, ${stop.readAtRandom} of them at random; recall ${shown(stop.recall)}, work saved ${shown(stop.workSaved)}`,
                ],
              ]
            : []),
          ["loss", shown(metrics.loss)],
          ["average time to discovery", shown(metrics.atd)],
          ["work saved at 95 % recall", shown(metrics.wss95)],
          ["work saved at 100 % recall", shown(metrics.wss100)],
          ["recall after 10 %", shown(metrics.recall10)],
          ["NDCG", shown(metrics.ndcg)],
          [
            "refit, median and 95th percentile",
            `${shown(timing.retrainMsMedian)} ${shown(timing.retrainMsP95)} ms`,
          ],
        ]),
      ].join("\n"),
    });
  },
};
