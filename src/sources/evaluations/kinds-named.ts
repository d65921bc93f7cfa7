// The kinds of passage that a heading or a sentence names.

import type { PassageKind } from "#records";
import { folded } from "./folded.ts";
import { aboutTheKind, kindWords } from "./kind-words.data.ts";

/** Longer headings are titles or sentences: what they mention they do not announce. */
const announcingWords = 14;

/** Kinds that a heading or a sentence names, in the order in which it names them. */
export function kindsNamed(text: string): readonly PassageKind[] {
  const bare = folded(text);
  const named: { kind: PassageKind; at: number }[] = [];
  // “Replies to the recommendations” are replies.
  let answeredTo = -1;
  for (const { kind, announced } of kindWords) {
    const match = announced.exec(bare);
    if (match === null) continue;
    if (kind === "management-response") answeredTo = match.index + match[0].length;
    const isAnswered =
      kind === "recommendation" &&
      named.some(({ kind: other, at }) => other === "management-response" && at < match.index) &&
      match.index < answeredTo;
    if (!isAnswered) named.push({ kind, at: match.index });
  }
  return named.sort((a, b) => a.at - b.at).map(({ kind }) => kind);
}

/** Kinds that a heading announces; one that only speaks of them announces none. */
export function kindsAnnounced(heading: string): readonly PassageKind[] {
  if (heading.split(/\s+/).length > announcingWords) return [];
  const bare = folded(heading).replace(/^[a-z][.)]\s+/, "");
  const everyday = kindWords.flatMap(({ kind, heading: words }) => (words?.test(bare) ? [kind] : []));
  const named = [...new Set([...kindsNamed(heading), ...everyday])];
  if (aboutTheKind.test(bare)) return named.filter((kind) => kind === "method");
  // “What lessons can be learned?” asks; “What works?” announces.
  if (/\?\W*$/.test(bare)) return named.filter((kind) => kind === "what-works" || kind === "challenge");
  return named;
}
