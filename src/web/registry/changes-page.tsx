import { Button } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { type CallReply, routes } from "#contract";
import { useApi, useApiAction } from "../api.ts";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { Page } from "../shared/page.tsx";
import { PagesOf } from "../shared/pages-of.tsx";
import { ProblemList } from "../shared/problem-list.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import { FieldChanges } from "./field-changes.tsx";
import style from "./registry.module.css";

const listRoute = getRouteApi("/evidence/changes");
const oneRoute = getRouteApi("/evidence/changes/$id");
const pageSize = 50;

type Change = CallReply<typeof routes.listChanges>["changes"][number];

function About({ change }: { readonly change: Change }) {
  const say = useWords("registry");
  const format = useFormat();
  return (
    <p className={style["hint"]}>
      {say(`change.${change.kind}`)} · {format.date(change.at)} ·{" "}
      {say("change.records", { count: change.items })}
      {change.undoes ? (
        <>
          {" · "}
          <Link to="/evidence/changes/$id" params={{ id: change.undoes }}>
            {say("change.takesBack", { id: change.undoes })}
          </Link>
        </>
      ) : null}
      {change.undoneBy ? (
        <>
          {" · "}
          <Link to="/evidence/changes/$id" params={{ id: change.undoneBy }}>
            {say("change.takenBack", { id: change.undoneBy })}
          </Link>
        </>
      ) : null}
    </p>
  );
}

/** All changes of the registry, newest first. */
export function ChangesPage() {
  const say = useWords("registry");
  const { page = 1 } = listRoute.useSearch();
  const answer = useApi(
    routes.listChanges,
    { query: { limit: pageSize, offset: (page - 1) * pageSize } },
    { keep: true },
  );
  return (
    <Page title={say("changes.title")} lead={say("changes.lead")} cite={false}>
      <Answered answer={answer} lines={8}>
        {({ total, changes }) =>
          total === 0 ? (
            <EmptyState
              what={say("changes.empty")}
              how={<Link to="/evidence/import-table">{say("changes.emptyHow")}</Link>}
            />
          ) : (
            <>
              <ul className={style["plain"]}>
                {changes.map((change) => (
                  <li key={change.id} className={style["entry"]}>
                    <Link to="/evidence/changes/$id" params={{ id: change.id }}>
                      {change.title}
                    </Link>
                    <About change={change} />
                  </li>
                ))}
              </ul>
              <PagesOf total={total} size={pageSize} page={page} />
            </>
          )
        }
      </Answered>
    </Page>
  );
}

/** One change, record by record, with the button that takes it back. */
export function ChangePage() {
  const say = useWords("registry");
  const { id } = oneRoute.useParams();
  const answer = useApi(routes.change, { params: { id } });
  const undo = useApiAction(routes.undoChange);
  return (
    <Page title={answer.value?.change.title ?? id} kicker={say("change.kicker", { id })} cite={false}>
      <Answered answer={answer} lines={8}>
        {({ change, records }) => (
          <>
            <About change={change} />
            <ProblemList problems={undo.problems} />
            <Button
              variant="default"
              loading={undo.running}
              disabled={change.undoneBy !== null || change.items === 0}
              onClick={() => void undo.run({ params: { id }, body: {} })}
            >
              {say("change.undo")}
            </Button>
            <p className={style["hint"]}>
              {change.undoneBy !== null
                ? say("change.undoneWhy")
                : change.items === 0
                  ? say("change.nothing")
                  : say("change.undoHint")}
            </p>
            {records.length < change.items ? (
              <p className={style["hint"]}>{say("change.first", { count: records.length })}</p>
            ) : null}
            <ul className={style["plain"]}>
              {records.map((record) => (
                <li key={record.id} className={style["entry"]}>
                  <Link to="/evidence/evaluations/$id" params={{ id: record.id }}>
                    {record.title ?? record.id}
                  </Link>
                  <p className={style["hint"]}>
                    {record.before === null
                      ? say("change.added")
                      : record.after === null
                        ? say("change.removed")
                        : say("change.versions", { before: record.before, after: record.after })}
                  </p>
                  {record.before !== null && record.after !== null ? (
                    <FieldChanges changes={record.changes} />
                  ) : null}
                </li>
              ))}
            </ul>
          </>
        )}
      </Answered>
    </Page>
  );
}
