// A tier holds for everything made of what it covers. An installation that holds nothing but restricted
// things must look to a visitor like one that holds nothing: the same lists, the same counts, and no
// answer that names them.

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Effects, useCases } from "#app";
import { type AccessTier, operator } from "#records";
import type { Catalogue } from "#store";
import { serverUnderTest, type UnderTest } from "./server-under-test.ts";

const secret = "zebrafish";
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
const figures = `area,indicator,period,value\nKEN,A,2019,1\nUGA,A,2019,2\nRWA,A,2019,4\n`;
const report = `The ${secret} report\n\nRecommendations\n\nRecommendation 1: The Office should protect the ${secret} at once.\n\nLessons learned\n\nLesson learned 1: Offices that counted every ${secret} early lost none of them later.\n`;
const registry = `id,title,countries,region,year\n${secret}-1,Evaluation of the ${secret} programme,KEN,africa,2019\n`;
const list = `convention,iso3,registered,type\nC102,KEN,1999-01-01,R\n`;

/** The same effects, but whatever is imported gets the tier. */
function withTier(effects: Effects, tier: AccessTier): Effects {
  const tiered = (catalogue: Catalogue): Catalogue => ({
    ...catalogue,
    sources: { ...catalogue.sources, add: (source) => catalogue.sources.add({ ...source, tier }) },
    releases: { ...catalogue.releases, add: (release) => catalogue.releases.add({ ...release, tier }) },
  });
  const { store } = effects;
  return {
    ...effects,
    store: {
      ...store,
      catalogue: store.catalogue,
      transaction: (work) => store.transaction((catalogue) => work(tiered(catalogue))),
    },
  };
}

async function fill(effects: Effects): Promise<readonly string[]> {
  const upload = async (name: string, text: string) => {
    const path = join(effects.store.home, `given-${name}`);
    await writeFile(path, text);
    return { name, upload: { path, name } };
  };
  const done = <T extends { readonly ok: boolean }>(result: T) => {
    expect(result).toMatchObject({ ok: true });
    return (result as unknown as { value: { ids: string[]; release: string } }).value;
  };
  const origin = "real" as const;
  done(
    await useCases.importEvaluations(effects, operator, {
      origin,
      ...(await upload("registry.csv", registry)),
    }),
  );
  const read = done(
    await useCases.importReport(effects, operator, {
      origin,
      evaluation: `${secret}-1`,
      ...(await upload(`${secret}.txt`, report)),
    }),
  );
  done(await useCases.importRatifications(effects, operator, await upload(`${secret}-list.csv`, list)));
  const made = done(
    await useCases.importObservations(effects, operator, {
      origin,
      series: secret,
      ...(await upload(`${secret}.csv`, figures)),
    }),
  );
  done(await useCases.createRun(effects, operator, { definition, release: made.release }));
  return [read.ids[0]!, (await effects.store.catalogue.releases.byId(made.release))!.sources[0]!];
}

/** The same for everybody, or empty in this collection. */
const bareAlways = [
  "/api/registry/duplicates",
  "/api/projects",
  "/oai?verb=ListRecords&metadataPrefix=oai_dc",
  "/sitemap.xml",
  "/sitemaps/pages.xml",
  "/api/conventions",
];

/** Feeds and harvests say when they were made. */
const timeless = (body: string) => body.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "T");

describe.each(["members", "restricted"] as const)("what is %s", (tier) => {
  let under: UnderTest;
  let empty: UnderTest;
  let addresses: readonly string[] = [];
  beforeAll(async () => {
    empty = await serverUnderTest();
    under = await serverUnderTest();
    const [reportHash = "", dataHash = ""] = await fill(withTier(under.effects, tier));
    const { catalogue } = under.effects.store;
    const passage = (await catalogue.passages.ofDocument(reportHash as never))[0]!.id;
    const ratification = (await catalogue.standards.ratifications({}))[0]!.id;
    const [figure] = await under.effects.store.releases.observations({ release: `${secret}-1`, limit: 1 });
    const run = `${secret}-index-v1-${secret}-1`;
    const traces = [
      `score:${run}/KEN/index/2019`,
      `observation:${secret}-1/A/KEN/2019/${encodeURIComponent(figure!.source)}/T/`,
      `passage:${encodeURIComponent(passage)}`,
      `release:${secret}-1`,
      `run:${run}`,
      `source:${dataHash}`,
      `evaluation:${secret}-1`,
      `ratification:${ratification}`,
    ];
    addresses = [
      "/api/overview",
      "/api/countries",
      "/api/countries/KEN",
      "/api/evaluations",
      `/api/evaluations?text=${secret}`,
      "/api/evaluations?country=KEN",
      `/api/evaluations/${secret}-1/versions`,
      "/api/registry/duplicates",
      "/api/projects",
      "/api/recommendations",
      "/api/follow-up/figures",
      "/api/lessons",
      "/feeds/evaluations.atom",
      "/feeds/passages.atom",
      "/oai?verb=ListRecords&metadataPrefix=oai_dc",
      "/sitemap.xml",
      "/sitemaps/pages.xml",
      `/api/evaluations/${secret}-1`,
      "/api/documents",
      `/api/documents/${reportHash}`,
      `/api/passages/${encodeURIComponent(passage)}`,
      "/api/passages",
      `/api/passages?q=${secret}`,
      "/api/passages?country=KEN",
      `/api/observations?release=${secret}-1`,
      "/api/releases",
      `/api/releases/${secret}-1`,
      ...["csv", "xlsx", "json"].flatMap((format) => [
        `/api/releases/${secret}-1/download?format=${format}`,
        `/api/runs/${run}/download?format=${format}`,
      ]),
      "/api/runs",
      `/api/runs/${run}`,
      "/api/conventions",
      "/api/ratifications",
      "/api/ratifications?area=KEN",
      `/api/sources/${dataHash}`,
      `/api/sources/${dataHash}/rows/2`,
      ...traces.map((id) => `/api/trace?id=${encodeURIComponent(id)}`),
    ];
  });
  afterAll(async () => {
    await under.close();
    await empty.close();
  });

  it("is not shown, counted or named to a visitor on any route", async () => {
    for (const url of addresses) {
      const answer = await under.ask({ url });
      if (answer.statusCode === 401) {
        expect(answer.body, url).toContain("access.sign-in-needed");
        expect(answer.json().detail, url).not.toContain(secret);
      } else {
        const { body, statusCode } = await empty.ask({ url });
        expect([url, answer.statusCode, timeless(answer.body)]).toEqual([url, statusCode, timeless(body)]);
        // What was asked is said back; what is known is not.
        const told = answer.body.replaceAll(/"(understood|query)":"[^"]*"/g, "");
        if (statusCode === 200) expect(told, url).not.toContain(secret);
      }
    }
  });

  it("is shown to those it is for", async () => {
    const reader = tier === "members" ? "member" : "custodian";
    const bare: string[] = [];
    for (const url of addresses) {
      const answer = await under.ask({ url, as: reader });
      expect([url, answer.statusCode]).toEqual([url, 200]);
      const without = (await empty.ask({ url, as: reader })).body;
      if (timeless(answer.body) === timeless(without)) bare.push(url);
    }
    // Harvesters and search engines come without an account, so they are told the public tier alone.
    expect(bare).toEqual(bareAlways);
    if (tier === "restricted")
      expect((await under.ask({ url: `/api/runs`, as: "manager" })).json()).toEqual([]);
  });

  it("is not reached through the next version of a series or a record that leads to it", async () => {
    const name = `${tier}.csv`;
    const asked = {
      method: "POST",
      url: `/api/imports/observations?name=${name}&series=${secret}`,
      headers: { "content-type": "application/octet-stream" },
      payload: figures.replace("4\n", "5\n"),
    } as const;
    const analyst = await under.ask({ ...asked, as: "analyst" });
    expect(analyst.statusCode).toBe(tier === "members" ? 200 : 403);
    expect((await under.ask({ ...asked, as: "administrator" })).statusCode).toBe(200);
    const next = await under.effects.store.catalogue.releases.byId(`${secret}-2`);
    expect(next?.tier).toBe(tier);
    const source = await under.effects.store.catalogue.sources.byHash(next!.sources[0]!);
    expect(source?.tier).toBe(tier);
    // Nor where every version of it was withdrawn: the next one is as closed as they were.
    for (const id of [`${secret}-1`, `${secret}-2`])
      expect(
        await useCases.withdrawRelease(under.effects, operator, {
          id,
          reason: "Wrong.",
          replacedBy: null,
          figures: "closed",
        }),
      ).toMatchObject({ ok: true });
    const again = { ...asked, payload: figures.replace("4\n", "6\n") };
    expect((await under.ask({ ...again, as: "analyst" })).statusCode).toBe(tier === "members" ? 200 : 403);
    expect((await under.ask({ ...again, as: "administrator" })).statusCode).toBe(200);
    expect((await under.effects.store.catalogue.releases.byId(`${secret}-3`))?.tier).toBe(tier);
  });
});
