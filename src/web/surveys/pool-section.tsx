import { NativeSelect } from "@mantine/core";
import { routes } from "#contract";
import { useApi } from "../api.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { inLanguage } from "../indexes/names.ts";
import { Section } from "../shared/page.tsx";
import { Answered } from "../shared/states.tsx";
import type { StudyAnswer, StudyTable } from "./answers.ts";
import { EstimateTable, partsByDefault } from "./estimate-table.tsx";
import { Refusal } from "./refusal.tsx";
import { type TableState, tableQuery } from "./search-params.ts";
import style from "./surveys.module.css";
import { Told } from "./told.tsx";
import { useStudyWords } from "./use-study-words.ts";
import { useTableWords } from "./use-table-words.ts";

/** The same table of a second study: put together where universe and question agree, else why not. */
export function PoolSection({
  found,
  state,
  change,
}: {
  readonly found: StudyAnswer;
  readonly state: TableState;
  readonly change: (part: Partial<TableState>) => void;
}) {
  const say = useWords("survey-tables");
  const words = useStudyWords();
  const language = useLanguage();
  const studies = useApi(routes.listStudies, { query: {} });
  const others = (studies.value ?? []).filter(({ id, edition }) => id !== found.study.id && edition !== null);
  const { edition: _, ...query } = tableQuery(state);
  const answer = useApi(
    routes.studyPool,
    { query: { ...query, studies: [found.study.id, state.with ?? ""], language } },
    { keep: true, when: state.with !== undefined },
  );
  return (
    <Section title={say("pool.heading")} note={say("pool.note")}>
      {studies.value && others.length === 0 ? (
        <p className={style["hint"]}>{say("pool.none")}</p>
      ) : (
        <NativeSelect
          className={style["pick"]}
          label={say("pool.choose")}
          value={state.with ?? ""}
          onChange={(event) => change({ with: event.currentTarget.value || undefined })}
          data-print="hide"
        >
          <option value="">{say("form.none")}</option>
          {others.map((one) => (
            <option key={one.id} value={one.id}>
              {`${inLanguage(one.title, language)} (${words.areas(one.areas)}, ${words.years(one.years)})`}
            </option>
          ))}
        </NativeSelect>
      )}
      {state.with === undefined ? null : answer.problems.length > 0 ? (
        <Refusal title={say("pool.refused")} reasons={answer.problems} />
      ) : (
        <Answered answer={answer} lines={8}>
          {(pool) => (
            <>
              {pool.allowed ? (
                <p className={style["quote"]}>{say("pool.allowed")}</p>
              ) : (
                <Refusal title={say("pool.refused")} reasons={pool.reasons} />
              )}
              {pool.pooled === null ? null : (
                <One table={pool.pooled} state={state} found={found} title={say("pool.together")} />
              )}
              <div className={style["beside"]}>
                {pool.tables.map((table) => (
                  <One key={table.study} table={table} state={state} found={found} />
                ))}
              </div>
            </>
          )}
        </Answered>
      )}
    </Section>
  );
}

function One({
  table,
  state,
  found,
  title,
}: {
  readonly table: StudyTable;
  readonly state: TableState;
  readonly found: StudyAnswer;
  readonly title?: string;
}) {
  const unit = found.files.find(({ name }) => name === table.file)?.unit ?? "person";
  const words = useTableWords(table, unit);
  return (
    <div className={style["group"]}>
      <h3>{title ?? <Told text={table.title} />}</h3>
      <p className={style["hint"]}>
        <Told text={table.universe} />
      </p>
      <EstimateTable
        table={table}
        caption={`${title ?? table.study}: ${words.title}`}
        parts={state.show ?? partsByDefault}
      />
    </div>
  );
}
