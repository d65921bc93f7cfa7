import { describe, expect, it } from "vitest";
import { commandTable } from "./command-table.ts";
import { parseCall } from "./parse-call.ts";

const call = (line: string) => parseCall(line.split(" "), commandTable);
const said = (line: string) => {
  const parsed = call(line);
  return parsed.ok ? null : parsed.problems.map(({ code, message }) => [code, message]);
};

describe("a call", () => {
  it("has its command of one or two words, operands and options", () => {
    const parsed = call("import observations a.csv b.csv --agency ILO --json");
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        command: { name: "import" },
        given: { positionals: ["observations", "a.csv", "b.csv"], options: { agency: "ILO", json: true } },
      },
    });
    expect(call("evaluations search pension --kind finding --kind method --limit 5")).toMatchObject({
      value: {
        command: { name: "evaluations search" },
        given: { options: { kind: ["finding", "method"], limit: "5" } },
      },
    });
  });

  it("may leave out what stands in brackets", () => {
    expect(call("verify").ok).toBe(true);
    expect(call("verify run:x").ok).toBe(true);
    expect(call("verify run:x run:y").ok).toBe(false);
  });

  it.each([
    ["verfy", 'Did you mean "verify"?'],
    ["trac x", 'Did you mean "trace"?'],
    ["releases", "releases list, releases export"],
    ["evaluations search a --kind opinion", '"opinion" is not'],
    ["evaluations list --limit 1.5", "whole number"],
    ["trace", "ID is missing"],
    ["release withdraw x", "release withdraw needs --reason TEXT."],
    ["release answer x", "needs --rule WORD and --note TEXT."],
    ["selection make rule.json", "needs --release ID."],
  ])("that is wrong (%s) is told with what there is", (line, words) => {
    expect(said(line)).toEqual([["cli.usage", expect.stringContaining(words)]]);
  });

  it("far from every command gets no guess", () => {
    expect(said("xylophone")?.[0]?.[1]).not.toContain("Did you mean");
  });
});

describe("the table of commands", () => {
  it("has examples that can be parsed as they stand", () => {
    for (const { name, examples } of commandTable)
      for (const example of examples) {
        const line = example.replace(/^(?:[A-Z_]+=\S+ )?socle /, "").replace(/ > .*$/, "");
        const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare!);
        expect(parseCall(words, commandTable), example).toMatchObject({
          ok: true,
          value: { command: { name } },
        });
      }
  });
});
