// What the cells of a column look like, as shares of its filled cells: evidence for or against a field.

import type { WorkbookCell, WorkbookTable } from "#documents";
import { type DateOrder, dateOrderOf } from "#documents";
import {
  areaOfName,
  dateOfCell,
  isAddress,
  moneyOfText,
  namesLanguage,
  namesWorld,
  projectSymbolOf,
  targetsOf,
  yearOfText,
} from "./cell-values.ts";
import type { Separator } from "./mapping.ts";
import { fieldOf, type MappingFieldId } from "./mapping-fields.ts";
import { countText, separatorsIn, splitCell, wholeValues } from "./split-cell.ts";
import {
  type Lookup,
  lookupOf,
  meaningOf,
  missingReasonOf,
  type VocabularyTerms,
  valueKey,
} from "./value-lookup.ts";

export type ColumnContent = {
  readonly name: string;
  readonly column: number;
  /** Cells with a value; words for "no value" are none. */
  readonly cells: readonly WorkbookCell[];
  readonly texts: readonly string[];
  readonly separators: readonly Separator[];
  /** Single values, taken apart, with how often each occurs. */
  readonly counts: ReadonlyMap<string, { readonly value: string; readonly count: number }>;
  readonly distinctShare: number;
  readonly meanLength: number;
  readonly dateOrder: DateOrder | "mixed" | null;
  readonly isYesNo: boolean;
  readonly isRating: boolean;
  share(test: (value: string) => boolean): number;
};

const yesNo = /^(?:yes|no|oui|non|si|sí|sim|não|nao|y|n|true|false|x)$/i;
const rating =
  /^(?:(?:highly|moderately|very|mostly|partly|partially) )?(?:satisfactory|unsatisfactory|good|poor|fair|excellent|high|low|modest|substantial|negligible|successful|unsuccessful)$/i;

/** Cells looked at; a registry's columns show what they are long before. */
const sampleSize = 2_000;

function firstFilled(table: WorkbookTable, column: number): readonly WorkbookCell[] {
  const cells: WorkbookCell[] = [];
  for (const row of table.rows) {
    const cell = row[column - 1]!;
    if (cell.kind === "empty" || cell.kind === "error" || missingReasonOf(cell.text) !== null) continue;
    cells.push(cell);
    if (cells.length === sampleSize) break;
  }
  return cells;
}

export function columnContents(table: WorkbookTable): readonly ColumnContent[] {
  return table.header.map(({ name, column }) => {
    const cells = firstFilled(table, column);
    const texts = cells.map(({ text }) => text);
    const separators = separatorsIn(texts);
    const alone = new Map<string, number>();
    for (const text of texts) countText(alone, text);
    const isWhole = oneValueAmong(alone);
    const counts = new Map<string, { value: string; count: number }>();
    for (const cell of cells)
      for (const value of cell.parts ?? splitCell(cell.text, separators, isWhole)) {
        const entry = counts.get(valueKey(value)) ?? { value, count: 0 };
        entry.count++;
        counts.set(valueKey(value), entry);
      }
    const total = [...counts.values()].reduce((sum, { count }) => sum + count, 0);
    const share = (test: (value: string) => boolean) => {
      let hits = 0;
      for (const { value, count } of counts.values()) if (test(value)) hits += count;
      return total === 0 ? 0 : hits / total;
    };
    return {
      name,
      column,
      cells,
      texts,
      separators,
      counts,
      distinctShare: texts.length === 0 ? 0 : new Set(texts).size / texts.length,
      meanLength: texts.reduce((sum, text) => sum + text.length, 0) / Math.max(texts.length, 1),
      dateOrder: dateOrderOf(texts),
      isYesNo: total > 0 && share((value) => yesNo.test(value)) > 0.9,
      isRating: total > 0 && share((value) => rating.test(value)) > 0.6,
      share,
    };
  });
}

/** Addresses, countries, languages and short codes part at commas however rarely they stand alone. */
const isOwnValue = (piece: string): boolean =>
  isAddress(piece) ||
  areaOfName(piece) !== null ||
  namesLanguage(piece) ||
  (piece.length < 24 && /\d/.test(piece) && !/\s\S+\s/.test(piece));

/**
 * Whether a text with a comma is one value: by the column itself, or as `Korea, Republic of` is one country.
 *
 * @param counts of the cells of the column, by `countText`
 */
export function oneValueAmong(counts: ReadonlyMap<string, number>): (text: string) => boolean {
  const isWhole = wholeValues(counts, isOwnValue);
  return (text) => isWhole(text) || (text.length < 80 && text.includes(",") && areaOfName(text) !== null);
}

export type Fit = {
  /** 0 = the content speaks against the field, 1 = it is what the field holds. */
  readonly share: number;
  /** True where content of this kind can hardly be anything else. */
  readonly isTelling: boolean;
  readonly reason: string;
};

const percent = (share: number) => `${Math.round(share * 100)} %`;

/** How well the content of a column fits a field. */
export function fitOf(field: MappingFieldId, content: ColumnContent, terms: VocabularyTerms): Fit {
  const { kind } = fieldOf(field);
  if (content.texts.length === 0) return { share: 0.5, isTelling: false, reason: "the column is empty" };
  const yesNoAllowed = field === "managementResponse";
  if (content.isYesNo && !yesNoAllowed)
    return { share: 0, isTelling: false, reason: "the column says yes or no" };
  const told = (share: number, isTelling: boolean, what: string): Fit => ({
    share,
    isTelling,
    reason: `${percent(share)} of its values are ${what}`,
  });
  const cellShare = (test: (cell: WorkbookCell) => boolean) =>
    content.cells.filter(test).length / content.cells.length;
  switch (kind) {
    case "id":
      return told(
        cellShare(({ text }) => text.length <= 80 && !/\s{2}|\n/.test(text)) * content.distinctShare,
        false,
        "short and distinct",
      );
    case "year":
      return told(
        content.share((value) => yearOfText(value) !== null),
        field === "year",
        "years",
      );
    case "date":
      return told(
        cellShare((cell) => {
          // Only whether it can be a date matters here, not which of two.
          const order =
            content.dateOrder === "mixed" || content.dateOrder === null ? "day-first" : content.dateOrder;
          return dateOfCell(cell, order).state !== "unread";
        }),
        false,
        "dates",
      );
    case "countries":
      return told(
        content.share((value) => areaOfName(value) !== null || namesWorld(value)),
        true,
        "countries",
      );
    case "languages":
      return told(content.share(namesLanguage), true, "names of languages");
    case "money":
      return told(
        cellShare(({ text }) => moneyOfText(text, null) !== null),
        false,
        "amounts",
      );
    case "links":
      return told(
        Math.max(
          content.share(isAddress),
          cellShare(({ link }) => link !== undefined),
        ),
        true,
        "web addresses",
      );
    case "targets":
      return told(
        content.share((value) => value.length < 60 && targetsOf(value).length > 0),
        false,
        "goals or targets",
      );
    case "symbols": {
      const real = content.share((value) => projectSymbolOf(value).symbol !== null);
      const like = cellShare(({ text }) => /\d/.test(text) && text.length < 60);
      return real > 0.5 ? told(real, true, "project symbols") : told(like, false, "like codes");
    }
    case "code":
    case "codes": {
      const lookup: Lookup = lookupOf(field, terms);
      const known = content.share((value) => meaningOf(field, value, lookup).isKnown);
      return {
        ...told(known, field === "timing" || field === "region", "known"),
        share: Math.max(known, 0.3),
      };
    }
    default:
      return textFit(field, content);
  }
}

function textFit(field: MappingFieldId, content: ColumnContent): Fit {
  const { meanLength, distinctShare } = content;
  const numbers = content.share((value) => /^[\d.,\s]+$/.test(value));
  if (field === "title" || field.startsWith("title.")) {
    const share = numbers > 0.5 || meanLength < 8 ? 0 : Math.min(1, distinctShare + 0.1);
    return {
      share,
      isTelling: false,
      reason: `its texts have ${Math.round(meanLength)} characters and differ`,
    };
  }
  if (field === "summary")
    return {
      share: meanLength > 80 ? 1 : meanLength > 30 ? 0.5 : 0,
      isTelling: false,
      reason: `its texts have ${Math.round(meanLength)} characters`,
    };
  if (field === "qualityRating") return { share: 1, isTelling: false, reason: "any words can be a rating" };
  if (content.isRating) return { share: 0, isTelling: false, reason: "the column holds ratings" };
  if (content.share((value) => projectSymbolOf(value).symbol !== null) > 0.5)
    return { share: 0.1, isTelling: false, reason: "the column holds project symbols" };
  const isDates = content.cells.every((cell) => cell.kind === "date");
  const share = numbers > 0.8 || isDates ? 0.1 : 1;
  return { share, isTelling: false, reason: "the column holds texts" };
}
