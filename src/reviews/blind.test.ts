import { expect, it } from "vitest";
import type { ReviewAct } from "#records";
import { hiddenFrom } from "./blind.ts";
import { bothStages, sampleLog, sampleProtocol } from "./screening/sample-log.ts";

it("tells the second coder nothing of the first by a split, a theme or a finding before both have submitted", () => {
  const log = sampleLog(
    { ana: ["coder"], ben: ["coder"] },
    { protocol: sampleProtocol(bothStages(), { coding: { frame: "inductive", coders: 2 } }) },
  );
  const text = { name: "First", colour: "#0072b2", description: "", codable: true };
  log.act("ana", { kind: "code.defined", id: "a", parent: null, ...text });
  const anchor = {
    ...{ record: "R1", source: "ab".repeat(32) as never, textVersion: 1, quote: "words" },
    ...{ spans: [[0, 10] as const], page: 1, passage: null },
  };
  log.act("ana", { kind: "coding.added", id: "x", anchor, codes: ["a"], memo: null, proposed: null });
  const split: ReviewAct = {
    kind: "code.split",
    code: "a",
    into: [{ id: "a2", ...text, name: "Second" }],
    moves: [{ coding: "x", codes: ["a2"] }],
  };
  log.act("ana", split);
  const hidden = (viewer: string) =>
    log.events.filter((event) => hiddenFrom(log.state, event, viewer)).map(({ act }) => act.kind);
  expect(hidden("ben")).toEqual(["coding.added", "code.split"]);
  expect(hidden("ana")).toEqual([]);
  const theme = { kind: "descriptive", title: "T", text: "" } as const;
  log.act("ana", { kind: "theme.defined", id: "t", parent: null, theme });
  const filled: ReviewAct = { kind: "theme.filled", id: "t", codes: [], codings: ["x"] };
  expect(log.refused("ben", filled)).toEqual(["reviews.synthesis-unknown"]);
  log.act("ana", filled);
  log.act("ben", filled);
  const finding = (text: string): ReviewAct => ({
    kind: "finding.written",
    id: "F1",
    finding: {
      ...{ question: null, kind: "statement", text: { en: text }, themes: [], deviant: [], side: null },
      ...{
        targetGroups: [],
        beneficiaries: [],
        branches: [],
        regions: [],
        nature: null,
        attribution: null,
      },
      supports: [{ kind: "coding", id: "x" }],
      authorsView: false,
    },
  });
  expect(log.refused("ben", finding("Mine"))).toEqual(["reviews.synthesis-unknown"]);
  log.act("ana", finding("Hers"));
  log.act("ben", finding("Hers in other words"));
  for (const who of ["ana", "ben"]) log.act(who, { kind: "coding.submitted", record: "R1" });
  expect(hidden("ben")).toEqual([]);
});
