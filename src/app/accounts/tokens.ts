import { createHash } from "node:crypto";

/** A fresh 256-bit token as 43 letters that need no escaping in addresses and cookies. */
export const newToken = (randomBytes: (length: number) => Uint8Array): string =>
  Buffer.from(randomBytes(32)).toString("base64url");

/**
 * What is stored of a token. One round of SHA-256 is enough: unlike a password, 256 random bits cannot be
 * guessed from their hash.
 */
export const tokenHash = (token: string): string => createHash("sha256").update(token, "utf8").digest("hex");

/** Moment `hours` after `now`, both as ISO strings in UTC. */
export const hoursAfter = (now: string, hours: number): string =>
  new Date(Date.parse(now) + hours * 3_600_000).toISOString();
