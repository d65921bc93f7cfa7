import { routes } from "#contract";
import { useApi } from "../api.ts";
import { FactTable } from "../charts/fact-table.tsx";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { codeText } from "../indexes/rating-text.ts";
import lists from "../shared/lists.module.css";
import { Answered } from "../shared/states.tsx";
import type { StudyAnswer, StudyVariable, VariableStatistics } from "./answers.ts";
import style from "./surveys.module.css";
import { TableLink } from "./table-link.tsx";
import { Told } from "./told.tsx";
import { useStudyWords } from "./use-study-words.ts";

/** One variable opened: question, who was asked, its categories with cases and weighted shares. */
export function DictionaryEntry({
  found,
  variable,
}: {
  readonly found: StudyAnswer;
  readonly variable: StudyVariable;
}) {
  const say = useWords("surveys");
  const words = useStudyWords();
  const edition = found.edition?.version;
  const answer = useApi(routes.studyVariable, {
    params: { id: found.study.id, file: variable.file, variable: variable.name },
    query: edition === undefined ? {} : { edition },
  });
  return (
    <div className={style["opened"]}>
      {variable.question === null ? null : (
        <p className={style["quote"]}>
          <strong>
            <Told text={variable.question} />
          </strong>
        </p>
      )}
      <dl className={lists["facts"]}>
        {variable.universe === null ? null : (
          <>
            <dt>{say("variable.universe")}</dt>
            <dd>
              <Told text={variable.universe} />
            </dd>
          </>
        )}
        {variable.place === null ? null : (
          <>
            <dt>{say("variable.place")}</dt>
            <dd>{words.place(variable.place)}</dd>
          </>
        )}
        {variable.unit === null ? null : (
          <>
            <dt>{say("variable.unit")}</dt>
            <dd>{variable.unit}</dd>
          </>
        )}
        {variable.note === null ? null : (
          <>
            <dt>{say("variable.note")}</dt>
            <dd>
              <Told text={variable.note} />
            </dd>
          </>
        )}
      </dl>
      <Answered answer={answer} lines={5}>
        {({ statistics }) =>
          statistics === null ? (
            <Categories variable={variable} />
          ) : (
            <Counted variable={variable} statistics={statistics} minimum={found.minimumCases} />
          )
        }
      </Answered>
      <p className={lists["line"]}>
        <TableLink
          study={found.study.id}
          variable={variable}
          edition={edition}
          mayAll={found.may.microdata}
        />
      </p>
    </div>
  );
}

/** Categories alone, where nothing is counted. */
function Categories({ variable }: { readonly variable: StudyVariable }) {
  if (variable.categories.length === 0) return null;
  return (
    <ul className={lists["plain"]}>
      {variable.categories.map((one) => (
        <li key={one.code}>
          <span className={style["name"]}>{one.code}</span> <Told text={one.label} />
        </li>
      ))}
    </ul>
  );
}

function Counted({
  variable,
  statistics,
  minimum,
}: {
  readonly variable: StudyVariable;
  readonly statistics: VariableStatistics;
  readonly minimum: number | null;
}) {
  const say = useWords("surveys");
  const sayChart = useWords("charts");
  const format = useFormat();
  const held = statistics.categories.some(({ cases }) => cases === null);
  return (
    <>
      <p className={style["hint"]}>
        {statistics.answered === null
          ? say("statistics.rows", { rows: statistics.rows })
          : say("statistics.answered", {
              answered: format.number(statistics.answered),
              rows: format.number(statistics.rows),
            })}{" "}
        {statistics.mean === null
          ? null
          : say("statistics.mean", {
              mean: format.figure(statistics.mean),
              deviation:
                statistics.standardDeviation === null ? "–" : format.figure(statistics.standardDeviation),
            })}
      </p>
      {statistics.categories.length === 0 ? null : (
        <FactTable
          caption={say("statistics.caption")}
          columns={[
            { id: "code", label: say("column.code") },
            { id: "label", label: say("column.category") },
            { id: "cases", label: say("column.unweighted"), numeric: true },
            { id: "share", label: say("column.weightedShare"), numeric: true },
          ]}
          rows={statistics.categories.map((one) => ({
            id: one.code ?? "empty",
            cells: {
              code: { show: one.code ?? "–" },
              label: {
                show: (
                  <>
                    {one.label === null ? say("statistics.empty") : <Told text={one.label} />}
                    {one.missing === null ? null : (
                      <span className={style["under"]}>
                        {say("statistics.noAnswer", { reason: codeText(sayChart, "missing", one.missing) })}
                      </span>
                    )}
                  </>
                ),
              },
              cases: { show: one.cases === null ? <em>{say("withheld")}</em> : format.number(one.cases) },
              share: {
                show:
                  one.share === null ? (
                    "–"
                  ) : (
                    <>
                      <svg
                        className={style["bar"]}
                        viewBox="0 0 100 8"
                        preserveAspectRatio="none"
                        aria-hidden="true"
                      >
                        <rect width={100} height={8} className={style["barGround"]} />
                        <rect width={100 * one.share} height={8} className={style["barShare"]} />
                      </svg>{" "}
                      {format.percent(one.share, 1)}
                    </>
                  ),
              },
            },
          }))}
        />
      )}
      {held && minimum !== null ? (
        <p className={style["hint"]}>{say("statistics.held", { count: minimum })}</p>
      ) : null}
      {variable.kind === "numeric" ? null : <p className={style["hint"]}>{say("statistics.shares")}</p>}
    </>
  );
}
