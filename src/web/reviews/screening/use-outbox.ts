// Sends what waits, as soon as it can, and says how it stands.

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { routes } from "#contract";
import type { Problem } from "#kernel";
import { callApi } from "../../api.ts";
import { type Act, newKey } from "../use-acts.ts";
import { type Outbox, outboxOf, parcelOf, settle, takeBack, timeAfter, type Waiting } from "./outbox.ts";
import { copiedToDisk, outboxPrefix, restoreFromDisk } from "./outbox-on-disk.ts";

/** As long as the server does not answer, it is tried again after this. */
const pauseMs = 8_000;
const atOnce = 200;

export type Sending = {
  readonly waiting: readonly Waiting[];
  readonly refused: readonly Waiting[];
  /**
   * `idle`: nothing waits; `away`: the server does not answer; `signed-out`: the session is over; `other`:
   * somebody else is signed in in this browser by now; `out`: the person takes no part in the review at present.
   */
  readonly state: "idle" | "sending" | "away" | "signed-out" | "other" | "out";
  /** False where the browser could not keep the act. */
  put(act: Act): string | null;
  /** Takes back what has no number yet; false where it is not here any more. */
  take(key: string): boolean;
  dismiss(key: string): void;
};

const aways = new Set([
  "contract.unreachable",
  "contract.answer-unreadable",
  "api.stopping",
  "api.too-many-requests",
]);

/** What is wrong with the acts themselves: sent again, they would be refused again. */
const ofContent = new Set(["api.invalid-request", "api.invalid-json", "api.body-too-large"]);

/** What says that the person was taken out of the review: what they decided is kept until they are back. */
const outOfIt = new Set(["app.not-found", "reviews.not-your-part"]);

/**
 * @param onRecorded is told the number each act got; of none, where the person takes no part any more
 */
export function useOutbox(
  review: string,
  account: string,
  onRecorded: (
    recorded: readonly { readonly key: string; readonly number: number; readonly act: Act }[],
  ) => void,
): Sending {
  const box = useMemo<Outbox>(
    () => outboxOf(copiedToDisk(window.localStorage), review, account),
    [review, account],
  );
  const [all, setAll] = useState(() => box.all());
  const [state, setState] = useState<Sending["state"]>("idle");
  const busy = useRef(false);
  const told = useRef(onRecorded);
  told.current = onRecorded;
  const look = useCallback(() => setAll(box.all()), [box]);

  /** Keeps an act with the reasons for which it was not taken; what was taken back needs none. */
  const refuse = useCallback(
    (key: string, problems: readonly Pick<Problem, "code" | "message">[]) => {
      const one = box.all().find((waiting) => waiting.key === key);
      if (one === undefined) return;
      if (one.undone) return box.remove(key);
      box.put({ ...one, refused: problems.map(({ code, message }) => ({ code, message })) });
    },
    [box],
  );

  const send = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    try {
      let most = atOnce;
      for (;;) {
        const part = parcelOf(
          box.all().filter(({ refused }) => refused === null),
          most,
        );
        if (part.length === 0) {
          setState("idle");
          return;
        }
        setState((former) => (former === "away" ? former : "sending"));
        // Written before it goes: whoever closes the browser now finds it so.
        for (const one of part) if (!one.tried) box.put({ ...one, tried: true });
        const answer = await callApi(routes.actOnReview, {
          params: { id: review },
          body: { acts: part.map(({ key, act }) => ({ key, act })), together: false, account },
        });
        if (!answer.ok) {
          const codes = answer.problems.map(({ code }) => code);
          if (codes.includes("access.sign-in-needed")) return setState("signed-out");
          if (codes.includes("app.signed-in-otherwise")) return setState("other");
          if (codes.some((code) => outOfIt.has(code))) {
            told.current([]);
            return setState("out");
          }
          if (part.length > 1 && codes.some((code) => ofContent.has(code))) {
            // One of them cannot be read, as when the page was older than the server: find out which.
            most = 1;
            continue;
          }
          if (codes.some((code) => aways.has(code) || (code.startsWith("api.") && !ofContent.has(code))))
            return setState("away");
          // The server will never take them so: they are kept, with its reasons.
          for (const one of part) refuse(one.key, answer.problems);
          continue;
        }
        const numbers = new Map(answer.value.recorded.map(({ key, number }) => [key, number]));
        const reasons = new Map(answer.value.refused.map(({ key, problems }) => [key, problems]));
        let isOut = false;
        for (const one of part) {
          const problems = reasons.get(one.key);
          const number = numbers.get(one.key);
          if (problems?.some(({ code }) => outOfIt.has(code))) isOut = true;
          else if (problems) refuse(one.key, problems);
          else if (number !== undefined) settle(box, one.key, number);
        }
        told.current(
          part.flatMap(({ key, act }) => {
            const number = numbers.get(key);
            return number === undefined ? [] : [{ key, number, act }];
          }),
        );
        if (isOut) {
          told.current([]);
          return setState("out");
        }
        look();
      }
    } finally {
      busy.current = false;
      look();
    }
  }, [account, box, look, refuse, review]);

  useEffect(() => {
    void restoreFromDisk(window.localStorage).then(() => {
      look();
      void send();
    });
    const again = () => void send();
    const others = (event: StorageEvent) => {
      if (event.key?.startsWith(outboxPrefix)) look();
    };
    window.addEventListener("online", again);
    window.addEventListener("storage", others);
    const timer = window.setInterval(again, pauseMs);
    return () => {
      window.removeEventListener("online", again);
      window.removeEventListener("storage", others);
      window.clearInterval(timer);
    };
  }, [look, send]);

  return {
    waiting: all.filter(({ refused, undone }) => refused === null && !undone),
    refused: all.filter(({ refused }) => refused !== null),
    state,
    put(act) {
      const key = newKey();
      const kept = box.put({ key, act, at: timeAfter(box.all(), new Date()), refused: null });
      look();
      void send();
      return kept ? key : null;
    },
    take(key) {
      const taken = takeBack(box, key);
      look();
      return taken;
    },
    dismiss(key) {
      box.remove(key);
      look();
    },
  };
}
