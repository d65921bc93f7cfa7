// Invented records for the benchmark of ranking: words as unevenly frequent as in real abstracts, neighbours
// that like each other, and one topic in twenty that a reader would be looking for.

import { seededRandom } from "#kernel";
import type { RankedText } from "#statistics";

const syllables = "ba de ki lo mu na pe ri so tu va wi xo ya zu".split(" ");
const vocabulary = 60_000;
const topics = 20;
const topicWords = 400;

/** A word by its rank: the frequent ones are short. */
function wordOf(rank: number): string {
  let word = "";
  for (let rest = rank; word === "" || rest > 0; rest = Math.floor(rest / syllables.length))
    word += syllables[rest % syllables.length];
  return word;
}

/**
 * Records with the topic each is about; topic 0 is the relevant one. Half of the words that follow another are
 * one of its four usual followers, a quarter of the rest belong to the topic.
 */
export function inventedRecords(
  count: number,
  seed: number,
): { readonly texts: readonly RankedText[]; readonly labels: readonly boolean[] } {
  const random = seededRandom(seed);
  const words = Array.from({ length: vocabulary }, (_, rank) => wordOf(rank));
  const zipf = (size: number) => Math.floor(size ** random()) - 1;
  const labels: boolean[] = [];
  const texts: RankedText[] = [];
  for (let i = 0; i < count; i++) {
    const topic = Math.floor(random() * topics);
    labels.push(topic === 0);
    let last = 0;
    const sentence = (length: number) => {
      const chosen: string[] = [];
      for (let k = 0; k < length; k++) {
        const follower = random() < 0.5;
        last = follower
          ? (last * 31 + Math.floor(random() * 4) * 977) % 5_000
          : random() < 0.25
            ? 2_000 + topic * topicWords + zipf(topicWords)
            : zipf(vocabulary);
        chosen.push(words[last] ?? "ba");
      }
      return chosen.join(" ");
    };
    // One record in ten has no abstract, as in real collections.
    texts.push({
      title: sentence(8 + Math.floor(random() * 8)),
      abstract: random() < 0.1 ? "" : sentence(120 + Math.floor(random() * 160)),
    });
  }
  return { texts, labels };
}
