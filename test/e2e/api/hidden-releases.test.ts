// What is not published yet, and what was withdrawn, on every route that reads. An installation whose only release
// is a draft or under an embargo must look to a visitor like one that holds nothing; of a withdrawn release the
// address answers and no figure does.

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Effects, useCases } from "#app";
import { routes } from "#contract";
import { operator, type ReleaseAct } from "#records";
import { sampleCalls } from "./sample-calls.ts";
import { serverUnderTest, type UnderTest } from "./server-under-test.ts";

const secret = "quagga";
/** Figures that stand nowhere else. */
const figures = ["31337.25", "27182.75", "16180.375"];
const table = `area,indicator,period,value\nKEN,A,2019,${figures[0]}\nUGA,A,2019,${figures[1]}\nRWA,A,2019,${figures[2]}\n`;
const definition = {
  id: `${secret}-index`,
  version: "1",
  title: `The ${secret} index`,
  reconstruction: true,
  nodes: [
    { id: "index", aggregation: "arithmetic" },
    { id: "A", parent: "index", direction: 1 },
  ],
  normalisation: { method: "min-max", low: 0, high: 1 },
  missing: { minimumShare: 0.5 },
};
const release = `${secret}-1`;
const run = `${secret}-index-v1-${release}`;
/** Values chosen from the release: what is chosen from a draft is as hidden as it is. */
const choice = `${secret}-choice`;
const rule = { id: choice, title: `The ${secret} choice`, years: [2019], indicators: ["A"] };

async function fill(effects: Effects): Promise<string> {
  const path = join(effects.store.home, "given.csv");
  await writeFile(path, table);
  const made = await useCases.importObservations(effects, operator, {
    name: `${secret}.csv`,
    series: secret,
    origin: "real",
    agency: "Office",
    draft: "true",
    upload: { path, name: `${secret}.csv` },
  });
  expect(made).toMatchObject({ ok: true, value: { release } });
  // Whoever prepares a release may try it out; the run is as hidden as its figures.
  expect(await useCases.createRun(effects, operator, { definition, release })).toMatchObject({ ok: true });
  expect(
    await useCases.makeSelection(effects, operator, {
      rule: { ...rule, sources: { A: ["Office"] } },
      releases: [release],
    }),
  ).toMatchObject({ ok: true });
  return (await effects.store.catalogue.releases.byId(release))!.sources[0]!;
}

const acts = async (effects: Effects, ...list: readonly ReleaseAct[]) => {
  for (const act of list)
    await effects.store.catalogue.releases.record({ release, at: effects.now(), by: "operator", act });
};

const lives: Readonly<Record<"a draft" | "under an embargo" | "withdrawn", readonly ReleaseAct[]>> = {
  "a draft": [],
  "under an embargo": [
    { kind: "embargoed", until: "2026-03-02T00:00:00.000Z", notes: `The ${secret} is back` },
  ],
  withdrawn: [
    { kind: "published", notes: null },
    { kind: "withdrawn", reason: "Two columns were exchanged.", replacedBy: null },
  ],
};

/** Every route that reads, once for each name of something hidden that it could be asked for. */
function addressesOf(source: string, observation: string): readonly string[] {
  const names = [release, run, secret, source, "KEN", "A", `${secret}-index`, "income", "index"];
  const traces = [
    `score:${run}/KEN/index/2019`,
    observation,
    `release:${release}`,
    `run:${run}`,
    `source:${source}`,
  ];
  const found = new Set<string>();
  for (const [name, { method, path }] of Object.entries(routes)) {
    if (method !== "GET") continue;
    const sample = Object.entries(sampleCalls[name as keyof typeof sampleCalls]?.query ?? {});
    for (const id of path.includes(":") ? names : [""]) {
      const filled = path.replace(/:(\w+)/g, (_, key: string) =>
        encodeURIComponent(key === "row" ? "2" : key === "area" ? "KEN" : key === "sha256" ? source : id),
      );
      for (const value of ["", ...names]) {
        const query = new URLSearchParams(
          sample.map(([key, given]) => [key, given === "sample" && value !== "" ? value : given]),
        );
        found.add(query.size > 0 ? `${filled}?${query}` : filled);
        if (query.size === 0) break;
      }
    }
  }
  for (const id of traces) found.add(`/api/trace?id=${encodeURIComponent(id)}`);
  for (const [kind, id] of [
    ["release", release],
    ["run", run],
  ] as const)
    found.add(`/api/cite?kind=${kind}&id=${id}`);
  for (const rest of [
    "",
    "?asOf=2026-03-01",
    "?asOf=2099-01-01",
    "?updatedAfter=2020-01-01",
    "?state=draft,embargoed",
  ])
    found.add(`/api/releases${rest}`);
  found.add(`/api/series/${secret}?asOf=2099-01-01`);
  for (const rest of ["", "?version=1", "/cell?indicator=A&area=KEN&year=2019"])
    found.add(`/api/selections/${choice}${rest}`);
  for (const url of [`/api/releases/${choice}-1`, `/api/observations?release=${choice}-1`]) found.add(url);
  found.add(`/api/releases/${release}/changes?from=${release}`);
  found.add(`/api/observations?release=${release}&updatedAfter=2020-01-01`);
  for (const more of ["/oai?verb=ListRecords&metadataPrefix=oai_dc", "/sitemap.xml", "/api/explore/facets"])
    found.add(more);
  return [...found];
}

/** An answer without what it repeats, and without the moment at which it was made. */
const plain = (body: string, url: string) => timeless(told(body, url));
const timeless = (body: string) => body.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "T");
/** What was asked is said back, in problems and in queries: it is not told by the server. */
const told = (body: string, url: string) =>
  [
    ...new URLSearchParams(url.split("?")[1] ?? "").values(),
    ...url.split("?")[0]!.split("/").map(decodeURIComponent),
  ]
    .filter((part) => part.length > 2)
    .sort((a, b) => b.length - a.length)
    .reduce((text, part) => text.replaceAll(part, "…"), body);

describe.each(Object.keys(lives) as readonly (keyof typeof lives)[])("a release that is %s", (what) => {
  let under: UnderTest;
  let empty: UnderTest;
  let addresses: readonly string[] = [];
  beforeAll(async () => {
    empty = await serverUnderTest();
    under = await serverUnderTest();
    const source = await fill(under.effects);
    // The definition of an index is no figure and hides with nothing: both know it.
    const known = await under.effects.store.catalogue.indexes.definition(`${secret}-index`, "1");
    await empty.effects.store.catalogue.indexes.addDefinition(known!);
    await acts(under.effects, ...lives[what]);
    const [figure] = await under.effects.store.releases.observations({ release, limit: 1 });
    const key = `observation:${release}/A/KEN/2019/${encodeURIComponent(figure!.source)}/T/`;
    addresses = addressesOf(source, key);
  });
  afterAll(async () => {
    await under.close();
    await empty.close();
  });

  it("gives no figure of it to a visitor, on any route", async () => {
    expect(addresses.length).toBeGreaterThan(150);
    const leaks: string[] = [];
    for (const url of addresses) {
      const { body, statusCode } = await under.ask({ url });
      expect(statusCode, url).toBeLessThan(500);
      if (figures.some((figure) => body.includes(figure))) leaks.push(`${url} gives a figure`);
      // Its figures are closed: saying that withdrawn ones are wanted does not open them, nor those not out yet.
      const asked = `${url}${url.includes("?") ? "&" : "?"}withdrawn=shown`;
      if (/observations|download/.test(url)) {
        const { body: more } = await under.ask({ url: asked });
        if (figures.some((figure) => more.includes(figure))) leaks.push(`${asked} gives a figure`);
      }
      if (what === "withdrawn") continue;
      const without = await empty.ask({ url });
      if (statusCode !== without.statusCode || plain(body, url) !== plain(without.body, url))
        leaks.push(`${url} tells: ${plain(body, url).slice(0, 300)}`);
    }
    expect(leaks).toEqual([]);
  });

  it("is to be seen by those who prepare releases", async () => {
    const seen = new Set<string>();
    for (const url of addresses.filter((one) => /release|observations|rows|trace/.test(one))) {
      const { body } = await under.ask({ url, as: "analyst" });
      for (const figure of figures) if (body.includes(figure)) seen.add(figure);
    }
    expect([...seen].sort()).toEqual([...figures].sort());
    for (const role of ["member", "correspondent", "reviewer", "custodian"] as const) {
      const { body } = await under.ask({ url: `/api/observations?release=${release}`, as: role });
      expect(body, role).not.toContain(figures[0]);
    }
  });

  it("answers for itself what became of it", async () => {
    const page = await under.ask({ url: `/api/releases/${release}` });
    const figuresOf = await under.ask({ url: `/api/observations?release=${release}` });
    const ofRun = await under.ask({ url: `/api/runs/${run}` });
    if (what !== "withdrawn") {
      expect([page.statusCode, figuresOf.statusCode, ofRun.statusCode]).toEqual([404, 404, 404]);
      return;
    }
    expect(page.json()).toMatchObject({
      release: { state: "withdrawn", withdrawal: { reason: "Two columns were exchanged." } },
      contents: [],
      sources: [],
    });
    expect(figuresOf.statusCode).toBe(410);
    expect(figuresOf.json().detail).toContain("Two columns were exchanged.");
    expect(ofRun.json()).toMatchObject({
      scores: [],
      withdrawal: { reason: "Two columns were exchanged." },
    });
    expect((await under.ask({ url: `/api/runs/${run}/download?format=csv` })).statusCode).toBe(410);
    expect((await under.ask({ url: "/api/runs" })).json()).toEqual([]);
    expect((await under.ask({ url: "/api/countries/KEN" })).json().ratings).toEqual([]);
  });

  it("is shown by the clock of the server alone when its embargo ends", async () => {
    if (what !== "under an embargo") return;
    const status = async () => (await under.ask({ url: `/api/observations?release=${release}` })).statusCode;
    under.pass(15 * 3600 + 59 * 60 + 59);
    expect(await status()).toBe(404);
    under.pass(2);
    expect(await status()).toBe(200);
    expect((await under.ask({ url: `/api/releases/${release}` })).json()).toMatchObject({
      release: { state: "published", publishedAt: "2026-03-02T00:00:00.000Z" },
      latest: release,
    });
    expect((await under.ask({ url: "/oai?verb=ListIdentifiers&metadataPrefix=oai_dc" })).body).toContain(
      `release/${release}`,
    );
  });
});
