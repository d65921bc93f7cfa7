import { isDeepStrictEqual } from "node:util";
import { storableJson } from "./storable-text.ts";

export type VersionCounts = {
  readonly added: number;
  readonly superseded: number;
  readonly unchanged: number;
};

/** What stands, by key, and the number of its version. */
export type CurrentVersion = { readonly version: number; readonly value: unknown };

/**
 * Compares what is to be stored with what stands: equal values stay, the others get the next version.
 * A key given twice counts once, the last value wins. `lastVersions` knows superseded ones too, so that a
 * record that comes back after having gone does not reuse a number.
 */
export function planVersions<T>(
  current: ReadonlyMap<string, CurrentVersion>,
  lastVersions: ReadonlyMap<string, number>,
  wanted: ReadonlyMap<string, T>,
): {
  readonly insert: readonly { readonly key: string; readonly version: number; readonly value: T }[];
  readonly supersede: readonly string[];
  readonly counts: VersionCounts;
} {
  const insert: { key: string; version: number; value: T }[] = [];
  const supersede: string[] = [];
  let unchanged = 0;
  for (const [key, value] of wanted) {
    const standing = current.get(key);
    if (standing && isDeepStrictEqual(standing.value, JSON.parse(storableJson(value)))) {
      unchanged++;
      continue;
    }
    if (standing) supersede.push(key);
    insert.push({ key, version: (lastVersions.get(key) ?? 0) + 1, value });
  }
  return { insert, supersede, counts: { added: insert.length, superseded: supersede.length, unchanged } };
}
