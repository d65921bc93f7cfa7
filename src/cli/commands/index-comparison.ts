import { ok } from "#kernel";
import { type CommandLine, text } from "../command-line.ts";

export const indexCompareCommand: CommandLine = {
  name: "index compare",
  summary: "Explain why ranks differ between two runs, in shares that sum to each change",
  operands: ["RUN", "RUN"],
  options: {
    node: { takes: "text", value: "ID", meaning: "A part of the index in place of the whole" },
    "period-from": { takes: "text", value: "PERIOD", meaning: "The period of the first run" },
    "period-to": { takes: "text", value: "PERIOD", meaning: "The period of the second run" },
    divide: {
      takes: "text",
      value: "CAUSE",
      meaning: "Divide the share of new values by indicator, or that of a new definition by its parts",
      choices: ["values", "definition"],
    },
  },
  examples: [
    "socle index compare income-security-v1-demo-indicators-1 income-security-v1-demo-indicators-2",
    "socle index compare FIRST SECOND --divide values --json",
  ],
  async run(given, work) {
    const [from = "", to = ""] = given.positionals;
    const options = {
      node: text(given, "node"),
      periodFrom: text(given, "period-from"),
      periodTo: text(given, "period-to"),
      divide: text(given, "divide"),
    };
    const asked = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
    const { workOnStore } = await import("../store-work.ts");
    const found = await workOnStore("index-compare", { from, to, ...asked }, work);
    if (!found.ok) return found;
    const { comparisonLines } = await import("#app");
    return ok({
      json: found.value,
      text: comparisonLines(found.value as Parameters<typeof comparisonLines>[0]),
    });
  },
};
