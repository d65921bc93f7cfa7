import { Link } from "@tanstack/react-router";
import { type CallReply, routes } from "#contract";
import { useApi } from "../api.ts";
import { FactTable } from "../charts/fact-table.tsx";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { Answered, EmptyState } from "../shared/states.tsx";
import { StateWord } from "./release-state.tsx";

type Waiting = CallReply<typeof routes.listWaitingReleases>[number];

/** Releases that wait for whoever prepares them: to be checked, answered, published; embargoes that end. */
export function ReleasesBench() {
  const say = useWords("releases");
  const answer = useApi(routes.listWaitingReleases, {});
  return (
    <>
      <h2>{say("bench.title")}</h2>
      <Answered answer={answer} lines={6}>
        {(waiting) =>
          waiting.length === 0 ? (
            <EmptyState what={say("bench.nothing")} how={say("bench.nothingHow")} />
          ) : (
            <WaitingTable waiting={waiting} />
          )
        }
      </Answered>
    </>
  );
}

function WaitingTable({ waiting }: { waiting: readonly Waiting[] }) {
  const say = useWords("releases");
  const sayData = useWords("data");
  const format = useFormat();
  return (
    <FactTable
      caption={say("bench.title")}
      columns={[
        { id: "release", label: sayData("column.release") },
        { id: "state", label: say("column.state") },
        { id: "waits", label: say("column.waits") },
      ]}
      rows={waiting.map(({ release, waits, open }) => ({
        id: release.id,
        cells: {
          release: {
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
          state: { show: <StateWord release={release} /> },
          waits: {
            show: say(`waits.${waits}`, {
              count: open ?? 0,
              date: release.embargoUntil ? format.dateTime(release.embargoUntil) : "",
            }),
          },
        },
      }))}
    />
  );
}
