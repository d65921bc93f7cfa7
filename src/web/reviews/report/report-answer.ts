import type { CallReply, routes } from "#contract";

export type Report = CallReply<typeof routes.reviewReport>;
