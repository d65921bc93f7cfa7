// Harvesting, site maps and heads of pages as they go over HTTP.

import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { host, serverUnderTest, type UnderTest } from "./server-under-test.ts";

let test: UnderTest;
let pages: FastifyInstance;
let webRoot: string;
beforeAll(async () => {
  test = await serverUnderTest();
  webRoot = await mkdtemp(join(tmpdir(), "socle-open-"));
  await mkdir(join(webRoot, "assets"));
  await writeFile(
    join(webRoot, "index.html"),
    '<!doctype html><html lang="en"><head><meta\n name="description" content="of the file" /><title>Socle</title></head></html>',
  );
  pages = await test.another({ server: { webRoot } });
});
afterAll(async () => {
  await test.close();
  await rm(webRoot, { recursive: true, force: true });
});
const headers = { host };

describe("harvesting", () => {
  it("is answered by GET and by POST alike, as XML, also where the request is wrong", async () => {
    const get = await pages.inject({ url: "/oai?verb=Identify", headers });
    const post = await pages.inject({
      method: "POST",
      url: "/oai",
      headers: { ...headers, "content-type": "application/x-www-form-urlencoded" },
      payload: "verb=Identify",
    });
    expect(get.statusCode).toBe(200);
    expect(get.headers["content-type"]).toBe("text/xml; charset=utf-8");
    expect(get.headers["content-disposition"]).toBeUndefined();
    expect(post.body).toBe(get.body);
    const wrong = await pages.inject({ url: "/oai?verb=Identify&verb=Identify&x=1", headers });
    expect(wrong.statusCode).toBe(200);
    expect(wrong.body).toContain('<error code="badVerb">');
    const repeated = await pages.inject({
      method: "POST",
      url: "/oai",
      headers: { ...headers, "content-type": "application/x-www-form-urlencoded" },
      payload: "verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc",
    });
    expect(repeated.body).toContain('<error code="badArgument">');
  });

  it("takes no JSON in place of a form, and forms nowhere else", async () => {
    const json = await pages.inject({
      method: "POST",
      url: "/oai",
      headers: { ...headers, "content-type": "application/json" },
      payload: '{"verb":"Identify"}',
    });
    expect(json.statusCode).toBe(415);
    const form = await pages.inject({
      method: "POST",
      url: "/api/session",
      headers: { ...headers, "content-type": "application/x-www-form-urlencoded" },
      payload: "email=a&password=b",
    });
    expect(form.statusCode).toBe(415);
  });
});

describe("site maps and robots.txt", () => {
  it.each([
    ["/sitemap.xml", "application/xml; charset=utf-8", "<sitemapindex"],
    ["/sitemaps/pages.xml", "application/xml; charset=utf-8", "<urlset"],
    ["/robots.txt", "text/plain; charset=utf-8", "User-agent: *"],
  ])("%s is served beside the pages", async (url, type, text) => {
    const answer = await pages.inject({ url, headers: { ...headers, accept: "text/html,*/*" } });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers["content-type"]).toBe(type);
    expect(answer.body).toContain(text);
  });
});

describe("the head of a page", () => {
  const page = (url: string) => pages.inject({ url, headers: { ...headers, accept: "text/html" } });
  it("takes the place of the file's own for a list, and leaves it alone elsewhere", async () => {
    const list = await page("/evidence/lessons?branch=maternity");
    expect(list.body).toContain("<title>Lessons and good practices · Socle</title>");
    expect(list.body).toContain(`<link rel="canonical" href="http://${host}/evidence/lessons" />`);
    expect(list.body).not.toContain("of the file");
    expect(list.body.match(/<title>/g)).toHaveLength(1);
    const desk = await page("/desk");
    expect(desk.body).toContain("of the file");
    expect(desk.body).toContain("<title>Socle</title>");
  });
  it("speaks the language of the address, else that of the browser", async () => {
    const asked = await page("/evidence/lessons?lang=fr");
    expect(asked.body).toContain("<title>Enseignements et bonnes pratiques · Socle</title>");
    expect(asked.body).toContain(`hreflang="pt" href="http://${host}/evidence/lessons?lang=pt"`);
    const preferred = await pages.inject({
      url: "/evidence/recommendations",
      headers: { ...headers, accept: "text/html", "accept-language": "de-CH, es-AR;q=0.8, en;q=0.5" },
    });
    expect(preferred.body).toContain("<title>Las recomendaciones y su seguimiento · Socle</title>");
    expect(preferred.headers["vary"]).toMatch(/accept-language/i);
    expect(preferred.body.match(/<html lang="es">/g)).toHaveLength(1);
  });
  it("is the file's own where the record does not exist, and the page is served all the same", async () => {
    const answer = await page("/evidence/evaluations/nothing-of-the-kind");
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain("<title>Socle</title>");
  });
});
