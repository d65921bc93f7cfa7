import { Link } from "@tanstack/react-router";
import { routes } from "#contract";
import { useApi } from "../api.ts";
import { FactTable } from "../charts/fact-table.tsx";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { OriginMark } from "../shared/origin-mark.tsx";
import { Page } from "../shared/page.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import "../charts/facts.css";

/** All releases, newest first. */
export function ReleasesPage() {
  const say = useWords("data");
  const format = useFormat();
  const releases = useApi(routes.listReleases, {});
  return (
    <Page title={say("title")} lead={say("lead")}>
      <Answered answer={releases}>
        {(value) =>
          value.length === 0 ? (
            <EmptyState what={say("empty")} how={say("emptyHow")} />
          ) : (
            <FactTable
              caption={say("caption")}
              columns={[
                { id: "title", label: say("column.release") },
                { id: "version", label: say("column.version"), numeric: true },
                { id: "rows", label: say("column.rows"), numeric: true },
                { id: "licence", label: say("column.licence") },
                { id: "date", label: say("column.date") },
                { id: "origin", label: say("column.origin") },
              ]}
              rows={value.map((release) => ({
                id: release.id,
                cells: {
                  title: {
                    show: (
                      <>
                        <Link to="/data/$release" params={{ release: release.id }}>
                          {release.title}
                        </Link>
                        <br />
                        <span className="fact-code">{release.id}</span>
                      </>
                    ),
                  },
                  version: { show: release.version },
                  rows: { show: format.number(release.rows) },
                  licence: { show: release.licence },
                  date: { show: format.date(release.createdAt) },
                  origin: {
                    show:
                      release.origin === "real" ? say("origin.real") : <OriginMark origin={release.origin} />,
                  },
                },
              }))}
            />
          )
        }
      </Answered>
    </Page>
  );
}
