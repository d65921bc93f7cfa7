// A run made ready for other weights, in the page and in its worker alike.

import type { z } from "zod/mini";
import type { RunInputsShape } from "#contract";
import { ok, type Result } from "#kernel";
import { type CompiledIndex, compileIndex, type ObservationGrid, readIndexDefinition } from "#securities";

export type RunInputs = z.output<typeof RunInputsShape>;

const column = (values: readonly (number | null)[]): Float64Array =>
  Float64Array.from(values, (value) => value ?? Number.NaN);

export const gridOfInputs = (inputs: RunInputs): ObservationGrid => ({
  areas: inputs.areas,
  periods: inputs.periods,
  values: new Map(inputs.columns.map(({ indicator, values }) => [indicator, column(values)])),
  errors: new Map(
    inputs.columns.flatMap(({ indicator, standardErrors }) =>
      standardErrors ? [[indicator, column(standardErrors)] as const] : [],
    ),
  ),
});

export const groupsOfInputs = (inputs: RunInputs): CompiledIndex["context"]["groups"] =>
  new Map(inputs.groups.map(({ attribute, byArea }) => [attribute, byArea]));

export function liveIndex(definition: unknown, inputs: RunInputs): Result<CompiledIndex> {
  const read = readIndexDefinition(definition);
  if (!read.ok) return read;
  return ok(compileIndex(read.value, gridOfInputs(inputs), groupsOfInputs(inputs)));
}

/** How far a place moved, as a reader says it: 3 is three places up. */
export const placesMoved = (before: number | null, now: number | null): number | null =>
  before === null || now === null ? null : before - now;
