import { Button } from "@mantine/core";
import { Link, useLocation } from "@tanstack/react-router";
import { useWords } from "../../i18n.ts";
import { ProblemList } from "../../shared/problem-list.tsx";
import style from "./screening.module.css";
import type { Sending } from "./use-outbox.ts";

const words = { away: "away", "signed-out": "signedOut", other: "otherSignedIn" } as const;

/** What has not reached the server, and what it did not take, with its reasons. */
export function SendingState({ sending }: { readonly sending: Sending }) {
  const say = useWords("review-screening");
  const { href } = useLocation();
  const { waiting, refused, state } = sending;
  return (
    <>
      {waiting.length > 0 && (state === "away" || state === "signed-out" || state === "other") ? (
        <p role="status" className={style["away"]}>
          {say(words[state], { count: waiting.length })}{" "}
          {state === "away" ? null : (
            <Link to="/sign-in" search={{ after: href }}>
              {say("signIn")}
            </Link>
          )}
        </p>
      ) : null}
      {refused.map(({ key, act, refused: problems }) => (
        <div key={key} className={style["refused"]}>
          <ProblemList
            problems={problems ?? []}
            title={say("refused", { record: "record" in act && act.record ? act.record : "" })}
          />
          <Button variant="default" onClick={() => sending.dismiss(key)}>
            {say("dismiss")}
          </Button>
        </div>
      ))}
    </>
  );
}
