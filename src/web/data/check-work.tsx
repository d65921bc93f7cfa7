// A check that is under way: how far it is, and the button that stops it.

import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { type CallReply, routes } from "#contract";
import { useApiAction } from "../api.ts";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { ProblemList } from "../shared/problem-list.tsx";

type Work = NonNullable<CallReply<typeof routes.releaseChecks>["work"]>;

const askAgainMs = 1_000;

export const isUnderWay = (work: Work | null): boolean =>
  work?.state === "queued" || work?.state === "checking";

/** Asks again every second while a check is under way, and for all that it changed when it has ended. */
export function useCheckToItsEnd(isAtWork: boolean, again: () => void): void {
  const queries = useQueryClient();
  const newest = useRef(again);
  newest.current = again;
  useEffect(() => {
    if (!isAtWork) return;
    const timer = setInterval(() => newest.current(), askAgainMs);
    return () => {
      clearInterval(timer);
      for (const name of [routes.release, routes.listWaitingReleases, routes.listReleases])
        void queries.invalidateQueries({ queryKey: [name.operationId] });
    };
  }, [isAtWork, queries]);
}

export function CheckUnderWay({ id, work }: { id: string; work: Work }) {
  const say = useWords("releases");
  const format = useFormat();
  const stop = useApiAction(routes.stopReleaseCheck);
  if (!isUnderWay(work))
    return work.state === "failed" ? (
      <ProblemList problems={work.problems} />
    ) : (
      <p role="status">{say("check.stopped")}</p>
    );
  const isKnown = work.state === "checking" && work.total !== null;
  return (
    <>
      <p role="status">
        {isKnown
          ? say("check.underWay", {
              done: format.number(work.done),
              total: format.number(work.total ?? 0),
              by: work.askedBy,
            })
          : say("check.queued", { by: work.askedBy })}
      </p>
      <progress
        aria-label={say("check.progress")}
        {...(isKnown ? { value: work.done, max: Math.max(1, work.total ?? 1) } : {})}
      />
      <ProblemList problems={stop.problems} />
      <p>
        <Button variant="default" loading={stop.running} onClick={() => void stop.run({ params: { id } })}>
          {say("work.stopCheck")}
        </Button>
      </p>
    </>
  );
}
