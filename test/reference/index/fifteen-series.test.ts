// Fifteen published series from files to an index of more than a hundred countries, by the commands a
// statistician gives: import, one value chosen for each, definition, frozen run with intervals. The files are
// read where they lie; their figures are not copied, and no figure of the result is held here.

import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commands, type Effects, useCases } from "#app";
import type { Result } from "#kernel";
import { operator, visitor } from "#records";
import { openStore, type Store } from "#store";

const tables = resolve(
  import.meta.dirname,
  "../../..",
  process.env["SOCLE_REFERENCE"] ?? "../shared/reference",
  "../data/indicators",
);
const present = existsSync(join(tables, "README.md"));
if (!present && process.env["CI"] === "true") throw new Error(`no published series under ${tables}`);

const groupsOfCountries = "EAS ECS FCS HIC IDA LCN LIC LMC LMY MEA SAS SSF UMC WLD".split(" ");
const noCountries = ["Crimea", "Northern Cyprus", "Somaliland", "Timor", "Transkei"];

type Taken = {
  readonly file: string;
  readonly code: string;
  readonly part: "voice" | "services" | "living";
  readonly direction: 1 | -1;
  readonly agency: string;
  readonly leaveOut?: readonly string[];
};
const series: readonly Taken[] = [
  { file: "gapminder/fassoas_idea.csv", code: "fassoas_idea", part: "voice", direction: 1, agency: "IDEA" },
  { file: "gapminder/ajustice_idea.csv", code: "ajustice_idea", part: "voice", direction: 1, agency: "IDEA" },
  { file: "gapminder/gendereq_idea.csv", code: "gendereq_idea", part: "voice", direction: 1, agency: "IDEA" },
  {
    file: "owid/press-freedom.csv",
    code: "press-freedom",
    part: "voice",
    direction: -1,
    agency: "Freedom House",
    leaveOut: noCountries,
  },
  { file: "gapminder/bwelfr_idea.csv", code: "bwelfr_idea", part: "services", direction: 1, agency: "IDEA" },
  { file: "other/gghed_che.csv", code: "gghed_che", part: "services", direction: 1, agency: "WHO" },
  { file: "gapminder/mmr_who.csv", code: "mmr_who", part: "services", direction: -1, agency: "WHO" },
  {
    file: "gapminder/child_mortality_0_5_year_olds_dying_per_1000_born.csv",
    code: "child_mortality_0_5_year_olds_dying_per_1000_born",
    part: "services",
    direction: -1,
    agency: "Gapminder",
  },
  {
    file: "gapminder/owid_education_idx.csv",
    code: "owid_education_idx",
    part: "services",
    direction: 1,
    agency: "UNDP",
  },
  { file: "gapminder/lex.csv", code: "lex", part: "services", direction: 1, agency: "Gapminder" },
  { file: "gapminder/gdp_pcap.csv", code: "gdp_pcap", part: "living", direction: 1, agency: "Gapminder" },
  {
    file: "gapminder/gini.csv",
    code: "gini",
    part: "living",
    direction: -1,
    agency: "Gapminder",
    leaveOut: ["hos"],
  },
  {
    file: "gapminder/gm_epov_rate.csv",
    code: "gm_epov_rate",
    part: "living",
    direction: -1,
    agency: "Gapminder",
  },
  {
    file: "other/SI.POV.DDAY.csv",
    code: "SI.POV.DDAY",
    part: "living",
    direction: -1,
    agency: "World Bank",
    leaveOut: groupsOfCountries,
  },
  { file: "gapminder/manuf_employ.csv", code: "manuf_employ", part: "living", direction: 1, agency: "ILO" },
];
const unskewed = new Set(["mmr_who", "child_mortality_0_5_year_olds_dying_per_1000_born", "gdp_pcap"]);

const definition = {
  id: "basic-security",
  version: "1",
  title: "Basic security",
  nodes: [
    { id: "index" },
    ...["voice", "services", "living"].map((id) => ({ id, parent: "index" })),
    ...series.map(({ code, part, direction }) => ({
      id: code,
      parent: part,
      direction,
      ...(unskewed.has(code) && { transformation: "log" }),
    })),
  ],
};

describe.skipIf(!present)("fifteen published series (skipped without the files)", () => {
  let home: string;
  let store: Store;
  let effects: Effects;
  const seriesName = (file: string) =>
    basename(file, ".csv")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .slice(0, 40);

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), "socle-fifteen-"));
    const now = () => "2026-03-01T10:00:00.000Z";
    const opened = await openStore({ home, databaseUrl: null, now });
    if (!opened.ok) throw new Error(opened.problems[0]!.message);
    store = opened.value;
    effects = {
      store,
      now,
      randomBytes: (length) => new Uint8Array(length),
      codeVersion: "0.0.0-test",
      address: "http://localhost:4500",
    };
  }, 60_000);
  afterAll(async () => {
    await store?.close();
    await rm(home, { recursive: true, force: true });
  });

  type Run = (
    effects: Effects,
    actor: typeof operator,
    args: unknown,
    work: object,
  ) => Promise<Result<unknown>>;
  const give = async <T>(name: keyof typeof commands, args: object): Promise<T> => {
    const { run, args: shape } = commands[name] as unknown as {
      readonly run: Run;
      readonly args: { parse(args: object): unknown };
    };
    const done = await run(effects, operator, shape.parse(args), {});
    if (!done.ok) throw new Error(done.problems[0]!.message);
    return done.value as T;
  };

  it("become an index of more than a hundred countries, each rank with its interval and its path", async () => {
    const releases: string[] = [];
    for (const { file, code, agency, leaveOut } of series) {
      const upload = { path: join(tables, file), name: basename(file) };
      const indicator = code === "press-freedom" ? { indicator: code } : {};
      const outcome = await give<{ release: string; warnings: readonly { code: string }[] }>("import", {
        kind: "observations",
        files: [upload],
        series: seriesName(file),
        agency,
        unit: "NUM",
        ...indicator,
        ...(leaveOut && { leaveOut }),
      });
      expect(outcome.warnings.map((warning) => warning.code)).toEqual(
        leaveOut ? ["releases.areas-left-out"] : [],
      );
      releases.push(outcome.release);
    }
    const withGroupsLeftOut = await store.catalogue.releases.byId("gini-1");
    expect(withGroupsLeftOut!.caveats.join()).toContain("hos");

    const { release } = await give<{ release: string }>("selection-make", {
      rule: {
        id: "basic-2019",
        title: "One value for 2019",
        years: [2019],
        window: { before: 4, after: 1 },
        indicators: series.map(({ code }) => code),
      },
      releases,
    });
    const { id } = await give<{ id: string }>("index-freeze", { definition, release });
    const run = await useCases.run(effects, visitor, { id });
    if (!run.ok) throw new Error(run.problems[0]!.message);
    const ranked = run.value.scores.filter(({ node, rank }) => node === "index" && rank !== null);
    expect(ranked.length).toBeGreaterThan(100);
    for (const { rank, rankLow, rankHigh } of ranked) {
      expect(rankLow).not.toBeNull();
      expect(rankLow! <= rank! && rank! <= rankHigh!).toBe(true);
    }
    const path = await useCases.trace(effects, visitor, { id: `score:${id}/KEN/living/2019` });
    expect(JSON.stringify(path)).toContain("gini.csv");
  }, 300_000);
});
