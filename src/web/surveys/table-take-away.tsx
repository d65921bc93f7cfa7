import { addressOf, routes } from "#contract";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { Section } from "../shared/page.tsx";
import type { StudyTable } from "./answers.ts";
import { type TableState, tableQuery } from "./search-params.ts";
import style from "./surveys.module.css";

/** The table as a file, and how to cite it: with the edition it was made from, so that it gives the same again. */
export function TableTakeAway({
  table,
  state,
  title,
}: {
  readonly table: StudyTable;
  readonly state: TableState;
  readonly title: string;
}) {
  const say = useWords("survey-tables");
  const language = useLanguage();
  const format = useFormat();
  const query = { ...tableQuery(state), edition: table.edition, language };
  const { author, publisher, issued, url } = table.citation;
  const by = [author ?? publisher, issued].filter(Boolean).join(", ");
  return (
    <Section title={say("take.heading")} note={say("take.note")}>
      <ul className="fact-links" data-print="hide">
        {(["csv", "xlsx", "json"] as const).map((kind) => (
          <li key={kind}>
            <a
              href={addressOf(routes.downloadStudyTable, { id: table.study }, { ...query, format: kind })}
              download
            >
              {say("take.file", { kind: kind.toUpperCase() })}
            </a>
          </li>
        ))}
      </ul>
      <p className={style["quote"]}>
        {by ? `${by}. ` : ""}
        <cite>{title}</cite>. {table.citation.title}.{" "}
        {say("take.made", {
          id: table.study,
          edition: table.edition,
          date: format.date(new Date().toISOString()),
        })}{" "}
        {url ? <a href={url}>{url}</a> : null}
      </p>
      <p className={style["hint"]}>{say("take.licence", { licence: table.licence })}</p>
    </Section>
  );
}
