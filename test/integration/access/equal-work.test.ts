// A refused sign-in must not tell who has an account. Counted, not timed: the one costly step is argon2,
// and it is done once with the same parameters whether the address is known or not.

import { type argon2, randomBytes } from "node:crypto";
import { beforeEach, expect, it, vi } from "vitest";

const derived = vi.hoisted(() => ({ calls: [] as unknown[] }));
vi.mock("node:crypto", async (original) => {
  const real = await original<{ argon2: typeof argon2 }>();
  const counted = ((algorithm: never, parameters: object, done: never) => {
    const { memory, passes, parallelism, tagLength } = parameters as Record<string, number>;
    derived.calls.push({ algorithm, memory, passes, parallelism, tagLength });
    return real.argon2(algorithm, parameters as never, done);
  }) as typeof argon2;
  return { ...real, argon2: counted };
});

const { checkPassword, hashPassword } = await import("../../../src/app/accounts/password-hash.ts");

beforeEach(() => {
  derived.calls.length = 0;
});

it("does the same work for an unknown address as for a known one", async () => {
  const hash = await hashPassword("correct horse battery", (length) => randomBytes(length));
  derived.calls.length = 0;
  expect(await checkPassword("a wrong password", hash)).toEqual({ fits: false, renew: false });
  const known = [...derived.calls];
  derived.calls.length = 0;
  expect(await checkPassword("a wrong password", null)).toEqual({ fits: false, renew: false });
  expect(known.length).toBe(1);
  expect(derived.calls).toEqual(known);
});
