import { expect, it } from "vitest";
import { seededRandom } from "#kernel";
import { type AdviceText, recurringAdvice } from "#oversight";
import type { AdviceCorrection } from "#records";
import { newAdviceSearch } from "./advice-thread.ts";

const words =
  "register extend publish train vendors pensions maternity funds carers homes schools ports".split(" ");

function invented(count: number): readonly AdviceText[] {
  const random = seededRandom(5);
  const word = () => words[Math.floor(random() * words.length)]! + Math.floor(random() * 40);
  return Array.from({ length: count }, (_, i) => ({
    id: `rec-${i}`,
    text: Array.from({ length: 12 }, word).join(" "),
    language: i % 3 === 0 ? ("fr" as const) : ("en" as const),
    report: `report-${i % 97}`,
  }));
}

const said = (kind: AdviceCorrection["kind"], a: string, b: string): AdviceCorrection => ({
  kind,
  a,
  b,
  at: "2026-01-01T00:00:00Z",
  by: "account-ana",
  reason: null,
});

it("finds in its thread what is found without, and leaves the program free meanwhile", async () => {
  const texts = invented(4_000);
  const corrections = [said("together", "rec-1", "rec-2"), said("apart", "rec-4", "rec-5")];
  const direct = recurringAdvice(texts, corrections);
  let step = direct.next();
  const begun = performance.now();
  while (!step.done) step = direct.next();
  const alone = performance.now() - begun;

  const search = newAdviceSearch(undefined);
  for (let from = 0; from < texts.length; from += 500) search.add(texts.slice(from, from + 500));
  let [last, longest, told] = [performance.now(), 0, 0];
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 2);
  const groups = await search.groups(corrections, () => told++);
  clearInterval(timer);
  await search.end();
  expect(groups).toEqual(step.value);
  expect(groups?.length).toBeGreaterThan(10);
  expect(told).toBeGreaterThan(0);
  expect(longest).toBeLessThan(Math.max(250, alone / 2));
});

it("gives null when it is stopped, at once", async () => {
  const stop = new AbortController();
  const search = newAdviceSearch(stop.signal);
  search.add(invented(20_000));
  const begun = performance.now();
  const groups = search.groups([], () => stop.abort());
  expect(await groups).toBeNull();
  await search.end();
  expect(performance.now() - begun).toBeLessThan(20_000);
  const never = newAdviceSearch(stop.signal);
  expect(await never.groups([], () => undefined)).toBeNull();
  await never.end();
});
