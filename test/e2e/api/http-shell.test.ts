import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UseCases } from "#api";
import { askAs, host, operatorToken, serverUnderTest, type UnderTest } from "./server-under-test.ts";

let test: UnderTest;
let webRoot: string;
let pages: FastifyInstance;

/** Use cases that answer what a test needs to see pass through the shell. */
const useCases: UseCases = {
  listRatifications: async () => ({
    ok: true,
    value: [
      {
        id: "r1",
        convention: "C102",
        area: "KEN",
        type: "ratification",
        registered: null,
        inForce: null,
        printedCountry: "Kenya",
        note: "x".repeat(3_000),
        list: "test",
        verified: false,
        passwordHash: "$argon2id$secret",
      } as never,
    ],
  }),
  overview: async () => {
    throw new Error("the database said: password=hunter2 at /srv/secret.ts");
  },
  downloadRelease: async () => ({ ok: false, problems: [{ code: "test.reached", message: "Reached." }] }),
  listReleases: async () => ({ ok: true, value: [{ id: 7 }] as never }),
};

beforeAll(async () => {
  test = await serverUnderTest(useCases);
  webRoot = await mkdtemp(join(tmpdir(), "socle-web-"));
  await mkdir(join(webRoot, "assets"));
  await writeFile(join(webRoot, "index.html"), "<!doctype html><title>Socle</title>");
  await writeFile(join(webRoot, "assets", "index-AbCd1234.js"), "export {};");
  await writeFile(join(webRoot, "icon.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
  await writeFile(join(webRoot, ".env"), "SECRET=1");
  await writeFile(join(webRoot, "..", "socle-outside.txt"), "outside");
  pages = await test.another({ server: { webRoot } });
});
afterAll(async () => {
  await test.close();
  await rm(webRoot, { recursive: true, force: true });
  await rm(join(tmpdir(), "socle-outside.txt"), { force: true });
});

describe("headers", () => {
  it("keep scripts to files of the server, and its pages out of frames", async () => {
    for (const url of ["/api/ratifications", "/api/nothing", "/api/docs"]) {
      const { headers } = await test.ask({ url });
      const policy = String(headers["content-security-policy"]);
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("style-src 'self' 'unsafe-inline'");
      expect(policy).not.toContain("upgrade-insecure-requests");
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["referrer-policy"]).toBe("same-origin");
      expect(headers["permissions-policy"]).toContain("camera=()");
      expect(headers["strict-transport-security"]).toBeUndefined();
      expect(headers["x-powered-by"]).toBeUndefined();
    }
  });

  it.each([
    ["localhost:4500", 200],
    ["127.0.0.1:4500", 200],
    ["[::1]:4500", 200],
    ["LOCALHOST.", 200],
    ["evil.example", 421],
    ["localhost.evil.example:4500", 421],
    ["localhost@evil.example", 421],
    ["169.254.169.254", 421],
    ["a b", 421],
  ])("a request for the host %j is answered with %i", async (name, status) => {
    const response = await test.app.inject({ url: "/api/ratifications", headers: { host: name } });
    expect(response.statusCode).toBe(status);
    if (status !== 200) expect(response.json().problems[0].code).toBe("api.host-not-allowed");
  });

  it("answer for the public address when one is set, and for any IP address when listening to all", async () => {
    const named = await test.another({ settings: { SOCLE_ADDRESS: "https://socle.example.org" } });
    const open = await test.another({ settings: { SOCLE_HOST: "0.0.0.0" } });
    const status = async (app: FastifyInstance, name: string) =>
      (await app.inject({ url: "/api/ratifications", headers: { host: name } })).statusCode;
    expect(await status(named, "socle.example.org")).toBe(200);
    expect(await status(named, "192.168.1.5:4500")).toBe(421);
    expect(await status(open, "192.168.1.5:4500")).toBe(200);
    expect(await status(open, "evil.example:4500")).toBe(421);
  });
});

describe("answers", () => {
  it("hold nothing that the shape does not declare", async () => {
    const response = await test.ask({ url: "/api/ratifications" });
    expect(response.json()[0]).toMatchObject({ id: "r1", area: "KEN" });
    expect(response.body).not.toContain("argon2id");
  });

  it("outside their shape become a failure that names a reference and nothing else", async () => {
    const response = await test.ask({ url: "/api/releases" });
    expect(response.statusCode).toBe(500);
    expect(response.json().problems).toEqual([
      { code: "api.failed", message: expect.stringMatching(/reference [0-9a-f-]{36}/) },
    ]);
  });

  it("to a defect hold no stack and no text of the error", async () => {
    const response = await test.ask({ url: "/api/overview" });
    expect(response.statusCode).toBe(500);
    expect(response.body).not.toMatch(/hunter2|secret|\.ts\b|\bat \S+:\d/);
    expect(response.headers["content-type"]).toBe("application/problem+json; charset=utf-8");
  });

  it("are RFC 9457 problems at an unknown address, whatever was asked for", async () => {
    for (const options of [
      { url: "/api/nothing", headers: { accept: "text/html" } },
      { url: "/api" },
      { url: "/api/overview/", headers: {} },
      { method: "DELETE" as const, url: "/api/overview" },
      { url: "/api/%zz" },
      { url: "/api/../api/nothing" },
    ]) {
      const response = await askAs(pages, undefined, options);
      expect(response.statusCode, JSON.stringify(options)).toBe(404);
      expect(response.json()).toMatchObject({
        type: "urn:socle:problem:api.unknown-address",
        title: "Not Found",
        status: 404,
        problems: [{ code: "api.unknown-address" }],
      });
    }
  });

  it("name every field that is not as declared", async () => {
    const response = await test.ask({ url: "/api/releases/x/download?format=pdf&language=de" });
    expect(response.statusCode).toBe(400);
    const { problems } = response.json();
    expect(problems.map(({ at }: { at: { field: string } }) => at.field)).toEqual(["format", "language"]);
    expect(problems[0]).toMatchObject({
      code: "api.invalid-request",
      message: expect.stringContaining("format"),
    });
  });

  it("carry a tag, and are not sent again to who has it", async () => {
    const first = await test.ask({ url: "/api/ratifications" });
    const tag = String(first.headers["etag"]);
    expect(tag).toMatch(/^W\/"[\w-]{27}"$/);
    expect(first.headers["cache-control"]).toBe("public, no-cache");
    const again = await test.ask({ url: "/api/ratifications", headers: { "if-none-match": `"x", ${tag}` } });
    expect(again.statusCode).toBe(304);
    expect(again.body).toBe("");
    expect(again.headers["etag"]).toBe(tag);
    const other = await test.ask({ url: "/api/ratifications", headers: { "if-none-match": 'W/"other"' } });
    expect(other.statusCode).toBe(200);
    const signedIn = await test.ask({ url: "/api/ratifications", as: "member" });
    expect(signedIn.headers["cache-control"]).toBe("private, no-cache");
    expect(String(signedIn.headers["vary"])).toContain("Cookie");
  });

  it("are compressed for who can read that", async () => {
    const gzip = await test.ask({ url: "/api/ratifications", headers: { "accept-encoding": "gzip" } });
    expect(gzip.headers["content-encoding"]).toBe("gzip");
    expect(gzip.rawPayload.length).toBeLessThan(1_000);
    expect(JSON.parse(gunzipSync(gzip.rawPayload).toString())[0].id).toBe("r1");
    expect(String(gzip.headers["vary"]).toLowerCase()).toContain("accept-encoding");
    const brotli = await test.ask({ url: "/api/ratifications", headers: { "accept-encoding": "br, gzip" } });
    expect(brotli.headers["content-encoding"]).toBe("br");
    const plain = await test.ask({ url: "/api/ratifications" });
    expect(plain.headers["content-encoding"]).toBeUndefined();
  });
});

describe("limits", () => {
  it("hold for one address, and tell how long to wait", async () => {
    const app = await test.another({ settings: { SOCLE_RATE_LIMIT: "3" } });
    const ask = (remoteAddress: string, url = "/api/ratifications") =>
      app.inject({ url, headers: { host }, remoteAddress });
    for (let i = 0; i < 3; i += 1) expect((await ask("192.0.2.1")).statusCode).toBe(200);
    const refused = await ask("192.0.2.1");
    expect(refused.statusCode).toBe(429);
    expect(refused.json().problems[0].code).toBe("api.too-many-requests");
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
    expect((await ask("192.0.2.1", "/api/nothing")).statusCode).toBe(429);
    expect((await ask("192.0.2.2")).statusCode).toBe(200);
  });

  it("are not escaped by inventing addresses, unless a trusted proxy says so", async () => {
    const statuses = async (settings: Record<string, string>) => {
      const app = await test.another({ settings: { SOCLE_RATE_LIMIT: "1", ...settings } });
      const ask = (forwarded: string) =>
        app.inject({ url: "/api/ratifications", headers: { host, "x-forwarded-for": forwarded } });
      return [(await ask("192.0.2.1")).statusCode, (await ask("192.0.2.2")).statusCode];
    };
    expect(await statuses({})).toEqual([200, 429]);
    expect(await statuses({ SOCLE_PROXIES: "127.0.0.1" })).toEqual([200, 200]);
  });

  it("hold for one-time links", async () => {
    const app = await test.another({
      useCases: {
        readLink: async () => ({ ok: false, problems: [{ code: "accounts.link-invalid", message: "" }] }),
      },
    });
    const statuses: number[] = [];
    for (let i = 0; i < 31; i += 1) {
      const response = await askAs(app, undefined, {
        method: "POST",
        url: "/api/links/read",
        payload: { token: "t".repeat(43) },
      });
      statuses.push(response.statusCode);
    }
    expect(statuses).toEqual([...Array(30).fill(404), 429]);
  });

  it("hold for JSON bodies", async () => {
    const response = await test.app.inject({
      method: "POST",
      url: "/api/commands/x",
      headers: { host, "x-socle-token": operatorToken },
      payload: { text: "x".repeat(1_000_001) },
    });
    expect(response.statusCode).toBe(413);
    expect(response.json().problems[0].code).toBe("api.body-too-large");
  });

  it("refuse a body that is not JSON, or packed", async () => {
    const ask = (headers: Record<string, string>, payload: string) =>
      test.app.inject({
        method: "POST",
        url: "/api/commands/x",
        headers: { host, "x-socle-token": operatorToken, "content-type": "application/json", ...headers },
        payload,
      });
    expect((await ask({}, "{")).json()).toMatchObject({
      status: 400,
      problems: [{ code: "api.invalid-json" }],
    });
    expect((await ask({}, '{"__proto__":{"a":1}}')).statusCode).toBe(400);
    expect((await ask({ "content-encoding": "gzip" }, "\u001f\u008b")).statusCode).toBe(400);
  });
});

describe("pages", () => {
  const page = (url: string, accept = "text/html") => askAs(pages, undefined, { url, headers: { accept } });

  it("answer every address that is theirs with the one page", async () => {
    for (const url of ["/", "/countries/KEN", "/claim", "/trace?id=x"]) {
      const response = await page(url);
      expect(response.statusCode).toBe(200);
      expect(response.body).toContain("<title>Socle</title>");
      expect(response.headers["cache-control"]).toBe("no-cache");
    }
  });

  it("keep hashed files for ever, and others not", async () => {
    const script = await page("/assets/index-AbCd1234.js", "*/*");
    expect(script.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect((await page("/icon.svg", "*/*")).headers["cache-control"]).toBe("no-cache");
    expect((await page("/assets/missing-AbCd1234.js", "*/*")).statusCode).toBe(404);
  });

  it.each([
    "/../socle-outside.txt",
    "/%2e%2e/socle-outside.txt",
    "/..%2fsocle-outside.txt",
    "/assets/..%2f..%2fsocle-outside.txt",
    "/..%5csocle-outside.txt",
    "/%2e%2e%2f%2e%2e%2fetc/passwd",
    "/.env",
    "/%00",
    "//etc/passwd",
  ])("give nothing out from outside their folder: %s", async (url) => {
    const response = await page(url, "*/*");
    expect(response.statusCode, response.body).toBe(404);
    expect(response.body).not.toMatch(/outside$|SECRET|root:/);
  });

  it("are not needed for the API to be served", async () => {
    const response = await askAs(test.app, undefined, { url: "/", headers: { accept: "text/html" } });
    expect(response.statusCode).toBe(404);
    expect(response.json().problems[0].message).toContain("/api/docs");
  });
});
