// What other catalogues, search engines and reference managers are told, through the use cases, on both engines.

import { XMLParser, XMLValidator } from "fast-xml-parser";
import { beforeAll, describe, expect, it } from "vitest";
import { type Download, type Effects, pageHead, useCases } from "#app";
import type { Result, Sha256 } from "#kernel";
import { type Actor, type Evaluation, noDetails, type SourceFile, visitor } from "#records";
import { describeOnEngines, sharedStore } from "../store/engines.ts";

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join("\n"));
  return result.value;
};
const open = "a".repeat(64) as Sha256;
const kept = "b".repeat(64) as Sha256;
const hostile = `</script><script>alert("1")</script> & 'quoted' $& $1 \u2028`;

const evaluation = (n: number, more: Partial<Evaluation> = {}): Evaluation => ({
  ...noDetails,
  id: `test-${n}`,
  printedId: `E-${n}`,
  reportId: null,
  title: `Evaluation number ${n} of pensions in Kenya`,
  language: "en",
  printedSymbol: null,
  symbol: null,
  symbolIsPlaceholder: false,
  type: "project",
  printedType: null,
  timing: "final",
  nature: "independent",
  region: "africa",
  regionBasis: null,
  countries: ["KEN"],
  countryGroups: [],
  themes: [],
  donor: null,
  fundingNote: null,
  period: null,
  year: 2020,
  link: null,
  printedLink: null,
  summary: `What was found in ${n}.`,
  origin: "real",
  oddities: [],
  evaluators: ["Okafor, Ngozi"],
  commissioningOffice: "Evaluation Office",
  branches: ["old_age"],
  provenance: { source: open, locator: { kind: "whole" } },
  ...more,
});
const many = 250;

describeOnEngines("open to the world", (engine) => {
  const store = sharedStore(engine);
  let effects: Effects;
  let clock = Date.UTC(2026, 2, 1, 12);
  const textOf = async (download: Download) => {
    let text = "";
    for await (const chunk of download.stream) text += new TextDecoder().decode(chunk);
    return text;
  };
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: "@",
    parseTagValue: false,
    parseAttributeValue: false,
    isArray: (name) => ["record", "header", "set", "error", "sitemap", "url"].includes(name),
  });
  // biome-ignore lint/suspicious/noExplicitAny: XML of any shape
  type Xml = any;
  const ask = async (query: Readonly<Record<string, string | string[]>>): Promise<Xml> => {
    const text = await textOf(value(await useCases.oai(effects, visitor, query)));
    expect(XMLValidator.validate(text)).toBe(true);
    const root = (parser.parse(text) as Xml)["OAI-PMH"];
    expect(root["@xmlns"]).toBe("http://www.openarchives.org/OAI/2.0/");
    expect(root.responseDate).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
    return root;
  };
  const errorsOf = async (query: Readonly<Record<string, string | string[]>>) =>
    ((await ask(query)).error as { "@code": string }[] | undefined)?.map((one) => one["@code"]) ?? [];
  const account = (role: "reviewer" | "custodian"): Actor => ({ id: role, role, kind: "account" });

  beforeAll(async () => {
    effects = {
      store: store(),
      now: () => {
        clock += 1000;
        return new Date(clock).toISOString();
      },
      randomBytes: (length) => new Uint8Array(length).fill(7),
      codeVersion: "test",
      address: "https://socle.example.org",
    };
    const { catalogue } = effects.store;
    const source = (sha256: Sha256, tier: SourceFile["tier"]): SourceFile => ({
      sha256,
      name: "registry.csv",
      mediaType: "text/csv",
      bytes: 1,
      origin: "real",
      tier,
      citation: { title: "Registry" },
      addedAt: effects.now(),
      addedBy: "test",
    });
    await catalogue.sources.add(source(open, "public"));
    await catalogue.sources.add(source(kept, "members"));
    const all = Array.from({ length: many }, (_, i) => evaluation(i + 1));
    await catalogue.evaluations.put(all.slice(0, 120), "2026-01-10T08:00:00.000Z", "test");
    await catalogue.evaluations.put(all.slice(120), "2026-02-10T08:00:00.500Z", "test");
    await catalogue.evaluations.put(
      [
        evaluation(901, { title: hostile, summary: hostile }),
        evaluation(902, { provenance: { source: kept, locator: { kind: "whole" } }, title: "For members" }),
      ],
      "2026-02-11T08:00:00.000Z",
      "test",
    );
  });

  describe("harvesting", () => {
    it("says who it is", async () => {
      const { Identify, request } = await ask({ verb: "Identify" });
      expect(Identify).toMatchObject({
        baseURL: "https://socle.example.org/oai",
        protocolVersion: "2.0",
        adminEmail: "postmaster@socle.example.org",
        earliestDatestamp: "2026-01-10T08:00:00Z",
        deletedRecord: "transient",
        granularity: "YYYY-MM-DDThh:mm:ssZ",
      });
      expect(request).toEqual({ "@verb": "Identify", "#text": "https://socle.example.org/oai" });
      expect((await ask({ verb: "ListSets" })).ListSets.set).toHaveLength(6);
    });

    it("gives every record once, part by part, without remembering who asks", async () => {
      const seen: string[] = [];
      let query: Record<string, string> = { verb: "ListRecords", metadataPrefix: "oai_dc" };
      const sizes: number[] = [];
      for (let part = 0; part < 10; part++) {
        const { ListRecords } = await ask(query);
        const records = ListRecords.record as Xml[];
        sizes.push(records.length);
        for (const { header, metadata } of records) {
          seen.push(header[0].identifier);
          expect(metadata["oai_dc:dc"]["dc:title"]).toBeDefined();
        }
        const token = ListRecords.resumptionToken;
        expect(token["@completeListSize"]).toBe("251");
        expect(token["@cursor"]).toBe(String(part * 100));
        if (!token["#text"]) break;
        expect(token["@expirationDate"]).toMatch(/Z$/);
        query = { verb: "ListRecords", resumptionToken: token["#text"] };
      }
      expect(sizes).toEqual([100, 100, 51]);
      expect(new Set(seen).size).toBe(251);
      expect(seen).toContain("oai:socle.example.org:evaluation/test-250");
      expect(seen.join()).not.toContain("test-902");
    });

    it("gives Dublin Core with the address of the page first among the identifiers", async () => {
      const { GetRecord } = await ask({
        verb: "GetRecord",
        metadataPrefix: "oai_dc",
        identifier: "oai:socle.example.org:evaluation/test-7",
      });
      const { header, metadata } = GetRecord.record[0];
      expect(header[0]).toMatchObject({ datestamp: "2026-01-10T08:00:00Z", setSpec: "evaluation" });
      expect(metadata["oai_dc:dc"]).toMatchObject({
        "dc:title": { "#text": "Evaluation number 7 of pensions in Kenya", "@xml:lang": "en" },
        "dc:creator": "Okafor, Ngozi",
        "dc:publisher": "Evaluation Office",
        "dc:date": "2020",
        "dc:coverage": ["Kenya", "Africa"],
        "dc:identifier": ["https://socle.example.org/evidence/evaluations/test-7", "E-7"],
      });
    });

    it("takes days and moments, each bound included", async () => {
      const count = async (query: Record<string, string>) =>
        Number(
          (await ask({ verb: "ListIdentifiers", metadataPrefix: "oai_dc", ...query })).ListIdentifiers
            ?.resumptionToken?.["@completeListSize"] ??
            (await ask({ verb: "ListIdentifiers", metadataPrefix: "oai_dc", ...query })).ListIdentifiers
              ?.header.length ??
            0,
        );
      expect(await count({ until: "2026-01-10" })).toBe(120);
      expect(await count({ from: "2026-01-10T08:00:00Z", until: "2026-01-10T08:00:00Z" })).toBe(120);
      expect(await count({ from: "2026-02-10", until: "2026-02-10" })).toBe(130);
      expect(await count({ from: "2026-02-11" })).toBe(1);
      expect(await count({ from: "2026-01-10T08:00:01Z", until: "2026-02-10T07:59:59Z" })).toBe(0);
      expect(await count({ set: "lesson" })).toBe(0);
      expect(await count({ set: "evaluation" })).toBe(251);
    });

    it.each([
      [{}, "badVerb"],
      [{ verb: "Listrecords" }, "badVerb"],
      [{ verb: ["Identify", "ListSets"] }, "badVerb"],
      [{ verb: "Identify", from: "2026-01-01" }, "badArgument"],
      [{ verb: "ListRecords" }, "badArgument"],
      [{ verb: "ListRecords", metadataPrefix: ["oai_dc", "oai_dc"] }, "badArgument"],
      [{ verb: "ListRecords", metadataPrefix: "oai_dc", from: "2026" }, "badArgument"],
      [{ verb: "ListRecords", metadataPrefix: "oai_dc", from: "2026-02-30" }, "badArgument"],
      [
        { verb: "ListRecords", metadataPrefix: "oai_dc", from: "2026-02-01", until: "2026-01-01" },
        "badArgument",
      ],
      [
        { verb: "ListRecords", metadataPrefix: "oai_dc", from: "2026-01-01", until: "2026-02-01T00:00:00Z" },
        "badArgument",
      ],
      [{ verb: "ListRecords", metadataPrefix: "oai_dc", resumptionToken: "x" }, "badArgument"],
      [{ verb: "ListRecords", resumptionToken: "x" }, "badResumptionToken"],
      [{ verb: "ListSets", resumptionToken: "x" }, "badResumptionToken"],
      [{ verb: "ListRecords", metadataPrefix: "marc21" }, "cannotDisseminateFormat"],
      [{ verb: "ListRecords", metadataPrefix: "oai_dc", set: "books" }, "noRecordsMatch"],
      [{ verb: "ListRecords", metadataPrefix: "oai_dc", from: "2030-01-01" }, "noRecordsMatch"],
      [
        { verb: "GetRecord", metadataPrefix: "oai_dc", identifier: "oai:elsewhere:evaluation/test-1" },
        "idDoesNotExist",
      ],
      [
        {
          verb: "GetRecord",
          metadataPrefix: "oai_dc",
          identifier: "oai:socle.example.org:evaluation/test-902",
        },
        "idDoesNotExist",
      ],
      [{ verb: "ListMetadataFormats", identifier: "<&\u0001" }, "idDoesNotExist"],
    ])("answers what is wrong in the protocol's own words: %j", async (query, code) => {
      expect(await errorsOf(query as Record<string, string>)).toContain(code);
    });

    it("lets a token go after a day, and takes none for another verb", async () => {
      const { ListRecords } = await ask({ verb: "ListRecords", metadataPrefix: "oai_dc" });
      const resumptionToken = ListRecords.resumptionToken["#text"];
      expect(await errorsOf({ verb: "ListIdentifiers", resumptionToken })).toEqual(["badResumptionToken"]);
      expect(await errorsOf({ verb: "ListRecords", resumptionToken })).toEqual([]);
      clock += 25 * 3_600_000;
      expect(await errorsOf({ verb: "ListRecords", resumptionToken })).toEqual(["badResumptionToken"]);
    });

    it("tells of a record that was taken out, until it comes back", async () => {
      const { catalogue } = effects.store;
      const { change } = await catalogue.changes.put([evaluation(777)], {
        kind: "edit",
        title: "a",
        source: null,
        undoes: null,
        detail: {},
        at: effects.now(),
        by: "test",
      });
      const identifier = "oai:socle.example.org:evaluation/test-777";
      const get = async () =>
        (await ask({ verb: "GetRecord", metadataPrefix: "oai_dc", identifier })).GetRecord.record[0];
      expect((await get()).metadata).toBeDefined();
      value(
        await catalogue.changes.undo(change?.id ?? "", {
          title: "b",
          detail: {},
          at: effects.now(),
          by: "test",
        }),
      );
      const gone = await get();
      expect(gone.header[0]["@status"]).toBe("deleted");
      expect(gone.metadata).toBeUndefined();
      const { ListIdentifiers } = await ask({
        verb: "ListIdentifiers",
        metadataPrefix: "oai_dc",
        from: "2026-03-01",
      });
      expect(ListIdentifiers.header[0]["@status"]).toBe("deleted");
    });
  });

  describe("the head of a page", () => {
    it("names the record for search engines and reference managers", async () => {
      const head = (await pageHead(effects, "/evidence/evaluations/test-7"))!;
      expect(head).toContain("<title>Evaluation number 7 of pensions in Kenya · Socle</title>");
      expect(head).toContain(
        '<link rel="canonical" href="https://socle.example.org/evidence/evaluations/test-7" />',
      );
      expect(head).toContain('<meta name="DCTERMS.creator" content="Okafor, Ngozi" />');
      const json = JSON.parse(/<script type="application\/ld\+json">(.*)<\/script>/.exec(head)![1]!) as Xml;
      expect(json).toMatchObject({
        "@type": "Report",
        name: "Evaluation number 7 of pensions in Kenya",
        author: [{ "@type": "Person", familyName: "Okafor", givenName: "Ngozi" }],
        spatialCoverage: [{ "@type": "Place", name: "Kenya" }, { name: "Africa" }],
      });
    });

    it("lets no title out of its place", async () => {
      const head = (await pageHead(effects, "/evidence/evaluations/test-901"))!;
      expect(head.match(/<script/g)).toHaveLength(1);
      expect(head.match(/<\/script>/g)).toHaveLength(1);
      expect(head.match(/<title>/g)).toHaveLength(1);
      expect(head).not.toContain('alert("1")');
      const json = JSON.parse(/<script type="application\/ld\+json">(.*)<\/script>/.exec(head)![1]!) as Xml;
      expect(json.name).toBe(hostile);
    });

    it("is silent about what a visitor may not read, and about what is not there", async () => {
      expect(await pageHead(effects, "/evidence/evaluations/test-902")).toBeNull();
      expect(await pageHead(effects, "/evidence/evaluations/nothing")).toBeNull();
      expect(await pageHead(effects, "/evidence/evaluations/%zz")).toBeNull();
      expect(await pageHead(effects, "/desk")).toBeNull();
      expect(await pageHead(effects, "/evidence/lessons")).toContain('"@type":"CollectionPage"');
    });

    it("costs a few milliseconds", async () => {
      const times: number[] = [];
      for (let i = 1; i <= 50; i++) {
        const began = performance.now();
        await pageHead(effects, `/evidence/evaluations/test-${i}`);
        times.push(performance.now() - began);
      }
      // Wide, for a busy machine; the figure stands in the guide.
      expect(times.sort((a, b) => a - b)[25]).toBeLessThan(250);
    });
  });

  it("site maps hold the public pages and no others", async () => {
    const index = parser.parse(await textOf(value(await useCases.sitemapIndex(effects, visitor, {})))) as Xml;
    const parts = index.sitemapindex.sitemap.map(({ loc }: Xml) => loc);
    expect(parts).toEqual([
      "https://socle.example.org/sitemaps/pages.xml",
      "https://socle.example.org/sitemaps/evaluation-1.xml",
    ]);
    const part = parser.parse(
      await textOf(value(await useCases.sitemapPart(effects, visitor, { part: "evaluation-1.xml" }))),
    ) as Xml;
    const urls = part.urlset.url as Xml[];
    expect(urls).toHaveLength(251);
    expect(urls[0]).toEqual({
      loc: "https://socle.example.org/evidence/evaluations/test-1",
      lastmod: "2026-01-10T08:00:00Z",
    });
    expect(urls.map(({ loc }) => loc).join()).not.toContain("test-902");
    const pages = await textOf(value(await useCases.sitemapPart(effects, visitor, { part: "pages.xml" })));
    expect(XMLValidator.validate(pages)).toBe(true);
    expect(pages).toContain("<loc>https://socle.example.org/countries/KEN</loc>");
    expect((await useCases.sitemapPart(effects, visitor, { part: "../secret.xml" })).ok).toBe(false);
    const robots = await textOf(value(await useCases.robots(effects, visitor, {})));
    expect(robots).toContain("Sitemap: https://socle.example.org/sitemap.xml");
  });

  it("one record is cited in three styles and three files by those who may read it", async () => {
    const asked = { kind: "evaluation", id: "test-7", lang: "en" } as const;
    const { styles } = value(await useCases.citation(effects, visitor, asked));
    expect(styles.map(({ style }) => style)).toEqual(["apa", "chicago", "vancouver"]);
    expect(styles[0]!.text).toBe(
      "Okafor, N. (2020). Evaluation number 7 of pensions in Kenya. Evaluation Office. https://socle.example.org/evidence/evaluations/test-7",
    );
    const file = async (format: "ris" | "bibtex" | "csl-json") =>
      textOf(value(await useCases.downloadCitation(effects, visitor, { ...asked, format })));
    expect(await file("ris")).toMatch(/^TY {2}- RPRT[\s\S]*AU {2}- Okafor, Ngozi[\s\S]*ER {2}-/);
    expect(await file("bibtex")).toContain("@techreport");
    expect(JSON.parse(await file("csl-json"))).toMatchObject([
      { type: "report", author: [{ family: "Okafor", given: "Ngozi" }] },
    ]);
    const members = { ...asked, id: "test-902" };
    expect((await useCases.citation(effects, visitor, members)).ok).toBe(false);
    expect((await useCases.citation(effects, account("reviewer"), members)).ok).toBe(true);
  });
});
