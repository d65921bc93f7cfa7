// The mapping somebody works on: begins as proposed, survives a refresh of the page, goes with the import.

import { useState } from "react";
import type { OpenedTable } from "./opened-table.ts";

export type Mapping = OpenedTable["proposal"]["mapping"];
export type MappedField = Mapping["fields"][number];

const keyOf = (table: string) => `socle-mapping-${table}`;

function kept(opened: OpenedTable): Mapping | null {
  try {
    const text = sessionStorage.getItem(keyOf(opened.table));
    return text === null ? null : (JSON.parse(text) as Mapping);
  } catch {
    return null;
  }
}

export function useMappingDraft(opened: OpenedTable) {
  const [mapping, setMapping] = useState<Mapping>(() => kept(opened) ?? opened.proposal.mapping);
  return {
    mapping,
    set(next: Mapping) {
      setMapping(next);
      try {
        sessionStorage.setItem(keyOf(opened.table), JSON.stringify(next));
      } catch {
        // Without storage the work lasts as long as the page.
      }
    },
    clear() {
      sessionStorage.removeItem(keyOf(opened.table));
    },
  };
}

/** What was proposed for a field, where the mapping still takes it from the proposed columns. */
export const proposedFor =
  (opened: OpenedTable, mapping: Mapping) =>
  (field: string): OpenedTable["proposal"]["fields"][number] | null => {
    const proposed = opened.proposal.fields.find((one) => one.field === field);
    const taken = mapping.fields.find((one) => one.field === field);
    return proposed && taken && proposed.columns.join("\n") === taken.columns.join("\n") ? proposed : null;
  };

/** The mapping with a column filling one more field. A field begins without separators and value rules. */
export function withField(mapping: Mapping, column: string, field: string): Mapping {
  const present = mapping.fields.find((one) => one.field === field);
  const fields = present
    ? mapping.fields.map((one) =>
        one.field === field ? { ...one, columns: [...new Set([...one.columns, column])] } : one,
      )
    : [
        ...mapping.fields,
        { field, columns: [column], separators: [], values: [], dateOrder: null, currency: null },
      ];
  return { ...mapping, fields, leftOut: mapping.leftOut.filter((one) => one !== column) };
}

/** The mapping with a column no longer filling a field; a field without columns goes. */
export const withoutField = (mapping: Mapping, column: string, field: string): Mapping => ({
  ...mapping,
  fields: mapping.fields.flatMap((one) => {
    if (one.field !== field) return [one];
    const columns = one.columns.filter((name) => name !== column);
    return columns.length > 0 ? [{ ...one, columns }] : [];
  }),
});

/** The mapping with a foreign value meaning a code, a reason why there is none, or nothing yet. */
export function withValue(
  mapping: Mapping,
  field: string,
  from: string,
  meaning: { readonly to: string | null; readonly missing: string | null; readonly isPrefix: boolean },
): Mapping {
  const open = meaning.to === null && meaning.missing === null;
  return {
    ...mapping,
    fields: mapping.fields.map((one) =>
      one.field === field
        ? {
            ...one,
            values: [
              ...one.values.filter((value) => value.from !== from),
              ...(open ? [] : [{ from, ...meaning } as MappedField["values"][number]]),
            ],
          }
        : one,
    ),
  };
}

export const changedField = (mapping: Mapping, field: string, next: Partial<MappedField>): Mapping => ({
  ...mapping,
  fields: mapping.fields.map((one) => (one.field === field ? { ...one, ...next } : one)),
});
