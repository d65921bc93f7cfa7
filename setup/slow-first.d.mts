import { BaseSequencer } from "vitest/node";

/** Puts the slow test files first. */
export class SlowFirst extends BaseSequencer {}
