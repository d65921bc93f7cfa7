import type { CallReply, routes } from "#contract";

/** One recommendation as the API tells it. */
export type Shown = CallReply<typeof routes.recommendation>;
/** A step that is open, or not and why. */
export type Next = Shown["next"][number];
