// Projects and the reports they hold: mid-term and final of one project belong together and count apart.

import { getRouteApi, Link } from "@tanstack/react-router";
import { routes } from "#contract";
import { useApi } from "../api.ts";
import { useWords } from "../i18n.ts";
import { Page, Section } from "../shared/page.tsx";
import { PagesOf } from "../shared/pages-of.tsx";
import { StateLink } from "../shared/state-link.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import { RecordCard } from "./duplicates-page.tsx";
import style from "./registry.module.css";

const listRoute = getRouteApi("/evidence/projects");
const oneRoute = getRouteApi("/evidence/projects/$id");
const pageSize = 50;

export function ProjectsPage() {
  const say = useWords("registry");
  const { page = 1, several } = listRoute.useSearch();
  const answer = useApi(
    routes.listProjects,
    {
      query: {
        limit: pageSize,
        offset: (page - 1) * pageSize,
        several: several === "yes" ? "true" : "false",
      },
    },
    { keep: true },
  );
  return (
    <Page title={say("projects.title")} lead={say("projects.lead")}>
      <p>
        <StateLink
          search={(former) => ({
            ...former,
            several: several === "yes" ? undefined : "yes",
            page: undefined,
          })}
          current={several === "yes"}
        >
          {say(several === "yes" ? "projects.all" : "projects.several")}
        </StateLink>
      </p>
      <Answered answer={answer} lines={8}>
        {({ total, projects }) =>
          total === 0 ? (
            <EmptyState
              what={say("projects.empty")}
              how={<Link to="/evidence/import-table">{say("projects.emptyHow")}</Link>}
            />
          ) : (
            <>
              <p role="status">{say("projects.count", { count: total })}</p>
              <ul className={style["plain"]}>
                {projects.map((project) => (
                  <li key={project.id} className={style["entry"]}>
                    <h2>
                      <Link to="/evidence/projects/$id" params={{ id: project.id }}>
                        {project.symbol}
                      </Link>
                    </h2>
                    <ul className={style["members"]}>
                      {project.evaluations.map((card) => (
                        <li key={card.id}>
                          <RecordCard card={card} />
                        </li>
                      ))}
                    </ul>
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

export function ProjectPage() {
  const say = useWords("registry");
  const { id } = oneRoute.useParams();
  const answer = useApi(routes.project, { params: { id } });
  return (
    <Page title={say("project.title", { symbol: answer.value?.symbol ?? id })} lead={say("project.lead")}>
      <Answered answer={answer} lines={6}>
        {({ evaluations, relations }) => (
          <>
            <ol className={style["plain"]}>
              {evaluations.map((card) => (
                <li key={card.id} className={style["entry"]}>
                  <RecordCard card={card} />
                </li>
              ))}
            </ol>
            {relations.length > 0 ? (
              <Section title={say("project.relations")}>
                <ul>
                  {relations.map((relation) => (
                    <li key={`${relation.from} ${relation.kind} ${relation.to}`}>
                      {relation.from} {say(`relation.${relation.kind}`)} {relation.to}
                      {relation.note ? ` (${relation.note})` : null}
                    </li>
                  ))}
                </ul>
              </Section>
            ) : null}
          </>
        )}
      </Answered>
    </Page>
  );
}
