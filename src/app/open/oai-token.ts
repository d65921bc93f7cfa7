// Resumption tokens: all that is needed to go on with a list, in the token itself, so that the server keeps
// nothing. They ask for public records only, so a changed token gets nobody what they could not ask for.

import { z } from "zod";
import { harvestKinds } from "#store";

const moment = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
const tokenShape = z.strictObject({
  verb: z.enum(["ListRecords", "ListIdentifiers"]),
  set: z.enum(harvestKinds).optional(),
  from: moment.optional(),
  until: moment.optional(),
  after: z.strictObject({
    kind: z.enum(harvestKinds),
    deleted: z.boolean(),
    at: moment,
    id: z.string().max(300),
  }),
  /** How many were given out before, and how many there were at the first request. */
  cursor: z.int().min(0),
  size: z.int().min(0),
  expires: moment,
});
export type ResumptionToken = z.output<typeof tokenShape>;

export const writeToken = (token: ResumptionToken): string =>
  Buffer.from(JSON.stringify(token), "utf8").toString("base64url");

/** @returns null for what is no token of ours, is for another verb, or has expired */
export function readToken(text: string, verb: ResumptionToken["verb"], now: string): ResumptionToken | null {
  if (text.length > 2_000) return null;
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
  } catch {
    return null;
  }
  const read = tokenShape.safeParse(value);
  if (!read.success || read.data.verb !== verb || read.data.expires < now) return null;
  return read.data;
}
