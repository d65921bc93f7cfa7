// One scratch installation through its life: filled, asked, verified, backed up, restored, damaged.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { simulatedDefinition, simulatedTable } from "../../fixtures/worked-example.ts";
import { json, patience, root, type Said, scratchFolder, socle } from "./socle.ts";

vi.setConfig({ testTimeout: patience, hookTimeout: patience });

const folder = scratchFolder();
const home = join(folder.path, "home");
const env = { SOCLE_HOME: home };
const at = (name: string) => join(folder.path, name);
const work = (...words: string[]): Promise<Said> => socle(words, { env });
async function done<T = Record<string, unknown>>(...words: string[]): Promise<T> {
  const said = await work(...words, "--json");
  expect(said, words.join(" ")).toMatchObject({ status: 0, err: "" });
  return json<T>(said);
}

const registry = [
  "id,title,year,language,type,timing,nature,region,countries",
  "E-1,Pensions for harbour workers: final evaluation,2016,en,project,final,independent,africa,KEN;TZA",
  "E-2,Une assurance pour tous : évaluation à mi-parcours,2014,fr,project,mid-term,internal,africa,SEN",
].join("\n");
const report = `Pensions for harbour workers

Recommendations

(a) The Ministry of Labour should keep the joint register of harbour workers.

(b) The fund should publish its accounts every year.
`;

beforeAll(() => {
  writeFileSync(at("registry.csv"), registry);
  writeFileSync(at("report.txt"), report);
  writeFileSync(at("figures.csv"), simulatedTable());
  writeFileSync(at("definition.json"), JSON.stringify(simulatedDefinition));
  writeFileSync(at("ratified.csv"), "convention,iso3,registered\nC102,FRA,1974-06-14\n");
});
afterAll(() => folder.remove());

describe("an installation worked from the command line", () => {
  it("takes in the four kinds of files", async () => {
    expect(await done("import", "evaluations", at("registry.csv"))).toMatchObject({ added: 2, problems: [] });
    const read = await done("import", "evaluation-report", at("report.txt"), "--evaluation", "E-1");
    expect(read).toMatchObject({ added: 2, superseded: 0 });
    const figures = ["--series", "mini", "--agency", "Test office", "--unit", "NUM", "--origin", "simulated"];
    expect(await done("import", "observations", at("figures.csv"), ...figures)).toMatchObject({
      added: 25,
      release: "mini-1",
    });
    expect(await done("import", "ratifications", at("ratified.csv"), "--list", "test")).toMatchObject({
      added: 1,
    });
  });

  it("knows a file it has already, and gives a changed one the next version", async () => {
    expect(await done("import", "evaluation-report", at("report.txt"))).toMatchObject({
      added: 0,
      unchanged: 2,
    });
    const again = [
      "import",
      "observations",
      "--series",
      "mini",
      "--agency",
      "Test office",
      "--unit",
      "NUM",
      "--origin",
      "simulated",
    ];
    expect(await done(...again, at("figures.csv"))).toMatchObject({
      added: 0,
      unchanged: 25,
      release: "mini-1",
    });
    writeFileSync(at("changed.csv"), simulatedTable().replace("XAB,P1,2015,10", "XAB,P1,2015,11"));
    expect(await done(...again, at("changed.csv"))).toMatchObject({ release: "mini-2" });
  });

  it("changes nothing for a file with errors, and lists every one with row and column", async () => {
    writeFileSync(
      at("faulty.csv"),
      "area,indicator,period,value\nXAA,I1,2015,1\nXAB,I1,sometime,2\nNOWHERE,I1,2015,x\n",
    );
    const said = await work(
      "import",
      "observations",
      at("faulty.csv"),
      "--agency",
      "A",
      "--unit",
      "NUM",
      "--json",
    );
    expect(said).toMatchObject({ status: 1, err: "" });
    const { problems } = json<{ problems: { code: string; at: { row: number; column: string } }[] }>(said);
    expect(problems.map(({ code, at: place }) => [code, place.row, place.column])).toEqual(
      expect.arrayContaining([
        ["releases.period-unreadable", 3, "period"],
        ["releases.area-unknown", 4, "area"],
        ["releases.value-not-a-number", 4, "value"],
      ]),
    );
    const releases = await done<{ id: string }[]>("releases", "list");
    expect(releases.map(({ id }) => id).sort()).toEqual(["mini-1", "mini-2"]);
  });

  it("lists and searches", async () => {
    type List = { total: number; evaluations: { id: string }[] };
    const all = await done<List>("evaluations", "list");
    expect(all.evaluations.map(({ id }) => id).sort()).toEqual(["E-1", "E-2"]);
    expect((await done<List>("evaluations", "list", "--language", "fr")).evaluations[0]?.id).toBe("E-2");
    type Hits = {
      total: number;
      hits: { evaluation: string; passage: { text: string; highlights: [number, number][] } }[];
    };
    const found = await done<Hits>("evaluations", "search", "registers", "--kind", "recommendation");
    expect(found.total).toBe(1);
    const { evaluation, passage } = found.hits[0]!;
    expect(evaluation).toBe("E-1");
    expect(passage.highlights.map(([a, b]) => passage.text.slice(a, b))).toEqual(["register"]);
  });

  it("freezes a run and leads from a score to the cells it was made of", async () => {
    await done("index", "freeze", at("definition.json"), "--release", "mini-1");
    type Node = {
      kind: string;
      value: unknown;
      inputs: Node[];
      source: { file: string; locator: { row: number; column: string } | null } | null;
    };
    const score = await done<Node>("trace", "score:mini-v1-mini-1/XAB/index/2015");
    expect(score.value).toBe(15 / 28);
    const cells: string[] = [];
    const walk = (node: Node) => {
      if (node.kind === "observation")
        cells.push(`${node.source?.file} ${node.source?.locator?.row} = ${node.value}`);
      for (const input of node.inputs) walk(input);
    };
    walk(score);
    expect(cells.sort()).toEqual(
      [
        "figures.csv 3 = 1",
        "figures.csv 8 = 0",
        "figures.csv 13 = 10",
        "figures.csv 18 = 30",
        "figures.csv 23 = 60",
      ].sort(),
    );
  });

  it("leads from a sentence to its place in the file", async () => {
    type Hits = { hits: { passage: { id: string; text: string } }[] };
    const [hit] = (await done<Hits>("evaluations", "search", "accounts")).hits;
    const node = await done<{ source: { file: string; locator: { spans: [number, number][] } } }>(
      "trace",
      `passage:${hit!.passage.id}`,
    );
    expect(node.source.file).toBe("report.txt");
    const slices = node.source.locator.spans.map(([a, b]) => [...report].slice(a, b).join(""));
    expect(slices.join(" ")).toBe(hit!.passage.text);
  });

  it("writes a release out with its README, and never over a file", async () => {
    const out = at("mini.zip");
    await done("releases", "export", "mini-1", out);
    expect(readFileSync(out).subarray(0, 2).toString()).toBe("PK");
    const again = await work("releases", "export", "mini-1", out, "--json");
    expect(again.status).toBe(1);
    expect(json(again)).toMatchObject({ problems: [{ code: "store.output-exists" }] });
    await done("releases", "export", "mini-1", at("mini.json"), "--format", "json");
    expect(readFileSync(at("mini.json"), "utf8")).toContain("simulated");
  });

  it("gives the same answers under another clock and another language of the machine", async () => {
    const here = await socle(["evaluations", "list", "--json"], {
      env: { ...env, TZ: "Asia/Kathmandu", LC_ALL: "C" },
    });
    const there = await socle(["evaluations", "list", "--json"], {
      env: { ...env, TZ: "America/St_Johns", LANG: "fr_FR.UTF-8" },
    });
    expect(here.out).toBe(there.out);
    expect(here.status).toBe(0);
  });

  it("refuses a second process with a sentence while another holds the folder", async () => {
    const holder = spawn(
      process.execPath,
      [
        "-e",
        `import("#store").then(async ({ openStore }) => { const s = await openStore({ home: ${JSON.stringify(home)}, databaseUrl: null, now: () => new Date().toISOString() }); console.log(s.ok); process.stdin.once("end", () => s.value.close()).resume(); })`,
      ],
      { cwd: join(root, "src"), stdio: ["pipe", "pipe", "inherit"] },
    );
    const [opened] = (await once(holder.stdout, "data")) as [Buffer];
    expect(opened.toString().trim()).toBe("true");
    const said = await work("releases", "list", "--json");
    holder.stdin.end();
    await once(holder, "exit");
    expect(said.status).toBe(1);
    const { problems } = json<{ problems: { code: string; message: string }[] }>(said);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code: "store.folder-in-use" });
    expect(problems[0]!.message).toContain(`process ${holder.pid}`);
    expect((await work("releases", "list")).status).toBe(0);
  });

  it("verifies all it holds, is backed up and restored, and finds one byte that changed", async () => {
    const whole = await done<{ checked: number; differences: unknown[] }>("verify");
    expect(whole.checked).toBeGreaterThan(4);
    expect(whole.differences).toEqual([]);

    const backup = at("all.backup");
    await done("backup", backup);
    const restored = at("restored");
    const back = await socle(["restore", backup, "--json"], { env: { SOCLE_HOME: restored } });
    expect(back).toMatchObject({ status: 0, err: "" });
    const onto = await work("restore", backup, "--json");
    expect(onto.status).toBe(1);
    expect(json(onto)).toMatchObject({ problems: [{ code: "store.restore-not-empty" }] });
    const there = { env: { SOCLE_HOME: restored } };
    for (const words of [
      ["evaluations", "list"],
      ["releases", "list"],
      ["trace", "score:mini-v1-mini-1/XAB/index/2015"],
    ])
      expect((await socle([...words, "--json"], there)).out).toBe((await work(...words, "--json")).out);
    expect(json(await socle(["verify", "--json"], there))).toEqual(whole);

    const report = storedFiles(restored).find((path) =>
      readFileSync(path, "utf8").includes("joint register"),
    )!;
    const healthy = readFileSync(report);
    for (const [damage, recomputed] of [
      [
        () => writeFileSync(report, healthy.with(healthy.length - 1, healthy.at(-1)! ^ 1)),
        expect.any(String),
      ],
      [() => rmSync(report), null],
    ] as const) {
      chmodSync(report, 0o600);
      damage();
      const said = await socle(["verify", "--json"], there);
      expect(said).toMatchObject({ status: 1, err: "" });
      const stored = basename(report);
      expect(json<{ differences: object[] }>(said).differences).toContainEqual({
        id: `source:${stored}`,
        stored,
        recomputed,
      });
    }
  });

  it("restores nothing from half a backup", async () => {
    const whole = readFileSync(at("all.backup"));
    writeFileSync(at("half.backup"), whole.subarray(0, whole.length >> 1));
    const empty = at("nothing");
    const said = await socle(["restore", at("half.backup"), "--json"], { env: { SOCLE_HOME: empty } });
    expect(said.status).toBe(1);
    expect(json(said)).toMatchObject({ problems: [{ code: "store.backup-unusable" }] });
    expect(existsSync(empty) ? readdirSync(empty) : []).toEqual([]);
  });
});

/** Files of the store by their hashes: every file below `files`. */
function storedFiles(of: string): readonly string[] {
  const files = join(of, "files");
  return readdirSync(files, { recursive: true, encoding: "utf8" })
    .map((name) => join(files, name))
    .filter((path) => statSync(path).isFile());
}
