import { createHash } from "node:crypto";
import type { Sha256 } from "#kernel";

/** JSON with keys in code-point order and no blanks: equal values have equal bytes, whoever wrote them. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const entries = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(",")}}`;
  }
  return JSON.stringify(value) ?? "null";
}

export const sha256Of = (bytes: string | Uint8Array): Sha256 =>
  createHash("sha256").update(bytes).digest("hex") as Sha256;
