// Reads the mapped cells of one row: values with the address of their cell, reasons for missing ones, and
// what is odd. It knows fields, not records.

import type { WorkbookCell } from "#documents";
import { areaByCode, areaName, type Language, type MissingReason } from "#kernel";
import type { EvaluationLink, Money, Oddity } from "#records";
import {
  areaOfName,
  dateOfCell,
  isAddress,
  languageOfName,
  linkOf,
  moneyOfText,
  namesWorld,
  yearOfText,
} from "./cell-values.ts";
import type { EvaluationMapping, FieldMapping } from "./mapping.ts";
import type { MappingFieldId } from "./mapping-fields.ts";
import type { MappingProblemCode } from "./problems.ts";
import { piecesOf, splitCell } from "./split-cell.ts";
import { mappedValue, missingReasonOf } from "./value-lookup.ts";

/** What is made of a mapping once for all rows. */
export type PreparedMapping = {
  readonly mapping: EvaluationMapping;
  readonly byField: ReadonlyMap<MappingFieldId, FieldMapping>;
  /** Positions of columns by name. */
  readonly positions: ReadonlyMap<string, number>;
  /** By column: whether a text with commas is one value there. */
  readonly isOneValue: ReadonlyMap<string, (text: string) => boolean>;
  /** Fields that read the same columns as a field. */
  readonly siblings: ReadonlyMap<MappingFieldId, readonly FieldMapping[]>;
};

export type RowReader = {
  readonly oddities: Oddity[];
  readonly missing: Map<MappingFieldId, MissingReason>;
  /** The cell a field's value came from. */
  readonly cells: Map<MappingFieldId, { readonly cell: WorkbookCell; readonly column: string }>;
  readonly open: { readonly field: MappingFieldId; readonly value: string }[];
  text(field: MappingFieldId): string | null;
  list(field: MappingFieldId): readonly string[];
  year(field: MappingFieldId): number | null;
  date(field: MappingFieldId): string | null;
  money(field: MappingFieldId): Money | null;
  code(field: MappingFieldId): { readonly code: string | null; readonly all: readonly string[] };
  codes(field: MappingFieldId): readonly string[];
  /** Codes where the mapping has them, else the values as printed. */
  codesOrTexts(field: MappingFieldId): readonly string[];
  countries(): { readonly codes: readonly string[]; readonly groups: readonly string[] };
  languages(): { readonly known: readonly Language[]; readonly others: readonly string[] };
  links(): readonly EvaluationLink[];
  odd(code: MappingProblemCode, message: string): void;
};

const excerpt = (text: string): string => {
  const line = text.replace(/\s+/g, " ");
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
};

export function rowReader(cells: readonly WorkbookCell[], prepared: PreparedMapping): RowReader {
  const { byField, positions, isOneValue, siblings } = prepared;
  const oddities: Oddity[] = [];
  const missing = new Map<MappingFieldId, MissingReason>();
  const found: RowReader["cells"] = new Map();
  const open: RowReader["open"] = [];
  const order = [...byField.keys()];
  const odd: RowReader["odd"] = (code, message) => {
    oddities.push({ code, message });
  };

  /** The cells of a field that hold a value; why there is none is noted. */
  const filled = (field: MappingFieldId): readonly { cell: WorkbookCell; column: string }[] => {
    const mapping = byField.get(field);
    if (mapping === undefined) return [];
    let reason: MissingReason = "missing";
    const values = mapping.columns.flatMap((column) => {
      const cell = cells[positions.get(column) ?? -1];
      if (cell === undefined) return [];
      if (cell.flags?.includes("formula-without-value") || cell.kind === "error")
        odd(
          "evaluations.mapping-formula-without-value",
          `Row ${cell.row}, column ${column}: ${cell.kind === "error" ? `the cell holds the error ${cell.text}` : "the formula was never calculated"}, so ${field} is missing.`,
        );
      if (cell.kind === "error") return [];
      if (cell.kind === "empty") {
        if (cell.flags?.includes("merged"))
          odd(
            "evaluations.mapping-cell-merged",
            `Row ${cell.row}, column ${column}: the cell is covered by a merged one, whose value belongs to its first cell; ${field} is missing here.`,
          );
        return [];
      }
      const rule = mappedValue(cell.text, mapping.values);
      // "None" as a state of a management response is a value: the mapping's own table goes first.
      const absent = rule?.to != null ? null : (rule?.missing ?? missingReasonOf(cell.text));
      if (absent !== null) {
        reason = absent;
        return [];
      }
      if (cell.proposedText !== undefined)
        odd(
          "evaluations.mapping-mojibake",
          `Row ${cell.row}, column ${column}: "${excerpt(cell.text)}" was once read in the wrong encoding; it probably means "${excerpt(cell.proposedText)}". It is kept as it is.`,
        );
      return [{ cell, column }];
    });
    const [first] = values;
    if (first === undefined) missing.set(field, reason);
    else found.set(field, first);
    return values;
  };

  const partsOf = (field: MappingFieldId): readonly string[] => {
    const by = byField.get(field)?.separators ?? [];
    const seen = new Set<string>();
    return filled(field)
      .flatMap(({ cell, column }) => cell.parts ?? splitCell(cell.text, by, isOneValue.get(column)))
      .filter((part) => {
        const isNew = missingReasonOf(part) === null && !seen.has(part);
        seen.add(part);
        return isNew;
      });
  };

  /** Of fields that read the same column, what one maps is open in none, and what none maps is open in one. */
  const isOpen = (field: MappingFieldId, value: string): boolean => {
    const others = siblings.get(field) ?? [];
    return (
      !others.some((other) => mappedValue(value, other.values)?.to != null) &&
      others.every((other) => order.indexOf(other.field) > order.indexOf(field))
    );
  };

  const codesOf = (field: MappingFieldId): readonly string[] => {
    const mapping = byField.get(field);
    const codes = new Set<string>();
    for (const value of partsOf(field)) {
      const rule = mappedValue(value, mapping?.values ?? []);
      if (rule?.to != null) codes.add(rule.to);
      else if (rule?.missing != null) missing.set(field, rule.missing);
      else if (isOpen(field, value)) open.push({ field, value });
    }
    return [...codes];
  };

  return {
    oddities,
    missing,
    cells: found,
    open,
    odd,
    text: (field) => filled(field)[0]?.cell.text ?? null,
    list: partsOf,
    codes: codesOf,
    codesOrTexts: (field) => {
      const values = byField.get(field)?.values ?? [];
      return [...new Set(partsOf(field).map((part) => mappedValue(part, values)?.to ?? part))];
    },
    code(field) {
      const all = codesOf(field);
      return { code: all[0] ?? null, all };
    },
    year(field) {
      const [first] = filled(field);
      if (first === undefined) return null;
      const year = yearOfText(first.cell.text);
      if (year === null)
        odd(
          "evaluations.mapping-year-unread",
          `Row ${first.cell.row}, column ${first.column}: "${excerpt(first.cell.text)}" is no year from 1900 to 2099.`,
        );
      return year;
    },
    date(field) {
      const [first] = filled(field);
      if (first === undefined) return null;
      const read = dateOfCell(first.cell, byField.get(field)?.dateOrder ?? null);
      if (read.state === "read") return read.date;
      const at = `Row ${first.cell.row}, column ${first.column}: "${excerpt(first.cell.text)}"`;
      missing.set(field, "missing");
      if (read.state === "placeholder")
        odd(
          "evaluations.mapping-date-placeholder",
          `${at} is what programs write where they know no date; ${field} counts as missing.`,
        );
      else
        odd(
          "evaluations.mapping-date-unread",
          `${at} is no date, or day and month cannot be told apart. Say in the mapping which comes first, or write 2019-07-31.`,
        );
      return null;
    },
    money(field) {
      const [first] = filled(field);
      if (first === undefined) return null;
      const money = moneyOfText(first.cell.text, byField.get(field)?.currency ?? null);
      if (money === null)
        odd(
          "evaluations.mapping-money-unread",
          `Row ${first.cell.row}, column ${first.column}: "${excerpt(first.cell.text)}" is no amount that can be read without doubt.`,
        );
      return money;
    },
    countries() {
      const codes = new Set<string>();
      const groups: string[] = [];
      const mapping = byField.get("countries");
      for (const value of partsOf("countries")) {
        const rule = mappedValue(value, mapping?.values ?? []);
        const area = rule?.to != null ? areaByCode(rule.to) : areaOfName(value);
        if (area !== null && area.kind !== "region") codes.add(area.code);
        else if (area !== null || namesWorld(value)) {
          groups.push(value);
          odd(
            "evaluations.mapping-not-a-country",
            `"${excerpt(value)}" stands among the countries and is none${area === null ? "" : ` but the region ${areaName(area.code, "en")}`}; it is kept as a group of countries.`,
          );
        } else {
          groups.push(value);
          open.push({ field: "countries", value });
          odd(
            "evaluations.mapping-country-unknown",
            `"${excerpt(value)}" is the name of no known country. It is kept as printed; map it to its country, or correct the spelling.`,
          );
        }
      }
      return { codes: [...codes], groups };
    },
    languages() {
      const known = new Set<Language>();
      const others: string[] = [];
      const mapping = byField.get("reportLanguages");
      for (const value of partsOf("reportLanguages")) {
        const rule = mappedValue(value, mapping?.values ?? []);
        const language = languageOfName(rule?.to ?? value);
        if (language !== null) known.add(language);
        else others.push(value);
      }
      return { known: [...known], others };
    },
    links() {
      const [titleCell] = filled("linkTitles");
      const titles =
        titleCell === undefined
          ? []
          : (titleCell.cell.parts ??
            piecesOf(titleCell.cell.text, byField.get("linkTitles")?.separators ?? []));
      const by = byField.get("links")?.separators ?? [];
      const byAddress = new Map<string, string | null>();
      for (const { cell } of filled("links")) {
        const hyperlink = isAddress(cell.text) ? undefined : cell.link;
        const addresses = hyperlink === undefined ? (cell.parts ?? piecesOf(cell.text, by)) : [hyperlink];
        // Titles belong to addresses by their order, where there are as many of them.
        const isPaired = titles.length === addresses.length;
        for (const [i, address] of addresses.entries()) {
          const title = isPaired ? titles[i]! : hyperlink === undefined ? null : cell.text;
          byAddress.set(address, byAddress.get(address) ?? title);
        }
      }
      return [...byAddress].map(([address, title]) => {
        const link = linkOf(address, title);
        if (link.url === null)
          odd(
            "evaluations.mapping-link-unread",
            `"${excerpt(address)}" stands among the links and is no web address; it is kept as printed.`,
          );
        return link;
      });
    },
  };
}
