import { Buffer } from "node:buffer";
import type { Effects } from "../effects.ts";

/** A key for an act that begins on the server. */
export const randomKey = (effects: Effects): string =>
  Buffer.from(effects.randomBytes(16)).toString("base64url");
