// Project symbols: the form of the ILO's technical cooperation, also as scanning and line breaks leave it,
// and other agencies' codes behind a label that says so.

import { isPlaceholderSymbol } from "../project-symbol.ts";
import type { Found } from "./candidates.ts";
import type { StatedSymbol } from "./evaluation-facts.ts";
import { type Evidence, rowConfidence, rowReason, rowsOf } from "./evidence.ts";
import { cut, type Stretch } from "./stretch.ts";

/** GLO/18/28/DAN; digits may be scanned as letters, slashes be blanks, dots or hyphens. */
const parts =
  "([A-Z]{3})\\s?[/\\\\.‐–_-]\\s?([\\dOIl]{2})\\s?[/\\\\.‐–_-]\\s?([\\dOIl]{2,3})(?:M)?\\s?[/\\\\.‐–_-]?\\s?([A-Z]{3})";
const symbol = new RegExp(`(?<![\\p{L}\\d/])${parts}(?![\\p{L}\\d]|/\\d)`, "gu");
/** Without any mark between, as some sheets print them, only behind a label. */
const unmarked = /(?<![\p{L}\d])([A-Z]{3})\s?(\d{2})\s?(\d{2,3})M?\s?([A-Z]{3})(?![\p{L}\d])/gu;

const digitsOf = (text: string) => text.replaceAll("O", "0").replace(/[Il]/g, "1");

type Printed = {
  readonly value: StatedSymbol;
  readonly at: Stretch;
  readonly isRepaired: boolean;
  readonly area: string;
};

/** All symbols of the ILO's form in a stretch. */
export function iloSymbolsIn(stretch: Stretch, isLabelled = false): readonly Printed[] {
  const read = (match: RegExpMatchArray): readonly Printed[] => {
    const [all, area = "", year = "", serial = "", donor = ""] = match;
    if (!/\d/.test(year + serial)) return [];
    const normal = `${area}/${digitsOf(year)}/${digitsOf(serial)}/${donor}`;
    const at = cut(stretch, match.index!, match.index! + all.length);
    return [
      {
        value: {
          symbol: normal,
          scheme: "ilo",
          isPlaceholder: isPlaceholderSymbol({
            area,
            year: digitsOf(year),
            serial: digitsOf(serial),
            donor,
          }),
        },
        at,
        isRepaired: at.text !== normal,
        area,
      },
    ];
  };
  const marked = [...stretch.text.matchAll(symbol)].flatMap(read);
  return marked.length > 0 || !isLabelled ? marked : [...stretch.text.matchAll(unmarked)].flatMap(read);
}

/** A code holds a digit and no small words: `CS.1137`, `P155437`, `00098765`, `DP.2456`. */
const otherCode = /(?<![\p{L}\d])(?=[\p{Lu}\d./_-]*\d)[\p{Lu}\d][\p{Lu}\d./_-]{2,30}(?![\p{L}\d])/gu;
const isYearOrDate = /^(?:19|20)\d\d$|^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/;

function otherCodesIn(stretch: Stretch): readonly { readonly value: StatedSymbol; readonly at: Stretch }[] {
  return [...stretch.text.matchAll(otherCode)].flatMap((match) => {
    const printed = match[0].replace(/[./_-]+$/, "");
    if (isYearOrDate.test(printed)) return [];
    const at = cut(stretch, match.index, match.index + printed.length);
    return [
      { value: { symbol: printed, scheme: "other" as const, isPlaceholder: /^0+$/.test(printed) }, at },
    ];
  });
}

const inlineLabel =
  /\b(?:project|projet|proyecto|projeto|grant|award|tc|dc)\s*(?:code|symbol|number|no\.?|id|n[°º]|symbole|codigo|numero)s?\s*[:#]?\s*$|\bp-?number\s*[:#]?\s*$|\b(?:code|symbole|codigo|simbolo|numero|n[°º]) (?:du |del |do |de )(?:projet|proyecto|projeto)\s*[:#]?\s*$/;

const runningPrefix =
  /\b(?:project|projet|proyecto|projeto|programme|program|grant|award)\b|\bsymbol|\bsimbolo|\bcode\b|\bcodigo/;

/** Symbols of the sheet and cover, then those of the opening and of the running text. */
export function projectSymbolsOf(evidence: Evidence): readonly Found<StatedSymbol>[] {
  const found: Found<StatedSymbol>[] = [];
  const add = (printed: readonly Printed[], confidence: number, reason: string) => {
    for (const { value, at, isRepaired } of printed)
      found.push({
        value,
        at,
        confidence: isRepaired ? confidence - 0.05 : confidence,
        reason: [
          reason,
          ...(isRepaired ? [`printed “${at.text.replace(/\s+/g, " ")}”`] : []),
          ...(value.isPlaceholder ? ["a placeholder, it identifies nothing"] : []),
        ].join("; "),
      });
  };
  for (const row of rowsOf(evidence, "projectSymbols")) {
    const own = iloSymbolsIn(row.value, true);
    add(own, rowConfidence(row), rowReason(row));
    if (own.length === 0)
      for (const code of otherCodesIn(row.value))
        found.push({ ...code, confidence: rowConfidence(row) - 0.05, reason: rowReason(row) });
  }
  for (const row of rowsOf(evidence, "projectTitle", "title"))
    add(iloSymbolsIn(row.value), rowConfidence(row) - 0.03, rowReason(row));
  for (const { stretch } of evidence.cover)
    add(iloSymbolsIn(stretch), 0.88, "on the cover, of the form of a project symbol");
  const running = evidence.statements(/\b[a-z]{3}\s?[/\\._-]\s?[\doil]{2}\s?[/\\._-]/);
  for (const { stretch, isOpening } of running) {
    const isNamed = runningPrefix.test(stretch.bare);
    add(
      iloSymbolsIn(stretch),
      isOpening && isNamed ? 0.78 : isOpening ? 0.7 : isNamed ? 0.55 : 0.4,
      isOpening
        ? "in the opening paragraphs, of the form of a project symbol"
        : "in the running text beside a word for projects",
    );
  }
  const labelled = [
    ...evidence.cover.map(({ stretch }) => ({ stretch, confidence: 0.8 })),
    ...evidence
      .statements(/\b(?:project|projet|proyecto|projeto|grant|award)\b.{0,25}\d|\bp-?number/)
      .filter(({ isOpening }) => isOpening)
      .map(({ stretch }) => ({ stretch, confidence: 0.65 })),
  ];
  for (const { stretch, confidence } of labelled)
    for (const code of otherCodesIn(stretch)) {
      const start = stretch.points.indexOf(code.at.points[0]!);
      const before = stretch.bare.slice(Math.max(0, start - 40), start).replace(/[\s(]+$/, "");
      if (inlineLabel.test(before) && iloSymbolsIn(code.at).length === 0)
        found.push({ ...code, confidence, reason: "behind a label for project codes in running text" });
    }
  return found;
}
