import { describe, expect, it } from "vitest";
import { accountRule, addressRule, attemptKeys, attemptLimit, pairRule } from "./attempt-limit.ts";

const clock = () => {
  let ms = 1_000_000;
  return { now: () => ms, pass: (seconds: number) => (ms += seconds * 1_000) };
};

describe("limits on attempts", () => {
  it("let the free failures pass, then double the wait up to the longest", () => {
    const time = clock();
    const limit = attemptLimit(time.now);
    const keys = [{ key: "k", rule: pairRule }];
    for (let i = 0; i < pairRule.free; i += 1) expect(limit.begin(keys)).toBe(0);
    const waits: number[] = [];
    for (let i = 0; i < 13; i += 1) {
      const wait = limit.begin(keys);
      waits.push(wait);
      time.pass(wait - 0.5);
      expect(limit.begin(keys)).toBe(1);
      time.pass(0.5);
      expect(limit.begin(keys)).toBe(0);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);
  });

  it("forget after an hour of quiet", () => {
    const time = clock();
    const limit = attemptLimit(time.now);
    const keys = [{ key: "k", rule: pairRule }];
    for (let i = 0; i < 30; i += 1) {
      limit.begin(keys);
      time.pass(901);
    }
    time.pass(3_601);
    for (let i = 0; i < pairRule.free; i += 1) expect(limit.begin(keys)).toBe(0);
  });

  it("give success no weight for other accounts of the same address", () => {
    const time = clock();
    const limit = attemptLimit(time.now);
    let refused = 0;
    for (let i = 0; i < 40; i += 1) {
      const own = attemptKeys("192.0.2.1", "own@example.org");
      if (limit.begin(own) === 0) limit.succeeded(own);
      if (limit.begin(attemptKeys("192.0.2.1", `victim${i}@example.org`)) > 0) refused += 1;
    }
    expect(refused).toBe(40 - addressRule.free);
  });

  it("slow an account tried from many addresses, but never shut its owner out for long", () => {
    const time = clock();
    const limit = attemptLimit(time.now);
    for (let i = 0; i < 500; i += 1) {
      const wait = limit.begin(attemptKeys(`192.0.${i >> 8}.${i & 255}`, "victim@example.org"));
      time.pass(wait);
    }
    expect(limit.begin(attemptKeys("198.51.100.1", "victim@example.org"))).toBeLessThanOrEqual(
      accountRule.longestSeconds,
    );
  });

  it("take an IPv6 network for one address, and a mapped IPv4 address for itself", () => {
    const network = (address: string) => attemptKeys(address, "")[1]?.key;
    expect(network("2001:db8:1:2:3:4:5:6")).toBe(network("2001:db8:1:2::9"));
    expect(network("2001:db8:1:2:3:4:5:6")).not.toBe(network("2001:db8:1:3:3:4:5:6"));
    expect(network("2001:db8::1")).toBe("address 2001:db8:0:0");
    expect(network("::1")).toBe("address 0:0:0:0");
    expect(network("::ffff:192.0.2.1")).toBe(network("192.0.2.1"));
  });

  it("keep no more keys than memory should hold", () => {
    const time = clock();
    const limit = attemptLimit(time.now);
    const first = [{ key: "first", rule: pairRule }];
    for (let i = 0; i < pairRule.free; i += 1) limit.begin(first);
    expect(limit.begin(first)).toBe(1);
    for (let i = 0; i < 50_001; i += 1) limit.begin([{ key: `flood ${i}`, rule: pairRule }]);
    expect(limit.begin(first)).toBe(0);
  });
});
