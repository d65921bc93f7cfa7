import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Route, routes } from "#contract";
import { serverUnderTest, type UnderTest } from "./server-under-test.ts";

type Operation = {
  readonly operationId: string;
  readonly requestBody?: { readonly content: object };
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Readonly<Record<string, { readonly content?: object }>>;
};

let test: UnderTest;
let document: {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
};
beforeAll(async () => {
  test = await serverUnderTest();
  document = (await test.ask({ url: "/api/openapi.json" })).json();
});
afterAll(() => test.close());

describe("the OpenAPI document", () => {
  it("is 3.1 and describes every route of the contract, and nothing else", () => {
    expect(document.openapi).toBe("3.1.0");
    const described = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    );
    expect(described.sort()).toEqual(
      Object.values(routes)
        .map(({ operationId }) => operationId)
        .sort(),
    );
  });

  it("resolves every reference it makes", () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)];
    expect(references.length).toBeGreaterThan(20);
    const missing = references
      .map(([, name]) => name ?? "")
      .filter((name) => !(name in document.components.schemas));
    expect(missing).toEqual([]);
    const used = new Set(references.map(([, name]) => name));
    expect(Object.keys(document.components.schemas).filter((name) => !used.has(name))).toEqual([]);
  });

  it("tells uploads, downloads, parameters and problems", () => {
    const upload = document.paths["/api/imports/observations"]?.["post"];
    expect(Object.keys(upload?.requestBody?.content ?? {})).toEqual(["application/octet-stream"]);
    expect(upload?.parameters?.map(({ name }) => name)).toContain("series");
    const download = document.paths["/api/releases/{id}/download"]?.["get"];
    expect(Object.keys(download?.responses["200"]?.content ?? {})).toEqual(["application/octet-stream"]);
    expect(Object.keys(download?.responses["default"]?.content ?? {})).toEqual(["application/problem+json"]);
    for (const { method, path } of Object.values(routes) as readonly Route[]) {
      const described = document.paths[path.replace(/:(\w+)/g, "{$1}")]?.[method.toLowerCase()];
      expect(described?.responses["200"], path).toBeDefined();
    }
  });
});

describe("the page about the API", () => {
  it("lists every address with its parameters, without any script or foreign file", async () => {
    const { body, headers, statusCode } = await test.ask({ url: "/api/docs" });
    expect(statusCode, body).toBe(200);
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
    for (const { operationId, summary } of Object.values(routes)) {
      expect(body).toContain(`<section id="${operationId}">`);
      expect(body).toContain(summary.replaceAll("'", "&#39;"));
    }
    expect(body).not.toMatch(/<script|<link|src=|@import|url\(|\son[a-z]+="/);
    expect(body).toContain('<html lang="en">');
  });

  it("links only to what is on it", async () => {
    const { body } = await test.ask({ url: "/api/docs" });
    const targets = [...body.matchAll(/href="#([^"]+)"/g)].map(([, target]) => target ?? "");
    expect(targets.length).toBeGreaterThan(50);
    expect(targets.filter((target) => !body.includes(`id="${target}"`))).toEqual([]);
  });
});
