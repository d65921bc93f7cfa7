import type { Effects } from "../effects.ts";

/** An identifier that says nothing about the person and is never given twice (80 random bits). */
export const newAccountId = (effects: Pick<Effects, "randomBytes">): string =>
  `account-${Buffer.from(effects.randomBytes(10)).toString("hex")}`;
