// The shapes of a review.

export * from "./act.ts";
export * from "./anchor.ts";
export * from "./appraisal.ts";
export * from "./coding.ts";
export * from "./extraction.ts";
export * from "./member.ts";
export * from "./member-task.ts";
export * from "./overall-rating.ts";
export * from "./protocol.ts";
export * from "./report.ts";
export * from "./review.ts";
export * from "./review-record.ts";
export * from "./screening.ts";
export * from "./synthesis.ts";
