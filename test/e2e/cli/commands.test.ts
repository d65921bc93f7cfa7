import { spawnSync } from "node:child_process";
import { mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { settingsTable } from "#app";
import { commandTable, groupSummaries } from "../../../src/cli/command-table.ts";
import { begin, ended, json, patience, root, scratchFolder, socle } from "./socle.ts";

const folder = scratchFolder();
const home = join(folder.path, "home");
const env = { SOCLE_HOME: home };
afterAll(() => folder.remove());
vi.setConfig({ testTimeout: patience });

const widest = (text: string) => Math.max(...text.split("\n").map((line) => [...line].length));

describe("the help", () => {
  it("fits on one screen and names every command", async () => {
    const { status, out, err } = await socle(["help"]);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(widest(out)).toBeLessThanOrEqual(100);
    expect(out.trimEnd().split("\n").length).toBeLessThanOrEqual(40);
    for (const { name } of commandTable) {
      const [first = "", ...rest] = name.split(" ");
      // The lines of a group: the one that begins with its word, and those indented further that follow.
      const lines = new RegExp(`^  ${first} .*(\\n {4}.*)*`, "m").exec(out)?.[0];
      expect(lines, name).toMatch(
        new RegExp(rest.length > 0 ? `(${first}|\\|) ${rest.join(" ")}\\b` : first),
      );
    }
    for (const first of Object.keys(groupSummaries)) expect(out).toContain(`\n  ${first} `);
    const several = commandTable.map(({ name }) => name.split(" ")[0]!);
    for (const first of several.filter((word, i) => several.indexOf(word) !== i))
      expect(groupSummaries, first).toHaveProperty(first);
    for (const words of [[], ["--help"], ["-h"]]) expect((await socle(words)).out).toBe(out);
  });

  it("on a command has its usage, options and an example; on a group all of it", async () => {
    for (const { name, examples, options } of commandTable) {
      const said = await socle(["help", ...name.split(" ")]);
      expect(said.status).toBe(0);
      expect(said.out).toContain(`  socle ${name}`);
      for (const option of Object.keys(options)) expect(said.out).toContain(`--${option}`);
      for (const example of examples) expect(said.out).toContain(example);
      expect(widest(said.out), name).toBeLessThanOrEqual(100);
    }
    expect((await socle(["help", "releases"])).out).toMatch(
      /socle releases list[\s\S]+socle releases export/,
    );
    expect((await socle(["import", "--help"])).out).toBe((await socle(["help", "import"])).out);
  });

  it("lists every setting with its default", async () => {
    const { out } = await socle(["help", "settings"]);
    for (const name of Object.keys(settingsTable)) expect(out).toContain(`\n${name}  (default: `);
  });

  it("does not know what does not exist", async () => {
    expect(await socle(["help", "nonsense"])).toMatchObject({ status: 2, out: "" });
  });
});

describe("a wrong call", () => {
  it.each([
    [["nonsense"], 'no command "nonsense"'],
    [["reed", "a.pdf"], 'Did you mean "read"?'],
    [["index"], '"index" needs one more word'],
    [["read"], "FILE is missing"],
    [["read", "a.pdf", "b.pdf"], '"b.pdf" is too much'],
    [["read", "a.pdf", "--loud"], "--text, --json"],
    [["import", "recipes", "a.csv"], '"recipes" is not'],
    [["import", "observations", "a.csv", "--origin", "imaginary"], '"imaginary" is not'],
    [["index", "freeze", "income-security"], "needs --release"],
    [["completion", "tcsh"], "bash, zsh, fish"],
    [["evaluations", "list", "--limit", "many"], "--limit"],
    [["evaluations", "search", "pension", "--limit", "-1"], "--limit"],
  ])("socle %j ends with status 2 and says on standard error what is wrong", async (words, said) => {
    const answer = await socle(words, { env });
    expect(answer).toMatchObject({ status: 2, out: "" });
    expect(answer.err).toContain(said);
    expect(answer.err).not.toMatch(/\n\s+at /);
  });
});

describe("work that cannot be done", () => {
  it("ends with status 1 and one JSON document of problems, nothing on standard error", async () => {
    const wrong = join(folder.path, "wrong.json");
    writeFileSync(wrong, '{"id": "x",');
    const data = join(folder.path, "data.csv");
    writeFileSync(data, "area,indicator,value\nA,I1,twelve\n");
    for (const words of [
      ["read", "/nowhere/report.pdf"],
      ["index", "run", wrong, data],
      ["import", "observations", data],
      ["import", "evaluation-report", "/nowhere/report.pdf", folder.path],
      ["verify", "run:none"],
      ["verify", `source:${"0".repeat(64)}`],
      ["trace", "score:none/XAA/index"],
      ["restore", wrong],
    ]) {
      const said = await socle([...words, "--json"], { env: { SOCLE_HOME: join(folder.path, "empty") } });
      expect(said, words.join(" ")).toMatchObject({ status: 1, err: "" });
      const { problems } = json<{ problems: { code: string; message: string }[] }>(said);
      expect(problems.length).toBeGreaterThan(0);
      for (const { code, message } of problems) {
        expect(code).toMatch(/^[a-z]+\.[a-z-]+$/);
        expect(message).toMatch(/[.!]$/);
      }
    }
  });

  it("tells people on standard error, with nothing on standard output", async () => {
    const said = await socle(["read", "/nowhere/report.pdf"]);
    expect(said).toMatchObject({ status: 1, out: "" });
    expect(said.err).toContain("/nowhere/report.pdf: there is no such file");
  });

  it("is told of settings that cannot be used", async () => {
    const said = await socle(["releases", "list", "--json"], { env: { ...env, SOCLE_PORT: "many" } });
    expect(said.status).toBe(1);
    expect(json(said)).toMatchObject({
      problems: [{ code: "settings.invalid", at: { field: "SOCLE_PORT" } }],
    });
  });
});

describe("socle", () => {
  it("runs from any folder, with paths from there", async () => {
    const elsewhere = mkdtempSync(join(folder.path, "elsewhere-"));
    writeFileSync(join(elsewhere, "here.txt"), "Recommendations\n\n(a) The fund should go on.\n");
    const said = await socle(["read", "here.txt", "--json"], { cwd: elsewhere });
    expect(said.status).toBe(0);
    expect(json(said)).toMatchObject({ file: "here.txt" });
  });

  it("runs by a link from elsewhere, as from a folder of the path", async () => {
    const link = join(folder.path, "socle-by-link");
    symlinkSync(join(root, "bin", "socle"), link);
    const said = spawnSync(link, ["--version"], { encoding: "utf8", cwd: "/" });
    expect(said).toMatchObject({ status: 0, stderr: "", stdout: (await socle(["--version"])).out });
  });

  it("ends quietly when the pipe it writes to is closed", async () => {
    const long = join(folder.path, "long.txt");
    writeFileSync(long, "A line that is repeated many times.\n".repeat(60_000));
    const child = begin(["read", long, "--text"]);
    child.stdout!.once("data", () => child.stdout!.destroy());
    const { status, err } = await ended(child);
    expect({ status, err }).toEqual({ status: 0, err: "" });
  });

  it("says the version of the package", async () => {
    expect((await socle(["--version"])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe("completion", () => {
  const parsers = { bash: ["bash", "-n"], zsh: ["zsh", "-n"], fish: ["fish", "--no-execute"] } as const;
  for (const [shell, [program, option]] of Object.entries(parsers)) {
    const absent = spawnSync(program, ["--version"]).error !== undefined;
    it(`for ${shell} names every command`, async () => {
      const { out, status } = await socle(["completion", shell]);
      expect(status).toBe(0);
      for (const { name } of commandTable) expect(out).toContain(name.split(" ")[0]);
    });
    it.skipIf(absent)(
      `for ${shell} is a script that its shell can parse (skipped where ${shell} is not installed)`,
      async () => {
        const script = join(folder.path, `socle.${shell}`);
        writeFileSync(script, (await socle(["completion", shell])).out);
        expect(spawnSync(program, [option, script], { encoding: "utf8" })).toMatchObject({
          status: 0,
          stderr: "",
        });
      },
    );
  }

  it("for bash offers commands, then their second words and options", () => {
    const complete = (words: readonly string[]) =>
      spawnSync(
        "bash",
        [
          "-c",
          `source <("${root}/bin/socle" completion bash); COMP_WORDS=(${words.map((w) => `"${w}"`).join(" ")}); COMP_CWORD=${words.length - 1}; _socle; printf '%s\\n' "\${COMPREPLY[@]}"`,
        ],
        { encoding: "utf8" },
      ).stdout.split("\n");
    expect(complete(["socle", "ev"])).toContain("evaluations");
    expect(complete(["socle", "evaluations", "s"])).toContain("search");
    expect(complete(["socle", "import", "obs"])).toContain("observations");
    expect(complete(["socle", "read", "--t"])).toContain("--text");
  });
});
