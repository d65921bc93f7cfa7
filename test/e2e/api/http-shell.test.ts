import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
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

const uploads: { name: string; bytes: string; inside: readonly string[] }[] = [];
const seenSignals: boolean[] = [];
const outcome = { added: 1, superseded: 0, unchanged: 0, release: null, ids: [], warnings: [], problems: [] };

async function* pieces(parts: readonly string[]) {
  for (const part of parts) yield Buffer.from(part);
}

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
  listReleases: async () => ({ ok: true, value: [{ id: 7 }] as never }),
  importReport: async (_effects, _actor, input) => {
    const { path, name } = input.upload ?? { path: "", name: "" };
    uploads.push({ name, bytes: await readFile(path, "utf8"), inside: await readdir(join(path, "..")) });
    if (name.startsWith("broken")) throw new Error("broken");
    return { ok: true, value: outcome };
  },
  downloadRelease: async () => ({
    ok: true,
    value: {
      fileName: 'évaluation "2020" série/../é.csv',
      mediaType: "text/csv; charset=utf-8",
      stream: pieces(["area,value\n", "KEN,1\n"]),
    },
  }),
  command: async (_effects, _actor, input, work) => {
    if (input["fail"]) throw new Error("defect in the work");
    work?.progress?.({ label: "reading", done: 1, total: 2, unit: "rows" });
    work?.progress?.({ label: "reading", done: 2, total: 2, unit: "rows" });
    work?.progress?.({ label: "writing", done: 1, total: 1, unit: "rows" });
    seenSignals.push(work?.signal?.aborted ?? true);
    return { ok: true, value: { command: input.name, args: input["args"] } };
  },
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

describe("uploads", () => {
  const upload = (
    name: string,
    payload: Buffer | string,
    headers: Record<string, string> = {},
    app = test.app,
  ) =>
    askAs(app, test.cookies.reviewer, {
      method: "POST",
      url: `/api/imports/evaluation-report?name=${encodeURIComponent(name)}`,
      headers: { "content-type": "application/octet-stream", ...headers },
      payload,
    });
  const left = async () => readdir(join(test.effects.store.home, "tmp")).catch(() => []);

  it("reach the use case as a file with a harmless name, and are gone afterwards", async () => {
    uploads.length = 0;
    const response = await upload("../../etc/pass\u0000wd\u202egpj.txt", "the report");
    expect(response.statusCode, response.body).toBe(200);
    expect(uploads).toMatchObject([{ name: "passwdgpj.txt", bytes: "the report" }]);
    expect(uploads[0]?.inside.filter((name) => name.startsWith("upload-"))).toHaveLength(1);
    expect(await left()).toEqual([]);
  });

  it("are gone after a failure too", async () => {
    expect((await upload("broken.txt", "x")).statusCode).toBe(500);
    expect(await left()).toEqual([]);
  });

  it("are refused when empty, of another type, or larger than the limit", async () => {
    uploads.length = 0;
    expect((await upload("a.txt", "")).json().problems[0].code).toBe("api.upload-empty");
    expect((await upload("a.txt", "{}", { "content-type": "application/json" })).statusCode).toBe(415);
    expect((await upload("a.txt", "x", { "content-type": "text/plain" })).statusCode).toBe(415);
    const small = await test.another({ settings: { SOCLE_UPLOAD_LIMIT: "1" } });
    const large = await upload("a.txt", Buffer.alloc(1_000_001), {}, small);
    expect(large.statusCode).toBe(413);
    expect(large.json().problems[0].code).toBe("api.upload-too-large");
    expect((await upload("a.txt", Buffer.alloc(1_000_000, 97), {}, small)).statusCode).toBe(200);
    expect(uploads).toHaveLength(1);
    expect(await left()).toEqual([]);
  });

  it("are counted as they come, whatever length was announced", async () => {
    const small = await test.another({ settings: { SOCLE_UPLOAD_LIMIT: "1" } });
    const address = await small.listen({ port: 0, host: "127.0.0.1" });
    uploads.length = 0;
    async function* endless() {
      for (let i = 0; i < 40; i += 1) yield new Uint8Array(100_000);
    }
    const response = await fetch(`${address}/api/imports/evaluation-report?name=a.txt`, {
      method: "POST",
      headers: {
        cookie: test.cookies.reviewer ?? "",
        origin: address,
        "content-type": "application/octet-stream",
      },
      body: endless() as never,
      duplex: "half",
    } as RequestInit).catch((error: Error) => error);
    // The connection may be closed before the answer was read; either way nothing came in.
    if (response instanceof Response) expect(response.status).toBe(413);
    expect(uploads).toEqual([]);
    expect(await left()).toEqual([]);
  });
});

describe("downloads", () => {
  it("carry a name that every browser can save under", async () => {
    const response = await test.ask({ url: "/api/releases/x/download?format=csv" });
    expect(response.statusCode).toBe(200);
    expect(response.body).toBe("area,value\nKEN,1\n");
    expect(response.headers["content-type"]).toBe("text/csv; charset=utf-8");
    expect(response.headers["content-disposition"]).toBe(
      "attachment; filename=\"_.csv\"; filename*=UTF-8''%C3%A9.csv",
    );
    expect(response.headers["x-content-type-options"]).toBe("nosniff");
  });
});

describe("commands", () => {
  const command = (payload: object) =>
    test.app.inject({
      method: "POST",
      url: "/api/commands/import",
      headers: { host, "x-socle-token": operatorToken, "accept-encoding": "gzip" },
      payload,
    });

  it("answer line by line, progress first and the result last", async () => {
    const response = await command({ args: ["a"], name: "ignored" });
    expect(response.headers["content-type"]).toBe("application/x-ndjson; charset=utf-8");
    expect(response.headers["content-encoding"]).toBeUndefined();
    const lines = response.body
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines).toEqual([
      { progress: { label: "reading", done: 1, total: 2, unit: "rows" } },
      { progress: { label: "writing", done: 1, total: 1, unit: "rows" } },
      { result: { command: "import", args: ["a"] } },
    ]);
    expect(seenSignals).toEqual([false]);
  });

  it("end with problems when the work has a defect, without breaking the lines", async () => {
    const response = await command({ fail: true });
    expect(JSON.parse(response.body)).toMatchObject({ problems: [{ code: "api.failed" }] });
    expect(response.body).not.toContain("defect in the work");
  });
});

describe("pages", () => {
  const page = (url: string, accept = "text/html") => askAs(pages, undefined, { url, headers: { accept } });

  it("answer every address that is theirs with the one page", async () => {
    for (const url of ["/", "/countries/KEN", "/claim", "/evidence?q=x"]) {
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
