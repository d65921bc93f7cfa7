import { getRouteApi } from "@tanstack/react-router";
import { routes } from "#contract";
import { useApi } from "../api.ts";
import { useWords } from "../i18n.ts";
import { Section } from "../shared/page.tsx";
import { Answered } from "../shared/states.tsx";
import { HowFar } from "./overview/how-far.tsx";
import { Members } from "./overview/members.tsx";
import { TaskList } from "./overview/task-list.tsx";
import { type Review, ReviewFrame } from "./review-frame.tsx";

const route = getRouteApi("/reviews/$id");

/** What waits for whoever looks, how far the review is, and who takes part. */
export function OverviewPage() {
  const say = useWords("reviews");
  const { id } = route.useParams();
  return (
    <ReviewFrame id={id} lead={say("overview.lead")} cite>
      {(review) => (
        <>
          <Work review={review} />
          <Members review={review} />
        </>
      )}
    </ReviewFrame>
  );
}

function Work({ review }: { readonly review: Review }) {
  const say = useWords("review-overview");
  const { id, parts } = review;
  const answer = useApi(routes.reviewProgress, { params: { id } }, { keep: true });
  return (
    <Answered answer={answer} lines={10}>
      {({ progress, tasks }) => (
        <>
          {parts.length > 0 ? (
            <Section title={say("waits")}>
              <TaskList id={id} tasks={tasks} />
            </Section>
          ) : null}
          <HowFar review={review} progress={progress} />
        </>
      )}
    </Answered>
  );
}
