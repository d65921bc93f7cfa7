// Who prepares, publishes and withdraws releases.

import type { Role } from "#records";
import type { ActionRule } from "./action-rule.ts";

const numberWorkers: readonly Role[] = ["analyst", "manager", "administrator"];

export const releaseActions = {
  "release.prepare": {
    allowed: numberWorkers,
    does: "see releases before they are published and after they were withdrawn, check them and answer findings",
    because: "A figure under an embargo is seen by those who work on it and by nobody else.",
  },
  "release.publish": {
    allowed: numberWorkers,
    does: "publish a release, at once or at a stated time, and give a draft up",
    because: "Those who answer for the figures say when they are ready.",
  },
  "release.withdraw": {
    allowed: ["manager", "administrator"],
    does: "withdraw a published release",
    because: "What others cite is taken back by those who are responsible for the whole, with a reason.",
  },
} as const satisfies Readonly<Record<string, ActionRule>>;
