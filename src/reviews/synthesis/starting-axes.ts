import { extractionPlan } from "../extraction/extraction-outcome.ts";
import type { ReviewState } from "../state.ts";
import { mapItems } from "./map-items.ts";

export type MapAxes = { readonly rows: string; readonly columns: string };

const usual: MapAxes = { rows: "region", columns: "branch" };

/**
 * The two fields a map begins with where nobody chose: the first map the review keeps that holds something,
 * else regions by branches, else the first two fields of which something was said together.
 */
export function startingAxes(state: ReviewState): MapAxes {
  const kept = [...state.synthesis.maps.values()];
  const items = mapItems(state);
  const form = (extractionPlan(state)?.definition?.fields ?? [])
    .filter(({ kind }) => kind === "choice" || kind === "choices")
    .map(({ id }) => `form.${id}`);
  const rows = ["region", "country", "branch", "intervention", "question", "type", ...form];
  const columns = ["branch", "question", "theme", "code", ...form, "timing", "completed"];
  const isFull = (axes: MapAxes): boolean =>
    items.some(({ of }) => of(axes.rows).length > 0 && of(axes.columns).length > 0);
  const pairs = rows.flatMap((row) =>
    columns.filter((column) => column !== row).map((column) => ({ rows: row, columns: column })),
  );
  const found = [...kept, usual, ...pairs].find(isFull) ?? kept[0] ?? usual;
  return { rows: found.rows, columns: found.columns };
}
