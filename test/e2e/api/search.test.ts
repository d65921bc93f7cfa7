// Searches over HTTP: lists with counts, explanations, files, feeds, saved searches, and the page others may frame.

import { XMLParser, XMLValidator } from "fast-xml-parser";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addedDocument, addedSource, at, evaluation } from "../../integration/store/samples.ts";
import { origin, serverUnderTest, type UnderTest } from "./server-under-test.ts";

let server: UnderTest;
const get = async (url: string, as?: "member" | "custodian") =>
  server.ask({ method: "GET", url, ...(as && { as }) });

beforeAll(async () => {
  server = await serverUnderTest();
  const { store } = server.effects;
  const { source } = await addedDocument(store, [
    { text: "Maternity leave should be paid <at least> half & more", language: "en", kind: "recommendation" },
    { text: "Maternity protection grew", language: "en", kind: "finding" },
  ]);
  const hidden = await addedSource(store, "hidden list", { tier: "restricted" });
  await store.catalogue.evaluations.put(
    [
      evaluation("api-1", source, {
        title: "Maternity in the lake region",
        countries: ["KEN"],
        year: 2019,
        donor: "Sweden, Sida",
      }),
      evaluation("api-2", hidden, { title: "Maternity behind walls", countries: ["NPL"] }),
    ],
    at,
    "operator",
  );
  await store.catalogue.documents.link(source, "api-1", at);
});
afterAll(() => server.close());

describe("searches over HTTP", () => {
  it("answer with counts, filters of several values and words with commas", async () => {
    const found = (
      await get("/api/passages?q=maternity&country=KEN,TZA&donor=Sweden%2C%20Sida%7CSpain&facets=kind,donor")
    ).json();
    expect(found).toMatchObject({ total: 2, more: false, understood: "maternity" });
    expect(Object.keys(found.facets)).toEqual(["kind", "donor"]);
    expect(found.facets.donor).toEqual([{ value: "Sweden, Sida", count: 2 }]);
    expect(found.hits[0]).toMatchObject({ countries: ["KEN"], origin: "invented", year: 2019 });
    expect((await get("/api/evaluations?text=maternity&sort=newest")).json().total).toBe(1);
    expect((await get("/api/evaluations?text=maternity", "custodian")).json().total).toBe(2);
  });

  it("refuse what cannot be understood with a sentence and its place", async () => {
    for (const url of [
      "/api/passages?q=(leave",
      "/feeds/passages.atom?q=(leave",
      "/api/search/passages/download?format=csv&q=(leave",
    ]) {
      const refused = await get(url);
      expect(refused.statusCode, url).toBe(422);
      expect(refused.json().problems[0]).toMatchObject({ code: "store.search-not-understood" });
      expect(refused.json().problems[0].message).toContain("character 1 is never closed");
    }
  });

  it("explain why nothing was found", async () => {
    const why = (await get("/api/search/passages/explanation?q=maternity%20levae&kind=method")).json();
    expect(why.terms).toMatchObject([
      { text: "maternity", total: 2 },
      { text: "levae", total: 0, near: ["leave"] },
    ]);
    expect(why.unfiltered).toEqual({ total: 0, more: false });
    expect(
      (await get("/api/search/evaluations/explanation?text=maternity&country=PER")).json().filters,
    ).toEqual([{ field: "country", total: 1, more: false }]);
  });

  it("come as valid Atom with stable identifiers, only what the reader may see", async () => {
    const parser = new XMLParser({
      ignoreAttributes: false,
      isArray: (name) => name === "entry" || name === "link",
    });
    const answer = await get("/feeds/passages.atom?q=maternity&kind=recommendation");
    expect(answer.headers["content-type"]).toContain("application/atom+xml");
    expect(answer.headers["content-disposition"]).toBeUndefined();
    expect(XMLValidator.validate(answer.body)).toBe(true);
    const { feed } = parser.parse(answer.body);
    expect(feed["@_xmlns"]).toBe("http://www.w3.org/2005/Atom");
    expect(feed.link[0]).toMatchObject({
      "@_rel": "self",
      "@_href": `${origin}/feeds/passages.atom?q=maternity&kind=recommendation`,
    });
    expect(feed.entry).toHaveLength(1);
    expect(feed.entry[0].id).toMatch(/^tag:localhost,2026:passage\//);
    expect(feed.entry[0].updated).toBe(at);
    expect(feed.updated).toBe(at);
    expect(feed.entry[0].content["#text"]).toBe("Maternity leave should be paid <at least> half & more");
    expect(
      parser.parse((await get("/feeds/passages.atom?q=maternity&kind=recommendation")).body).feed.entry[0].id,
    ).toBe(feed.entry[0].id);
    expect((await get("/feeds/evaluations.atom?text=maternity")).body).not.toContain("behind walls");
    expect((await get("/feeds/evaluations.atom?text=maternity", "custodian")).body).toContain("behind walls");
  });

  it("are taken along as JSON, CSV, XLSX and RIS with the exact query, the date and the address", async () => {
    const json = (
      await get("/api/search/passages/download?format=json&q=maternity%20-protection&country=KEN")
    ).json();
    expect(json.passages).toHaveLength(1);
    expect(json.readme.caveats.join("\n")).toContain("Search as typed: maternity -protection");
    expect(json.readme.caveats.join("\n")).toContain("Search as understood: maternity AND NOT protection");
    expect(json.readme.caveats.join("\n")).toContain("country: KEN");
    expect(json.readme.citation).toMatchObject({
      retrieved: "2026-03-01",
      url: `${origin}/evidence/search?q=maternity+-protection&country=KEN`,
    });
    const csv = unzipSync(
      (await get("/api/search/evaluations/download?format=csv&text=maternity&lang=fr")).rawPayload,
    );
    expect(new TextDecoder().decode(csv["evaluations.csv"])).toContain("api-1,Maternity in the lake region");
    expect(new TextDecoder().decode(csv["README.md"])).toContain("Recherche telle que saisie : maternity");
    expect(new TextDecoder().decode(csv["evaluations.csv"])).not.toContain("api-2");
    const ris = await get("/api/search/passages/download?format=ris&q=maternity");
    expect(ris.headers["content-disposition"]).toContain(".ris");
    expect(ris.body.match(/^ER {2}-/gm)).toHaveLength(2);
    expect(ris.body).toContain("Found on 2026-03-01 by the search maternity");
    expect(
      (await get("/api/search/passages/download?format=xlsx&q=maternity")).rawPayload
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
    const nothing = await get("/api/search/passages/download?format=ris&q=zzzz");
    expect(nothing.json().problems[0].code).toBe("app.nothing-found");
  });

  it("are kept by account, opened by whoever has the address, and taken away by their owner alone", async () => {
    expect((await get("/api/searches")).statusCode).toBe(401);
    const saved = await server.ask({
      method: "POST",
      url: "/api/searches",
      as: "member",
      payload: { name: "Leave in Kenya", room: "passages", state: { q: "leave", country: "KEN" } },
    });
    const { id } = saved.json();
    expect(saved.json()).toMatchObject({ name: "Leave in Kenya", own: true });
    expect((await get("/api/searches", "member")).json()).toHaveLength(1);
    expect((await get("/api/searches", "custodian")).json()).toEqual([]);
    expect((await get(`/api/searches/${id}`)).json()).toMatchObject({
      own: false,
      state: { q: "leave", country: "KEN" },
    });
    expect(
      (await server.ask({ method: "DELETE", url: `/api/searches/${id}`, as: "custodian" })).statusCode,
    ).toBe(404);
    expect((await server.ask({ method: "DELETE", url: `/api/searches/${id}`, as: "member" })).json()).toEqual(
      { removed: true },
    );
    expect((await get(`/api/searches/${id}`)).statusCode).toBe(404);
    const audit = await server.effects.store.catalogue.audit.list({ before: null, limit: 5 });
    expect(audit.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["search.save", "search.remove"]),
    );
  });

  it("may be shown in a frame of another site as the small search or as one figure, and nowhere else", async () => {
    for (const url of [
      "/embed/search?q=leave",
      "/embed/figure/forms/countries/XAA?view=table",
      "/embed/figure/ranking/indexes/runs/x",
    ]) {
      const framed = await get(url);
      expect(framed.headers["content-security-policy"], url).toContain("frame-ancestors *");
      expect(framed.headers["x-frame-options"], url).toBeUndefined();
    }
    for (const url of [
      "/evidence/search",
      "/embed/search/x",
      "/api/session",
      "/countries/XAA",
      "/embed/figure/forms/desk",
      "/embed/figure/forms/sign-in",
      "/embed/figure/forms/api/session",
      "/embed/figure/forms/countriesx",
      "/embed/figure//countries/XAA",
      "/embed/figure/forms/countries/%2e%2e/desk/../../desk",
      "/x/embed/figure/forms/countries/XAA",
    ]) {
      const other = await get(url);
      expect(other.headers["content-security-policy"], url).toContain("frame-ancestors 'none'");
      expect(other.headers["x-frame-options"], url).toBe("DENY");
    }
  });
});

describe("versions of a record", () => {
  it("leave those out that were read from a source kept from the reader", async () => {
    const { store } = server.effects;
    const hidden = await addedSource(store, "hidden first edition", { tier: "restricted" });
    const open = await addedSource(store, "open second edition", {});
    const put = (source: typeof open, title: string) =>
      store.catalogue.evaluations.put([evaluation("api-3", source, { title })], at, "operator");
    await put(hidden, "What nobody may know");
    await put(open, "What everybody may know");
    const seen = await get("/api/evaluations/api-3/versions");
    expect(seen.statusCode).toBe(200);
    expect(seen.json().map(({ version }: { version: number }) => version)).toEqual([2]);
    expect(seen.body).not.toContain("nobody");
    expect((await get("/api/evaluations/api-3/versions", "custodian")).json()).toHaveLength(2);
  });
});
