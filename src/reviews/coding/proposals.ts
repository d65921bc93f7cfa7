// Codings a machine puts forward for a report, each with its reason. Nothing of it is in the log before a
// person decides on it.

import type { Language, Span } from "#kernel";
import type { PassageKind } from "#records";
import { textTerms, textVectors } from "#statistics";
import type { ReviewState } from "../state.ts";
import { codesInOrder } from "./code-tree.ts";
import type { Code, Coding } from "./coding-state.ts";
import { codings } from "./double-coding.ts";
import { kindNames } from "./kind-names.data.ts";

/** A stretch of a report that may be coded: a passage the reader found, or a paragraph. */
export type Codable = {
  /** Of the passage; null for a paragraph. */
  readonly passage: string | null;
  readonly kind: PassageKind | null;
  readonly text: string;
  readonly spans: readonly Span[];
  readonly page: number | null;
  /** How sure the reader was of the kind, 0 to 1. */
  readonly confidence: number;
};

export type CodingProposal = {
  readonly stretch: Codable;
  readonly code: string;
  readonly rule: string;
  readonly confidence: number;
  /** Words of the code that stand in the stretch, the weightiest first; empty where the kind speaks for it. */
  readonly words: readonly string[];
};

/** Examples of a code that are read, the latest first; and the least likeness, from 0 to 1, that is told. */
const mostExamples = 20;
const leastLikeness = 0.18;
const mostOfStretch = 3;
const mostWords = 5;
/** One word in common says little: it may stand in a list of contents. */
const leastWords = 2;

const plain = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Singular and plural are one: an ending of either is dropped from each word. */
const bare = (text: string): string =>
  plain(text)
    .split(" ")
    .map((word) => word.replace(/(?<=\p{L}{3})(?:oes|ao|os|es|s|e|o)$/u, ""))
    .join(" ");

/** The kind of passage a code stands for by its name; null where it names none. */
export function kindOfCode(name: string): PassageKind | null {
  const wanted = bare(name);
  for (const [kind, names] of Object.entries(kindNames))
    if (names.some((one) => bare(one) === wanted)) return kind as PassageKind;
  return null;
}

const overlapShare = (a: readonly Span[], b: readonly Span[]): number => {
  let common = 0;
  for (const [from, to] of a)
    for (const [start, end] of b) common += Math.max(0, Math.min(to, end) - Math.max(from, start));
  const size = (spans: readonly Span[]) => spans.reduce((sum, [from, to]) => sum + to - from, 0);
  return common / Math.max(1, Math.min(size(a), size(b)));
};

/**
 * What could be coded in a report: passages of a kind that a code is named after, and stretches whose words
 * are like those of a code (its name, its description, what carries it so far).
 *
 * Likeness is the cosine of term weights over the stretches and the codes. What carries the code already, or
 * was rejected for it, is left out.
 *
 * @param stretches of one report, in its order
 * @param decided codings of this report that whoever asks may see, rejected ones as well, placed in the text
 *   the stretches count in
 * @limits Words are compared, not meanings; a code without description and examples is known by its name alone.
 */
export function proposeCodings(
  state: ReviewState,
  stretches: readonly Codable[],
  language: Language | null,
  decided: readonly { readonly coding: Coding; readonly spans: readonly Span[] }[],
): readonly CodingProposal[] {
  const codes = [...codesInOrder(state)].flatMap(({ code }) => (code.codable ? [code] : []));
  const likenesses = likenessOf(state, stretches, codes, language);
  const found: CodingProposal[] = [];
  for (const [at, stretch] of stretches.entries()) {
    const here: CodingProposal[] = [];
    for (const [place, code] of codes.entries()) {
      const kind = stretch.kind !== null && kindOfCode(code.name) === stretch.kind;
      const like = likenesses(at, place);
      const alike = like.likeness >= leastLikeness && like.words.length >= leastWords;
      if (!kind && !alike) continue;
      const known = decided.some(
        ({ coding, spans }) => coding.codes.includes(code.id) && overlapShare(spans, stretch.spans) > 0.5,
      );
      if (known) continue;
      here.push({
        stretch,
        code: code.id,
        rule: kind ? `kind:${stretch.kind}` : "words",
        confidence: round(kind ? stretch.confidence : like.likeness),
        words: kind ? [] : like.words,
      });
    }
    here.sort((a, b) => b.confidence - a.confidence);
    found.push(...here.slice(0, mostOfStretch));
  }
  return found;
}

const round = (value: number): number => Math.round(Math.min(1, value) * 1000) / 1000;

function likenessOf(
  state: ReviewState,
  stretches: readonly Codable[],
  codes: readonly Code[],
  language: Language | null,
): (stretch: number, code: number) => { readonly likeness: number; readonly words: readonly string[] } {
  const examples = new Map<string, string[]>();
  for (const { codes: carried, anchor } of [...codings(state)].reverse())
    for (const code of carried) {
      const list = examples.get(code) ?? [];
      examples.set(code, list);
      if (list.length < mostExamples) list.push(anchor.quote);
    }
  const words = new Map<string, string>();
  const stems = (text: string): readonly string[] =>
    textTerms(text, language).map(({ stem, word }) => {
      if (!words.has(stem)) words.set(stem, word);
      return stem;
    });
  const vectors = textVectors(
    [
      ...stretches.map(({ text }) => stems(text)),
      ...codes.map(({ id, name, description }) =>
        stems([name, name, description, ...(examples.get(id) ?? [])].join(" ")),
      ),
    ],
    0.5,
  );
  const ofCode = codes.map((_, place) => {
    const weights = new Map<number, number>();
    const row = stretches.length + place;
    for (let k = vectors.starts[row] ?? 0; k < (vectors.starts[row + 1] ?? 0); k++)
      weights.set(vectors.terms[k] ?? 0, vectors.weights[k] ?? 0);
    return weights;
  });
  return (at, place) => {
    const shared: { term: number; share: number }[] = [];
    let likeness = 0;
    for (let k = vectors.starts[at] ?? 0; k < (vectors.starts[at + 1] ?? 0); k++) {
      const term = vectors.terms[k] ?? 0;
      const share = (vectors.weights[k] ?? 0) * (ofCode[place]?.get(term) ?? 0);
      if (share === 0) continue;
      likeness += share;
      shared.push({ term, share });
    }
    shared.sort((a, b) => b.share - a.share);
    return {
      likeness,
      words: shared.slice(0, mostWords).map(({ term }) => words.get(vectors.stems[term] ?? "") ?? ""),
    };
  };
}
