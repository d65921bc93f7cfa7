// Open to the world: what other catalogues, search engines and reference managers are told of records. The
// server comes in by this door for the heads of pages.

export { pageHead } from "./page-head.ts";
