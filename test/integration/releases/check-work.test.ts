// The check of a release as long work: answered while it goes on, stopped, left by a program that ended, gone on
// with by the next one; recorded once or not at all.

import { writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, it, vi } from "vitest";
import { type Effects, resumeChecks, stopChecks, useCases } from "#app";
import type { Result } from "#kernel";
import { type Actor, visitor } from "#records";
import type { Store } from "#store";
import { describeOnEngines, sharedStore, steppingClock } from "../store/engines.ts";

const answered = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};
const analyst: Actor = { id: "ana", role: "analyst", kind: "account" };
const id = "long-1";
const patience = { timeout: 20_000, interval: 20 };

describeOnEngines("a check that takes long", (engine) => {
  const store = sharedStore(engine);
  const now = steppingClock();
  /** A process of its own over the same store; its checks wait until they are let go, or stopped. */
  const process = (isHeld: boolean) => {
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const begun = vi.fn();
    const interrupted = vi.fn();
    const own: Store = Object.create(store(), {
      releases: {
        value: Object.create(store().releases, {
          findings: {
            async value(
              ...[files, earlier, question, progress, signal]: Parameters<Store["releases"]["findings"]>
            ) {
              begun();
              progress?.({ label: "checking", done: 3, total: 9, unit: "rows" });
              const stopped = new Promise<never>((_, refuse) => {
                signal?.addEventListener("abort", () => {
                  interrupted();
                  refuse(new Error("interrupted"));
                });
              });
              if (isHeld) await Promise.race([held, stopped]);
              return store().releases.findings(files, earlier, question, progress, signal);
            },
          },
        }),
      },
    });
    const effects: Effects = {
      store: own,
      now,
      randomBytes: (n) => new Uint8Array(n),
      codeVersion: "test",
      address: "http://localhost",
    };
    return { effects, begun, interrupted, letGo };
  };
  const acts = async () => (await store().catalogue.releases.events(id)).map(({ act }) => act.kind);
  const work = () => store().catalogue.releaseChecks.of(id);

  beforeAll(async () => {
    const path = join(await mkdtemp(join(tmpdir(), "socle-check-")), "long.csv");
    writeFileSync(path, "area,indicator,period,value,unit,source\nFRA,A,2020,1,PT,ILO\n");
    answered(
      await useCases.importObservations(process(false).effects, analyst, {
        ...{ name: "long.csv", series: "long", origin: "real", draft: "true" },
        upload: { path, name: "long.csv" },
      }),
    );
  });

  it("is stopped by a person, for all who wait for it, and nothing of it is kept", async () => {
    const { effects, begun, interrupted } = process(true);
    const asked = [1, 2].map(() => useCases.checkRelease(effects, analyst, { id }));
    await vi.waitFor(async () =>
      expect(await work()).toMatchObject({ state: "checking", done: 3, total: 9 }),
    );
    const seen = answered(await useCases.releaseChecks(effects, analyst, { id }));
    expect(seen).toMatchObject({ check: null, work: { state: "checking", askedBy: "ana" } });
    expect((await useCases.stopReleaseCheck(effects, visitor, { id })).ok).toBe(false);
    expect(answered(await useCases.stopReleaseCheck(effects, analyst, { id })).work?.state).toBe("stopped");
    for (const one of asked) expect(answered(await one).work?.state).toBe("stopped");
    expect(begun).toHaveBeenCalledTimes(1);
    expect(interrupted).toHaveBeenCalledTimes(1);
    expect(await acts()).toEqual(["drafted"]);
    const again = await useCases.stopReleaseCheck(effects, analyst, { id });
    expect(again).toMatchObject({ ok: false, problems: [{ code: "app.check-not-under-way" }] });
    await stopChecks(effects);
  });

  it("answers after a while that it goes on, and records once what was asked for twice", async () => {
    const { effects, begun, letGo } = process(true);
    const [one] = await Promise.all([1, 2].map(() => useCases.checkRelease(effects, analyst, { id })));
    expect(answered(one!)).toMatchObject({ check: null, work: { state: "checking" } });
    letGo();
    await vi.waitFor(async () => expect(await work()).toBeNull(), patience);
    expect(begun).toHaveBeenCalledTimes(1);
    expect(await acts()).toEqual(["drafted", "checked"]);
    await stopChecks(effects);
  });

  it("goes on in the next process, whether the one before ended by itself or was killed", async () => {
    const first = process(true);
    const asked = useCases.checkRelease(first.effects, analyst, { id });
    await vi.waitFor(() => expect(first.begun).toHaveBeenCalled(), patience);
    await stopChecks(first.effects);
    await asked;
    expect(await work()).toMatchObject({ state: "queued", attempts: 0 });
    // What a killed process leaves: begun, and nobody at it.
    expect(await store().catalogue.releaseChecks.take()).toMatchObject({ release: id, attempts: 1 });
    const second = process(false);
    resumeChecks(second.effects);
    await vi.waitFor(async () => expect(await work()).toBeNull(), patience);
    expect(await acts()).toEqual(["drafted", "checked", "checked"]);
    await stopChecks(second.effects);
  });

  it("is given up when it has ended the program three times, and can be asked for again", async () => {
    const { releaseChecks } = store().catalogue;
    await releaseChecks.ask(id, now(), "ana");
    for (const attempts of [1, 2, 3]) {
      expect(await releaseChecks.take(id)).toMatchObject({ attempts });
      if (attempts < 3) await store().catalogue.releaseChecks.recover(3, { code: "x", message: "x", at: {} });
    }
    const { effects } = process(false);
    resumeChecks(effects);
    await vi.waitFor(async () =>
      expect(await work()).toMatchObject({ state: "failed", problems: [{ code: "app.check-failed" }] }),
    );
    expect(answered(await useCases.checkRelease(effects, analyst, { id })).work).toBeNull();
    expect(await acts()).toEqual(["drafted", "checked", "checked", "checked"]);
    await stopChecks(effects);
  });
});
