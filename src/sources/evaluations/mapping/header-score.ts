// How far the name of a column says that it holds a field.

import { folded } from "../folded.ts";
import { headerWords } from "./header-words.data.ts";
import { type MappingFieldId, mappingFieldIds } from "./mapping-fields.ts";

export type HeaderScore = { readonly score: number; readonly reason: string };

/** Letters and digits only, so that "Best Practicesor Lessons Learnt" is what it was meant to be. */
const squashed = (text: string): string => folded(text).replace(/[^\p{L}\p{N}]+/gu, "");

type Words = {
  /** Names that mean the field, and names that often do. */
  readonly sure: ReadonlySet<string>;
  readonly often: ReadonlySet<string>;
};

const wordsByField: ReadonlyMap<MappingFieldId, Words> = /* @__PURE__ */ new Map(
  mappingFieldIds.map((field) => {
    const [sure = "", often = ""] = headerWords[field].split("|");
    const list = (words: string) =>
      new Set(
        words
          .split(";")
          .map(squashed)
          .filter((word) => word !== ""),
      );
    return [field, { sure: new Set([...list(sure), squashed(field)]), often: list(often) }] as const;
  }),
);

/** What records of JSON and of spreadsheets put around a name: a path before it, a unit or a star behind it. */
function coresOf(header: string): readonly string[] {
  const last = header.split(".").at(-1) ?? header;
  const bare = header.replace(/\s*[([][^)\]]*[)\]]\s*$/, "").replace(/[*:#]+$/, "");
  return [...new Set([header, bare, last].map(squashed).filter((core) => core !== ""))];
}

/** Below this a longer name that holds a known one says too little. */
const shortestInside = 6;
const shortestNear = 6;

/** 0 to 1; 0 where nothing in the name points to the field. */
export function headerScore(field: MappingFieldId, header: string): HeaderScore {
  const words = wordsByField.get(field)!;
  let best: HeaderScore = { score: 0, reason: "" };
  const offer = (score: number, reason: string) => {
    if (score > best.score) best = { score, reason };
  };
  for (const core of coresOf(header)) {
    if (words.sure.has(core)) offer(0.95, `the column is called so`);
    if (words.often.has(core)) offer(0.62, `columns called so often hold it`);
    for (const word of words.sure) {
      if (word.length >= shortestInside && core.length > word.length && core.includes(word)) {
        const share = word.length / core.length;
        if (share > 0.45) offer(0.45 + 0.35 * share, `its name holds "${word}"`);
      }
    }
    if (core.length >= shortestNear && !words.sure.has(core))
      for (const word of words.sure)
        if (word.length >= shortestNear && isNearly(word, core)) offer(0.6, `its name is nearly "${word}"`);
  }
  return best;
}

/** Whether two words differ by a letter or so at one place: a slip of the hand, or a plural. */
function isNearly(a: string, b: string): boolean {
  const most = Math.max(1, Math.floor(b.length / 8));
  if (Math.abs(a.length - b.length) > most) return false;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return Math.max(a.length, b.length) - start - end <= most;
}
