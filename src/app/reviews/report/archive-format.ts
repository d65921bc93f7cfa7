// What an archive of a review looks like.

import { z } from "zod";

export const archiveFormat = "socle-review-archive/1";

export const archiveNames = {
  readme: "README.txt",
  head: "review.json",
  log: "log.jsonl",
  numbers: "numbers/",
  reports: "report/",
  texts: "data/texts/",
  protocol: "protocol.json",
  records: "data/records.csv",
} as const;

export const ArchiveHeadShape = z.object({
  format: z.literal(archiveFormat),
  review: z.string().min(1).max(100),
  title: z.string().max(1_000),
  events: z.int().min(1).max(10_000_000),
  /** The chained hash after the last event. */
  log: z.string().regex(/^[0-9a-f]{64}$/),
  codeVersion: z.string().max(200),
  madeAt: z.string().max(40),
  /** SHA-256 of every other part; archives from before this had none. */
  files: z.record(z.string().max(300), z.string().regex(/^[0-9a-f]{64}$/)).optional(),
});
export type ArchiveHead = z.output<typeof ArchiveHeadShape>;
