import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { routes } from "#contract";
import { type Problem, problem } from "#kernel";
import { callApi } from "../../api.ts";
import { type Act, newKey } from "../use-acts.ts";

export type { Act };

/** What shows codes or codings; the text of a report stays as it is, and is not asked for again. */
const shown = [
  routes.codedRecord,
  routes.reviewCoding,
  routes.codedPassages,
  routes.codeMatrix,
  routes.codingComparison,
  routes.codingAgreement,
  routes.codingProposals,
  routes.reviewLog,
] as const;

export type CodingActs = {
  /** Does the acts, all or none, and says whether they were recorded. */
  readonly record: (...acts: readonly Act[]) => Promise<boolean>;
  readonly problems: readonly Problem[];
  readonly running: boolean;
};

/** Doing something in coding: one thing after the other, and what is shown is asked for again. */
export function useCodingActs(review: string): CodingActs {
  const queries = useQueryClient();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [running, setRunning] = useState(0);
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  const send = async (acts: readonly Act[]): Promise<boolean> => {
    const done = await callApi(routes.actOnReview, {
      params: { id: review },
      body: { acts: acts.map((act) => ({ key: newKey(), act })), together: true },
    });
    setProblems(done.ok ? [] : done.problems.map(({ code, message }) => problem(code, message)));
    // Also when it was refused: somebody else may have changed what was shown.
    await Promise.all(shown.map((route) => queries.invalidateQueries({ queryKey: [route.operationId] })));
    return done.ok;
  };
  return {
    problems,
    running: running > 0,
    record: (...acts) => {
      setRunning((count) => count + 1);
      // The next waits for this one: it may rest on what this one makes.
      const done = turn.current.then(() => send(acts)).finally(() => setRunning((count) => count - 1));
      turn.current = done.catch(() => undefined);
      return done;
    },
  };
}
