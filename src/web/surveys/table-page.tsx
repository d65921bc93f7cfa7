import { Checkbox } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { routes } from "#contract";
import { type Answer, useApi } from "../api.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { inLanguage } from "../indexes/names.ts";
import lists from "../shared/lists.module.css";
import { OriginMark } from "../shared/origin-mark.tsx";
import { Page, Section } from "../shared/page.tsx";
import { Answered, EmptyState, Loading } from "../shared/states.tsx";
import type { StudyAnswer, StudyTable, StudyVariable } from "./answers.ts";
import { EstimateTable, partsByDefault } from "./estimate-table.tsx";
import { PoolSection } from "./pool-section.tsx";
import { Refusal } from "./refusal.tsx";
import { type CellPart, cellParts, type TableState, tableQuery } from "./search-params.ts";
import style from "./surveys.module.css";
import { TableAbout } from "./table-about.tsx";
import { TableFigure } from "./table-figure.tsx";
import { TableForm } from "./table-form.tsx";
import { TableTakeAway } from "./table-take-away.tsx";
import { useStudyWords } from "./use-study-words.ts";
import { useTableTitle, useTableWords } from "./use-table-words.ts";
import "../charts/facts.css";

const route = getRouteApi("/surveys/$id/table");

/** A table on demand: the question above, the answer below it, all of it in the address. */
export function TablePage() {
  const say = useWords("survey-tables");
  const catalogue = useWords("surveys");
  const words = useStudyWords();
  const language = useLanguage();
  const { id } = route.useParams();
  const state = route.useSearch();
  const edition = state.edition === undefined ? {} : { edition: state.edition };
  const study = useApi(routes.study, { params: { id }, query: edition }, { keep: true });
  const variables = useApi(routes.studyVariables, { params: { id }, query: edition }, { keep: true });
  const found = study.value;
  const isAsked = state.variable !== undefined || state.statistic === "count";
  const answer = useApi(
    routes.studyTable,
    { params: { id }, query: { ...tableQuery(state), language } },
    { keep: true, when: isAsked && found?.may.tables === true && found.edition !== null },
  );
  const titled = useTableTitle();
  const table = answer.problems.length > 0 ? undefined : answer.value;
  return (
    <Page
      title={isAsked && found && table ? titled(table, unitOf(found, table.file)) : say("title")}
      kicker={
        <>
          <Link to="/surveys">{catalogue("title")}</Link>
          {" · "}
          <Link to="/surveys/$id" params={{ id }}>
            {found ? inLanguage(found.study.title, language) : id}
          </Link>{" "}
          {found ? <OriginMark origin={found.study.origin} /> : null}
        </>
      }
      lead={found ? words.coverage(found.study.coverage.class, found.study.coverage.places) : null}
    >
      <Answered answer={study} lines={6}>
        {(known) => (
          <Answered answer={variables} lines={6}>
            {(dictionary) =>
              known.edition === null ? (
                <EmptyState what={catalogue("noEdition")} how={catalogue("noEditionHow")} />
              ) : known.may.tables ? (
                <Asked found={known} variables={dictionary} state={state} answer={isAsked ? answer : null} />
              ) : (
                <EmptyState what={catalogue("tables.closed")} how={catalogue("tables.closedHow")} />
              )
            }
          </Answered>
        )}
      </Answered>
    </Page>
  );
}

function Asked({
  found,
  variables,
  state,
  answer,
}: {
  readonly found: StudyAnswer;
  readonly variables: readonly StudyVariable[];
  readonly state: TableState;
  /** Null while nothing is asked. */
  readonly answer: Answer<StudyTable> | null;
}) {
  const say = useWords("survey-tables");
  const navigate = route.useNavigate();
  const change = (part: Partial<TableState>) =>
    void navigate({ search: (now) => ({ ...now, ...part }), replace: true, resetScroll: false });
  const isRefused = answer !== null && answer.problems.length > 0;
  return (
    <>
      <TableForm
        found={found}
        variables={variables}
        state={state}
        table={isRefused ? undefined : answer?.value}
        change={change}
      />
      {answer === null ? (
        <EmptyState
          what={say("notAsked")}
          how={
            <Link to="/surveys/$id" params={{ id: found.study.id }} search={{ tab: "tables" }}>
              {say("notAskedHow")}
            </Link>
          }
        />
      ) : isRefused ? (
        <Refusal title={say("refused")} reasons={answer.problems} />
      ) : answer.value === undefined ? (
        <>
          <p className={style["hint"]}>{say("deciding")}</p>
          <Loading lines={10} />
        </>
      ) : (
        <div
          className={`${style["answer"]} ${answer.refreshing ? lists["refreshing"] : ""}`}
          aria-busy={answer.refreshing}
        >
          <TableAnswer found={found} table={answer.value} state={state} change={change} />
        </div>
      )}
      {answer !== null ? <PoolSection found={found} state={state} change={change} /> : null}
    </>
  );
}

/** The file's unit of a table. */
const unitOf = (found: Pick<StudyAnswer, "files">, file: string) =>
  found.files.find(({ name }) => name === file)?.unit ?? "person";

function TableAnswer({
  found,
  table,
  state,
  change,
}: {
  readonly found: StudyAnswer;
  readonly table: StudyTable;
  readonly state: TableState;
  readonly change: (part: Partial<TableState>) => void;
}) {
  const say = useWords("survey-tables");
  const unit = unitOf(found, table.file);
  const words = useTableWords(table, unit);
  const language = useLanguage();
  const parts = state.show ?? partsByDefault;
  const test = words.test();
  return (
    <>
      <Section title={say("estimates")}>
        {table.variable?.question ? (
          <p className={style["quote"]}>
            {say("asked", { question: inLanguage(table.variable.question, language) })}
          </p>
        ) : null}
        {table.protection.applied ? null : (
          <p className="fact-notice">
            <strong>{say("unprotected")}</strong>
          </p>
        )}
        <PartSwitch parts={parts} change={change} />
        <EstimateTable table={table} caption={words.title} parts={parts} />
        {table.protection.withheld > 0 ? (
          <p className={style["hint"]}>{say("withheldMeans", { count: table.protection.minimumCases })}</p>
        ) : null}
        {test === null ? null : <p className={style["quote"]}>{test}</p>}
        {table.test === null && table.testNote !== null ? (
          <p className={style["hint"]}>{table.testNote}</p>
        ) : null}
      </Section>
      <Section title={say("figure.heading")}>
        <TableFigure
          table={table}
          unit={unit}
          date={found.edition?.publishedAt ?? found.edition?.createdAt ?? null}
          view={state.view ?? "chart"}
          onView={(view) => change({ view: view === "chart" ? undefined : view })}
          level={state.level}
          onLevel={(level) => change({ level })}
        />
      </Section>
      <TableTakeAway table={table} state={state} title={words.title} />
      <TableAbout table={table} />
    </>
  );
}

/** Which figures stand beside each estimate. */
function PartSwitch({
  parts,
  change,
}: {
  readonly parts: readonly CellPart[];
  readonly change: (part: Partial<TableState>) => void;
}) {
  const say = useWords("survey-tables");
  const shown = cellParts.filter((part) => part !== "nothing");
  const isDefault = (next: readonly CellPart[]) =>
    next.length === partsByDefault.length && partsByDefault.every((part) => next.includes(part));
  return (
    <fieldset className={style["parts"]} data-print="hide">
      <legend>{say("parts")}</legend>
      {shown.map((part) => (
        <Checkbox
          key={part}
          size="xs"
          label={say(`part.${part}`)}
          checked={parts.includes(part)}
          onChange={() => {
            const next = shown.filter((one) => (one === part ? !parts.includes(one) : parts.includes(one)));
            change({
              show: isDefault(next) ? undefined : next.length === 0 ? ["nothing"] : [...next],
            });
          }}
        />
      ))}
    </fieldset>
  );
}
