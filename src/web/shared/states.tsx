import { Button, Skeleton } from "@mantine/core";
import { Link, useLocation } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Answer } from "../api.ts";
import { useWords } from "../i18n.ts";
import style from "./page.module.css";
import { ProblemList } from "./problem-list.tsx";

/** Says what would stand here (`what`) and how to get it there (`how`). */
export function EmptyState({ what, how }: { readonly what: ReactNode; readonly how?: ReactNode }) {
  return (
    <div className={style["empty"]}>
      <p>{what}</p>
      {how ? <p>{how}</p> : null}
    </div>
  );
}

/** Holds the place of what is being fetched; `lines` as many as will stand there, so nothing jumps. */
export function Loading({ lines = 4 }: { readonly lines?: number }) {
  const say = useWords("shell");
  return (
    <div className={style["loading"]} role="status">
      <span className="visually-hidden">{say("loading")}</span>
      {Array.from({ length: lines }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are all alike
        <Skeleton key={i} height="1.1rem" width={i === lines - 1 ? "55%" : "100%"} />
      ))}
    </div>
  );
}

/** What may go better the next time. */
const passing = new Set([
  "contract.unreachable",
  "contract.answer-unreadable",
  "api.failed",
  "api.stopping",
  "api.too-many-requests",
]);

/** Shows an answer: its problems, its place while it comes, or what `children` makes of it. */
export function Answered<T>({
  answer,
  lines,
  children,
}: {
  readonly answer: Answer<T>;
  readonly lines?: number;
  readonly children: (value: T) => ReactNode;
}) {
  const say = useWords("shell");
  if (answer.problems.length > 0)
    return (
      <>
        <ProblemList problems={answer.problems} />
        {answer.problems.some((p) => passing.has(p.code)) ? (
          <Button variant="default" onClick={answer.again}>
            {say("again")}
          </Button>
        ) : null}
        {answer.problems.some((p) => p.code === "access.sign-in-needed") ? <SignInToSee /> : null}
      </>
    );
  if (answer.value === undefined) return <Loading {...(lines === undefined ? {} : { lines })} />;
  return <>{children(answer.value)}</>;
}

function SignInToSee() {
  const say = useWords("shell");
  const { href } = useLocation();
  return (
    <p>
      <Link to="/sign-in" search={{ after: href }}>
        {say("signInToSee")}
      </Link>
    </p>
  );
}
