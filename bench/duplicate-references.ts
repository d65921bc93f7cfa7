// Question: how long does finding duplicates take among N references, and how many of the true pairs are found, how
// many false ones proposed? Peers: identical letters of the title, and similar titles (0.8) alone.
// Run: node bench/duplicate-references.ts [sizes, 10000,30000,100000]   (titles of made-up words, frequencies as in
// texts; with the screening reference beside the project, its nine sets too)

import { seededRandom } from "#kernel";
import { duplicateReferences, similarTitles } from "#statistics";
import {
  corruptedReferences,
  type Labelled,
  pairCounts,
} from "../test/reference/references/corrupted-references.ts";
import { isSynergyAbsent, synergyWorks } from "../test/reference/references/synergy-works.ts";
import { report } from "./measuring.ts";

const syllables = "ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo zu sha tri plo cre".split(" ");
const vocabulary = 30_000;

/** Works with titles of words whose frequencies fall as in texts. */
function madeWorks(count: number): readonly { readonly title: string; readonly abstract: string }[] {
  const random = seededRandom(5);
  const word = (rank: number) => {
    let text = "";
    for (let rest = rank + 7; rest > 0; rest = Math.floor(rest / syllables.length))
      text += syllables[rest % syllables.length];
    return text + ["tion", "al", "ing"][rank % 3];
  };
  const text = (length: number) =>
    Array.from({ length }, () => word(Math.floor(vocabulary ** random()))).join(" ");
  return Array.from({ length: count }, () => ({
    title: text(6 + Math.floor(random() * 10)),
    abstract: text(150),
  }));
}

type Groups = readonly { readonly members: readonly number[] }[];

/** Pairs as groups of everything that hangs together. */
function connected(pairs: readonly (readonly [number, number])[]): Groups {
  const groups = new Map<number, Set<number>>();
  for (const [a, b] of pairs) {
    const united = new Set([...(groups.get(a) ?? [a]), ...(groups.get(b) ?? [b])]);
    for (const member of united) groups.set(member, united);
  }
  return [...new Set(groups.values())].map((members) => ({ members: [...members] }));
}

const ways: Readonly<Record<string, (labelled: readonly Labelled[]) => Groups>> = {
  "duplicate references": (labelled) =>
    duplicateReferences(labelled.map(({ reference }) => reference)).groups,
  "similar titles 0.8": (labelled) =>
    connected(
      similarTitles(
        labelled.map(({ reference }) => reference.title ?? ""),
        0.8,
      ).map(({ first, second }) => [first, second]),
    ),
  "identical titles": (labelled) => {
    const places = new Map<string, number[]>();
    labelled.forEach(({ reference }, i) => {
      const key = (reference.title ?? "").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
      places.set(key, [...(places.get(key) ?? []), i]);
    });
    return [...places.values()].filter(({ length }) => length > 1).map((members) => ({ members }));
  },
};

function measure(name: string, labelled: readonly Labelled[]): void {
  for (const [way, find] of Object.entries(ways)) {
    const before = process.cpuUsage();
    const start = performance.now();
    const groups = find(labelled);
    const seconds = (performance.now() - start) / 1000;
    const { together, right, wanted } = pairCounts(labelled, groups);
    report(`${name}, ${way}`, {
      references: labelled.length,
      truePairs: wanted,
      recall: (right / wanted).toFixed(4),
      precision: (right / together).toFixed(5),
      seconds: seconds.toFixed(1),
      cpuSeconds: (process.cpuUsage(before).user / 1e6).toFixed(1),
      memoryMegabytes: Math.round(process.memoryUsage().rss / 1e6),
    });
  }
}

for (const size of (process.argv[2] ?? "10000,30000,100000").split(",").map(Number))
  measure("made-up words", corruptedReferences(madeWorks(Math.ceil(size / 1.6)), 3).slice(0, size));
if (!isSynergyAbsent)
  measure("nine sets in one", corruptedReferences([...(await synergyWorks()).values()].flat(), 1));
