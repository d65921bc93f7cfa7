import type { CallReply, routes } from "#contract";

/** A table that was handed in, with what is proposed for it. */
export type OpenedTable = CallReply<typeof routes.draftTable>;
