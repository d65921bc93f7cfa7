// What the pages of the synthesis are given.

import type { CallReply, routes } from "#contract";

export type Synthesis = CallReply<typeof routes.reviewSynthesis>;
export type Finding = Synthesis["findings"][number];
export type EvidenceMap = CallReply<typeof routes.reviewMap>;
