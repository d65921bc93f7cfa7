import { expect, it } from "vitest";
import type { Finding } from "#records";
import { sampleLog, sampleProtocol, sampleRecord } from "../screening/sample-log.ts";
import { evidenceByField } from "./evidence-by-field.ts";
import { needBesideEvidence, populationsFor } from "./need.ts";
import { startingAxes } from "./starting-axes.ts";

const finding = (branches: Finding["branches"]): Finding => ({
  question: null,
  kind: "statement",
  text: { en: "Pensions reach more people." },
  themes: [],
  supports: [
    {
      kind: "passage",
      anchor: {
        record: "R1",
        source: "cd".repeat(32) as never,
        textVersion: 1,
        spans: [[0, 10]],
        quote: "words",
        page: 1,
        passage: null,
      },
    },
  ],
  deviant: [],
  side: null,
  targetGroups: [],
  beneficiaries: [],
  branches,
  regions: [],
  nature: null,
  attribution: null,
  authorsView: false,
});

const review = () => sampleLog({}, { protocol: sampleProtocol([]) });

it("counts what was found by field, and what says nothing of it last", () => {
  const log = review();
  log.act("olga", { kind: "finding.written", id: "f", finding: finding(["old_age", "maternity"]) });
  const { branch, intervention } = evidenceByField(log.state);
  expect(branch.map(({ value, passages, units }) => [value?.id, passages, units])).toEqual([
    ["old_age", 1, 1],
    ["maternity", 1, 1],
  ]);
  expect(intervention).toEqual([{ value: null, passages: 1, reports: [], units: 0 }]);
});

it("begins with a kept map that holds something, else with fields that do, else with regions and branches", () => {
  const log = review();
  const record = sampleRecord(5);
  const matrix = { ...record.matrix, type: "project" as const, completed: 2020 };
  log.act("olga", { kind: "records.added", records: [{ ...record, matrix }] });
  expect(startingAxes(log.state)).toEqual({ rows: "type", columns: "completed" });
  log.act("olga", { kind: "map.defined", id: "k", title: "Empty", rows: "branch", columns: "code" });
  expect(startingAxes(log.state)).toEqual({ rows: "type", columns: "completed" });
  log.act("olga", { kind: "map.defined", id: "l", title: "Full", rows: "branch", columns: "finding-kind" });
  log.act("olga", { kind: "finding.written", id: "f", finding: finding(["old_age"]) });
  expect(startingAxes(log.state)).toEqual({ rows: "branch", columns: "finding-kind" });
  expect(startingAxes(sampleLog({}, { records: 0 }).state)).toEqual({ rows: "region", columns: "branch" });
});

it("weights a region by population where that of each of its countries is known, and never of some", () => {
  const figure = (area: string, row: string | null, value: number, period = "2020") => ({
    area,
    row,
    value,
    period,
  });
  const figures = [figure("A", "a", 10), figure("B", "a", 50), figure("C", "b", 80), figure("N", null, 1)];
  const people = [figure("A", null, 1, "2000"), figure("A", null, 3, "2020"), figure("B", null, 1)];
  expect(populationsFor(figures, people)).toBeNull();
  const weights = populationsFor(figures, [...people, figure("C", null, 5)]);
  expect([...(weights ?? [])]).toEqual([
    ["A", 3],
    ["B", 1],
    ["C", 5],
  ]);
  const row = { row: "a", items: 0, units: 0, state: "nothing" } as const;
  expect(needBesideEvidence([row], figures, 1)).toMatchObject([{ value: 30, areas: 2 }]);
  expect(needBesideEvidence([row], figures, 1, weights)).toMatchObject([{ value: 20, areas: 2 }]);
});
