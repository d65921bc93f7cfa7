import { NativeSelect, TextInput } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { z } from "zod/mini";
import { type ReleaseShape, routes } from "#contract";
import { releaseStates } from "#records";
import { useApi, useSession } from "../api.ts";
import { type FactRow, FactTable } from "../charts/fact-table.tsx";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { OriginMark } from "../shared/origin-mark.tsx";
import { Page } from "../shared/page.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import { StateWord } from "./release-state.tsx";
import "../charts/facts.css";

type Release = z.output<typeof ReleaseShape>;
const address = getRouteApi("/data");

/** All releases by series, the newest first; of each series the newest stands and the earlier ones fold away. */
export function ReleasesPage() {
  const say = useWords("data");
  const sayLife = useWords("releases");
  const format = useFormat();
  const state = address.useSearch();
  const navigate = address.useNavigate();
  const { asOf } = state;
  const releases = useApi(routes.listReleases, { query: asOf ? { asOf } : {} }, { keep: true });
  const change = (part: Partial<typeof state>) =>
    void navigate({ search: (now) => ({ ...now, ...part }), replace: true, resetScroll: false });
  return (
    <Page title={say("title")} lead={say("lead")}>
      <Answered answer={releases}>
        {(value) => {
          if (value.length === 0 && !asOf) return <EmptyState what={say("empty")} how={say("emptyHow")} />;
          const shown = value.filter(
            (one) =>
              (!state.series || one.series === state.series) && (!state.state || one.state === state.state),
          );
          return (
            <>
              <Filters all={value} state={state} change={change} />
              {asOf ? (
                <p className="fact-notice">{sayLife("list.asOf", { date: format.date(asOf) })}</p>
              ) : null}
              {shown.length === 0 ? (
                <EmptyState what={sayLife("filter.none")} how={sayLife("filter.noneHow")} />
              ) : (
                <SeriesTables releases={shown} />
              )}
            </>
          );
        }}
      </Answered>
    </Page>
  );
}

type State = { series?: string | undefined; state?: Release["state"] | undefined; asOf?: string | undefined };

function Filters({
  all,
  state,
  change,
}: {
  all: readonly Release[];
  state: State;
  change: (part: State) => void;
}) {
  const say = useWords("releases");
  const { may } = useSession();
  const series = [...new Set(all.map((one) => one.series))].sort();
  const states = may(routes.checkRelease) ? releaseStates : (["published", "withdrawn"] as const);
  return (
    <div className="release-filters" data-print="hide">
      <NativeSelect
        label={say("filter.series")}
        value={state.series ?? ""}
        onChange={(event) => change({ series: event.currentTarget.value || undefined })}
        data={[{ value: "", label: say("filter.all") }, ...series.map((one) => ({ value: one, label: one }))]}
      />
      <NativeSelect
        label={say("filter.state")}
        value={state.state ?? ""}
        onChange={(event) =>
          change({ state: releaseStates.find((one) => one === event.currentTarget.value) })
        }
        data={[
          { value: "", label: say("filter.all") },
          ...states.map((one) => ({ value: one, label: say(`state.${one}`) })),
        ]}
      />
      <TextInput
        type="date"
        label={say("filter.asOf")}
        description={say("filter.asOfHint")}
        value={state.asOf ?? ""}
        max={new Date().toISOString().slice(0, 10)}
        onChange={(event) => change({ asOf: event.currentTarget.value || undefined })}
      />
    </div>
  );
}

/** A table of the newest of each series; earlier versions of a series in a table of their own, folded. */
function SeriesTables({ releases }: { releases: readonly Release[] }) {
  const say = useWords("data");
  const sayLife = useWords("releases");
  const bySeries = new Map<string, Release[]>();
  for (const one of releases) bySeries.set(one.series, [...(bySeries.get(one.series) ?? []), one]);
  const groups = [...bySeries.entries()].map(([series, own]) => ({
    series,
    own: own.toSorted((a, b) => b.version - a.version),
  }));
  return (
    <>
      <ReleaseTable caption={say("caption")} releases={groups.map(({ own }) => own[0]!)} />
      {groups
        .filter(({ own }) => own.length > 1)
        .map(({ series, own }) => {
          const caption = sayLife("list.earlier", { series, count: own.length - 1 });
          return (
            <details key={series} className="release-form">
              <summary>{caption}</summary>
              <ReleaseTable caption={caption} releases={own.slice(1)} />
            </details>
          );
        })}
    </>
  );
}

function ReleaseTable({ caption, releases }: { caption: string; releases: readonly Release[] }) {
  const say = useWords("data");
  const sayLife = useWords("releases");
  const format = useFormat();
  return (
    <FactTable
      caption={caption}
      columns={[
        { id: "title", label: say("column.release") },
        { id: "version", label: say("column.version"), numeric: true },
        { id: "state", label: sayLife("column.state") },
        { id: "rows", label: say("column.rows"), numeric: true },
        { id: "licence", label: say("column.licence") },
        { id: "date", label: say("column.date") },
        { id: "origin", label: say("column.origin") },
      ]}
      rows={releases.map(
        (release): FactRow => ({
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
            state: {
              show: (
                <>
                  <StateWord release={release} />
                  {release.embargoUntil ? (
                    <>
                      <br />
                      {sayLife("act.until", { date: format.dateTime(release.embargoUntil) })}
                    </>
                  ) : null}
                </>
              ),
            },
            rows: { show: format.number(release.rows) },
            licence: { show: release.licence },
            date: { show: format.date(release.publishedAt ?? release.createdAt) },
            origin: {
              show: release.origin === "real" ? say("origin.real") : <OriginMark origin={release.origin} />,
            },
          },
        }),
      )}
    />
  );
}
