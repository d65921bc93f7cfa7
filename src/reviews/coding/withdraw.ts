// Taking back: an act of coding is undone where nothing later touched what it changed, and what stood before
// still fits. Undoing an undoing does the act again.

import { type Problem, problem } from "#kernel";
import type { ReviewState } from "../state.ts";
import { nameTaken } from "./code-acts.ts";
import type { Code, Coding, DoneAct } from "./coding-state.ts";
import { isCompared, isFrozen } from "./double-coding.ts";

/** Why an act cannot be taken back now; none = it can. */
export function withdrawalProblems(state: ReviewState, event: number, by: string): readonly Problem[] {
  const act = state.coding.acts.get(event);
  const refuse = (message: string): readonly Problem[] => [
    problem("reviews.cannot-withdraw", `${message} Nothing was recorded.`, { field: "event" }),
  ];
  if (!act) return refuse(`Act ${event} is none of coding that could be taken back.`);
  if (act.by !== by && by !== "operator")
    return refuse(`Act ${event} was done by somebody else, and everybody takes back only what is their own.`);
  if (act.withdrawn !== null) return refuse(`Act ${event} was taken back already.`);
  if (act.kind === "coding.submitted" && act.record !== null && isCompared(state, act.record))
    return refuse(
      "Both have submitted this report and may have seen each other's codes, so it is no longer independent work. Settle the two instead.",
    );
  if (act.kind !== "coding.submitted" && act.record !== null && isFrozen(state, act.record, act.by))
    return refuse(
      "You have submitted this report. Take the submission back first, while the other is not in.",
    );
  const touchedLater = act.touches.some(
    ({ table, key, markAfter }) => state.coding.latest.get(`${table} ${key}`) !== markAfter,
  );
  if (touchedLater)
    return refuse(
      `Something later changed what act ${event} had made. Take that back first, or change it anew.`,
    );
  const misfit = unfit(state, act);
  return misfit === null ? [] : refuse(misfit);
}

/** What would not fit if the rows before an act stood again; null = all fits. */
function unfit(state: ReviewState, { touches }: DoneAct): string | null {
  const restored = new Map(touches.map(({ table, key, before }) => [`${table} ${key}`, before]));
  const codeThere = (id: string) =>
    restored.has(`codes ${id}`) ? restored.get(`codes ${id}`) !== null : state.coding.codes.has(id);
  for (const { table, key, before } of touches) {
    if (table === "codes" && before !== null) {
      const code = before as Code;
      if (code.parent !== null && !codeThere(code.parent))
        return `The code "${code.name}" would stand under one that is gone.`;
      const others = [...restored.keys()].flatMap((name) =>
        name.startsWith("codes ") ? [name.slice("codes ".length)] : [],
      );
      if (nameTaken(state, code.parent, code.name, others).length > 0)
        return `A code "${code.name}" stands there already.`;
    }
    if (table === "codes" && before === null) {
      for (const coding of state.coding.codings.values()) {
        const then = (restored.get(`codings ${coding.id}`) ?? coding) as Coding;
        if (!restored.has(`codings ${coding.id}`) || restored.get(`codings ${coding.id}`) !== null)
          if (then.status !== "rejected" && then.codes.includes(key))
            return "Codings carry the code by now. Put them under another code first.";
      }
      for (const code of state.coding.codes.values()) {
        const then = restored.has(`codes ${code.id}`)
          ? (restored.get(`codes ${code.id}`) as Code | null)
          : code;
        if (then?.parent === key) return "Other codes stand under the code by now. Move them first.";
      }
    }
    if (table === "codings" && before !== null) {
      const gone = (before as Coding).codes.find((id) => !codeThere(id));
      if (gone !== undefined) return "The coding would carry a code that is gone.";
    }
  }
  return null;
}

export type NextTurn = { readonly event: number; readonly kind: string; readonly record: string | null };

/** What undoing and doing again would do for somebody: the last own acts that can be. */
export function nextTurns(
  state: ReviewState,
  by: string,
): { readonly undo: NextTurn | null; readonly redo: NextTurn | null } {
  const own = state.coding.actsOf.get(by) ?? [];
  const shown = (act: DoneAct): NextTurn => ({ event: act.event, kind: act.kind, record: act.record });
  let undo: NextTurn | null = null;
  let redo: NextTurn | null = null;
  let fresh = false;
  for (let at = own.length - 1; at >= 0 && (undo === null || !fresh); at--) {
    const act = state.coding.acts.get(own[at] ?? 0);
    if (!act) continue;
    const stands = act.withdrawn === null;
    if (act.sense === "undo" && stands && redo === null && !fresh) redo = shown(act);
    if (act.sense !== "undo" && stands && undo === null) undo = shown(act);
    // What was done anew since leaves nothing to do again.
    if (act.sense === "do" && stands) fresh = true;
  }
  return { undo, redo };
}
