// The shapes of a review.

export * from "./act.ts";
export * from "./anchor.ts";
export * from "./protocol.ts";
export * from "./review.ts";
export * from "./review-record.ts";
export * from "./screening.ts";
