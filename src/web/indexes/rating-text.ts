// The sentences about a rating: why there is no score, what a flag means. Codes come from the run; a code
// of a later version is shown as it is.

import { hasWord, type Say } from "../i18n.ts";

/** The word for a code of the family (`reason`, `flag`, `runFlag`, `dropped`, `missing`, `status`), else the code. */
export const codeText = (say: Say, family: string, code: string): string =>
  hasWord("charts", `code.${family}.${code}`) ? say(`code.${family}.${code}`) : code;

/** Colour and form of the marks of the country groups, the same on every page. */
export const groupMark = {
  pacesetter: { colour: 1, shape: "circle" },
  pragmatist: { colour: 4, shape: "square" },
  conventional: { colour: 2, shape: "triangle" },
  "much-to-be-done": { colour: 3, shape: "diamond" },
  unclassified: { colour: 6, shape: "circle" },
} as const;

export const markOfGroup = (group: string | null) =>
  groupMark[group as keyof typeof groupMark] ?? groupMark.unclassified;

/** Marks of the three sub-indexes beside the index itself. */
export const roleMark = {
  input: { colour: 4, shape: "square" },
  process: { colour: 2, shape: "triangle" },
  outcome: { colour: 3, shape: "diamond" },
} as const;
