import type { Language } from "#kernel";
import type { AdviceCorrection, AdviceGroup } from "#records";
import { textGroups, textPairs, textTerms, textVectors } from "#statistics";

export type AdviceText = {
  readonly id: string;
  readonly text: string;
  readonly language: Language | null;
  /** The evaluation or report it stands in: advice recurs where it stands in several. */
  readonly report: string;
};

export type AdviceOptions = {
  /** Least cosine of a pair that is looked at. */
  readonly pair: number;
  /** Least mean cosine between two groups that are joined. */
  readonly mean: number;
  /** Share of the texts from which on a term says nothing. */
  readonly commonest: number;
  /** Greatest number of texts of a term that makes candidates: at least this, at most this share. */
  readonly rarest: { readonly texts: number; readonly share: number };
  readonly neighbours: number;
};

/** Chosen on the development half of the test set; what they give on the other half is published. */
export const adviceOptions: AdviceOptions = {
  pair: 0.3,
  mean: 0.26,
  commonest: 0.2,
  rarest: { texts: 500, share: 0.002 },
  neighbours: 40,
};

/**
 * Which recommendations say the same, across evaluations and years: groups, each with the terms it shares.
 *
 * Per language: words reduced to their stems, weighted by how rare they are, pairs whose cosine reaches
 * `pair`, groups whose mean similarity reaches `mean`. Texts of the same words are one before that, and come
 * back afterwards. What people corrected comes first: of two corrections of one pair the later holds; a pair
 * of two languages is put together by people only.
 *
 * Cost: about 300,000 texts in a few minutes in one thread; see `textPairs`. A generator: it yields progress
 * and can be stopped at each step.
 *
 * @param texts in any order; the result does not depend on it
 * @param corrections in the order they were made
 * @returns groups of two or more, from at least two evaluations unless people put them together
 * @limits Terms, not meaning: advice in other words is missed, and advice of the same words on another subject is found.
 * @limits Each language for itself.
 * @source evaluation with its figures in docs/guides/follow-up.md
 * @example
 * [...recurringAdvice([], [])] // => []
 */
export function* recurringAdvice(
  texts: readonly AdviceText[],
  corrections: readonly AdviceCorrection[],
  options: AdviceOptions = adviceOptions,
): Generator<{ readonly done: number; readonly total: number }, readonly AdviceGroup[]> {
  const standing = standingCorrections(corrections);
  const groups: AdviceGroup[] = [];
  let before = 0;
  const inOrder = texts.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  for (const [language, some] of Map.groupBy(inOrder, (one) => one.language)) {
    const work = groupsOf(language, some, standing, options);
    for (;;) {
      const step = work.next();
      if (step.done) {
        groups.push(...step.value);
        break;
      }
      yield { done: before + step.value, total: texts.length };
    }
    before += some.length;
  }
  const reportOf = new Map(texts.map(({ id, report }) => [id, report]));
  const saidTogether = new Set(standing.flatMap(({ kind, a, b }) => (kind === "together" ? [a, b] : [])));
  return joinedAcross(groups, standing).filter(
    ({ members }) =>
      new Set(members.map((id) => reportOf.get(id))).size > 1 || members.some((id) => saidTogether.has(id)),
  );
}

type Correction = Pick<AdviceCorrection, "kind" | "a" | "b">;

/** The last word on each pair. */
function standingCorrections(corrections: readonly AdviceCorrection[]): readonly Correction[] {
  const last = new Map<string, Correction>();
  for (const { kind, a, b } of corrections) {
    const [first, second] = a < b ? [a, b] : [b, a];
    last.set(`${first}\n${second}`, { kind, a: first, b: second });
  }
  return [...last.values()];
}

function* groupsOf(
  language: Language | null,
  texts: readonly AdviceText[],
  corrections: readonly Correction[],
  options: AdviceOptions,
): Generator<number, readonly AdviceGroup[]> {
  const corrected = new Set(corrections.flatMap(({ a, b }) => [a, b]));
  // One vector for all texts of the same words; what people spoke about stands for itself.
  const units = new Map<string, { ids: string[]; stems: readonly string[] }>();
  const words = new Map<string, Map<string, number>>();
  for (const [i, { id, text }] of texts.entries()) {
    const terms = textTerms(text, language);
    for (const { stem, word } of terms) {
      const forms = words.get(stem) ?? new Map<string, number>();
      forms.set(word, (forms.get(word) ?? 0) + 1);
      words.set(stem, forms);
    }
    const stems = terms.map(({ stem }) => stem);
    const key = corrected.has(id) ? `\n${id}` : stems.toSorted().join(" ");
    const unit = units.get(key);
    if (unit) unit.ids.push(id);
    else units.set(key, { ids: [id], stems });
    if (i % 2_000 === 0) yield 0;
  }
  const list = [...units.values()];
  const vectors = textVectors(
    list.map(({ stems }) => stems),
    options.commonest,
  );
  const rarest = Math.max(options.rarest.texts, options.rarest.share * list.length);
  const search = textPairs(vectors, options.pair, rarest, options.neighbours);
  let step = search.next();
  while (!step.done) {
    yield Math.floor((step.value.done / step.value.total) * texts.length);
    step = search.next();
  }
  const unitOf = new Map(list.flatMap(({ ids }, unit) => ids.map((id) => [id, unit] as const)));
  const pairsOf = (kind: Correction["kind"]) =>
    corrections.flatMap(({ kind: one, a, b }) => {
      const [x, y] = [unitOf.get(a), unitOf.get(b)];
      return one === kind && x !== undefined && y !== undefined && x !== y ? [[x, y] as const] : [];
    });
  const found = textGroups(vectors, step.value, options.mean, {
    together: pairsOf("together"),
    apart: pairsOf("apart"),
  });
  const commonWord = (stem: string) =>
    [...(words.get(stem) ?? [])].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? stem;
  const inGroup = new Set(found.flatMap(({ members }) => members));
  const grouped = found.map(({ members, cohesion, terms }) =>
    adviceGroup(
      members.flatMap((unit) => list[unit]!.ids),
      cohesion,
      terms.map(({ stem, weight }) => ({ term: commonWord(stem), weight })),
    ),
  );
  const sameWords = list.flatMap(({ ids, stems }, unit) =>
    ids.length > 1 && !inGroup.has(unit)
      ? [
          adviceGroup(
            ids,
            1,
            equalTerms(stems).map(({ stem, weight }) => ({ term: commonWord(stem), weight })),
          ),
        ]
      : [],
  );
  return [...grouped, ...sameWords];
}

const equalTerms = (stems: readonly string[]) => {
  const distinct = [...new Set(stems)].slice(0, 12);
  return distinct.map((stem) => ({ stem, weight: 1 / distinct.length }));
};

const adviceGroup = (ids: readonly string[], cohesion: number, terms: AdviceGroup["terms"]): AdviceGroup => {
  const members = ids.toSorted();
  return { id: members[0]!, members, cohesion, terms };
};

/** People put together what stands in two languages, or what no group holds. */
function joinedAcross(
  groups: readonly AdviceGroup[],
  corrections: readonly Correction[],
): readonly AdviceGroup[] {
  const of = new Map<string, { members: string[]; parts: AdviceGroup[] }>();
  for (const group of groups) {
    const one = { members: [...group.members], parts: [group] };
    for (const id of group.members) of.set(id, one);
  }
  for (const { kind, a, b } of corrections) {
    if (kind !== "together") continue;
    const one = of.get(a) ?? { members: [a], parts: [] };
    const other = of.get(b) ?? { members: [b], parts: [] };
    if (one === other) continue;
    one.members.push(...other.members);
    one.parts.push(...other.parts);
    for (const id of one.members) of.set(id, one);
  }
  return [...new Set(of.values())]
    .map(({ members, parts }) => {
      if (parts.length === 1 && parts[0]!.members.length === members.length) return parts[0]!;
      return adviceGroup(
        members,
        parts.length > 0 ? Math.min(...parts.map(({ cohesion }) => cohesion)) : 0,
        parts.flatMap(({ terms }) => terms).slice(0, 12),
      );
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * The groups after people have said that some belong together: the groups that held one of them become one.
 *
 * @param groups those that hold any of the recommendations
 */
export function putTogether(groups: readonly AdviceGroup[], recommendations: readonly string[]): AdviceGroup {
  const members = [...new Set([...groups.flatMap((group) => group.members), ...recommendations])];
  const cohesion = groups.length > 0 ? Math.min(...groups.map((group) => group.cohesion)) : 0;
  return adviceGroup(members, cohesion, groups.flatMap(({ terms }) => terms).slice(0, 12));
}

/** The group without one member; null where only one is left, which is no group. */
export function takenOut(group: AdviceGroup, recommendation: string): AdviceGroup | null {
  const rest = group.members.filter((id) => id !== recommendation);
  return rest.length < 2 ? null : adviceGroup(rest, group.cohesion, group.terms);
}
