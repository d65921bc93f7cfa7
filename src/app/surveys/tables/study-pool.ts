import { fail, type Localised, languages, ok, type Problem, problem } from "#kernel";
import { ofSeveral } from "../../releases/of-several.ts";
import type { RouteReply, RouteUseCase } from "../../use-case.ts";
import { variablesOf } from "./check-question.ts";
import { poolReasons } from "./pool-reasons.ts";
import { inLanguage, said } from "./said.ts";
import { caveatsOf, recipeOf, type StudyTable, tableOf } from "./shown-table.ts";
import { jointGuard, stackedSamples } from "./stacked-studies.ts";
import { answeredTable, type PreparedTable, preparedTable } from "./study-table.ts";
import { noteWords } from "./table-words.data.ts";

const mostPooled = 20;

/**
 * One table over several studies. Each study's own table is always answered; they are put together only where
 * universe, unit and question agree in all of them.
 */
export const studyPool: RouteUseCase<"studyPool"> = async (effects, actor, input) => {
  const studies = [...new Set(input.studies ?? [])];
  if (studies.length < 2 || studies.length > mostPooled)
    return fail(
      problem(
        "survey.pool-too-few",
        `Name two to ${mostPooled} different studies; ${studies.length} were named.`,
        { field: "studies" },
      ),
    );
  const prepared: PreparedTable[] = [];
  const tables: StudyTable[] = [];
  const reasons: Problem[] = [];
  for (const id of studies) {
    const one = await preparedTable(effects, actor, { ...input, id });
    if (!one.ok) {
      // Which study lacks a variable is a reason; that a study cannot be seen is a refusal.
      if (one.problems.some(({ code }) => !code.startsWith("survey."))) return one;
      reasons.push(...one.problems.map(({ code, message }) => ({ code, message: `${id}: ${message}` })));
      continue;
    }
    const table = answeredTable(effects, one.value, input.language);
    if (!table.ok) return table;
    prepared.push(one.value);
    tables.push(table.value);
  }
  reasons.push(...poolReasons(prepared));
  if (reasons.length > 0 || prepared.length < 2) return ok(apart(tables, reasons));
  const stacked = stackedSamples(
    prepared.map(({ data, checked, context }) => ({
      id: data.study.id,
      context,
      variables: new Map(
        [...variablesOf(data.edition, checked.file)].filter(([name]) => context.table.columns.has(name)),
      ),
    })),
  );
  if (!stacked.ok) return ok(apart(tables, stacked.problems));
  const [first] = prepared;
  const { data, checked } = first!;
  const pooled = tableOf(data, stacked.value, checked, {
    guard: jointGuard(prepared.map(({ guard }) => guard)),
    language: input.language,
    codeVersion: effects.codeVersion,
  });
  if (!pooled.ok) return pooled;
  return ok({ allowed: true, reasons: [], tables, pooled: together(pooled.value, prepared, input.language) });
};

const apart = (tables: StudyTable[], reasons: readonly Problem[]): RouteReply<"studyPool"> => ({
  allowed: false,
  reasons: reasons.map(({ code, message }) => ({ code, message })),
  tables,
  pooled: null,
});

/** The pooled table under the names, licences and caveats of all. */
function together(
  table: StudyTable,
  prepared: readonly PreparedTable[],
  language: (typeof languages)[number],
): StudyTable {
  const studies = prepared.map(({ data }) => data.study);
  const all = ofSeveral(
    prepared.map(({ data }) => ({
      origin: data.study.origin,
      licence: data.study.licence,
      caveats: caveatsOf(data).map((caveat) => `${data.study.id}: ${caveat}`),
    })),
  );
  const title = Object.fromEntries(
    languages.map((one) => [one, studies.map((study) => inLanguage(study.title, one)).join("; ")]),
  ) as Localised;
  const listed = studies.map(({ id, years }) => `${id} (${years.from}–${years.to})`).join(", ");
  const question = { ...prepared[0]!.checked.question, study: studies.map(({ id }) => id), edition: null };
  return {
    ...table,
    study: studies.map(({ id }) => id).join("+"),
    title,
    origin: all.origin,
    edition: 0,
    licence: all.licence,
    caveats: [...all.caveats],
    notes: [said(noteWords.pooled, { studies: listed }, language), ...table.notes],
    citation: {
      title: prepared
        .map(
          ({ data: { study, edition } }) =>
            `${study.citation.title}, ${study.id}, version ${edition.version}`,
        )
        .join("; "),
    },
    recipe: {
      ...recipeOf(prepared[0]!.data, question, table.recipe.codeVersion),
      inputs: prepared.map(({ data }) => data.edition.checksum),
    },
  };
}
