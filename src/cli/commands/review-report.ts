// What a review comes to, at the command line.

import type { Result } from "#kernel";
import { type Answer, type CommandLine, text } from "../command-line.ts";
import { columns } from "../print.ts";
import { askReview, languageOption, said, written } from "./review-call.ts";

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
