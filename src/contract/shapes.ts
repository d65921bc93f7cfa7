// The shapes of answers shared by API and web. Named components of the OpenAPI document.

export * from "./shapes-evidence.ts";
export * from "./shapes-follow-up.ts";
export * from "./shapes-lessons.ts";
export * from "./shapes-numbers.ts";
export * from "./shapes-profile.ts";
export * from "./shapes-reading.ts";
export * from "./shapes-registry.ts";
export * from "./shapes-review-anchor.ts";
export * from "./shapes-review-appraisal.ts";
export * from "./shapes-review-appraisal-views.ts";
export * from "./shapes-review-coding.ts";
export * from "./shapes-review-coding-views.ts";
export * from "./shapes-review-extraction.ts";
export * from "./shapes-review-protocol.ts";
export * from "./shapes-review-records.ts";
export * from "./shapes-review-report.ts";
export * from "./shapes-review-screening.ts";
export * from "./shapes-review-screening-views.ts";
export * from "./shapes-review-synthesis.ts";
export * from "./shapes-review-synthesis-views.ts";
export * from "./shapes-reviews.ts";
export * from "./shapes-search.ts";
export * from "./shapes-shared.ts";
export * from "./shapes-tables.ts";
export * from "./shapes-work.ts";
