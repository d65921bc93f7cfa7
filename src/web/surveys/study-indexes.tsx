import { Link } from "@tanstack/react-router";
import { routes } from "#contract";
import { useApi } from "../api.ts";
import { ReconstructionMark } from "../charts/marks-of-doubt.tsx";
import { useWords } from "../i18n.ts";
import lists from "../shared/lists.module.css";
import { Section } from "../shared/page.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import type { StudyAnswer } from "./answers.ts";
import { Told } from "./told.tsx";

/** The indexes of persons or enterprises that the answers of a study can give. */
export function StudyIndexes({ found }: { readonly found: StudyAnswer }) {
  const say = useWords("surveys");
  const edition = found.edition?.version;
  const answer = useApi(routes.studyIndexes, {
    params: { id: found.study.id },
    query: edition === undefined ? {} : { edition },
  });
  return (
    <Section title={say("tab.indexes")} note={say("indexes.note")}>
      <Answered answer={answer} lines={6}>
        {(definitions) =>
          definitions.length === 0 ? (
            <EmptyState what={say("indexes.none")} how={say("indexes.noneHow")} />
          ) : (
            <ul className={lists["plain"]}>
              {definitions.map((one) => (
                <li key={`${one.id} ${one.version}`} className={lists["hit"]}>
                  <h3>
                    <Link
                      to="/surveys/$id/indexes/$definition"
                      params={{ id: found.study.id, definition: one.id }}
                    >
                      <Told text={one.title} />
                    </Link>{" "}
                    {one.reconstruction ? <ReconstructionMark /> : null}
                  </h3>
                  <p className={lists["meta"]}>
                    <span className={lists["kind"]}>{say(`definition.${one.kind}`)}</span>
                    <span>{say("definition.lines", { count: one.lines.length })}</span>
                    <span>{say("definition.file", { file: one.file })}</span>
                    <span>{say("edition.version", { version: one.version })}</span>
                  </p>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </Section>
  );
}
