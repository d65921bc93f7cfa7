import { Button, Group } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { type CallReply, routes } from "#contract";
import type { Problem } from "#kernel";
import { callApi, useApi, useSession } from "../api.ts";
import { FactTable } from "../charts/fact-table.tsx";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { ProblemList } from "../shared/problem-list.tsx";
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
            <>
              <AllAtOnce waiting={waiting} />
              <WaitingTable waiting={waiting} />
            </>
          )
        }
      </Answered>
    </>
  );
}

const actOf = { check: routes.checkRelease, publish: routes.publishRelease } as const;
type Act = keyof typeof actOf;

/** Drafts that wait for the same act have it one after the other; what cannot be done is told of each. */
function AllAtOnce({ waiting }: { waiting: readonly Waiting[] }) {
  const say = useWords("releases");
  const queries = useQueryClient();
  const { may } = useSession();
  const [work, setWork] = useState<{ act: Act; done: number; of: number } | null>(null);
  const [refused, setRefused] = useState<readonly Problem[]>([]);
  const drafts = (act: Act) =>
    may(actOf[act]) ? waiting.filter(({ release, waits }) => release.state === "draft" && waits === act) : [];
  const run = async (act: Act) => {
    const all = drafts(act);
    setRefused([]);
    for (const [done, { release }] of all.entries()) {
      setWork({ act, done, of: all.length });
      const params = { id: release.id };
      const answer =
        act === "check"
          ? await callApi(routes.checkRelease, { params })
          : await callApi(routes.publishRelease, { params, body: {} });
      if (!answer.ok) setRefused((before) => [...before, ...answer.problems]);
    }
    setWork(null);
    void queries.invalidateQueries();
  };
  return (
    <>
      <Group gap="xs">
        {(["check", "publish"] as const).map((act) => {
          const count = drafts(act).length;
          return count === 0 ? null : (
            <Button
              key={act}
              variant="default"
              disabled={work !== null && work.act !== act}
              loading={work?.act === act}
              onClick={() => void run(act)}
            >
              {say(`bench.${act}All`, { count })}
            </Button>
          );
        })}
      </Group>
      <p role="status" className="figure-hint">
        {work ? say("bench.progress", { done: work.done, of: work.of }) : null}
      </p>
      <ProblemList problems={refused} />
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
