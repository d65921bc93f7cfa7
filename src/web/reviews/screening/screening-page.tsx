import { getRouteApi, Link } from "@tanstack/react-router";
import { useWords } from "../../i18n.ts";
import { Answered, EmptyState } from "../../shared/states.tsx";
import { type Review, ReviewFrame } from "../review-frame.tsx";
import { KeptDecisions } from "./kept-decisions.tsx";
import { ScreeningBench } from "./screening-bench.tsx";
import { CountsLine, ScreeningNav, stageOf, useScreening } from "./screening-nav.tsx";

const route = getRouteApi("/reviews/$id/screening");

/** Where people decide record by record. */
export function ScreeningPage() {
  const say = useWords("review-screening");
  const { id } = route.useParams();
  return (
    <ReviewFrame id={id} title={say("title")}>
      {(review) => <Screening review={review} />}
    </ReviewFrame>
  );
}

function Screening({ review }: { readonly review: Review }) {
  const say = useWords("review-screening");
  const { id } = review;
  const state = route.useSearch();
  const answer = useScreening(id);
  return (
    <Answered answer={answer} lines={10}>
      {(overview) => {
        const stage = stageOf(overview, state.stage);
        if (stage === null)
          return (
            <EmptyState
              what={say(overview.protocol === 0 ? "noProtocol" : "noStage")}
              how={
                <Link to="/reviews/$id/protocol" params={{ id }}>
                  {say("toProtocol")}
                </Link>
              }
            />
          );
        const here = overview.stages.find((one) => one.stage === stage);
        if (!here) return null;
        return (
          <>
            <ScreeningNav id={id} overview={overview} stage={stage} />
            {review.me !== null && overview.mayScreen ? (
              <ScreeningBench
                key={stage}
                review={review}
                me={review.me}
                overview={overview}
                stage={here}
                order={state.order}
                record={state.record}
              />
            ) : (
              <>
                <CountsLine counts={here.counts} />
                <KeptDecisions review={id} />
                <EmptyState
                  what={say("notReviewer")}
                  how={
                    <Link to="/reviews/$id/screening/progress" params={{ id }}>
                      {say("page.progress")}
                    </Link>
                  }
                />
              </>
            )}
          </>
        );
      }}
    </Answered>
  );
}
