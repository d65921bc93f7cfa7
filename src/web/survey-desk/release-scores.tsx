// From the scores of a study to indicators that national indexes can take.

import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type CallReply, routes } from "#contract";
import { useApi, useApiAction, useSession } from "../api.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { ProblemList } from "../shared/problem-list.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import style from "./survey-desk.module.css";

export function ReleaseScores({ id }: { readonly id: string }) {
  const say = useWords("survey-desk");
  const answer = useApi(routes.studyIndexes, { params: { id } });
  return (
    <Answered answer={answer}>
      {(definitions) =>
        definitions.length === 0 ? (
          <EmptyState what={say("scores.none")} how={say("scores.noneHow")} />
        ) : (
          <ul className={style["list"]}>
            {definitions.map((definition) => (
              <li key={definition.id}>
                <OneDefinition id={id} definition={definition} />
              </li>
            ))}
          </ul>
        )
      }
    </Answered>
  );
}

function OneDefinition({
  id,
  definition,
}: {
  readonly id: string;
  readonly definition: CallReply<typeof routes.studyIndexes>[number];
}) {
  const say = useWords("survey-desk");
  const language = useLanguage();
  const session = useSession();
  const make = useApiAction(routes.releaseStudyIndex);
  const may = session.may(routes.releaseStudyIndex);
  const title = definition.title[language] ?? definition.title.en;
  return (
    <>
      <Link to="/surveys/$id/indexes/$definition" params={{ id, definition: definition.id }}>
        {title}
      </Link>
      <p className={style["row"]}>
        <Button
          variant="default"
          size="xs"
          disabled={!may}
          loading={make.running}
          aria-label={`${say("scores.make")}: ${title}`}
          onClick={() => void make.run({ params: { id, definition: definition.id }, body: {} })}
        >
          {say("scores.make")}
        </Button>
        {may ? null : <span className={style["hint"]}>{say("publishNotYours")}</span>}
      </p>
      <ProblemList problems={make.problems} />
      <p role="status">
        {make.value === undefined ? null : (
          <Link to="/data/$release" params={{ release: make.value.release }}>
            {say("scores.made", { release: make.value.release, count: make.value.rows })}
          </Link>
        )}
      </p>
    </>
  );
}
