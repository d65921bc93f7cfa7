// Reviews at the command line: begin, protocol, members, records. Screening and what follows stand in the
// files beside this one.

import { randomUUID } from "node:crypto";
import { fail, ok, problem, type Result } from "#kernel";
import { origins, reviewParts } from "#records";
import { type Answer, type CommandLine, number, text } from "../command-line.ts";
import { bytesOf } from "../given-files.ts";
import { columns } from "../print.ts";
import { askReview, written } from "./review-call.ts";
import { said } from "./store-call.ts";

type Head = {
  readonly id: string;
  readonly title: string;
  readonly origin: string;
  readonly publishedAt: string | null;
};

export const reviewListCommand: CommandLine = {
  name: "review list",
  summary: "Reviews, published or not",
  operands: [],
  options: {},
  examples: ["socle review list"],
  run: async (_given, work) =>
    said<{ readonly reviews: readonly Head[] }>(await askReview("listReviews", {}, work), ({ reviews }) =>
      reviews.length === 0
        ? "There is no review yet. Begin one with socle review begin TITLE."
        : columns(reviews.map((r) => [r.id, r.publishedAt?.slice(0, 10) ?? "-", r.origin, r.title])),
    ),
};

type Member = {
  readonly account: string;
  readonly name: string;
  readonly parts: readonly string[];
  readonly removed: { readonly at: string; readonly reason: string } | null;
};
type Review = Head & {
  readonly last: number;
  readonly members: readonly Member[];
  readonly versions: readonly unknown[];
  readonly counts: { readonly searches: number; readonly records: number; readonly duplicates: number };
};

const memberLines = (members: readonly Member[]): string =>
  members.length === 0
    ? "No member yet."
    : columns(
        members.map((m) => [
          m.account,
          m.name,
          m.removed ? `left on ${m.removed.at.slice(0, 10)}: ${m.removed.reason}` : m.parts.join(", "),
        ]),
      );

export const reviewShowCommand: CommandLine = {
  name: "review show",
  summary: "One review: members, protocol, how many records",
  operands: ["ID"],
  options: {},
  examples: ["socle review show what-works"],
  run: async (given, work) =>
    said<Review>(await askReview("review", { id: given.positionals[0] }, work), (review) =>
      [
        review.title,
        columns([
          ["name", review.id],
          ["origin", review.origin],
          ["published", review.publishedAt ?? "no"],
          ["protocol", review.versions.length === 0 ? "none yet" : `version ${review.versions.length}`],
          [
            "records",
            `${review.counts.records}, of them ${review.counts.duplicates} duplicates, from ${review.counts.searches} searches`,
          ],
          ["acts in the log", `${review.last}`],
        ]),
        memberLines(review.members),
      ].join("\n"),
    ),
};

/** Sends acts of the operator; all or none. */
async function act(
  id: string,
  acts: readonly Readonly<Record<string, unknown>>[],
  work: Parameters<typeof askReview>[2],
): Promise<Result<unknown>> {
  const asked = acts.map((one) => ({ key: randomUUID(), act: one }));
  return askReview("actOnReview", { id, acts: asked, together: true }, work);
}

export const reviewBeginCommand: CommandLine = {
  name: "review begin",
  summary: "Begin a review",
  operands: ["TITLE"],
  options: {
    name: { takes: "text", value: "ID", meaning: "Its short name (default: made from the title)" },
    owner: { takes: "text", value: "EMAIL", meaning: "Who leads it" },
    language: {
      takes: "text",
      value: "CODE",
      choices: ["en", "fr", "es", "pt"],
      meaning: "Language of the review (default en)",
    },
    origin: {
      takes: "text",
      value: "WORD",
      choices: origins,
      meaning: "What world it speaks of (default real)",
    },
  },
  examples: [
    'socle review begin "What works in social protection" --name what-works --owner ana@example.org',
  ],
  async run(given, work) {
    const begun = await askReview(
      "createReview",
      {
        title: given.positionals[0],
        id: text(given, "name"),
        language: text(given, "language"),
        origin: text(given, "origin"),
      },
      work,
    );
    if (!begun.ok) return begun;
    const { id } = begun.value as { readonly id: string };
    const account = text(given, "owner");
    if (account !== undefined) {
      const added = await act(id, [{ kind: "member.added", account, parts: ["owner", "reviewer"] }], work);
      if (!added.ok) return added;
    }
    return ok({ json: { id }, text: id });
  },
};

export const reviewMembersCommand: CommandLine = {
  name: "review members",
  summary: "Who takes part in a review and as what; adds, changes or removes one",
  operands: ["ID"],
  options: {
    add: { takes: "text", value: "EMAIL", meaning: "Add somebody, with --parts" },
    change: { takes: "text", value: "ACCOUNT", meaning: "Give a member other parts, with --parts" },
    remove: {
      takes: "text",
      value: "ACCOUNT",
      meaning: "Remove a member, with --reason; their decisions stay",
    },
    parts: { takes: "text", value: "LIST", meaning: `One or several of ${reviewParts.join(",")}` },
    reason: { takes: "text", value: "TEXT", meaning: "Why; kept in the log" },
  },
  examples: [
    "socle review members what-works",
    "socle review members what-works --add ben@example.org --parts reviewer,coder",
  ],
  async run(given, work) {
    const [id = ""] = given.positionals;
    const asked = (["add", "change", "remove"] as const).filter((name) => text(given, name) !== undefined);
    const [what] = asked;
    if (asked.length > 1)
      return fail(problem("cli.usage", "--add, --change and --remove are given one at a time."));
    if (what !== undefined) {
      const account = text(given, what) ?? "";
      const asParts = (text(given, "parts") ?? "").split(",").filter(Boolean);
      const wrong = asParts.filter((part) => !(reviewParts as readonly string[]).includes(part));
      if (wrong.length > 0 || (what !== "remove" && asParts.length === 0))
        return fail(problem("cli.usage", `--parts takes one or several of ${reviewParts.join(",")}.`));
      const reason = text(given, "reason");
      if (what === "remove" && reason === undefined)
        return fail(
          problem("cli.usage", "--remove needs --reason: what was decided stays, and it is told why."),
        );
      const kind = { add: "member.added", change: "member.changed", remove: "member.removed" }[what];
      const done = await act(
        id,
        [{ kind, account, ...(what === "remove" ? { reason } : { parts: asParts }) }],
        work,
      );
      if (!done.ok) return done;
    }
    const review = await askReview("review", { id }, work);
    if (!review.ok) return review;
    const { members } = review.value as Review;
    return ok({ json: { members }, text: memberLines(members) });
  },
};

type Criterion = { readonly id: string; readonly column: string; readonly text: string };
type ShownProtocol = {
  readonly protocol: {
    readonly title: string;
    readonly questions: readonly { readonly id: string; readonly text: string }[];
    readonly criteria: readonly Criterion[];
    readonly stages: readonly {
      readonly stage: string;
      readonly used: boolean;
      readonly reviewers: number;
      readonly blind: boolean;
    }[];
  } | null;
  readonly version: {
    readonly version: number;
    readonly at: string;
    readonly by: string;
    readonly reason: string | null;
  } | null;
};

function protocolLines({ protocol, version }: ShownProtocol): string {
  if (!protocol || !version) return "There is no protocol yet. Set one with --set FILE.";
  return [
    `${protocol.title}, version ${version.version} of ${version.at.slice(0, 10)} by ${version.by}`,
    ...(version.reason ? [`Amended: ${version.reason}`] : []),
    columns([
      ...protocol.questions.map((q) => [q.id, "question", q.text]),
      ...protocol.criteria.map((c) => [c.id, c.column, c.text]),
      ...protocol.stages.map((s) => [
        s.stage,
        "stage",
        s.used ? `${s.reviewers} people a record${s.blind ? ", blind" : ""}` : "skipped",
      ]),
    ]),
  ].join("\n");
}

/** The protocol in a file: bare, or as the download wraps it. */
function protocolIn(name: string, content: string): Result<unknown> {
  try {
    const given = JSON.parse(content) as { readonly format?: unknown; readonly protocol?: unknown };
    return ok(given?.format === "socle-protocol/1" ? given.protocol : given);
  } catch (error) {
    return fail(
      problem(
        "cli.file-unreadable",
        `${name} is no JSON: ${(error as Error).message}. Take the file that socle review protocol ID --out writes as a pattern. Nothing was set.`,
        { file: name },
      ),
    );
  }
}

export const reviewProtocolCommand: CommandLine = {
  name: "review protocol",
  summary: "The protocol of a review; sets a new version from a file",
  operands: ["ID"],
  options: {
    version: { takes: "number", value: "N", meaning: "An earlier version" },
    set: { takes: "text", value: "FILE", meaning: "Make this file (JSON) the next version" },
    reason: { takes: "text", value: "TEXT", meaning: "Why it is amended; needed from the second version on" },
    out: { takes: "text", value: "FILE", meaning: "Write all versions to a new file" },
  },
  examples: [
    "socle review protocol what-works --out protocol.json",
    'socle review protocol what-works --set protocol.json --reason "Full text by two people"',
  ],
  async run(given, work): Promise<Result<Answer>> {
    const [id = ""] = given.positionals;
    const path = text(given, "set");
    if (path !== undefined) {
      const bytes = await bytesOf(path);
      if (!bytes.ok) return bytes;
      const protocol = protocolIn(path, new TextDecoder().decode(bytes.value));
      if (!protocol.ok) return protocol;
      const reason = text(given, "reason") ?? null;
      const set = await act(id, [{ kind: "protocol.set", protocol: protocol.value, reason }], work);
      if (!set.ok) return set;
    }
    const out = text(given, "out");
    if (out !== undefined) return written(await askReview("downloadProtocol", { id }, work, { out }), out);
    const shown = await askReview("reviewProtocol", { id, version: number(given, "version") }, work);
    return said<ShownProtocol>(shown, protocolLines);
  },
};
