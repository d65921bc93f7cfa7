import { Link } from "@tanstack/react-router";
import { routes } from "#contract";
import { useApi } from "../api.ts";
import { useWords } from "../i18n.ts";
import lists from "../shared/lists.module.css";
import { Section } from "../shared/page.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import type { StudyAnswer } from "./answers.ts";
import style from "./surveys.module.css";
import { firstStatistic } from "./table-link.tsx";
import { Told } from "./told.tsx";
import { useStudyWords } from "./use-study-words.ts";
import { sectionsOfVariables, variableKey } from "./variable-sections.ts";

/** Every variable of which the reader can have a table, by what it is about; each leads to the table. */
export function StudyTables({ found }: { readonly found: StudyAnswer }) {
  const say = useWords("surveys");
  const words = useStudyWords();
  const edition = found.edition?.version;
  const answer = useApi(routes.studyVariables, {
    params: { id: found.study.id },
    query: edition === undefined ? {} : { edition },
  });
  return (
    <Section
      title={say("tab.tables")}
      note={found.may.microdata ? say("tables.all") : say("tables.note", { count: found.minimumCases ?? 0 })}
    >
      {found.may.tables ? (
        <Answered answer={answer} lines={12}>
          {(variables) => {
            const offered = variables.filter(
              (one) =>
                firstStatistic(one) !== null &&
                (one.forTables || one.kind === "numeric" || found.may.microdata),
            );
            return offered.length === 0 ? (
              <EmptyState what={say("tables.none")} how={say("tables.noneHow")} />
            ) : (
              sectionsOfVariables(offered).map(({ id, variables: some }) => (
                <div key={id} className={style["group"]}>
                  <h3>{id.startsWith("kind.") ? say(`section.${id.slice(5)}`) : words.dimension(id)}</h3>
                  <ul className={lists["plain"]}>
                    {some.map((one) => (
                      <li key={variableKey(one)}>
                        <Link
                          to="/surveys/$id/table"
                          params={{ id: found.study.id }}
                          search={{
                            file: one.file,
                            variable: one.name,
                            ...(one.kind === "numeric" && { statistic: "mean" as const }),
                          }}
                        >
                          <Told text={one.label} />
                        </Link>{" "}
                        <span className={style["name"]}>{one.name}</span>
                      </li>
                    ))}
                  </ul>
                </div>
              ))
            );
          }}
        </Answered>
      ) : (
        <EmptyState what={say("tables.closed")} how={say("tables.closedHow")} />
      )}
    </Section>
  );
}
