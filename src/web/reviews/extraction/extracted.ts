import type { CallReply, routes } from "#contract";

/** What was extracted from one report as the server tells it. */
export type Extracted = CallReply<typeof routes.extractedRecord>;
