// A review from the command line alone: members, protocol, references in, decisions from tables, everything out.
// A server holds the data folder, so that no command has to open the store.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openStore } from "#store";
import { emptyFolder } from "../../prepared-folders.ts";
import { json, patience, root, scratchFolder, socle } from "./socle.ts";

vi.setConfig({ testTimeout: patience, hookTimeout: patience });

const folder = scratchFolder();
const home = join(folder.path, "home");
const env = { SOCLE_HOME: home };
const at = (name: string) => join(folder.path, name);
const review = (...words: string[]) => socle(["review", ...words, "--json"], { env });

async function done<T = Record<string, unknown>>(...words: string[]): Promise<T> {
  const said = await review(...words);
  expect(said, words.join(" ")).toMatchObject({ status: 0, err: "" });
  return json<T>(said);
}
async function refused(...words: string[]) {
  const said = await review(...words);
  expect(said, words.join(" ")).toMatchObject({ status: 1, err: "" });
  return json<{ problems: { code: string; message: string; at?: Record<string, unknown> }[] }>(said).problems;
}
const lines = (file: string) => readFileSync(at(file), "utf8").replace("\ufeff", "").trim().split(/\r?\n/);

const protocol = {
  title: "What works",
  language: "en",
  background: "",
  termsOfReference: "",
  questions: [{ id: "Q1", axis: "works", text: "What works?", subQuestions: [] }],
  criteria: [
    { id: "I1", column: "include", text: "Evaluates social protection", terms: [] },
    { id: "X1", column: "exclude", text: "No findings", terms: [] },
  ],
  sources: [],
  unit: "report",
  linkedReports: { rule: "each-counts", note: null },
  stages: [
    { stage: "title-abstract", used: true, reviewers: 2, blind: true },
    { stage: "full-text", used: false, reviewers: 1, blind: true },
  ],
  order: "as-listed",
  stopping: null,
  appraisal: null,
  extraction: null,
  coding: null,
  synthesisPlan: "",
};

let server: ChildProcess;
async function startServer() {
  server = spawn(process.execPath, [join(root, "src", "api", "main.ts")], {
    env: { ...process.env, ...env, SOCLE_PORT: "0", DATABASE_URL: "", SOCLE_ADDRESS: "" },
    stdio: ["ignore", "pipe", "ignore"],
  });
  let said = "";
  for await (const chunk of server.stdout!) {
    said += String(chunk);
    if (said.includes("is ready: ")) return;
  }
  throw new Error(`The server ended before it was ready: ${said}`);
}

beforeAll(async () => {
  await emptyFolder(home);
  const opened = await openStore({ home, databaseUrl: null, now: () => "2026-05-01T08:00:00.000Z" });
  if (!opened.ok) throw new Error(opened.problems[0]?.message);
  for (const name of ["ana", "ben"])
    await opened.value.catalogue.accounts.add({
      id: name,
      email: `${name}@example.org`,
      name,
      role: "member",
      createdAt: "2026-05-01T08:00:00.000Z",
      disabledAt: null,
      passwordHash: null,
    });
  await opened.value.close();
  writeFileSync(at("protocol.json"), JSON.stringify(protocol));
  writeFileSync(
    at("stack.ris"),
    [1, 2, 3, 4].map((n) => `TY  - RPRT\nID  - same\nTI  - Report ${n}\nPY  - 2020\nER  - \n`).join("\n"),
  );
  writeFileSync(at("list.pdf"), "this is no PDF and no list of references either");
  await startServer();
});
afterAll(async () => {
  if (server?.exitCode === null) {
    server.kill("SIGTERM");
    await once(server, "exit");
  }
  folder.remove();
});

it("makes an account at the machine, with a link to hand over", async () => {
  const made = await socle(
    ["accounts", "add", "Dora@Example.org", "Dora Silva", "--role", "reviewer", "--json"],
    { env },
  );
  expect(json<{ link: string }>(made).link).toMatch(/\/claim#[\w-]{43}$/);
  const { out } = await socle(["accounts", "list"], { env });
  expect(out).toMatch(/dora@example\.org +reviewer +open +Dora Silva/);
});

describe("socle review", () => {
  it("begins a review with its owner, members and protocol", async () => {
    const begun = await done("begin", "What works", "--name", "what-works", "--owner", "ana@example.org");
    expect(begun).toEqual({ id: "what-works" });
    const { reviews } = await done<{ reviews: { id: string }[] }>("list");
    expect(reviews.map(({ id }) => id)).toContain("what-works");
    const { members } = await done<{ members: { account: string; parts: string[] }[] }>(
      ...["members", "what-works", "--add", "ben@example.org", "--parts", "reviewer,adjudicator"],
    );
    expect(members.map(({ account, parts }) => [account, parts])).toEqual([
      ["ana", ["owner", "reviewer"]],
      ["ben", ["reviewer", "adjudicator"]],
    ]);
    expect(
      (await refused("members", "what-works", "--add", "nobody@example.org", "--parts", "coder"))[0],
    ).toMatchObject({
      code: "reviews.member-unknown",
    });
    const set = await done("protocol", "what-works", "--set", at("protocol.json"));
    expect(set).toMatchObject({ version: { version: 1 }, protocol: { title: "What works" } });
    await done("protocol", "what-works", "--out", at("protocol-out.json"));
    // What was written is taken back in, and is what stands.
    const again = ["--reason", "Nothing new"];
    expect(
      (await refused("protocol", "what-works", "--set", at("protocol-out.json"), ...again))[0],
    ).toMatchObject({
      code: "reviews.nothing-amended",
    });
  });

  it("takes references in after a look, and refuses a file that is none", async () => {
    const search = ["--query", "TI(report)", "--date", "2026-05-01", "--hits", "4", "--name", "Scopus"];
    const look = await done<{ files: Record<string, unknown>[] }>(
      ...["import", "what-works", at("stack.ris"), "--preview"],
    );
    expect(look.files[0]).toMatchObject({ found: 4, added: 0, search: null, withoutAbstract: 4 });
    const added = await done<{ files: Record<string, unknown>[] }>(
      ...["import", "what-works", at("stack.ris"), ...search],
    );
    expect(added.files[0]).toMatchObject({ added: 4, search: "search-1" });
    const wrong = await refused("import", "what-works", at("list.pdf"));
    expect(wrong[0]).toMatchObject({ at: { file: "list.pdf" } });
    expect(await refused("import", "what-works", "--registry", "qwertyuiop")).toMatchObject([
      { code: "app.nothing-found" },
    ]);
    expect(await done("records", "what-works", "--text", "R2")).toMatchObject({
      total: 1,
      records: [{ id: "R2", foreignId: "same" }],
    });
  });

  it("records decisions of a member from a table, all or nothing, the same file once", async () => {
    writeFileSync(
      at("ana.csv"),
      'record,stage,verdict,criterion,reason\nR1,title-abstract,include,,\nR2,,exclude,X1,"No findings,\nat all"\nR3,title-abstract,Include,I1,\n',
    );
    writeFileSync(at("ben.csv"), "record,verdict,criterion\nR1,include,\nR2,exclude,X1\nR3,exclude,X1\n");
    writeFileSync(at("wrong.csv"), "record,verdict,criterion\nR4,perhaps,\nR4,exclude,\nRR,include,\n");
    writeFileSync(at("unfit.csv"), "record,verdict,criterion\nR4,include,\nR4,exclude,X9\nR99,include,\n");
    const ana = ["--as", "ana@example.org"];
    expect(await done("screen", "what-works", at("ana.csv"), ...ana)).toMatchObject({ rows: 3, recorded: 3 });
    expect(await done("screen", "what-works", at("ana.csv"), ...ana)).toMatchObject({
      recorded: 0,
      known: 3,
    });
    expect(await done("screen", "what-works", at("ben.csv"), "--as", "ben")).toMatchObject({ recorded: 3 });
    expect((await refused("screen", "what-works", at("wrong.csv"), ...ana)).map((one) => one.at)).toEqual([
      { file: "wrong.csv", row: 2, column: "verdict" },
      { file: "wrong.csv", row: 4, column: "record" },
    ]);
    expect(
      (await refused("screen", "what-works", at("unfit.csv"), ...ana)).map(({ code, at }) => [
        code,
        at?.["row"],
      ]),
    ).toEqual([
      ["reviews.criterion-unknown", 3],
      ["reviews.record-unknown", 4],
    ]);
    expect((await refused("screen", "what-works", at("ana.csv"), "--as", "nobody"))[0]).toMatchObject({
      code: "reviews.member-unknown",
    });
    const { stages } = await done<{ stages: { counts: object }[] }>("screen", "what-works");
    expect(stages[0]?.counts).toMatchObject({
      records: 4,
      included: 1,
      excluded: 1,
      conflict: 1,
      waiting: 1,
    });
  });

  it("shows conflicts and agreement, settles, and draws the flow as it was and is", async () => {
    const { conflicts } = await done<{ conflicts: { record: { id: string }; voices: unknown[] }[] }>(
      ...["conflicts", "what-works"],
    );
    expect(conflicts.map(({ record, voices }) => [record.id, voices.length])).toEqual([["R3", 2]]);
    expect(await done("agreement", "what-works")).toMatchObject({ records: 3, percent: { value: 2 / 3 } });
    writeFileSync(at("settled.csv"), "record,verdict,criterion,reason\nR3,include,,Has findings\n");
    expect(await done("screen", "what-works", at("settled.csv"), "--as", "ben", "--settle")).toMatchObject({
      recorded: 1,
    });
    expect(await done("conflicts", "what-works")).toMatchObject({ total: 0 });
    const boxes = async (...words: string[]) =>
      Object.fromEntries(
        (await done<{ boxes: { id: string; count: number }[] }>("flow", "what-works", ...words)).boxes.map(
          ({ id, count }) => [id, count],
        ),
      );
    const { last } = await done<{ last: number }>("show", "what-works");
    const now = await boxes();
    const before = await boxes("--at", String(last - 1));
    expect(now).not.toEqual(before);
    await done("flow", "what-works", "--out", at("flow.svg"));
    expect(readFileSync(at("flow.svg"), "utf8")).toContain("<svg");
    await done("screen", "what-works", "--out", at("decisions.csv"));
    expect(lines("decisions.csv").filter((line) => /^R3,/.test(line))).toHaveLength(2);
  });

  it("tells how far reading is, and writes what there is to files that stand nowhere yet", async () => {
    expect(await done("appraise", "what-works")).toMatchObject({ plan: null });
    expect(
      (await refused("appraise", "what-works", at("protocol.json"), "--as", "dora@example.org"))[0],
    ).toMatchObject({ code: "reviews.member-unknown" });
    expect(await done("extract", "what-works")).toMatchObject({ plan: null });
    expect(await done("code", "what-works")).toMatchObject({ codes: [] });
    await done("code", "what-works", "--out", at("codes.csv"));
    expect((await refused("code", "what-works", "--out", at("codes.csv")))[0]).toMatchObject({
      code: "store.output-exists",
    });
    expect(await done("report", "what-works")).toMatchObject({ document: { edition: null } });
  });

  it("makes every number of the archive again, and finds one that was changed", async () => {
    await done("archive", "what-works", at("review.zip"));
    expect(await done("reproduce", at("review.zip"))).toMatchObject({ review: "what-works", same: true });
    const bytes = readFileSync(at("review.zip"));
    writeFileSync(at("half.zip"), bytes.subarray(0, bytes.length / 2));
    expect((await refused("reproduce", at("half.zip")))[0]?.code).toBe("app.archive-unreadable");
  });

  it.each([
    [["import", "what-works"], "needs FILE"],
    [["screen", "what-works", "ana.csv"], "--as ACCOUNT"],
    [["members", "what-works", "--add", "x@example.org"], "--parts takes"],
    [["members", "what-works", "--remove", "ben"], "--remove needs --reason"],
    [["code", "what-works", "--out", "codes.txt"], ".qdpx"],
    [["extract", "what-works", "ana.csv"], "--as EMAIL"],
    [["conflicts", "what-works", "--stage", "abstracts"], '"abstracts" is not'],
  ])("review %j is told to be a wrong call", async (words, why) => {
    const said = await socle(["review", ...words], { env, cwd: folder.path });
    expect(said).toMatchObject({ status: 2, out: "" });
    expect(said.err).toContain(why);
  });
});
