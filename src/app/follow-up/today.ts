import { dayIn } from "#oversight";
import type { Effects } from "../effects.ts";

/** The day it is at the office: overdue is asked against it. The zone is a setting, UTC unless given. */
export const todayOf = (effects: Effects): string => dayIn(effects.now(), effects.timeZone ?? "UTC");
