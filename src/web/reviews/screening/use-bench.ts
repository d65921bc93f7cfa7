// What stands before the person who screens, and what becomes of each decision: the next record is on the
// page already and is shown at once; the decision goes its way behind it.

import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useCallback, useMemo, useRef, useState } from "react";
import { routes } from "#contract";
import type { ScreeningStage, ScreeningVerdict, ShownOrder } from "#records";
import { useApi } from "../../api.ts";
import type { Act } from "../use-acts.ts";
import { useOutbox } from "./use-outbox.ts";

type Decided = {
  readonly key: string;
  readonly record: string;
  /** Null while it has not been sent. */
  readonly event: number | null;
};

/** Records kept ready: as many as are decided before the server is asked again, and enough for a while offline. */
const ready = 25;
/** A place after all others. */
const last = 10_000_000;

/** Acts after which a record no longer stands before the person. */
const leaving = ["screening.decided", "screening.postponed", "screening.not-retrieved"] as const;
type Leaving = Extract<Act, { readonly kind: (typeof leaving)[number] }>;
const leaves = (act: Act): act is Leaving => (leaving as readonly string[]).includes(act.kind);

export function useBench(options: {
  readonly review: string;
  readonly me: string;
  readonly stage: ScreeningStage;
  readonly order: ShownOrder | undefined;
  readonly record: string | undefined;
}) {
  const { review, me, stage, order, record } = options;
  const queries = useQueryClient();
  const navigate = useNavigate();
  const answer = useApi(
    routes.screeningQueue,
    { params: { id: review }, query: { stage, limit: ready, ...(order && { order }) } },
    { keep: true },
  );
  /** Records done with here, until the queue that is shown knows it: event of the act, or still to come. */
  const [away, setAway] = useState<ReadonlyMap<string, number>>(new Map());
  /** Records whose decision was just taken back: they wait again before the server says so. */
  const [back, setBack] = useState<ReadonlySet<string>>(new Set());
  const [done, setDone] = useState<readonly Decided[]>([]);
  const seen = useRef<string[]>([]);
  /** Decisions the server knows that were taken back here, before it says so. */
  const undone = useRef(new Set<number>());

  const asked = useRef<number | undefined>(undefined);
  const sending = useOutbox(review, me, (recorded) => {
    const numbers = new Map(recorded.map(({ key, number }) => [key, number]));
    setDone((former) => former.map((one) => ({ ...one, event: numbers.get(one.key) ?? one.event })));
    setAway((former) => {
      const next = new Map(former);
      for (const { act, number } of recorded)
        if (leaves(act) && next.has(act.record)) next.set(act.record, number);
      return next;
    });
    // One question for several decisions that come close together.
    window.clearTimeout(asked.current);
    asked.current = window.setTimeout(() => {
      for (const route of [
        routes.screeningQueue,
        routes.screenedRecord,
        routes.ownDecisions,
        routes.reviewScreening,
        ...(recorded.length === 0 ? [routes.review] : []),
      ])
        void queries.invalidateQueries({ queryKey: [route.operationId] });
    }, 150);
  });

  const waitingRecords = useMemo(
    () => new Set(sending.waiting.flatMap(({ act }) => (leaves(act) ? [act.record] : []))),
    [sending.waiting],
  );
  const queue = answer.value;
  const records = useMemo(
    () =>
      (queue?.records ?? []).filter(({ record: { id } }) => {
        const event = away.get(id);
        return !waitingRecords.has(id) && (event === undefined || event <= (queue?.last ?? 0));
      }),
    [queue, away, waitingRecords],
  );
  const place = records.findIndex((one) => one.record.id === record);
  const current = record === undefined ? (records[0] ?? null) : (records[place] ?? null);
  const currentId = record ?? current?.record.id;

  const go = useCallback(
    (id: string | undefined) => {
      void navigate({
        to: ".",
        search: ((former: object) => ({ ...former, record: id })) as never,
        replace: true,
        resetScroll: false,
      });
    },
    [navigate],
  );
  const move = (id: string | undefined) => {
    if (currentId !== undefined && seen.current.at(-1) !== currentId) seen.current.push(currentId);
    go(id);
  };
  const following = () =>
    records.find((one, at) => one.record.id !== currentId && at > place) ??
    records.find((one) => one.record.id !== currentId);

  const decide = (
    verdict: ScreeningVerdict,
    criterion: string | null,
    reason: string,
    protocol: number,
  ): boolean => {
    if (currentId === undefined) return false;
    const key = sending.put({
      kind: "screening.decided",
      record: currentId,
      stage,
      verdict,
      criterion,
      reason: reason.trim() === "" ? null : reason.trim(),
      protocol,
      shown: current?.shown ?? null,
    });
    if (key === null) return false;
    setDone((former) => [{ key, record: currentId, event: null }, ...former]);
    leave(currentId);
    return true;
  };
  const markNotRetrieved = (reason: string): boolean => {
    if (currentId === undefined) return false;
    const key = sending.put({ kind: "screening.not-retrieved", record: currentId, reason });
    if (key === null) return false;
    setDone((former) => [{ key, record: currentId, event: null }, ...former]);
    leave(currentId);
    return true;
  };
  /** Takes a mark back, whoever made it: the text is there now. */
  const retrieved = (event: number): boolean => {
    if (currentId === undefined || sending.put({ kind: "screening.withdrawn", event }) === null) return false;
    bringBack(currentId);
    return true;
  };
  const leave = (id: string) => {
    const next = following();
    setAway((former) => new Map(former).set(id, Number.POSITIVE_INFINITY));
    setBack((former) => new Set([...former].filter((one) => one !== id)));
    move(next?.record.id);
  };
  const postpone = (after: number | null): boolean => {
    if (currentId === undefined) return false;
    const made =
      (queue?.made ?? 0) + sending.waiting.filter(({ act }) => act.kind === "screening.decided").length;
    const key = sending.put({
      kind: "screening.postponed",
      record: currentId,
      stage,
      position: after === null ? last : made + after + 1,
    });
    if (key !== null) leave(currentId);
    return key !== null;
  };
  const bringBack = (id: string) => {
    setAway((former) => {
      const next = new Map(former);
      next.delete(id);
      return next;
    });
    setBack((former) => new Set(former).add(id));
    go(id);
  };
  // What waits was decided after all the server knows, before this page was opened or since.
  const decided: readonly Decided[] = [
    ...done,
    ...sending.waiting
      .flatMap(({ key, act }) =>
        act.kind === "screening.decided" && act.stage === stage && done.every((one) => one.key !== key)
          ? [{ key, record: act.record, event: null }]
          : [],
      )
      .reverse(),
  ];
  /**
   * Takes back the last decision: one that waits, one of this sitting, or the last the server knows. Null where
   * the browser keeps nothing, or another window sent it and its number is not known here yet.
   */
  const undo = (known: readonly { readonly event: number; readonly record: string }[]): string | null => {
    const [latest] = decided;
    const stands = known.find(
      ({ event, record: of }) => !undone.current.has(event) && (latest === undefined || of === latest.record),
    );
    const id = latest?.record ?? stands?.record;
    if (id === undefined) return null;
    const isTaken = latest !== undefined && latest.event === null && sending.take(latest.key);
    if (!isTaken) {
      const event = latest?.event ?? stands?.event;
      if (event === undefined || sending.put({ kind: "screening.withdrawn", event }) === null) return null;
      undone.current.add(event);
    }
    setDone((former) => former.filter(({ key }) => key !== latest?.key));
    bringBack(id);
    return id;
  };
  return {
    answer,
    queue,
    records,
    current,
    currentId,
    /** Whether the record on the page waits for this person. */
    waits: current !== null || (currentId !== undefined && back.has(currentId)),
    done: decided,
    sending,
    decide,
    markNotRetrieved,
    retrieved,
    postpone,
    undo,
    note: (text: string) =>
      currentId !== undefined && sending.put({ kind: "screening.noted", record: currentId, text }) !== null,
    next: () => {
      const one = following();
      if (one) move(one.record.id);
      return one !== undefined;
    },
    previous: () => {
      const id = seen.current.pop() ?? decided[0]?.record;
      if (id !== undefined) go(id);
      return id !== undefined;
    },
    open: move,
  };
}
