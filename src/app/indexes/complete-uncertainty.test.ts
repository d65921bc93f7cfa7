import { expect, it, vi } from "vitest";
import type { StoredIndexUncertainty } from "#records";
import type { Effects } from "../effects.ts";
import { completeUncertainty, stopUncertainty } from "./complete-uncertainty.ts";

const made = vi.hoisted(() => ({
  by: async (_run: string, _signal: AbortSignal): Promise<void> => undefined,
}));
vi.mock("./uncertainty.ts", () => ({
  runUncertainty: (_: Effects, run: { id: string }, work: { signal: AbortSignal }) =>
    made.by(run.id, work.signal),
}));

const effectsOver = (runs: readonly string[], have: readonly string[]) =>
  ({
    store: {
      catalogue: {
        indexes: {
          runs: async () => runs.map((id) => ({ id })),
          uncertainty: async (run: string): Promise<Pick<StoredIndexUncertainty, "run"> | null> =>
            have.includes(run) ? { run } : null,
        },
      },
    },
  }) as unknown as Effects;

it("makes the analyses that are lacking, in their order, whatever becomes of one of them", async () => {
  const asked: string[] = [];
  made.by = async (run) => {
    asked.push(run);
    if (run === "c") throw new Error("its release is gone");
  };
  const effects = effectsOver(["d", "c", "b", "a"], ["b"]);
  await Promise.all([completeUncertainty(effects), completeUncertainty(effects)]);
  expect(asked).toEqual(["d", "c", "a"]);
});

it("gives up what is under way when the server ends, and begins nothing more", async () => {
  const asked: string[] = [];
  made.by = (run, signal) => {
    asked.push(run);
    return new Promise((resolve) => signal.addEventListener("abort", () => resolve()));
  };
  const effects = effectsOver(["b", "a"], []);
  const all = completeUncertainty(effects);
  await vi.waitFor(() => expect(asked).toEqual(["b"]));
  await stopUncertainty(effects);
  await all;
  expect(asked).toEqual(["b"]);
});
