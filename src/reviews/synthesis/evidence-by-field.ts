import type { ReviewState } from "../state.ts";
import { evidenceMap, type MapValue } from "./evidence-map.ts";

/** Where, on which branch and by which intervention something was found. */
export const evidenceFields = ["branch", "region", "country", "intervention"] as const;
export type EvidenceField = (typeof evidenceFields)[number];

export type EvidenceCount = {
  /** Null: it is not said of these. */
  readonly value: MapValue | null;
  readonly passages: number;
  readonly reports: readonly string[];
  readonly units: number;
};

/**
 * Everything a map counts, by the values of one field: the most first, what says nothing of it last. A passage
 * of several values counts under each, so the sum may be more than the passages.
 */
export function evidenceByField(
  state: ReviewState,
): Readonly<Record<EvidenceField, readonly EvidenceCount[]>> {
  const of = (field: EvidenceField): readonly EvidenceCount[] => {
    const map = evidenceMap(state, field, field);
    const byValue = new Map(
      map.cells.filter(({ row, column }) => row === column).map((cell) => [cell.row, cell]),
    );
    const counted = map.rows.values
      .flatMap((value): EvidenceCount[] => {
        const cell = byValue.get(value.id);
        return cell && cell.items > 0
          ? [{ value, passages: cell.items, reports: cell.reports, units: cell.units }]
          : [];
      })
      .sort((a, b) => b.passages - a.passages);
    return map.notStated > 0
      ? [...counted, { value: null, passages: map.notStated, reports: [], units: 0 }]
      : counted;
  };
  return Object.fromEntries(evidenceFields.map((field) => [field, of(field)])) as Record<
    EvidenceField,
    readonly EvidenceCount[]
  >;
}
