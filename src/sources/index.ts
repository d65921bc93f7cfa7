// The door of `sources`: one folder a kind, strangers to each other.

export * from "./evaluations/index.ts";
