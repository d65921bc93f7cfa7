import type { z } from "zod";
import type { MicroResultShape } from "#contract";
import { ok, type Result } from "#kernel";
import type { RouteUseCase } from "../../use-case.ts";
import { readableEdition } from "../visible-studies.ts";
import { coefficientOfVariation, qualityOf } from "./cell-quality.ts";
import { type ComputedIndex, computedIndex } from "./computed-index.ts";
import { shownDefinition, type UsableIndex, usableIndex, usableIndexes } from "./micro-definitions.ts";
import { inLanguage, said } from "./said.ts";
import { caveatsOf, citationOf, designOf, recipeOf } from "./shown-table.ts";
import { usableEdition } from "./table-data.ts";
import { allTogether, noteWords } from "./table-words.data.ts";

type Cell = z.output<typeof MicroResultShape>["cells"][number];

/** Indexes of persons or enterprises that the data of a study can give. */
export const studyIndexes: RouteUseCase<"studyIndexes"> = async (effects, actor, input) => {
  const readable = await readableEdition(effects, actor, input.id, input.edition, "read");
  if (!readable.ok) return readable;
  const { study, edition } = readable.value;
  return ok((await usableIndexes(effects, study, edition)).map(shownDefinition));
};

/** Weighted means of scores and shares below the line, with their errors, by sex or another variable. */
export const studyIndex: RouteUseCase<"studyIndex"> = async (effects, actor, input) => {
  const data = await usableEdition(effects, actor, input.id, input.edition);
  if (!data.ok) return data;
  const { study, edition, seesRows } = data.value;
  const index = await usableIndex(effects, study, edition, input.definition);
  if (!index.ok) return index;
  const computed = await computedIndex(
    effects,
    data.value,
    index.value,
    { by: input.by, deficit: input.deficit },
    !seesRows,
  );
  if (!computed.ok) return computed;
  const { definition, version, file, sha256 } = index.value;
  const { by, context, scores, estimates } = computed.value;
  const cells = cellsOf(computed.value, index.value);
  const withheld = cells.filter((cell) => cell.withheld !== null).length;
  const { statement, degreesOfFreedom } = designOf({ file }, context);
  return ok({
    study: study.id,
    edition: edition.version,
    definition: shownDefinition(index.value),
    by:
      by === null
        ? null
        : {
            variable: by.variable.name,
            label: by.variable.label,
            levels: [
              ...by.levels.map(({ code, label }) => ({ code: code as string | null, label })),
              { code: null, label: allTogether },
            ],
          },
    scores: scores.scores.map(({ id, label, form, role }) => ({ part: id, label, form, group: role })),
    cells,
    deficitBelow: estimates.deficitBelow,
    design: { statement, degreesOfFreedom },
    notes: [
      ...(seesRows
        ? [said(noteWords.plain, {}, input.language)]
        : withheld > 0
          ? [said(noteWords.withheld, { n: withheld, minimum: edition.minimumCases }, input.language)]
          : []),
      ...(definition.note === null ? [] : [inLanguage(definition.note, input.language)]),
      ...(!seesRows && data.value.isLater ? [said(noteWords.earlier, {}, input.language)] : []),
    ],
    caveats: caveatsOf(data.value),
    citation: citationOf(data.value),
    recipe: {
      ...recipeOf(data.value, null, effects.codeVersion),
      method: "securities.micro-index",
      definition: { id: definition.id, version, sha256 },
    },
  }) satisfies Result<z.output<typeof MicroResultShape>>;
};

const nothing = {
  estimate: null,
  standardError: null,
  low: null,
  high: null,
  coefficientOfVariation: null,
  cases: null,
  missing: null,
  quality: null,
} as const;

/** The cells in the order of scores, groups and measures; groups nobody of whom has the score are left out. */
function cellsOf({ estimates, by, guards }: ComputedIndex, _: UsableIndex): Cell[] {
  return estimates.estimates.flatMap((one): Cell[] => {
    if (one.measure === "above") return [];
    const statistic = one.measure === "mean" ? "mean" : "share-below";
    const code = by === null ? undefined : one.group[by.variable.name];
    const level = code === undefined ? null : String(code);
    const place = { part: one.score, level, statistic } as const;
    const at = level === null ? -1 : by!.levels.findIndex((known) => known.code === level);
    const guard = guards.get(one.score);
    if (guard !== undefined && !guard(at, statistic)) return [{ ...place, ...nothing, withheld: "small" }];
    const { estimate, standardError, low, high } = one;
    const coefficient = coefficientOfVariation(estimate, standardError, statistic === "share-below");
    return [
      {
        ...{ ...place, estimate, standardError, low, high, coefficientOfVariation: coefficient },
        cases: one.n,
        // How many lack a score tells how many an index is of: a sum of cells that no table shows.
        missing: guard === undefined ? one.missing : null,
        quality: estimate === null ? null : qualityOf(coefficient, one.n, one.degreesOfFreedom),
        withheld: null,
      },
    ];
  });
}
