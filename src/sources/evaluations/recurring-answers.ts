// Answers that stand below each recommendation under a name of the office's own (“Prise de position :”), or
// under none. No list knows all their names; that the same name comes back below recommendations, with a verdict
// behind it, tells them.

import type { Block } from "#documents";
import { announcerOf, passesBy } from "./announcers.ts";
import { verdictIn } from "./field-values.ts";
import { folded, foldedInPlace } from "./folded.ts";
import { fieldAtStart } from "./form-fields.ts";
import { itemKinds } from "./kind-words.data.ts";
import { namedItem } from "./named-item.ts";
import { normativeWord } from "./normative.ts";
import type { Section } from "./sections.ts";

/** A name before a colon or dash, of few words. */
const named = /^[\s*_•▪■◦►▶➤→–-]*(\p{L}[^:.;?!]{1,58}?)\s*(?::|\s[–—]\s)[\s*_]*/u;
const longestName = 7;
const fewest = 2;
/** Some answers thank or explain without a verdict. */
const withVerdict = 0.6;
/** The office and its verdict stand among so many letters of the answer. */
const verdictWithin = 90;
const answersPerItem = 0.5;

/** Positions of answers, and what stands there: a name before the answer, a name by itself, or no name. */
export type Answers = ReadonlyMap<number, AnswerForm>;
type AnswerForm = "named" | "name" | "unnamed";

/** UTF-16 units up to the words of an answer. */
export function startOfAnswer(text: string, form: AnswerForm): number {
  if (form === "unnamed") return 0;
  return form === "name" ? text.length : (named.exec(text)?.[0].length ?? 0);
}

type Said = { readonly at: number; readonly form: AnswerForm; readonly hasVerdict: boolean };

/** The answers among the paragraphs of chapters of recommendations. */
export function recurringAnswers(blocks: readonly Block[], sections: readonly Section[]): Answers {
  const byName = new Map<string, Said[]>();
  const unnamed = new Map<Section, number[]>();
  const items = new Map<Section, number>();
  for (const [at, block] of blocks.entries()) {
    const section = sections[at]!;
    const owner = announcerOf(section);
    if (owner === null || section.isForeign || passesBy(block) || block.kind === "table") continue;
    if (!section.kinds.includes("recommendation") || section.inSummary) continue;
    const known = fieldAtStart(block.text, true);
    const name = block.kind === "paragraph" && !isNamedItem(block) ? nameIn(block.text) : null;
    if (name !== null && name[1]!.split(/\s+/).length <= longestName) {
      if (known !== null && known.id !== "response") continue;
      const key = folded(name[1]!)
        .replace(/[\d\W]+/g, " ")
        .trim();
      const hasVerdict = beginsWithVerdict(block.text.slice(name[0].length));
      byName.set(key, [...(byName.get(key) ?? []), { at, form: "named", hasVerdict }]);
    } else if (known === null && isNameAlone(block)) {
      const next = blocks.slice(at + 1, at + 4).find((other) => !passesBy(other));
      const hasVerdict = next?.kind === "paragraph" && beginsWithVerdict(next.text);
      const key = `${folded(block.text)
        .replace(/[\d\W]+/g, " ")
        .trim()} alone`;
      byName.set(key, [...(byName.get(key) ?? []), { at, form: "name", hasVerdict }]);
    } else if (isItem(block)) items.set(owner, (items.get(owner) ?? 0) + 1);
    else if (
      known === null &&
      beginsWithVerdict(block.text) &&
      normativeWord(firstSentence(block.text), null) === null
    )
      unnamed.set(owner, [...(unnamed.get(owner) ?? []), at]);
  }
  const answers = new Map<number, AnswerForm>();
  for (const all of byName.values())
    if (all.length >= fewest && all.filter(({ hasVerdict }) => hasVerdict).length >= all.length * withVerdict)
      for (const { at, form } of all) answers.set(at, form);
  for (const [owner, all] of unnamed)
    if (all.length >= fewest && all.length >= (items.get(owner) ?? 0) * answersPerItem)
      for (const at of all) if (answers.get(at - 1) !== "name") answers.set(at, "unnamed");
  return answers;
}

/** A block that may be a recommendation: it names itself, bears a number or a bullet, or is a heading. */
const isItem = (block: Block) =>
  block.kind !== "paragraph" || block.number !== undefined || isNamedItem(block);

const isNamedItem = (block: Block) =>
  itemKinds.has(namedItem(block.text, ["recommendation"])?.kind ?? "background");

/** “Position of the Institute” in a line of its own. */
const isNameAlone = ({ kind, number, text }: Block) =>
  (kind === "paragraph" || kind === "heading") &&
  number === undefined &&
  text.split(/\s+/).length <= longestName &&
  !/[.!?;,]\s*$/.test(text) &&
  verdictIn(foldedInPlace(text)) === null;

/** “The council agrees in part: …” is an answer already. */
function nameIn(text: string): RegExpExecArray | null {
  const match = named.exec(text);
  return match !== null && verdictIn(foldedInPlace(match[1]!)) === null ? match : null;
}

const firstSentence = (text: string) => text.split(/(?<=[.!?;])\s+(?=\S)/)[0]!;

function beginsWithVerdict(text: string): boolean {
  const verdict = verdictIn(foldedInPlace(firstSentence(text)));
  return verdict !== null && verdict.start <= verdictWithin;
}
