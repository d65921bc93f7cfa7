import type { DuplicateDecision } from "#records";
import { type SimilarPair, similarTitles } from "#statistics";
import type { RecordFeatures } from "#store";

export type DuplicateReason =
  | "same-link"
  | "same-title"
  | "similar-title"
  | "same-symbol"
  | "same-year"
  | "same-country";

export type DuplicatePair = {
  readonly first: string;
  readonly second: string;
  readonly likeness: number;
  readonly reasons: readonly DuplicateReason[];
};

export type DuplicateGroup = {
  readonly members: readonly string[];
  readonly pairs: readonly DuplicatePair[];
};

const likeEnough = 0.8;

/**
 * Groups of records that may be about one evaluation, each pair with its reasons. Proposed are records with
 * the same address of the report, and records with titles alike that share year, country or symbol, or whose
 * titles are the same. A mid-term and a final evaluation of one project are two evaluations, whatever their
 * titles: records whose timing differs are proposed only where they lead to the same file. Pairs people have
 * decided on are left out.
 *
 * Cost: that of `similarTitles`, and one look at each address.
 */
export function duplicateGroups(
  records: readonly RecordFeatures[],
  decided: readonly DuplicateDecision[],
): readonly DuplicateGroup[] {
  const settled = new Set(decided.map(({ first, second }) => `${first}\n${second}`));
  const pairs = new Map<string, DuplicatePair>();
  const files = byAddress(records);
  const look = (a: RecordFeatures, b: RecordFeatures, likeness: number) => {
    const [one, other] = a.id < b.id ? [a, b] : [b, a];
    const key = `${one.id}\n${other.id}`;
    if (one.id === other.id || settled.has(key) || pairs.has(key)) return;
    const reasons = reasonsFor(one, other, likeness, files);
    if (isProposed(one, other, reasons))
      pairs.set(key, { first: one.id, second: other.id, likeness, reasons });
  };
  for (const { first, second, likeness } of similarPairs(records))
    look(records[first] as RecordFeatures, records[second] as RecordFeatures, likeness);
  for (const same of files.values())
    for (const other of same.slice(1)) look(same[0] as RecordFeatures, other, 0);
  return connected([...pairs.values()]);
}

const similarPairs = (records: readonly RecordFeatures[]): readonly SimilarPair[] =>
  similarTitles(
    records.map(({ title }) => title),
    likeEnough,
  );

function reasonsFor(
  a: RecordFeatures,
  b: RecordFeatures,
  likeness: number,
  files: ReadonlyMap<string, readonly RecordFeatures[]>,
): readonly DuplicateReason[] {
  const link = address(a);
  return [
    ...(link !== null && link === address(b) && files.has(link) ? (["same-link"] as const) : []),
    ...(likeness >= 0.999 ? (["same-title"] as const) : likeness > 0 ? (["similar-title"] as const) : []),
    ...(a.symbol !== null && a.symbol === b.symbol ? (["same-symbol"] as const) : []),
    ...(a.year !== null && a.year === b.year ? (["same-year"] as const) : []),
    ...(a.countries.some((code) => b.countries.includes(code)) ? (["same-country"] as const) : []),
  ];
}

function isProposed(a: RecordFeatures, b: RecordFeatures, reasons: readonly DuplicateReason[]): boolean {
  if (reasons.includes("same-link")) return true;
  if (a.timing !== null && b.timing !== null && a.timing !== b.timing) return false;
  if (reasons.includes("same-title")) return true;
  return (
    reasons.includes("similar-title") &&
    reasons.some((reason) => ["same-symbol", "same-year", "same-country"].includes(reason))
  );
}

/** An address that more records share is that of a list they all stand in, not of a report. */
const mostOfOneFile = 4;

/** Addresses without what does not change where they lead. */
const address = ({ link }: RecordFeatures): string | null =>
  link === null
    ? null
    : link
        .trim()
        .toLowerCase()
        .replace(/^https?:\/\/(www\.)?/, "")
        .replace(/#.*$/, "")
        .replace(/\/+$/, "");

function byAddress(records: readonly RecordFeatures[]): ReadonlyMap<string, readonly RecordFeatures[]> {
  const groups = new Map<string, RecordFeatures[]>();
  for (const record of records) {
    const key = address(record);
    if (key === null) continue;
    const known = groups.get(key);
    if (known) known.push(record);
    else groups.set(key, [record]);
  }
  return new Map([...groups].filter(([, same]) => same.length > 1 && same.length <= mostOfOneFile));
}

function connected(pairs: readonly DuplicatePair[]): readonly DuplicateGroup[] {
  const groupOf = new Map<string, Set<string>>();
  for (const { first, second } of pairs) {
    const united = new Set([...(groupOf.get(first) ?? [first]), ...(groupOf.get(second) ?? [second])]);
    for (const id of united) groupOf.set(id, united);
  }
  return [...new Set(groupOf.values())]
    .map((members) => ({
      members: [...members].sort(),
      pairs: pairs.filter(({ first }) => members.has(first)),
    }))
    .sort((a, b) => ((a.members[0] ?? "") < (b.members[0] ?? "") ? -1 : 1));
}
