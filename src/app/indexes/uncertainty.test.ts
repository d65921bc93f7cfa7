import { expect, it } from "vitest";
import type { Store } from "#store";
import type { Effects } from "../effects.ts";
import { runUncertainty } from "./uncertainty.ts";

const definition = {
  id: "x",
  version: "1",
  title: "x",
  nodes: [{ id: "top" }, ...["a", "b"].map((id) => ({ id, parent: "top", direction: 1 }))],
};
const observations = ["KEN", "GHA", "UGA"].flatMap((area, i) =>
  ["a", "b"].map((indicator, k) => ({
    ...{ area, indicator, period: "2020", value: i * (k + 1), missing: null, unit: null, source: "S" },
    ...{ sex: "T", breakdowns: {}, attributes: {} },
  })),
);
/** As much of a store as an analysis reads and writes. */
const store = {
  catalogue: {
    indexes: {
      uncertainty: async () => null,
      definition: async () => ({ definition }),
      classifications: async () => [],
    },
  },
  releases: { observations: async () => observations },
  files: { put: async () => ({ sha256: "ab" }), discard: async () => undefined },
  transaction: async () => undefined,
} as unknown as Store;
const effects = { store, now: () => "2026-01-01T00:00:00Z", codeVersion: "test" } as unknown as Effects;
const run = {
  id: "x-1",
  definitionId: "x",
  definitionVersion: "1",
  release: "r-1",
  recipe: { inputs: [] } as never,
};

it("an analysis that whoever began it stopped is made for those who wait for it", async () => {
  const stopped = runUncertainty(effects, run, { signal: AbortSignal.abort() });
  const waiting = runUncertainty(effects, run);
  expect(await stopped).toMatchObject({ ok: false, problems: [{ code: "app.stopped" }] });
  expect(await waiting).toMatchObject({ ok: true, value: { record: { run: "x-1" } } });
});
