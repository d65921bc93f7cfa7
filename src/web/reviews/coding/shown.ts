// What the pages of coding show, as the API tells it.

import type { CallReply, routes } from "#contract";

export type CodingOverview = CallReply<typeof routes.reviewCoding>;
export type CodedPassages = CallReply<typeof routes.codedPassages>;
