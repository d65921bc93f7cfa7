// From the answers of persons to the ranks of nations: scores, estimates with errors, a table that is imported,
// an index over it, and intervals of ranks as wide as the surveys are unsure.

import { writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { type Effects, useCases } from "#app";
import { operator } from "#records";
import { microEstimates, microObservations, microObservationTable, microScores } from "#securities";
import { editionOfStudy, shippedMicroIndex, studyTable } from "../../fixtures/study-table.ts";
import { describeOnEngines, sharedStore, steppingClock } from "../store/engines.ts";

const study = "XAA_2024_PSS_v01_M";
const definition = shippedMicroIndex("pss");
const { variables: dictionary } = editionOfStudy(study);

/** Each region of the study stands for a nation, with its own figures and their errors; one knows its towns alone. */
function observationTable() {
  const { table, context } = studyTable(study, definition.file);
  const scores = microScores(definition, table, dictionary);
  if (!scores.ok) throw new Error(scores.problems[0]!.message);
  const observations = Array.from({ length: 8 }, (_, i) => i + 1).flatMap((region) => {
    const estimates = microEstimates(definition, scores.value, context, {
      dictionary,
      levels: ["form"],
      where: { region: [region], ...(region === 8 && { urb: [1] }) },
    });
    if (!estimates.ok) throw new Error(estimates.problems[0]!.message);
    return microObservations(definition, estimates.value, {
      ...{ area: `XA${"ABCDEFGH"[region - 1]}`, period: "2024", source: study, dictionary },
      coverage: region === 8 ? "urban" : "national",
    });
  });
  return microObservationTable(observations);
}

const index = (id: string) => ({
  ...{ id, version: "1", title: "Security as people have it" },
  nodes: [
    { id: "index" },
    { id: "pss.income", parent: "index", direction: 1 },
    { id: "pss.representation", parent: "index", direction: 1 },
    { id: "pss.labour-market.deficit", parent: "index", direction: -1 },
  ],
});

describeOnEngines("from a survey to an index of nations", (engine) => {
  const store = sharedStore(engine);
  const now = steppingClock();
  const table = observationTable();
  let effects: Effects;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "socle-micro-"));
    effects = {
      store: store(),
      now,
      randomBytes: (n) => new Uint8Array(n),
      codeVersion: "test",
      address: "http://localhost",
    };
  });

  /** Ranks of a run over the table, after it was imported as a release. */
  async function ranksOver(series: string, rows: readonly (readonly string[])[]) {
    const path = join(folder, `${series}.csv`);
    writeFileSync(path, `${rows.map((row) => row.join(",")).join("\n")}\n`);
    const imported = await useCases.importObservations(effects, operator, {
      ...{ name: `${series}.csv`, series, title: "Simulated survey", origin: "simulated" },
      upload: { path, name: `${series}.csv` },
    });
    if (!imported.ok) throw new Error(imported.problems.map(({ message }) => message).join("\n"));
    const run = await useCases.createRun(effects, operator, {
      definition: index(series),
      release: `${series}-1`,
    });
    if (!run.ok) throw new Error(run.problems.map(({ message }) => message).join("\n"));
    const found = await useCases.runUncertainty(effects, operator, { id: run.value.id });
    if (!found.ok) throw new Error(found.problems.map(({ message }) => message).join("\n"));
    return found.value;
  }
  const widths = ({ ranks }: Awaited<ReturnType<typeof ranksOver>>) =>
    ranks.filter(({ node }) => node === "index").map(({ low, high }) => high! - low!);
  const factorsOf = ({ factors }: Awaited<ReturnType<typeof ranksOver>>) =>
    factors.map(({ factor }) => factor);
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

  it("a survey's standard error widens the interval of a rank", { timeout: 60_000 }, async () => {
    const errors = table[0]!.indexOf("standard_error");
    const withErrors = await ranksOver("surveyed", table);
    const without = await ranksOver(
      "taken-as-exact",
      table.map((row, i) => (i === 0 ? row : row.map((cell, at) => (at === errors ? "" : cell)))),
    );
    expect(factorsOf(withErrors)).toContain("sampling-error");
    expect(without.factors).not.toContain("sampling-error");
    expect(sum(widths(withErrors))).toBeGreaterThan(sum(widths(without)));
    // What is known of towns alone ranks no nation: the eighth is not among them.
    expect(withErrors.ranks.filter(({ node, rank }) => node === "index" && rank !== null)).toHaveLength(7);
  });

  it("the release holds women and men, standard errors, and how many were asked", async () => {
    const rows = await store().releases.observations({
      ...{ release: "surveyed-1", indicators: ["pss.income"], areas: ["XAA"], limit: 10, offset: 0 },
    });
    expect(rows.map(({ sex }) => sex).sort()).toEqual(["F", "M", "T"]);
    for (const { attributes, breakdowns, unit, value } of rows) {
      expect(unit).toBe("IX");
      expect(breakdowns).toEqual({});
      expect(Number(attributes["standard_error"])).toBeGreaterThan(0);
      expect(Number(attributes["lower_bound"])).toBeLessThan(value!);
      expect(Number(attributes["sample_size"])).toBeGreaterThan(50);
    }
    const towns = await store().releases.observations({
      ...{ release: "surveyed-1", indicators: ["pss.income"], areas: ["XAH"], limit: 10, offset: 0 },
    });
    expect(towns.map(({ breakdowns }) => breakdowns)).toEqual([1, 2, 3].map(() => ({ coverage: "urban" })));
  });
});
