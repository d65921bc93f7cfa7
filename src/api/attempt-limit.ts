// Limits on attempts to sign in, in the memory of the process. Pure of requests: keys and times in, waiting
// times out.

/** Failures that cost nothing, and how long the longest wait grows. */
export type AttemptRule = { readonly free: number; readonly longestSeconds: number };

export type AttemptLimit = {
  /**
   * Counts an attempt as failed until `succeeded` says otherwise, so that many at the same moment cannot
   * pass before the first has failed. Returns 0, or the seconds to wait.
   */
  begin(keys: readonly AttemptKey[]): number;
  succeeded(keys: readonly AttemptKey[]): void;
};

export type AttemptKey = { readonly key: string; readonly rule: AttemptRule };

/** One person mistyping; at most a quarter of an hour, so that a lock-out is a nuisance and no weapon. */
export const pairRule: AttemptRule = { free: 5, longestSeconds: 900 };
/** One address trying many accounts. */
export const addressRule: AttemptRule = { free: 20, longestSeconds: 900 };
/** One account tried from many addresses: slowed, never closed, or anyone could shut its owner out. */
export const accountRule: AttemptRule = { free: 50, longestSeconds: 30 };

/**
 * The keys of an attempt. Of an IPv6 address the first half counts: a household or a server has the whole
 * of the second to itself.
 */
export function attemptKeys(address: string, email: string): readonly AttemptKey[] {
  const network = networkOf(address);
  const account = email.trim().normalize("NFC").toLowerCase();
  return [
    { key: `pair ${network} ${account}`, rule: pairRule },
    { key: `address ${network}`, rule: addressRule },
    { key: `account ${account}`, rule: accountRule },
  ];
}

function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!address.includes(":")) return address;
  const [front = "", back] = address.split("::");
  const groups = front === "" ? [] : front.split(":");
  const after = back ? back.split(":") : [];
  const zeros = back === undefined ? 0 : 8 - groups.length - after.length;
  return [...groups, ...Array<string>(Math.max(0, zeros)).fill("0"), ...after].slice(0, 4).join(":");
}

const forgottenAfterSeconds = 3_600;
const mostKeys = 50_000;

/**
 * After the free failures each further one doubles the wait: 1 s, 2 s, 4 s … up to the rule's longest. A
 * key is forgotten an hour after its last attempt; the oldest go first when there are too many.
 *
 * @param nowMs the present moment in milliseconds
 */
export function attemptLimit(nowMs: () => number): AttemptLimit {
  const kept = new Map<string, { failures: number; openFrom: number; last: number }>();
  const current = (key: string, now: number) => {
    const state = kept.get(key);
    return state === undefined || now - state.last > forgottenAfterSeconds * 1_000 ? null : state;
  };
  return {
    begin(keys) {
      const now = nowMs();
      const wait = Math.max(0, ...keys.map(({ key }) => (current(key, now)?.openFrom ?? 0) - now));
      if (wait > 0) return Math.ceil(wait / 1_000);
      for (const { key, rule } of keys) {
        const failures = (current(key, now)?.failures ?? 0) + 1;
        const seconds =
          failures < rule.free ? 0 : Math.min(rule.longestSeconds, 2 ** Math.min(20, failures - rule.free));
        // Deleted first: a Map keeps the order of insertion, so the oldest stand in front.
        kept.delete(key);
        kept.set(key, { failures, openFrom: seconds === 0 ? 0 : now + seconds * 1_000, last: now });
      }
      for (const key of kept.keys()) {
        if (kept.size <= mostKeys) break;
        kept.delete(key);
      }
      return 0;
    },
    succeeded(keys) {
      const now = nowMs();
      for (const { key, rule } of keys) {
        const state = current(key, now);
        if (state === null) continue;
        // The pair is proven right; wider counts only take this one attempt back.
        const failures = rule === pairRule ? 0 : state.failures - 1;
        if (failures <= 0) kept.delete(key);
        else kept.set(key, { ...state, failures, openFrom: 0 });
      }
    },
  };
}
