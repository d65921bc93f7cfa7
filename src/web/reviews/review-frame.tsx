import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef } from "react";
import { type CallReply, routes } from "#contract";
import type { ReviewPart } from "#records";
import { useApi, useSession } from "../api.ts";
import { useWords } from "../i18n.ts";
import { OriginMark } from "../shared/origin-mark.tsx";
import { Page } from "../shared/page.tsx";
import { Answered } from "../shared/states.tsx";
import { reviewTabs } from "./review-tabs.ts";
import style from "./reviews.module.css";
import { KeptDecisions } from "./screening/kept-decisions.tsx";

export type Review = CallReply<typeof routes.review>;

/** Whether whoever looks holds one of the parts. */
export const holds = (review: Review, ...parts: readonly ReviewPart[]): boolean =>
  review.parts.some((part) => parts.includes(part));

/** A page of one review: its name above, its parts as tabs, then what `children` makes of it. */
export function ReviewFrame(props: {
  readonly id: string;
  /** Absent on the first page of the review, which has the name of the review. */
  readonly title?: string;
  readonly lead?: ReactNode;
  /** Pages that are worked on are not cited. */
  readonly cite?: boolean;
  readonly children: (review: Review) => ReactNode;
}) {
  const say = useWords("reviews");
  const session = useSession();
  const answer = useApi(routes.review, { params: { id: props.id } }, { keep: true });
  const review = answer.value;
  const isMissing = answer.problems.some(({ code }) => code === "app.not-found");
  const tabs = useRef<HTMLUListElement>(null);
  // On a phone the tabs are one line that scrolls; the present one is brought into it.
  useEffect(() => {
    const list = tabs.current;
    const present = list?.querySelector("[aria-current=page]")?.getBoundingClientRect();
    if (!list || !present) return;
    const line = list.getBoundingClientRect();
    list.scrollLeft += present.left + present.width / 2 - (line.left + line.width / 2);
  }, []);
  return (
    <Page
      title={isMissing ? say("missing") : (props.title ?? review?.title ?? props.id)}
      titleLanguage={props.title === undefined ? review?.language : undefined}
      kicker={
        review ? (
          <>
            <Link to="/reviews">{say("reviews")}</Link>{" "}
            {props.title === undefined ? null : (
              <>
                ·{" "}
                <Link to="/reviews/$id" params={{ id: props.id }} lang={review.language}>
                  {review.title}
                </Link>{" "}
              </>
            )}
            <OriginMark origin={review.origin} />
            {review.publishedAt === null ? (
              <span className={style["state"]}>{say("unpublished")}</span>
            ) : null}
          </>
        ) : (
          <Link to="/reviews">{say("reviews")}</Link>
        )
      }
      lead={isMissing ? undefined : props.lead}
      cite={isMissing ? false : (props.cite ?? false)}
    >
      <nav aria-label={say("tabs")} className={style["tabs"]} data-print="hide" hidden={isMissing}>
        <ul ref={tabs}>
          {reviewTabs.map(({ to, word }) => (
            <li key={to}>
              <Link
                to={to}
                params={{ id: props.id }}
                activeOptions={{ exact: to === "/reviews/$id", includeSearch: false }}
                activeProps={{ "aria-current": "page" }}
              >
                {say(word)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Answered answer={answer} lines={8}>
        {props.children}
      </Answered>
      {isMissing ? <KeptDecisions review={props.id} /> : null}
      {isMissing && session.value && session.account === null ? (
        <p>
          <Link to="/sign-in" search={{ after: `/reviews/${props.id}` }}>
            {say("missingSignIn")}
          </Link>
        </p>
      ) : null}
    </Page>
  );
}
