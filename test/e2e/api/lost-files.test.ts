// What a disk can do to a data folder: the file of a release gone or damaged, no right to write. People
// get a sentence, the rest goes on, and a file put back from a backup is read again without a restart.

import { Buffer } from "node:buffer";
import { copyFile, readFile, rename, writeFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serverUnderTest, type UnderTest } from "./server-under-test.ts";

let under: UnderTest;
let path = "";
const definition = {
  id: "lost",
  version: "1",
  title: "Lost",
  reconstruction: true,
  nodes: [
    { id: "index", aggregation: "arithmetic" },
    { id: "A", parent: "index", direction: 1 },
  ],
  normalisation: { method: "min-max", low: 0, high: 1 },
};
const ask = (url: string) => under.ask({ url });

beforeAll(async () => {
  under = await serverUnderTest();
  const rows = ["KEN", "UGA", "RWA"].flatMap((area, i) =>
    Array.from({ length: 400 }, (_, year) => `${area},A,${1600 + year},${(i * 7919 + year * 31) % 1000}`),
  );
  const imported = await under.ask({
    method: "POST",
    url: "/api/imports/observations?name=a.csv&series=lost",
    headers: { "content-type": "application/octet-stream" },
    payload: Buffer.from(`area,indicator,period,value\n${rows.join("\n")}\n`),
    as: "analyst",
  });
  expect(imported.statusCode).toBe(200);
  const { catalogue, files } = under.effects.store;
  path = (await files.path((await catalogue.releases.byId("lost-1"))!.files[0]!))!;
});
afterAll(() => under.close());

const addresses = [
  "/api/observations?release=lost-1",
  "/api/releases/lost-1",
  "/api/releases/lost-1/download?format=json",
  `/api/trace?id=${encodeURIComponent("observation:lost-1/A/KEN/1600/unstated/T/")}`,
];

describe.each<readonly [string, () => Promise<unknown>]>([
  ["absent", () => rename(path, `${path}.away`)],
  ["cut off", async () => writeFile(path, (await readFile(path)).subarray(0, 300))],
  ["of other bytes", () => writeFile(path, "nothing of the kind".repeat(100))],
])("a release whose file is %s", (_, harm) => {
  beforeAll(async () => {
    await copyFile(path, `${path}.whole`);
    await harm();
  });

  it("is told as such where its figures are asked for", async () => {
    for (const url of addresses) {
      const answer = await ask(url);
      expect([url, answer.statusCode, answer.json().problems[0].code]).toEqual([
        url,
        503,
        "releases.file-unreadable",
      ]);
    }
    const run = await under.ask({
      method: "POST",
      url: "/api/runs",
      payload: { definition, release: "lost-1" },
      as: "analyst",
    });
    expect([run.statusCode, run.json().problems[0].code]).toEqual([503, "releases.file-unreadable"]);
  });

  it("leaves everything else alone, and is a difference to verify", async () => {
    for (const url of ["/api/overview", "/api/countries", "/api/countries/KEN", "/api/releases"])
      expect([url, (await ask(url)).statusCode]).toEqual([url, 200]);
    const verified = await under.ask({ method: "POST", url: "/api/verify", payload: {}, as: "analyst" });
    expect(verified.json().differences.map(({ id }: { id: string }) => id)).toContain("release:lost-1");
  });

  it("is read again when its file is put back", async () => {
    await rename(`${path}.whole`, path);
    for (const url of addresses) expect([url, (await ask(url)).statusCode]).toEqual([url, 200]);
  });
});
