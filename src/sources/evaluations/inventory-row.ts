// One row of a list of evaluations to a record, as far as the row alone tells.

import type { Language, Span } from "#kernel";
import { folded } from "./folded.ts";
import type { InventoryRecord, SymbolParts } from "./inventory-record.ts";
import { isPlaceholderSymbol } from "./project-symbol.ts";
import { groupsInTitle, rowRegion } from "./row-region.ts";
import { titleLanguage } from "./title-language.ts";

const symbolPattern = /\(\s*([A-Z]{3})\/(\d{2})\/(\d{2,3})\/([A-Z]{3})\s*\)\s*$/;
const notAvailable = /\(\s*(n\s?\/\s?a|s\/o|n\/d)\s*\)\s*$/i;

export type RowCells = {
  readonly number: string;
  readonly id: string;
  readonly title: string;
  readonly link: string;
  readonly type: string;
  readonly spans: readonly Span[];
  readonly page: number | null;
};

/** Two digits of a year: 50 and above are the last century. */
const fullYear = (two: string) => (Number(two) >= 50 ? 1900 : 2000) + Number(two);

/** The record of a row, without what only its neighbours tell. */
export function inventoryRow(cells: RowCells): Omit<InventoryRecord, "oddities"> {
  const printed = cells.title;
  const symbol = symbolPattern.exec(printed);
  const absent = notAvailable.exec(printed);
  const parts: SymbolParts | null =
    symbol === null
      ? null
      : { area: symbol[1]!, year: fullYear(symbol[2]!), serial: symbol[3]!, donorCode: symbol[4]! };
  const printedParts = parts && { ...parts, year: symbol![2]!, donor: parts.donorCode };
  const tcPlaceholder = printedParts !== null && isPlaceholderSymbol(printedParts);
  const title = printed.slice(0, (symbol ?? absent)?.index ?? printed.length).trim();
  const printedSymbol = parts === null ? (absent?.[1] ?? null) : symbol![0].trim().slice(1, -1).trim();
  const realParts = tcPlaceholder ? null : parts;
  const where = rowRegion(title, realParts, tcPlaceholder ? parts!.area : null);
  const link = /^https?:\/\/\S+$/i.test(cells.link) ? cells.link : null;
  const timing = timingOf(cells.type);
  return {
    number: /^\d+/.test(cells.number) ? Number.parseInt(cells.number, 10) : null,
    idPrinted: cells.id || null,
    id: normalisedId(cells.id),
    title,
    titlePrinted: printed,
    language: titleLanguage(title) satisfies Language | null,
    tcSymbol: tcPlaceholder || parts === null ? null : printedSymbol,
    tcSymbolPrinted: printedSymbol,
    tcPlaceholder,
    symbolParts: realParts,
    fundingNote: /\bRBSA\b/.test(printed) ? "RBSA" : null,
    periodInTitle: /\b((?:19|20)\d\d)\s?[-–]\s?((?:19|20)\d\d)\b/.exec(title)?.slice(1, 3).join("-") ?? null,
    link,
    linkPrinted: cells.link || null,
    fragment: link?.includes("#") ? link.slice(link.indexOf("#") + 1) : null,
    typePrinted: cells.type,
    kind: kindOf(title, cells.link, cells.type),
    nature: natureOf(cells.type),
    timing: timing?.timing ?? null,
    timingPrinted: timing?.printed ?? null,
    region: where.region,
    regionBasis: where.basis,
    countries: where.countries,
    groups: groupsInTitle(title).map(({ name }) => name),
    spans: cells.spans,
    page: cells.page,
  };
}

/** Letter, hyphen, number: E2 and E-2 are the same. */
export function normalisedId(printed: string): string | null {
  const match = /^([A-Za-z]{1,4})[\s-]*(\d+)$/.exec(printed.trim());
  return match ? `${match[1]!.toUpperCase()}-${match[2]}` : printed.trim() || null;
}

function kindOf(title: string, link: string, type: string): InventoryRecord["kind"] {
  for (const text of [title, type, link].map(folded)) {
    if (
      /\bhigh[- ]level (?:strategy )?evaluation\b|\bevaluation (?:strategique )?de haut niveau\b|\bevaluacion de alto nivel\b/.test(
        text,
      )
    )
      return "high-level";
    if (/\bcluster(?:ed)?\b|\bevaluation groupee\b/.test(text)) return "cluster";
    if (
      /\bthematic evaluation\b|\bevaluation thematique\b|\bevaluacion tematica\b|\bavaliacao tematica\b/.test(
        text,
      )
    )
      return "thematic";
    if (/\bcountry programme (?:review|evaluation)\b/.test(text)) return "country-programme";
  }
  return null;
}

function natureOf(type: string): InventoryRecord["nature"] {
  const bare = folded(type);
  if (/\bjoint\b|\bconjointe?\b|\bconjunta\b/.test(bare)) return "joint";
  if (/\binternal\b|\binterne\b|\binterna\b/.test(bare)) return "internal";
  if (/\bself\b|\bauto-?eval/.test(bare)) return "self";
  if (/\bindep?endente?\b|\bindependante?\b|\bindependiente\b/.test(bare)) return "independent";
  return null;
}

const timings: readonly (readonly [RegExp, NonNullable<InventoryRecord["timing"]>])[] = [
  [
    /\bmid-?term\b|\binterim\b|\bmi-parcours\b|\bintermediaire\b|\bmedio (?:plazo|termino)\b|\bintermedi[ao]\b/,
    "mid-term",
  ],
  [/\bex-?post\b/, "ex-post"],
  [/\binitial\b|\binitiale\b|\binicial\b|\bex-?ante\b/, "initial"],
  [/\bfinale?\b/, "final"],
];

function timingOf(
  type: string,
): { readonly timing: InventoryRecord["timing"]; readonly printed: string } | null {
  const bare = folded(type);
  for (const [pattern, timing] of timings) {
    const match = pattern.exec(bare);
    if (match) return { timing, printed: type.slice(match.index, match.index + match[0].length) };
  }
  return null;
}
