// NUL and lone surrogates in addresses and words: the database keeps neither, as itself or escaped in JSON.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addedDocument } from "../../integration/store/samples.ts";
import { serverUnderTest, type UnderTest } from "./server-under-test.ts";

let server: UnderTest;
beforeAll(async () => {
  server = await serverUnderTest();
  await addedDocument(server.effects.store, [
    { text: "Maternity leave should be paid", language: "en", kind: "recommendation" },
  ]);
});
afterAll(() => server.close());

describe("characters that no text has", () => {
  it.each([
    "/api/evaluations?text=mater%00nity",
    "/api/passages?q=mater%00nity",
    "/api/passages?q=mater%00*",
    "/api/search/evaluations/explanation?text=mater%00nity",
    "/api/search/passages/explanation?q=mater%00nity",
    "/feeds/passages.atom?q=mater%00nity",
    "/api/recommendations?text=mater%00nity",
    "/api/lessons?text=mater%00nity",
  ])("find nothing, and no defect either: %s", async (url) => {
    expect((await server.ask({ method: "GET", url })).statusCode).toBe(200);
  });

  it.each([
    "/api/recommendations/a%00b",
    "/api/evaluations/a%00b",
    "/api/evaluations/a%00b/versions",
    "/api/passages/a%00b",
    "/api/passages/a%00b/history",
    "/api/lessons/a%00b",
    "/api/advice/a%00b",
    "/api/projects/a%00b",
    "/api/searches/a%00b",
    "/api/vocabularies/a%00b",
  ])("name nothing that is there: %s", async (url) => {
    expect((await server.ask({ method: "GET", url })).statusCode).toBe(404);
  });
});
