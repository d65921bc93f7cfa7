import { Link } from "@tanstack/react-router";
import { addressOf, routes } from "#contract";
import { useWords } from "../i18n.ts";
import lists from "../shared/lists.module.css";
import { Section } from "../shared/page.tsx";
import { EmptyState } from "../shared/states.tsx";
import type { StudyAnswer } from "./answers.ts";
import style from "./surveys.module.css";

/** Who may have the rows, why the reader may not, how to ask; the files for those who may. */
export function GetMicrodata({ found }: { readonly found: StudyAnswer }) {
  const say = useWords("surveys");
  const { study, edition, files, may } = found;
  const { microdata, contact } = study.access;
  return (
    <Section title={say("tab.microdata")}>
      <p className={style["quote"]}>
        <strong>{say(`access.${microdata}`)}.</strong> {say(`accessWhy.${microdata}`)}
      </p>
      <dl className={`${lists["facts"]} ${style["spaced"]}`}>
        <dt>{say("microdata.you")}</dt>
        <dd>
          {may.microdata ? (
            say("microdata.may")
          ) : (
            <>
              {say("microdata.mayNot")}
              {may.why === null ? null : (
                <div className={style["hint"]} lang="en">
                  {may.why}
                </div>
              )}
            </>
          )}
        </dd>
        <dt>{say("microdata.ask")}</dt>
        <dd>
          {contact ?? say("microdata.noContact")}
          <div className={style["hint"]}>{say(`microdata.how.${microdata}`)}</div>
        </dd>
        <dt>{say("microdata.tables")}</dt>
        <dd>
          {may.tables ? say("microdata.mayTables") : say("microdata.mayNotTables")}{" "}
          {found.minimumCases === null ? null : say("microdata.protection", { count: found.minimumCases })}
        </dd>
        <dt>{say("fact.licence")}</dt>
        <dd>{study.licence}</dd>
      </dl>
      <p>
        <Link to="/access">{say("microdata.policy")}</Link>
      </p>
      {may.microdata ? (
        edition === null || files.length === 0 ? (
          <EmptyState what={say("noEdition")} />
        ) : (
          <>
            <h3>{say("microdata.files")}</h3>
            <p className={style["hint"]}>{say("microdata.careful")}</p>
            <ul className={lists["plain"]}>
              {files.map((file) => (
                <li key={file.name} className={style["entry"]}>
                  <strong>{file.name}</strong> {say(`rows.${file.unit}`, { count: file.rows })},{" "}
                  {say("count.columns", { count: file.columns })}{" "}
                  {(["csv", "parquet"] as const).map((format) => (
                    <span key={format}>
                      {" "}
                      <a
                        href={addressOf(
                          routes.downloadMicrodata,
                          { id: study.id, file: file.name },
                          { edition: edition.version, format },
                        )}
                        download
                      >
                        {say(`format.${format}`)}
                        <span className="visually-hidden"> {file.name}</span>
                      </a>
                    </span>
                  ))}
                </li>
              ))}
            </ul>
          </>
        )
      ) : null}
    </Section>
  );
}
