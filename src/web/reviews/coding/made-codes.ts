import { newKey } from "../use-acts.ts";
import { nextColour } from "./code-colours.ts";
import type { Code } from "./code-search.ts";
import type { Act } from "./use-coding-acts.ts";

/** The acts that make codes of some names, each below the one before, and the last of them. */
export function madeCodes(
  codes: readonly Code[],
  parent: string | null,
  names: readonly string[],
): { readonly acts: readonly Act[]; readonly last: string } {
  const colour = nextColour(codes);
  let above = parent;
  const acts = names.map((name): Act => {
    const id = newKey();
    const act: Act = {
      kind: "code.defined",
      id,
      parent: above,
      name,
      colour,
      description: "",
      codable: true,
    };
    above = id;
    return act;
  });
  return { acts, last: above ?? "" };
}
