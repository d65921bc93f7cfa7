import { followUpRow, followUpState } from "#oversight";
import type { Effects } from "../effects.ts";
import { todayOf } from "./today.ts";

const pageSize = 1_000;

/**
 * The row of each recommendation computed again from its events.
 *
 * @param only `recommendation:ID`, or all when absent
 * @param compare is told what stands and what came out, for each
 */
export async function verifyFollowUp(
  effects: Effects,
  only: string | undefined,
  compare: (id: string, stored: unknown, recomputed: unknown) => void,
): Promise<void> {
  const today = todayOf(effects);
  for (let after: string | null = null; ; ) {
    const page = await effects.store.catalogue.recommendations.page(after, pageSize);
    for (const { id, row, events } of page) {
      const name = `recommendation:${id}`;
      if (only !== undefined && only !== name) continue;
      const state = followUpState(events, today);
      compare(name, row, state.ok ? followUpRow(id, events, state.value) : null);
    }
    if (page.length < pageSize) return;
    after = page.at(-1)!.id;
  }
}
