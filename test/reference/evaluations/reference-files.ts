// Where the reference files and seed texts lie, and why a test is skipped where they do not.

import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

const root = resolve(import.meta.dirname, "../../..");
const reference = resolve(root, process.env["SOCLE_REFERENCE"] ?? "../shared/reference");

export const evaluationsReference = resolve(reference, "evaluations");
export const seeds = resolve(reference, "../seeds");
export const realEvaluations = resolve(reference, "../data/evaluations");

/** With CI=true nothing is skipped: an absent file fails the test that needs it. */
export const isAbsent = (path: string): boolean => process.env["CI"] !== "true" && !existsSync(path);

export const readJson = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));
export const readBytes = (path: string): Uint8Array => new Uint8Array(readFileSync(path));
