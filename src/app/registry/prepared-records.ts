// Records made ready outside of the transaction that keeps them: read, compared and written as text. They wait
// compressed; two hundred thousand of them take some dozens of megabytes instead of hundreds.

import { promisify } from "node:util";
import { deflateRaw, inflateRaw } from "node:zlib";
import type { Result } from "#kernel";
import type { Evaluation } from "#records";
import type { PreparedRecord } from "#store";

const packed = promisify(deflateRaw);
const unpacked = promisify(inflateRaw);
/** The quickest level: records of one file repeat each other so much that the others win little. */
const level = 1;

export type PreparedRecords = {
  /** Records that wait. */
  readonly size: () => number;
  /** @param records some hundreds at most, with the versions they are to supersede */
  add(records: readonly { readonly record: Evaluation; readonly standing: number | null }[]): Promise<void>;
  /** In the order and the parts in which they came. */
  parts(): AsyncGenerator<readonly PreparedRecord[]>;
};

export function preparedRecords(): PreparedRecords {
  const waiting: { readonly of: readonly Omit<PreparedRecord, "json">[]; readonly bytes: Buffer }[] = [];
  let size = 0;
  return {
    size: () => size,
    async add(records) {
      if (records.length === 0) return;
      // JSON text holds no line end of its own.
      const text = records.map(({ record }) => JSON.stringify(record)).join("\n");
      const of = records.map(({ record: { id }, standing }) => ({ id, standing }));
      waiting.push({ of, bytes: await packed(text, { level }) });
      size += records.length;
    },
    async *parts() {
      for (const { of, bytes } of waiting) {
        const texts = (await unpacked(bytes)).toString("utf8").split("\n");
        yield of.map((one, i) => ({ ...one, json: texts[i]! }));
      }
    },
  };
}

const attempts = 3;

/**
 * Prepares and keeps; where somebody changed one of the records in between, prepares anew from what stands
 * then. Their work is not lost, and nobody waits while records are prepared.
 */
export async function keptPrepared<P, T>(
  prepare: () => Promise<Result<P>>,
  keep: (prepared: P) => Promise<Result<T>>,
): Promise<Result<T>> {
  for (let attempt = 1; ; attempt++) {
    const prepared = await prepare();
    if (!prepared.ok) return prepared;
    const kept = await keep(prepared.value);
    if (kept.ok || attempt === attempts || kept.problems[0]?.code !== "store.records-moved") return kept;
  }
}
