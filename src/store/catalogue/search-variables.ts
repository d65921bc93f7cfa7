// Variables of editions by their words, each asked in its own language, with and without accents.

import { type RawBuilder, sql } from "kysely";
import { type Language, languages } from "#kernel";
import type { StudyVariable } from "#records";
import type { Database } from "../database.ts";
import { storableJson, storableText } from "../storable-text.ts";
import type { StudiesCatalogue, VariableQuestion } from "../studies-catalogue.ts";

const configurations: Readonly<Record<Language, string>> = {
  en: "english",
  fr: "french",
  es: "spanish",
  pt: "portuguese",
};
const longest = 1_000;

/**
 * Words side by side must all be there in one language; `"a phrase"`, `or` and `-without` work. Best match first:
 * label and name before question before categories; without words in the order of the dictionaries.
 */
export async function searchVariables(
  db: Database,
  question: VariableQuestion,
): ReturnType<StudiesCatalogue["searchVariables"]> {
  if (question.editions.length === 0) return { total: 0, hits: [] };
  // As in the index: one kind of apostrophe.
  const text = storableText(question.text).replaceAll("’", "'").trim().slice(0, longest);
  const asked = (question.language === undefined ? languages : [question.language]).map((language) => ({
    vector: sql.ref(language),
    query: sql`(websearch_to_tsquery(${sql.lit(configurations[language])}::regconfig, ${text})
      || websearch_to_tsquery(${sql.lit(`u_${configurations[language]}`)}::regconfig, ${text}))`,
  }));
  const conditions: RawBuilder<unknown>[] = [
    sql`(study, version) in (select study, version from json_to_recordset(${storableJson(question.editions)}::json)
      as asked (study text, version integer))`,
  ];
  for (const field of ["concept", "dimension", "angle", "nature"] as const) {
    const value = question[field];
    if (value !== undefined) conditions.push(sql`${sql.ref(field)} = ${value}`);
  }
  if (text !== "")
    conditions.push(
      sql`(${sql.join(
        asked.map(({ vector, query }) => sql`${vector} @@ ${query}`),
        sql` or `,
      )})`,
    );
  const rank =
    text === ""
      ? sql`0::real`
      : sql`greatest(${sql.join(asked.map(({ vector, query }) => sql`ts_rank(${vector}, ${query})`))})`;
  const where = sql.join(conditions, sql` and `);
  const { rows: counts } = await sql<{ total: number }>`
    select count(*)::integer as total from study_variables where ${where}`.execute(db);
  const { rows } = await sql<{ study: string; version: number; variable: StudyVariable }>`
    select study, version, record as variable from (
      select study, version, place, ${rank} as score, record from study_variables where ${where}) as found
    order by score desc, study, version, place limit ${question.limit} offset ${question.offset}`.execute(db);
  return {
    total: counts[0]?.total ?? 0,
    hits: rows.map(({ study, version, variable }) => ({ study, version, variable })),
  };
}
