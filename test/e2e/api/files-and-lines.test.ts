import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UseCases } from "#api";
import { askAs, host, operatorToken, serverUnderTest, type UnderTest } from "./server-under-test.ts";

let test: UnderTest;

const uploads: { name: string; bytes: string; inside: readonly string[] }[] = [];
const seenSignals: boolean[] = [];
const outcome = {
  added: 1,
  superseded: 0,
  unchanged: 0,
  release: null,
  change: null,
  ids: [],
  warnings: [],
  problems: [],
};

async function* pieces(parts: readonly string[]) {
  for (const part of parts) yield Buffer.from(part);
}

/** Use cases that note what reached them. */
const useCases: UseCases = {
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
});
afterAll(() => test.close());

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
