// Finding a code by typing, and making one of a name that is none. Pure.

import type { CallReply, routes } from "#contract";

export type Code = CallReply<typeof routes.codedRecord>["codes"][number];

const folded = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();

/** The names from the root to a code. */
export function pathNames(codes: readonly Code[], id: string): readonly string[] {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const names: string[] = [];
  for (let one = byId.get(id); one; one = one.parent === null ? undefined : byId.get(one.parent))
    names.unshift(one.name);
  return names;
}

/** The steps of what was typed: `Financing / Contributions` names a code below another. */
const stepsOf = (typed: string): readonly string[] =>
  typed
    .split("/")
    .map((step) => step.trim())
    .filter(Boolean);

/**
 * The codes that fit what was typed, in the order of the tree: every word stands in the name or in the names
 * above it. All of them where nothing was typed.
 */
export function foundCodes(codes: readonly Code[], typed: string): readonly Code[] {
  const words = folded(typed.replaceAll("/", " ")).split(/\s+/).filter(Boolean);
  if (words.length === 0) return codes;
  const found = codes.filter((code) => {
    const path = folded(pathNames(codes, code.id).join(" "));
    const name = folded(code.name);
    return words.every((word) => path.includes(word)) && words.some((word) => name.includes(word));
  });
  // What begins as it was typed stands first; the others stay in the order of the tree.
  const begins = (code: Code) => folded(code.name).startsWith(folded(stepsOf(typed).at(-1) ?? ""));
  return [...found.filter(begins), ...found.filter((code) => !begins(code))];
}

/** What would have to be made so that the typed name is a code: the names not there yet, under which code. */
export function missingCode(
  codes: readonly Code[],
  typed: string,
): { readonly parent: string | null; readonly names: readonly string[] } | null {
  const steps = stepsOf(typed);
  let parent: string | null = null;
  for (const [at, step] of steps.entries()) {
    const here: Code | undefined = codes.find(
      (code) => code.parent === parent && folded(code.name) === folded(step),
    );
    if (!here) return { parent, names: steps.slice(at) };
    parent = here.id;
  }
  return null;
}

/** The place of a code among those with the same parent. */
export const placeAmong = (codes: readonly Code[], code: Code): number =>
  codes.filter(({ parent }) => parent === code.parent).findIndex(({ id }) => id === code.id);

export const codeMoves = ["up", "down", "in", "out"] as const;
export type CodeMove = (typeof codeMoves)[number];

/** Where a step by keyboard takes a code: parent and place among its children; null where it cannot go. */
export function movedTo(
  codes: readonly Code[],
  id: string,
  move: CodeMove,
): { readonly parent: string | null; readonly position: number } | null {
  const code = codes.find((one) => one.id === id);
  if (!code) return null;
  const siblings = codes.filter(({ parent }) => parent === code.parent);
  const at = siblings.findIndex((one) => one.id === id);
  switch (move) {
    case "up":
      return at > 0 ? { parent: code.parent, position: at - 1 } : null;
    case "down":
      return at < siblings.length - 1 ? { parent: code.parent, position: at + 1 } : null;
    case "in": {
      const before = siblings[at - 1];
      return before
        ? { parent: before.id, position: codes.filter(({ parent }) => parent === before.id).length }
        : null;
    }
    case "out": {
      const parent = codes.find((one) => one.id === code.parent);
      return parent ? { parent: parent.parent, position: placeAmong(codes, parent) + 1 } : null;
    }
  }
}
