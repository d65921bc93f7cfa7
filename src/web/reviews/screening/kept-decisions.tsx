import { Button } from "@mantine/core";
import { Link, useLocation } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useSession } from "../../api.ts";
import { useWords } from "../../i18n.ts";
import { ProblemList } from "../../shared/problem-list.tsx";
import { keptInReview, outboxOf } from "./outbox.ts";
import { copiedToDisk, restoreFromDisk } from "./outbox-on-disk.ts";
import style from "./screening.module.css";

/**
 * What was decided in this browser and has not reached the server, told where no bench stands that would send
 * it: the session is over, or the person was taken out of the review meanwhile. Nothing where nothing is kept.
 */
export function KeptDecisions({ review }: { readonly review: string }) {
  const { value, account } = useSession();
  const [, look] = useState(0);
  useEffect(() => void restoreFromDisk(window.localStorage).then(() => look((n) => n + 1)), []);
  if (value === undefined) return null;
  const kept = keptInReview(window.localStorage, review);
  if (kept.size === 0) return null;
  return <Kept review={review} kept={kept} me={account?.id ?? null} onGone={() => look((n) => n + 1)} />;
}

function Kept(props: {
  readonly review: string;
  readonly kept: ReadonlyMap<string, number>;
  readonly me: string | null;
  readonly onGone: () => void;
}) {
  const say = useWords("review-screening");
  const { href } = useLocation();
  const { review, kept, me } = props;
  const box = me === null ? null : outboxOf(copiedToDisk(window.localStorage), review, me);
  const own = box?.all().filter(({ undone }) => !undone) ?? [];
  const others = [...kept].reduce((sum, [account, count]) => (account === me ? sum : sum + count), 0);
  return (
    <div role="note" className={style["refused"]}>
      {me === null ? (
        <p>
          {say("signedOut", { count: others })}{" "}
          <Link to="/sign-in" search={{ after: href }}>
            {say("signIn")}
          </Link>
        </p>
      ) : others > 0 ? (
        <p>{say("keptOfOthers", { count: others })}</p>
      ) : null}
      {own.length > 0 ? (
        <>
          <p>{say("keptHere", { count: own.length })}</p>
          <ul>
            {own.map(({ key, act, refused }) => (
              <li key={key}>
                {"record" in act && act.record ? act.record : ""}{" "}
                {act.kind === "screening.decided"
                  ? `${say(`verdict.${act.verdict}`)}${act.criterion ? ` · ${act.criterion}` : ""}`
                  : act.kind === "screening.noted"
                    ? `${say("kind.note")} – ${act.text}`
                    : ""}
                {refused ? <ProblemList problems={refused} /> : null}
              </li>
            ))}
          </ul>
          <Button
            variant="default"
            onClick={() => {
              for (const { key } of own) box?.remove(key);
              props.onGone();
            }}
          >
            {say("keptDrop")}
          </Button>
        </>
      ) : null}
    </div>
  );
}
