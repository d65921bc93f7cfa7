import { getRouteApi, Link } from "@tanstack/react-router";
import { routes } from "#contract";
import { useApi } from "../api.ts";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { Page } from "../shared/page.tsx";
import { Answered } from "../shared/states.tsx";
import { FieldChanges } from "./field-changes.tsx";
import style from "./registry.module.css";

const route = getRouteApi("/evidence/evaluations/$id/history");

/** Every version of a record: when it came, and what it changed. */
export function HistoryPage() {
  const say = useWords("registry");
  const format = useFormat();
  const { id } = route.useParams();
  const answer = useApi(routes.evaluationVersions, { params: { id } });
  const newest = answer.value?.[0];
  return (
    <Page
      title={say("history.title")}
      lead={
        newest ? (
          <Link to="/evidence/evaluations/$id" params={{ id }} lang={newest.evaluation.language ?? undefined}>
            {newest.evaluation.title}
          </Link>
        ) : undefined
      }
      cite={false}
    >
      <Answered answer={answer} lines={8}>
        {(versions) => (
          <>
            {versions[0]?.supersededAt ? <p>{say("history.gone")}</p> : null}
            <ol className={style["plain"]} reversed>
              {versions.map((version) => (
                <li key={version.version} className={style["entry"]}>
                  <h2>{say("history.version", { version: version.version })}</h2>
                  <p className={style["hint"]}>
                    {say("history.since", { date: format.date(version.recordedAt) })}
                  </p>
                  <FieldChanges changes={version.changes} />
                </li>
              ))}
            </ol>
          </>
        )}
      </Answered>
    </Page>
  );
}
