import { type CommandLine, number, text, texts } from "../command-line.ts";
import { columns, onOneLine } from "../print.ts";
import { said, workOnStore } from "./store-call.ts";

const filters = [
  "kind",
  "branch",
  "region",
  "country",
  "population",
  "factor",
  "nature",
  "status",
  "year",
] as const;

export const lessonsListCommand: CommandLine = {
  name: "lessons list",
  summary: "Lessons learned and emerging good practices, by branch, region, population and factor",
  operands: [],
  options: {
    text: { takes: "text", value: "WORDS", meaning: "Words in the lesson" },
    evaluation: { takes: "text", value: "ID", meaning: "Only those of this evaluation" },
    ...Object.fromEntries(
      filters.map(
        (name) =>
          [name, { takes: "texts", value: "WORD", meaning: `Only this ${name}; may be repeated` }] as const,
      ),
    ),
    limit: { takes: "number", value: "N", meaning: "At most this many" },
    offset: { takes: "number", value: "N", meaning: "Leave out this many first" },
  },
  examples: ["socle lessons list --branch maternity", "socle lessons list --factor external --json"],
  async run(given, work) {
    const asked = {
      ...Object.fromEntries(
        filters.map((name) => [name, texts(given, name).length > 0 ? texts(given, name) : undefined]),
      ),
      text: text(given, "text"),
      evaluation: text(given, "evaluation"),
      limit: number(given, "limit"),
      offset: number(given, "offset"),
    };
    const args = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
    type List = {
      readonly total: number;
      readonly lessons: readonly {
        readonly id: string;
        readonly kind: string;
        readonly year: number | null;
        readonly status: string;
        readonly text: string;
      }[];
    };
    return said<List>(await workOnStore("lessons-list", args, work), ({ total, lessons }) =>
      [
        `${lessons.length} of ${total}`,
        columns(
          lessons.map(({ id, kind, year, status, text: words }) => [
            id,
            kind,
            String(year ?? "-"),
            status,
            onOneLine(words).slice(0, 80),
          ]),
        ),
      ].join("\n"),
    );
  },
};

export const lessonsGatherCommand: CommandLine = {
  name: "lessons gather",
  summary: "Make lessons of reports read before Socle kept them; `reread --all` adds the template's fields",
  operands: [],
  options: {},
  examples: ["socle lessons gather"],
  async run(_given, work) {
    type Counts = Readonly<Record<"documents" | "made" | "changed" | "gone", number>>;
    return said<Counts>(
      await workOnStore("lessons-gather", {}, work),
      ({ documents, made, changed, gone }) =>
        `${documents} report${documents === 1 ? "" : "s"}: ${made} lessons made, ${changed} changed, ${gone} no longer found`,
    );
  },
};
