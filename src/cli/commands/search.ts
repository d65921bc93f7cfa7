// Searching the passages of all reports, on screen or into a file.

import { resolve } from "node:path";
import { searchSorts } from "#contract";
import { ok } from "#kernel";
import { passageKinds } from "#records";
import { type CommandLine, number, text, texts } from "../command-line.ts";
import { onOneLine } from "../print.ts";
import { workOnStore } from "./store-call.ts";

const listOptions = ["kind", "language", "country", "region", "year", "branch"] as const;

type Found = {
  readonly query: { readonly q: string };
  readonly total: number;
  readonly more: boolean;
  readonly understood: string;
  readonly hits: readonly {
    readonly title: string | null;
    readonly passage: {
      readonly id: string;
      readonly kind: string;
      readonly label: string | null;
      readonly page: number | null;
      readonly text: string;
    };
  }[];
  readonly explanation?: {
    readonly terms: readonly {
      readonly text: string;
      readonly total: number;
      readonly ignored: boolean;
      readonly near: readonly string[];
    }[];
    readonly filters: readonly { readonly field: string; readonly total: number }[];
  };
};

export const evaluationsSearchCommand: CommandLine = {
  name: "evaluations search",
  summary: "Search the passages of all reports, in four languages",
  operands: ["QUERY"],
  options: {
    kind: {
      takes: "texts",
      value: "KIND",
      choices: passageKinds,
      meaning: "Only this kind of passage; may be repeated",
    },
    language: {
      takes: "texts",
      value: "CODE",
      choices: ["en", "fr", "es", "pt"],
      meaning: "Only this language; may be repeated",
    },
    country: { takes: "texts", value: "CODE", meaning: "Only reports on this country; may be repeated" },
    region: { takes: "texts", value: "CODE", meaning: "Only reports on this region; may be repeated" },
    year: { takes: "texts", value: "YEAR", meaning: "Only evaluations of this year; may be repeated" },
    branch: {
      takes: "texts",
      value: "CODE",
      meaning: "Only this branch of social security; may be repeated",
    },
    sort: {
      takes: "text",
      value: "WORD",
      choices: searchSorts,
      meaning: "Order of the hits; relevance is the default",
    },
    export: {
      takes: "text",
      value: "FILE",
      meaning: "Write all hits (at most 10,000) into a file: .ris, .xlsx, .json, or .zip for CSV",
    },
    limit: { takes: "number", value: "N", meaning: "At most this many" },
    offset: { takes: "number", value: "N", meaning: "Leave out this many first" },
  },
  examples: [
    'socle evaluations search "social dialogue" --kind recommendation',
    'socle evaluations search "maternity (leave NEAR/5 pay) -pension year:2015..2020" --sort newest',
    "socle evaluations search pension --country KEN --export pensions.ris",
  ],
  async run(given, work) {
    const lists = listOptions.flatMap((name) =>
      texts(given, name).length > 0 ? [[name, texts(given, name)] as const] : [],
    );
    const single = Object.entries({
      q: given.positionals[0],
      sort: text(given, "sort"),
      limit: number(given, "limit"),
      offset: number(given, "offset"),
    }).filter(([, value]) => value !== undefined);
    const asked = Object.fromEntries<unknown>([...lists, ...single]);
    const file = text(given, "export");
    if (file !== undefined) {
      const written = await workOnStore("evaluations-export", { ...asked, out: resolve(file) }, work);
      return written.ok
        ? ok({ json: written.value, text: `${file}: ${(written.value as { bytes: number }).bytes} bytes` })
        : written;
    }
    const result = await workOnStore("evaluations-search", asked, work);
    return result.ok ? ok({ json: result.value, text: foundText(result.value as Found) }) : result;
  },
};

function foundText({ query, total, more, understood, hits, explanation }: Found): string {
  const why = (explanation?.terms ?? []).map((term) =>
    term.ignored
      ? `  ${term.text}: too common to be searched`
      : `  ${term.text} alone: ${term.total}${term.near.length > 0 ? `; near: ${term.near.join(", ")}` : ""}`,
  );
  const filters = (explanation?.filters ?? []).map(
    ({ field, total: without }) => `  without ${field}: ${without}`,
  );
  return [
    `${hits.length} of ${more ? "more than " : ""}${total}`,
    ...(understood.replaceAll(" AND ", " ") === query.q ? [] : [`understood as: ${understood}`]),
    ...why,
    ...filters,
    ...hits.map(
      ({ title, passage }) =>
        `\n${passage.kind}${passage.label ? ` ${passage.label}` : ""}, ${title ?? "untitled"}${passage.page === null ? "" : `, page ${passage.page}`}\n  ${onOneLine(passage.text)}\n  passage:${passage.id}`,
    ),
  ].join("\n");
}
