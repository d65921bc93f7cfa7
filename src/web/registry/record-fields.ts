// The fields of a record that a person may set, as forms show them: in groups, each with its kind of control.

import type { z } from "zod/mini";
import type { editableFields } from "#contract";
import {
  evaluationNatures,
  evaluationRegions,
  evaluationStatuses,
  evaluationTimings,
  evaluationTypes,
  managementResponseStates,
} from "#records";

export type RecordEdit = z.output<typeof editableFields>;
export type FieldName = Exclude<keyof RecordEdit, "titles" | "otherSymbols">;

export type FieldKind =
  | {
      readonly kind:
        | "text"
        | "long"
        | "date"
        | "year"
        | "address"
        | "lines"
        | "countries"
        | "languages"
        | "relations"
        | "money";
    }
  | { readonly kind: "choice"; readonly values: readonly string[]; readonly area: string }
  /** Terms of a vocabulary, several at once. */
  | { readonly kind: "terms"; readonly vocabulary: string };

export type RecordField = { readonly name: FieldName } & FieldKind;

const choice = (name: FieldName, values: readonly string[], area: string): RecordField => ({
  name,
  kind: "choice",
  values,
  area,
});

export const fieldGroups: readonly { readonly group: string; readonly fields: readonly RecordField[] }[] = [
  {
    group: "identity",
    fields: [
      { name: "title", kind: "long" },
      choice("language", ["en", "fr", "es", "pt"], "language"),
      choice("type", evaluationTypes, "type"),
      choice("timing", evaluationTimings, "timing"),
      choice("nature", evaluationNatures, "nature"),
      choice("status", evaluationStatuses, "status"),
      { name: "year", kind: "year" },
      { name: "summary", kind: "long" },
    ],
  },
  {
    group: "where",
    fields: [
      choice("region", evaluationRegions, "region"),
      { name: "countries", kind: "countries" },
      { name: "countryGroups", kind: "lines" },
    ],
  },
  {
    group: "subject",
    fields: [
      { name: "themes", kind: "terms", vocabulary: "theme" },
      { name: "branches", kind: "terms", vocabulary: "branch" },
      { name: "populations", kind: "terms", vocabulary: "population" },
      { name: "criteria", kind: "terms", vocabulary: "criterion" },
      { name: "sdgTargets", kind: "terms", vocabulary: "sdg-target" },
      { name: "policyOutcome", kind: "text" },
      { name: "countryProgrammeOutcome", kind: "text" },
    ],
  },
  {
    group: "project",
    fields: [
      { name: "projects", kind: "lines" },
      { name: "donor", kind: "text" },
      { name: "fundingNote", kind: "text" },
      { name: "projectBudget", kind: "money" },
      { name: "evaluationBudget", kind: "money" },
      { name: "partners", kind: "lines" },
      { name: "attributionNote", kind: "long" },
    ],
  },
  {
    group: "dates",
    fields: [
      { name: "coversFrom", kind: "date" },
      { name: "coversTo", kind: "date" },
      { name: "plannedStart", kind: "date" },
      { name: "plannedEnd", kind: "date" },
      { name: "actualStart", kind: "date" },
      { name: "actualEnd", kind: "date" },
      { name: "publishedOn", kind: "date" },
    ],
  },
  {
    group: "people",
    fields: [
      { name: "commissioningOffice", kind: "text" },
      { name: "manager", kind: "text" },
      { name: "evaluators", kind: "lines" },
      { name: "administrativeUnit", kind: "text" },
      { name: "technicalUnit", kind: "text" },
    ],
  },
  {
    group: "report",
    fields: [
      { name: "link", kind: "address" },
      { name: "reportLanguages", kind: "languages" },
      choice("managementResponse", managementResponseStates, "response"),
      { name: "qualityRating", kind: "text" },
      { name: "relations", kind: "relations" },
    ],
  },
];

export const recordFields: readonly RecordField[] = fieldGroups.flatMap(({ fields }) => fields);

/** Texts as people type them: without blanks around, nothing as null. */
export const typed = (text: string): string | null => text.trim() || null;

/** One entry a line; empty lines and repetitions go. */
export const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== ""),
  ),
];

/**
 * A sum as typed: a number with an optional currency before or behind it. Null where nothing is typed, and
 * undefined where what is typed is no sum.
 */
export function moneyOf(text: string): RecordEdit["projectBudget"] | undefined {
  const printed = text.trim();
  if (printed === "") return null;
  const found = /^([A-Z]{3})?\s*([0-9][0-9 ,.'’]*)\s*([A-Z]{3})?$/.exec(printed.toUpperCase());
  if (!found || (found[1] && found[3])) return undefined;
  const plain = (found[2] as string).trim().replace(/[ '’]/g, "");
  if (!/^\d+([.,]\d{3})*([.,]\d{1,2})?$/.test(plain)) return undefined;
  const decimals = /[.,](\d{1,2})$/.exec(plain)?.[1] ?? "";
  const whole = plain.slice(0, decimals ? -(decimals.length + 1) : undefined).replace(/[.,]/g, "");
  return { amount: Number(`${whole}.${decimals || "0"}`), currency: found[1] ?? found[3] ?? null, printed };
}
