// Independent samples put together: each keeps its design, the strata of one lie beside those of the other.

import { fail, ok, problem, type Result } from "#kernel";
import type { StudyVariable } from "#records";
import type { SurveyColumn } from "#statistics";
import type { CellGuard, CellState } from "./cell-guard.ts";
import { codedVariable, numericValues } from "./coded-column.ts";
import type { FileContext } from "./file-context.ts";

export type StudySample = {
  readonly id: string;
  readonly context: FileContext;
  /** The variables of the question as this study has them, by name. */
  readonly variables: ReadonlyMap<string, StudyVariable>;
};

type Stage = FileContext["design"]["stages"][number];

const apart = (message: string) => fail(problem("survey.pool-differs", message));

/** Samples as strata of one, or why their designs cannot be laid beside each other. */
export function stackedSamples(samples: readonly StudySample[]): Result<FileContext> {
  const designs = samples.map(({ context }) => context.design);
  const [first] = designs;
  const named = samples.map(({ id }) => id).join(", ");
  if (designs.some(({ replicates, calibration }) => replicates !== undefined || calibration !== undefined))
    return apart(
      `The errors of one of ${named} come from replicate weights, which are not put together with other designs.`,
    );
  if (designs.some(({ stages }) => stages.length !== first!.stages.length))
    return apart(`The designs of ${named} count a different number of stages.`);
  if (designs.some(({ stages }) => stages.some(({ unequal }) => unequal !== undefined)))
    return apart(`Units of one of ${named} were drawn with probabilities of their own.`);
  if (designs.some(({ singleUnit }) => singleUnit !== first!.singleUnit))
    return apart(`Strata with a single unit are treated differently in ${named}.`);
  const rows = designs.reduce((sum, design) => sum + design.rows, 0);
  const [head, ...rest] = first!.stages.map((_, at) =>
    stackedStage(designs.map(({ stages }) => stages[at]!)),
  );
  const columns = new Map<string, SurveyColumn>();
  for (const [name, variable] of samples[0]!.variables) {
    const column = stackedColumn(name, variable, samples);
    if (!column.ok) return column;
    columns.set(name, column.value);
  }
  const design = {
    rows,
    weights: joined(
      Float64Array,
      designs.map(({ weights }) => weights),
    ),
    stages: [head!, ...rest] as const,
    unitOfRow: offset(
      designs.map((one) => one.unitOfRow),
      designs.map(({ stages }) => stages.at(-1)!.units),
    ),
    singleUnit: first!.singleUnit,
  };
  return ok({ table: { rows, columns }, design });
}

function stackedStage(stages: readonly Stage[]): Stage {
  const sum = (of: (stage: Stage) => number) => stages.reduce((total, stage) => total + of(stage), 0);
  const strata = stages.map((stage) => stage.strata);
  return {
    units: sum(({ units }) => units),
    strata: sum((stage) => stage.strata),
    stratumOf: offset(
      stages.map(({ stratumOf }) => stratumOf),
      strata,
    ),
    parentOf: stages.every(({ parentOf }) => parentOf !== null)
      ? offset(
          stages.map(({ parentOf }) => parentOf!),
          stages.map(({ parentOf }) => parentOf!.reduce((most, unit) => Math.max(most, unit + 1), 0)),
        )
      : null,
    drawn: joined(
      Int32Array,
      stages.map(({ drawn }) => drawn),
    ),
    fraction: joined(
      Float64Array,
      stages.map(({ fraction }) => fraction),
    ),
    stratumLabel: (stratum) => {
      let at = 0;
      let left = stratum;
      while (at < stages.length - 1 && left >= strata[at]!) left -= strata[at++]!;
      return stages[at]!.stratumLabel(left);
    },
  };
}

function stackedColumn(
  name: string,
  { kind }: StudyVariable,
  samples: readonly StudySample[],
): Result<SurveyColumn> {
  if (kind === "numeric") {
    const values: Float64Array[] = [];
    for (const { context, variables } of samples) {
      const own = numericValues(variables.get(name)!, context.table.columns.get(name)!);
      if (!own.ok) return own;
      values.push(own.value);
    }
    return ok({ kind: "number", values: joined(Float64Array, values) });
  }
  const place = new Map<string, number>();
  const codes = samples.map(({ context, variables }) => {
    const own = codedVariable(variables.get(name)!, context.table.columns.get(name)!);
    for (const { code } of own.levels) if (!place.has(code)) place.set(code, place.size);
    const places = own.levels.map(({ code }) => place.get(code)!);
    return own.codes.map((code) => (code < 0 ? -1 : places[code]!));
  });
  return ok({ kind: "category", codes: joined(Int32Array, codes), levels: [...place.keys()] });
}

function joined<T extends Int32Array | Float64Array>(
  Kind: new (length: number) => T,
  parts: readonly T[],
): T {
  const whole = new Kind(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Numbers of units or strata, those of each part after those of the parts before. */
function offset(parts: readonly Int32Array[], sizes: readonly number[]): Int32Array {
  let before = 0;
  return joined(
    Int32Array,
    parts.map((part, at) => {
      const own = part.map((unit) => unit + before);
      before += sizes[at]!;
      return own;
    }),
  );
}

/** A cell over several studies: withheld where it is withheld in one, else the sum would give that one back. */
export function jointGuard(guards: readonly (CellGuard | null)[]): CellGuard | null {
  const own = guards.filter((guard) => guard !== null);
  if (own.length === 0) return null;
  return {
    minimumCases: Math.max(...own.map(({ minimumCases }) => minimumCases)),
    stateOf(levels, value) {
      const states = own.map((guard) => guard.stateOf(levels, value));
      const withheld = states.find((state): state is CellState => state !== "open" && state !== "empty");
      return withheld ?? (states.includes("open") ? "open" : "empty");
    },
  };
}
