import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { rankingModels, stoppingRules } from "#statistics";
import { screeningSimulateCommand } from "../../../src/cli/commands/screening.ts";
import { json, patience, scratchFolder, socle } from "./socle.ts";

const folder = scratchFolder();
afterAll(() => folder.remove());
vi.setConfig({ testTimeout: patience });

/** Forty records of which each fifth is about cash; one has no abstract, one a comma and a line break. */
const records = Array.from({ length: 40 }, (_, i) => ({
  id: `R${i}`,
  title: i % 5 === 0 ? `Cash transfer programme ${i}` : `River ecology survey ${i}`,
  abstract:
    i === 5
      ? ""
      : i % 5 === 0
        ? `Households, "poor" ones,\nreceived transfers in region ${i}`
        : `Fish stocks of river ${i}`,
  label: i % 5 === 0 ? 1 : 0,
}));
const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
const written = (name: string, lines: readonly string[]) => {
  const path = join(folder.path, name);
  writeFileSync(path, lines.join("\r\n"));
  return path;
};
const file = written("labelled.csv", [
  "record_id,title,abstract,label_included,label_abstract",
  ...records.map(({ id, title, abstract, label }) => `${id},${cell(title)},${cell(abstract)},${label},`),
]);

type Simulation = {
  readonly model: string;
  readonly order: readonly string[];
  readonly metrics: Readonly<Record<string, number>>;
  readonly timing: Readonly<Record<string, number>>;
  readonly first: { readonly scores: Readonly<Record<string, number>> };
  readonly stop?: { readonly rule: string; readonly read: number; readonly recall: number };
};

describe("screening simulate", () => {
  it("orders all records but the priors, with figures, timings and the first scores", async () => {
    const said = await socle(["screening", "simulate", file, "--prior", "R10", "--prior", "R7", "--json"]);
    expect(said).toMatchObject({ status: 0, err: "" });
    const { model, order, metrics, timing, first } = json<Simulation>(said);
    expect(model).toBe("socle-1");
    expect(order.toSorted()).toEqual(
      records.flatMap(({ id }) => (id === "R10" || id === "R7" ? [] : [id])).toSorted(),
    );
    expect(order.slice(0, 7).every((id) => Number(id.slice(1)) % 5 === 0)).toBe(true);
    expect(metrics).toMatchObject({ records: 38, relevant: 7, loss: 0, recall10: 4 / 7, ndcg: 1 });
    expect(metrics["atd"]).toBeCloseTo(4 / 38, 12);
    expect(metrics["wss95"]).toBeCloseTo(0.95 - 7 / 38, 12);
    expect(metrics["wss100"]).toBeCloseTo(1 - 7 / 38, 12);
    expect(Object.keys(timing)).toEqual(["vectoriseMs", "retrainMsMedian", "retrainMsP95"]);
    expect(timing["retrainMsMedian"]).toBeGreaterThan(0);
    expect(Object.keys(first.scores)).toHaveLength(38);
    expect(order[0]).toBe(Object.entries(first.scores).toSorted(([, a], [, b]) => b - a)[0]![0]);
  });

  it("begins with the criteria where nothing is judged yet", async () => {
    const { order, first } = json<Simulation>(
      await socle(["screening", "simulate", file, "--criteria", "cash transfers", "--json"]),
    );
    expect(order).toHaveLength(40);
    expect(order.slice(0, 3).every((id) => Number(id.slice(1)) % 5 === 0)).toBe(true);
    expect(Object.keys(first.scores)).toHaveLength(40);
  });

  it("shows where each rule stops, and reads several records between two refits", async () => {
    for (const rule of Object.keys(stoppingRules)) {
      const said = await socle([
        ...["screening", "simulate", file, "--prior", "R10", "--prior", "R7"],
        ...["--model", "elas-u4", "--per-query", "9", "--stop", rule, "--json"],
      ]);
      expect(said.status, said.err).toBe(0);
      const { model, order, stop, metrics } = json<Simulation>(said);
      expect(model).toBe("elas-u4");
      expect(stop).toMatchObject({ rule });
      expect(order.length).toBeLessThanOrEqual(stop!.read - 2);
      expect(metrics["records"]).toBe(38);
    }
  });

  it("tells all that is wrong with a file at once, and simulates nothing", async () => {
    const bad = written("bad.csv", [
      "record_id,title,abstract,label_included",
      "A,one,,1",
      "A,two,,0",
      ",three,,maybe",
    ]);
    const said = await socle(["screening", "simulate", bad, "--json"]);
    expect(said.status).toBe(1);
    const { problems } = json<{ problems: { code: string; at: { row: number } }[] }>(said);
    expect(problems.map(({ code, at }) => [code, at.row])).toEqual([
      ["screening.id-repeated", 3],
      ["screening.id-absent", 4],
      ["screening.label-unreadable", 4],
    ]);
  });

  it.each([
    [["--prior", "R99"], "screening.prior-unknown"],
    [["--stop", "never"], "screening.rule-unknown"],
  ])("refuses %j", async (options, code) => {
    const { status, err } = await socle(["screening", "simulate", file, ...options]);
    expect(status).toBe(1);
    expect(err).toContain(code);
  });

  it.each([
    [["record_id,title,label_included", "A,x,1", "B,y,1"], "screening.labels-of-one-kind"],
    [["id,title,abstract,label_included", "A,x,,1"], "screening.columns-missing"],
    [["record_id,label_included", "A,1"], "screening.columns-missing"],
  ])("refuses a file without what it needs: %j", async (lines, code) => {
    const { status, err } = await socle(["screening", "simulate", written("other.csv", lines)]);
    expect([status, err.includes(code)], err).toEqual([1, true]);
  });

  it("takes a number of records from 1, and the models there are", async () => {
    expect(await socle(["screening", "simulate", file, "--per-query", "0"])).toMatchObject({ status: 2 });
    expect(screeningSimulateCommand.options["model"]!.choices).toEqual(rankingModels);
  });

  it("ends when it is asked to", async () => {
    const many = written("many.csv", [
      "record_id,title,abstract,label_included",
      ...Array.from(
        { length: 3_000 },
        (_, i) => `R${i},${records[i % 40]!.title} ${i},,${i % 9 === 0 ? 1 : 0}`,
      ),
    ]);
    const answer = await screeningSimulateCommand.run(
      { positionals: [many], options: {} },
      { progress: () => undefined, signal: AbortSignal.abort() },
    );
    expect(answer).toMatchObject({ ok: false, problems: [{ code: "screening.stopped" }] });
  });
});
