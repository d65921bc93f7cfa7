import type { CallReply, routes } from "#contract";

/** The appraisal of one report as the server tells it. */
export type Appraised = CallReply<typeof routes.appraisedRecord>;
