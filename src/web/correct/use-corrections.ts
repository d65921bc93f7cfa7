// The passages of a document while they are corrected: what is shown, what was done last, what went wrong.

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import { type CallInput, type CallReply, routes } from "#contract";
import type { Problem } from "#kernel";
import { type Answer, callApi, useApi } from "../api.ts";

export type Corrections = CallReply<typeof routes.documentCorrections>;
export type Decided = Corrections["passages"][number];
export type Event = Corrections["history"][number];
type Body = CallInput<typeof routes.correctDocument>["body"];
type Without<T> = T extends unknown ? Omit<T, "textVersion"> : never;
/** An act as the page asks for it. */
export type Asked = Without<Body>;

export type CorrectionWork = {
  readonly answer: Answer<Corrections>;
  readonly problems: readonly Problem[];
  readonly running: boolean;
  /** Gives the passages as they stand after it, or null where it was refused. */
  act(asked: Asked): Promise<Corrections | null>;
};

export const seen = (passages: readonly Decided[]) => passages.map(({ id, version }) => ({ id, version }));

/** The last act that can be taken back: no undo itself, not taken back, not done by a reading. */
export const lastAct = (history: readonly Event[]): Event | null =>
  history.find((event) => event.act !== "undo" && event.act !== "move" && event.undoneBy === null) ?? null;

export function useCorrections(sha256: string): CorrectionWork {
  const queries = useQueryClient();
  const input = { params: { sha256 } };
  const answer = useApi(routes.documentCorrections, input);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [running, setRunning] = useState(false);
  // A second key while the first is under way would send a version that is about to be old.
  const busy = useRef(false);
  const textVersion = answer.value?.textVersion ?? 1;
  const act = useCallback(
    async (asked: Asked): Promise<Corrections | null> => {
      if (busy.current) return null;
      busy.current = true;
      setRunning(true);
      const done = await callApi(routes.correctDocument, {
        params: { sha256 },
        body: { ...asked, textVersion } as Body,
      });
      busy.current = false;
      setRunning(false);
      const key = [routes.documentCorrections.operationId, { params: { sha256 } }];
      if (!done.ok) {
        setProblems(done.problems);
        // What somebody else did is shown at once.
        void queries.invalidateQueries({ queryKey: key });
        return null;
      }
      setProblems([]);
      queries.setQueryData(key, done.value);
      // The reading page and the queue show another state now; they ask again when they are opened.
      for (const name of [routes.document, routes.correctionQueue])
        void queries.invalidateQueries({ queryKey: [name.operationId], refetchType: "none" });
      return done.value;
    },
    [queries, sha256, textVersion],
  );
  return { answer, problems, running, act };
}
