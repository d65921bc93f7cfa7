import { ok } from "#kernel";
import { gridOf, groupsOfAreas, readIndexDefinition } from "#securities";
import { readableRun } from "../releases/visible-releases.ts";
import type { RouteUseCase } from "../use-case.ts";
import { attributesOfRun } from "./classifications.ts";
import { indexInputs } from "./index-inputs.ts";

/** The observations of a frozen run, in the shape that a page computes with, for those who may read them. */
export const runInputs: RouteUseCase<"runInputs"> = async (effects, actor, input) => {
  const readable = await readableRun(effects, actor, input.id, "observation.read");
  if (!readable.ok) return readable;
  const { run } = readable.value;
  const { store } = effects;
  const { indexes } = store.catalogue;
  const stored = await indexes.definition(run.definitionId, run.definitionVersion);
  const definition = readIndexDefinition(stored?.definition);
  if (!definition.ok) return definition;
  const observations = await indexInputs(store, run.release, definition.value);
  if (!observations.ok) return observations;
  const grid = gridOf(definition.value, observations.value);
  if (!grid.ok) return grid;
  const groups = groupsOfAreas(definition.value, grid.value, await attributesOfRun(store, run));
  if (!groups.ok) return groups;
  const { areas, periods, values, errors } = grid.value;
  return ok({
    areas: [...areas],
    periods: [...periods],
    columns: [...values].map(([indicator, column]) => ({
      indicator,
      values: withNulls(column)!,
      standardErrors: withNulls(errors?.get(indicator)),
    })),
    groups: [...groups.value].map(([attribute, byArea]) => ({ attribute, byArea: [...byArea] })),
  });
};

const withNulls = (column: Float64Array | undefined): (number | null)[] | null =>
  column ? Array.from(column, (value) => (Number.isNaN(value) ? null : value)) : null;
