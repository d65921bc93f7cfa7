import { permission } from "#access";
import { fail, ok, problem } from "#kernel";
import { gridOf, groupsOfAreas, readIndexDefinition } from "#securities";
import { readableRelease } from "../releases/visible-releases.ts";
import type { RouteUseCase } from "../use-case.ts";
import { indexInputs } from "./index-inputs.ts";

/** The observations of a frozen run, in the shape that a page computes with, for those who may read them. */
export const runInputs: RouteUseCase<"runInputs"> = async (effects, actor, input) => {
  const allowed = permission(actor, "observation.read");
  if (!allowed.ok) return allowed;
  const { store } = effects;
  const { indexes } = store.catalogue;
  const run = await indexes.run(input.id);
  if (!run)
    return fail(
      problem(
        "app.not-found",
        `There is no index run "${input.id}". It may be misspelt, or come from another installation; look it up in the list.`,
      ),
    );
  const readable = await readableRelease(effects, actor, run.release);
  if (!readable.ok) return readable;
  const stored = await indexes.definition(run.definitionId, run.definitionVersion);
  const definition = readIndexDefinition(stored?.definition);
  if (!definition.ok) return definition;
  const observations = await indexInputs(store, run.release, definition.value);
  if (!observations.ok) return observations;
  const grid = gridOf(definition.value, observations.value);
  if (!grid.ok) return grid;
  const groups = groupsOfAreas(definition.value, grid.value);
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
