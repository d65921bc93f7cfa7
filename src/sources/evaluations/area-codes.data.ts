// Area codes of the ILO's technical-cooperation symbols and names of regions and groups in titles.
// Country codes of the symbols are ISO 3166 alpha-3 apart from the few listed here.
// Source: symbols and titles of published lists of evaluations (i-Eval Discovery).

import type { InventoryRegion } from "./inventory-record.ts";

/** Codes that stand for a region or for the world. */
export const regionCodes: Readonly<Record<string, InventoryRegion>> = {
  RAF: "africa",
  RAS: "asia-pacific",
  RLA: "americas",
  RER: "europe-central-asia",
  RAB: "arab-states",
  GLO: "global-interregional",
  INT: "global-interregional",
};

/** Country codes that differ from ISO 3166. */
export const countryCodes: Readonly<Record<string, string>> = {
  CMB: "KHM",
  ROM: "ROU",
  ZAI: "COD",
  TIM: "TLS",
  SAF: "ZAF",
};

/** Region words, matched against folded titles; the first that matches counts. */
export const regionWords: readonly { readonly pattern: RegExp; readonly region: InventoryRegion }[] = [
  {
    pattern: /\barab (?:states|region|countries)\b|\betats arabes\b|\bestados arabes\b/,
    region: "arab-states",
  },
  {
    pattern: /\bcentral asia\b|\beurop(?:e|ean|a)\b|\basie centrale\b|\basia central\b|\beuropeen/,
    region: "europe-central-asia",
  },
  { pattern: /\bafricans?\b|\bafrica\b|\bafrique\b|\bafricaine?s?\b|\bafrican[oa]s?\b/, region: "africa" },
  {
    pattern: /\basians?\b|\basia\b|\bpacific\b|\basie\b|\basiatique|\bpacifico\b|\basean\b/,
    region: "asia-pacific",
  },
  {
    pattern:
      /\blatin america\b|\bamericas\b|\bcaribbean\b|\bamerica latina\b|\bcaribe\b|\bandin[oae]s?\b|\bandean\b|\bamerique latine\b|\bcaraibes?\b|\bcentroamerica/,
    region: "americas",
  },
];

/** Groups of countries in titles. A group without region spans several. */
export const groupWords: readonly {
  readonly pattern: RegExp;
  readonly name: string;
  readonly spansRegions: boolean;
}[] = [
  { pattern: /\basean\b/, name: "ASEAN", spansRegions: false },
  { pattern: /\bpalop\b/, name: "PALOP", spansRegions: true },
  { pattern: /\bsubregion andina\b|\bandean subregion\b/, name: "Andean subregion", spansRegions: false },
  { pattern: /\bregion andina\b|\bandean region\b/, name: "Andean region", spansRegions: false },
  {
    pattern: /\bsouthern africa\b|\bafrique australe\b|\bafrica austral\b/,
    name: "Southern Africa",
    spansRegions: false,
  },
  {
    pattern: /\b(?:east|eastern) africa\b|\bafrique de l'est\b/,
    name: "Eastern Africa",
    spansRegions: false,
  },
  { pattern: /\bwest(?:ern)? africa\b|\bafrique de l'ouest\b/, name: "Western Africa", spansRegions: false },
  {
    pattern: /\bcentral america\b|\bamerica central\b|\bcentroamerica\b/,
    name: "Central America",
    spansRegions: false,
  },
  { pattern: /\bmercosu[rl]\b/, name: "MERCOSUR", spansRegions: false },
  { pattern: /\bsadc\b/, name: "SADC", spansRegions: false },
  { pattern: /\bcplp\b/, name: "CPLP", spansRegions: true },
];
