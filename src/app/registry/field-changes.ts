import { isDeepStrictEqual } from "node:util";

/** Fields that say how a record is kept, not what is known. */
const kept: ReadonlySet<string> = new Set(["id", "provenance", "valueOrigins"]);

export type FieldChange = { field: string; before: unknown; after: unknown };

/** The fields in which two versions of a record differ, in the order of the record. */
export function fieldChanges(before: object | null, after: object | null): FieldChange[] {
  const was = (before ?? {}) as Readonly<Record<string, unknown>>;
  const is = (after ?? {}) as Readonly<Record<string, unknown>>;
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((field) => !kept.has(field) && !isDeepStrictEqual(was[field], is[field]))
    .filter((field) => !(isEmpty(was[field]) && isEmpty(is[field])))
    .map((field) => ({ field, before: was[field] ?? null, after: is[field] ?? null }));
}

/** Nothing said: a new record is described by what it says, not by all it leaves open. */
const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === false ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === "object" && Object.keys(value).length === 0);
