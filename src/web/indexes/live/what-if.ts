// What a visitor sets otherwise than a frozen run has it: kept in the address, turned into changes of the
// computation, and into a definition of its own. Knows no page.

import {
  type IndexChanges,
  type IndexDefinition,
  type NormalisationRule,
  readIndexDefinition,
} from "#securities";
import type { MeanToTry, ScaleToTry } from "./to-try.ts";

export type WhatIf = {
  /** By node id; only those set otherwise. 0 leaves the node out. */
  readonly weights: ReadonlyMap<string, number>;
  readonly scale: ScaleToTry | null;
  readonly mean: MeanToTry | null;
  /** An indicator that is left out. */
  readonly without: string | null;
};

/** As it stands in the address; nothing set is nothing there. */
export type WhatIfAddress = {
  readonly w?: string | undefined;
  readonly scale?: ScaleToTry | undefined;
  readonly mean?: MeanToTry | undefined;
  readonly without?: string | undefined;
};

export const nothingChanged: WhatIf = { weights: new Map(), scale: null, mean: null, without: null };

export const isChanged = ({ weights, scale, mean, without }: WhatIf): boolean =>
  weights.size > 0 || scale !== null || mean !== null || without !== null;

/**
 * Weights by position of the node in the definition, since a run's definition is frozen: `3:2.5,7:0`.
 *
 * @example
 * writeWeights(new Map([["b", 2.5]]), ["a", "b"]) // => "1:2.5"
 */
export const writeWeights = (weights: ReadonlyMap<string, number>, ids: readonly string[]): string =>
  ids.flatMap((id, i) => (weights.has(id) ? [`${i}:${weights.get(id)!}`] : [])).join(",");

/** The weights of an address; what names no part of this index, or is no weight, is left aside. */
export function readWeights(text: string | undefined, ids: readonly string[]): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const part of (text ?? "").split(",")) {
    const found = /^(\d{1,5}):(\d{1,9}(?:\.\d{1,12})?)$/.exec(part);
    const id = found ? ids[Number(found[1])] : undefined;
    if (found && id !== undefined) weights.set(id, Number(found[2]));
  }
  return weights;
}

export function readWhatIf(address: WhatIfAddress, definition: IndexDefinition): WhatIf {
  const ids = definition.nodes.map(({ id }) => id);
  const isIndicator = definition.nodes.some(
    ({ id, direction }) => id === address.without && direction !== null,
  );
  return {
    weights: readWeights(address.w, ids),
    scale: address.scale ?? null,
    mean: address.mean ?? null,
    without: isIndicator ? address.without! : null,
  };
}

export const writeWhatIf = (whatIf: WhatIf, definition: IndexDefinition): WhatIfAddress => ({
  w:
    writeWeights(
      whatIf.weights,
      definition.nodes.map(({ id }) => id),
    ) || undefined,
  scale: whatIf.scale ?? undefined,
  mean: whatIf.mean ?? undefined,
  without: whatIf.without ?? undefined,
});

/**
 * The reach of the sliders of one node's parts and their step, round and small enough for the smallest weight,
 * whether weights are ones, hundreds of per cent or shares of one.
 *
 * @example
 * sliderScale([1, 2]) // => { most: 4, step: 0.1 }
 * sliderScale([0.02, 0.02]) // => { most: 0.08, step: 0.002 }
 */
export function sliderScale(weights: readonly number[]): { readonly most: number; readonly step: number } {
  const above = weights.filter((weight) => weight > 0);
  const [least, largest] = above.length === 0 ? [1, 1] : [Math.min(...above), Math.max(...above)];
  const wide = Math.max(4 * least, 2 * largest);
  // At most some hundreds of steps: a slider is moved by keys too.
  const fine = Math.max(least / 10, wide / 200);
  const power = 10 ** Math.floor(Math.log10(fine) + 1e-9);
  const factor = [5, 2, 1].find((one) => one * power <= fine * (1 + 1e-9)) ?? 1;
  const round = (value: number) => Number(value.toPrecision(12));
  const step = round(factor * power);
  return { most: round(Math.ceil(wide / step - 1e-9) * step), step };
}

/** A weight set; one that is as it was leaves the list. */
export function withWeight(whatIf: WhatIf, id: string, weight: number, asItWas: number): WhatIf {
  const weights = new Map(whatIf.weights);
  if (Math.abs(weight - asItWas) < 1e-9) weights.delete(id);
  else weights.set(id, weight);
  return { ...whatIf, weights };
}

const scaleRule = (method: ScaleToTry, definition: IndexDefinition): NormalisationRule => {
  if (method === definition.normalisation.method) return definition.normalisation;
  if (method === "min-max") return { method, low: 0, high: 1 };
  if (method === "z-score") return { method, mean: 0, deviation: 1 };
  return { method };
};

/**
 * @param asItWas the weights that counted in the run, by node id: those of the definition, or those found
 *   from the data
 */
export function changesOf(
  whatIf: WhatIf,
  definition: IndexDefinition,
  asItWas: ReadonlyMap<string, number>,
): IndexChanges {
  return {
    ...(whatIf.weights.size > 0 && { weights: new Map([...asItWas, ...whatIf.weights]) }),
    ...(whatIf.scale && { normalisation: scaleRule(whatIf.scale, definition) }),
    ...(whatIf.mean && { aggregation: { method: whatIf.mean } }),
    ...(whatIf.without && { without: whatIf.without }),
  };
}

type Json = Readonly<Record<string, unknown>>;

/**
 * The definition that gives what is shown: weights written out, what is left out removed with everything
 * that would be empty without it, and a name and version of its own.
 */
export function definitionWith(
  json: unknown,
  whatIf: WhatIf,
  asItWas: ReadonlyMap<string, number>,
): Json | null {
  const read = readIndexDefinition(json);
  if (!read.ok || !isChanged(whatIf)) return read.ok ? (json as Json) : null;
  const definition = read.value;
  const given = json as Json & { readonly nodes: readonly (Json & { readonly id: string })[] };
  const weightOf = (id: string, otherwise: number) => whatIf.weights.get(id) ?? asItWas.get(id) ?? otherwise;
  let kept = definition.nodes.filter(
    ({ id, parent, weight }) => parent === null || (id !== whatIf.without && weightOf(id, weight) > 0),
  );
  for (let before = -1; before !== kept.length; ) {
    before = kept.length;
    const ids = new Set(kept.map(({ id }) => id));
    const parents = new Set(kept.map(({ parent }) => parent));
    kept = kept.filter(
      ({ id, parent, direction }) =>
        parent === null || (ids.has(parent) && (direction !== null || parents.has(id))),
    );
  }
  const weightOfKept = new Map(kept.map(({ id, weight }) => [id, weightOf(id, weight)]));
  const nodes = given.nodes.flatMap((node) => {
    if (!weightOfKept.has(node.id)) return [];
    const { aggregation, ...rest } = node as Json;
    return [
      {
        ...rest,
        ...(whatIf.weights.size > 0 && node["parent"] ? { weight: weightOfKept.get(node.id)! } : {}),
        ...(aggregation !== undefined && whatIf.mean === null ? { aggregation } : {}),
      },
    ];
  });
  // It is not the index that was published: a run of it must not stand in its place on the pages of countries, nor
  // call itself a reconstruction.
  const { form: _, reconstruction: __, title, ...rest } = given;
  return {
    ...rest,
    id: `${definition.id}-what-if`,
    title: whatIfTitle(title),
    version: `${definition.version}-${shortHash(JSON.stringify(writeWhatIf(whatIf, definition)))}`,
    ...(whatIf.weights.size > 0 && { weights: "given" }),
    ...(whatIf.scale && { normalisation: scaleRule(whatIf.scale, definition) }),
    ...(whatIf.mean && { aggregation: whatIf.mean }),
    nodes,
  };
}

const whatIfWords: Readonly<Record<string, string>> = { en: "what if", fr: "et si", es: "y si", pt: "e se" };

/** The name of the index with the words that it is tried out, in each language the name is in. */
const whatIfTitle = (title: unknown): unknown =>
  typeof title === "object" && title !== null
    ? Object.fromEntries(
        Object.entries(title).map(([language, text]) => [
          language,
          `${text} (${whatIfWords[language] ?? whatIfWords["en"]})`,
        ]),
      )
    : `${title} (${whatIfWords["en"]})`;

/** Six letters that tell one set-up from another (FNV-1a); the same set-up has the same. */
export function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193) >>> 0;
  return hash.toString(36).padStart(6, "0").slice(-6);
}
