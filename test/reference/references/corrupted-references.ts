// A set of references with known duplicates: titles and abstracts are real, authors, journals and numbers are
// drawn by seed, copies are corrupted by seed, and works that only look like another are planted among them.

import { seededRandom } from "#kernel";
import type { ComparableReference } from "#statistics";

export type Labelled = {
  readonly reference: ComparableReference;
  /** Copies of one work have one number. */
  readonly work: number;
  /** What was done to it: faults of a copy, or how a work is related to another. */
  readonly made: readonly string[];
};

type Mutable = { -readonly [K in keyof Required<ComparableReference>]: Required<ComparableReference>[K] };

const families =
  "Okello Duarte Haddad Mensah Ruiz Sato Alba Brisa Novak Petrov Lindqvist O'Neill García Müller Nguyen Kim Rossi Dubois Silva Costa Ferreira Yilmaz Khan Patel Singh Chen Wang Li Zhang Kowalski Jansen deVries Andersen Hansen Virtanen Papadakis Cohen Levy Mbeki Traoré Diallo Ndiaye Achieng Mwangi Banda Phiri Santos Oliveira Pereira Rojas Flores Quispe Mamani Torres Vega Castro Moreno Iglesias Navarro Ortega".split(
    " ",
  );
const givens =
  "Jane John Ana Peter María Lina Wei Kofi Elena Rui Sol Mar Ivan Petra Lars Aoife Hans Thu Min Paolo Claire João Ayse Imran Priya Arjun Mei Jun Xin Piotr Anke Nils Mia Kaisa Nikos Ruth David Thabo Awa Mamadou Fatou Grace Joseph Esther Pedro Inés Lucía Diego Carla Luis Marta Jorge Iris Pablo".split(
    " ",
  );
const places =
  "health medicine labour economics policy development cardiology psychiatry nutrition education surgery ethics statistics epidemiology pharmacology nursing rehabilitation oncology geriatrics paediatrics sociology ecology microbiology".split(
    " ",
  );

export function corruptedReferences(
  works: readonly { readonly title: string; readonly abstract: string | null }[],
  seed: number,
): readonly Labelled[] {
  const random = seededRandom(seed);
  const below = (n: number) => Math.floor(random() * n);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const chance = (share: number) => random() < share;

  const facts = (title: string, abstract: string | null): Mutable => {
    const first = 1 + below(900);
    return {
      title,
      abstract,
      authors: Array.from({ length: 1 + below(6) }, () => `${pick(families)}, ${pick(givens)}`),
      year: 1990 + below(32),
      doi: `10.${5000 + below(40)}/${pick(["j", "s", "x"])}.${below(1e7)}`,
      pmid: chance(0.5) ? String(10_000_000 + below(2e7)) : null,
      container: `${pick(["Journal of", "International Journal of", "Annals of", "European"])} ${pick(places)} and ${pick(places)}`,
      volume: String(1 + below(80)),
      pages: `${first}-${first + 3 + below(12)}`,
      type: "article",
    };
  };

  const letters = "abcdefghijklmnopqrstuvwxyz";
  const typo = (text: string): string => {
    const words = text.split(" ");
    const long = words.flatMap((word, i) => (word.length > 4 && !/\d/.test(word) ? [i] : []));
    if (long.length === 0) return text;
    const at = pick(long);
    const word = words[at]!;
    const i = 1 + below(word.length - 2);
    const kind = below(4);
    words[at] =
      kind === 0
        ? word.slice(0, i) + word.slice(i + 1)
        : kind === 1
          ? word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2)
          : kind === 2
            ? word.slice(0, i) + pick([...letters]) + word.slice(i)
            : word.slice(0, i) + pick([...letters]) + word.slice(i + 1);
    return words.join(" ");
  };

  const faults: Readonly<Record<string, (one: Mutable) => void>> = {
    typos: (one) => {
      for (let n = 1 + below(3); n > 0; n--) one.title = typo(one.title!);
    },
    truncated: (one) => {
      const title = one.title!;
      const colon = title.indexOf(": ");
      one.title =
        colon > 24 && chance(0.5)
          ? title.slice(0, colon)
          : title.length > 50
            ? title.slice(0, Math.max(40, Math.floor(title.length * (0.6 + random() * 0.3))))
            : title;
    },
    "no abstract": (one) => {
      one.abstract = null;
    },
    "cut abstract": (one) => {
      one.abstract = one.abstract?.slice(0, 250 + below(300)) ?? null;
    },
    "no authors": (one) => {
      one.authors = [];
    },
    "first author": (one) => {
      one.authors = one.authors.slice(0, 1);
    },
    initials: (one) => {
      const isShort = chance(0.5);
      one.authors = one.authors.map((name) => {
        const [family, given] = name.split(", ");
        if (given === undefined) return name;
        return isShort ? `${family} ${given[0]}` : `${family}, ${given[0]}.`;
      });
    },
    "names turned": (one) => {
      one.authors = one.authors.map((name) => name.split(", ").reverse().join(" "));
    },
    case: (one) => {
      one.title = chance(0.5)
        ? one.title!.toUpperCase()
        : one.title!.replace(/\b\p{Ll}/gu, (letter) => letter.toUpperCase());
    },
    markup: (one) => {
      const words = one.title!.split(" ");
      const at = below(words.length);
      words[at] = `<i>${words[at]}</i>`;
      one.title = `${chance(0.5) ? "[" : ""}${words.join(" ").replace(/ and /, " &amp; ")}.`;
      if (one.abstract !== null) one.abstract = `<jats:p>${one.abstract}</jats:p>`;
    },
    year: (one) => {
      if (one.year !== null) one.year += chance(0.5) ? 1 : -1;
    },
    "no year": (one) => {
      one.year = null;
    },
    swapped: (one) => {
      const parts = one.title!.split(": ");
      if (parts.length === 2) one.title = `${parts[1]}: ${parts[0]}`;
    },
    "doi form": (one) => {
      if (one.doi !== null)
        one.doi = pick([
          `https://doi.org/${one.doi}`,
          `doi:${one.doi.toUpperCase()}`,
          `http://dx.doi.org/${one.doi}.`,
        ]);
    },
    "no doi": (one) => {
      one.doi = null;
    },
    "no pmid": (one) => {
      one.pmid = null;
    },
    "short pages": (one) => {
      const [first = "", last = ""] = one.pages?.split("-") ?? [];
      if (last !== "") one.pages = first.length === last.length ? `${first}-${last.slice(-1)}` : first;
    },
    "no pages": (one) => {
      one.pages = null;
      one.volume = null;
    },
    "short journal": (one) => {
      one.container =
        one.container
          ?.split(" ")
          .filter((word) => word !== "of" && word !== "and")
          .map((word) => `${word.slice(0, 5)}.`)
          .join(" ") ?? null;
    },
    "no journal": (one) => {
      one.container = null;
    },
    accents: (one) => {
      one.title = one.title!.normalize("NFD").replace(/\p{M}/gu, "");
    },
  };
  const names = Object.keys(faults);

  const copyOf = (one: Mutable): { readonly reference: ComparableReference; readonly made: string[] } => {
    const copy: Mutable = { ...one };
    const made: string[] = [];
    for (let n = 2 + below(5); n > 0; n--) {
      const name = pick(names);
      // Half of a journal's references carry a PubMed number in one source and none in the other.
      if (made.includes(name)) continue;
      faults[name]!(copy);
      made.push(name);
    }
    return { reference: copy, made };
  };

  const all: Labelled[] = [];
  let work = 0;
  for (const { title, abstract } of works) {
    const one = facts(title, abstract);
    all.push({ reference: one, work, made: [] });
    if (chance(0.35)) for (let n = 1 + below(2); n > 0; n--) all.push({ ...copyOf(one), work });
    const own = work++;
    const plant = (made: string, change: Partial<Mutable>) => {
      const reference: ComparableReference = { ...one, ...otherPlace(), ...change };
      all.push({
        reference: chance(0.3) ? { ...reference, doi: null } : reference,
        work: work++,
        made: [made, String(own)],
      });
    };
    const otherPlace = () => {
      const { doi, pmid, pages, volume } = facts(title, null);
      return { doi, pmid, pages, volume };
    };
    if (chance(0.02)) plant("erratum", { title: `Erratum: ${title}`, abstract: null });
    if (chance(0.02))
      plant("reply", { title: `Reply to: ${title}`, abstract: null, authors: facts(title, null).authors });
    if (chance(0.02)) plant("part", { title: `${title}. Part II`, abstract: null });
    if (chance(0.02))
      plant("preprint", {
        container: "medRxiv",
        doi: `10.1101/${below(1e8)}`,
        volume: null,
        pages: null,
        type: "unpublished",
      });
    if (chance(0.02))
      plant("conference", {
        container: `Proceedings of the Annual Meeting on ${pick(places)}`,
        type: "conference-paper",
        abstract: abstract?.slice(0, 300) ?? null,
      });
    if (chance(0.03)) {
      // The same people, the same year and journal, another group of patients or another outcome.
      const words = title.split(" ");
      const long = words.flatMap((word, i) => (word.length > 5 && !/\d/.test(word) ? [i] : []));
      if (words.length > 5 && long.length > 2) {
        words[pick(long)] = pick(places);
        words[pick(long)] = pick(families);
        plant("sibling", { title: words.join(" "), abstract: null });
      }
    }
  }
  // Shuffled, so that nothing depends on copies standing beside each other.
  for (let i = all.length - 1; i > 0; i--) {
    const j = below(i + 1);
    [all[i], all[j]] = [all[j]!, all[i]!];
  }
  return all;
}

export type PairCounts = { readonly together: number; readonly right: number; readonly wanted: number };

/** Pairs put together, those of them that are one work, and all pairs that are one work. */
export function pairCounts(
  labelled: readonly Labelled[],
  groups: readonly { readonly members: readonly number[] }[],
): PairCounts {
  const sizes = new Map<number, number>();
  for (const { work } of labelled) sizes.set(work, (sizes.get(work) ?? 0) + 1);
  const pairs = (n: number) => (n * (n - 1)) / 2;
  let together = 0;
  let right = 0;
  for (const { members } of groups) {
    together += pairs(members.length);
    const counts = new Map<number, number>();
    for (const member of members)
      counts.set(labelled[member]!.work, (counts.get(labelled[member]!.work) ?? 0) + 1);
    for (const count of counts.values()) right += pairs(count);
  }
  return { together, right, wanted: [...sizes.values()].reduce((sum, size) => sum + pairs(size), 0) };
}
