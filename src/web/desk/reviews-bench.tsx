import { Link } from "@tanstack/react-router";
import { routes } from "#contract";
import { useApi } from "../api.ts";
import { useWords } from "../i18n.ts";
import { TaskList } from "../reviews/overview/task-list.tsx";
import { OriginMark } from "../shared/origin-mark.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";

/** What waits for whoever is signed in, in each review they take part in; those with work first. */
export function ReviewsBench() {
  const say = useWords("review-overview");
  const answer = useApi(routes.myReviewTasks, {});
  return (
    <>
      <h2>{say("desk.title")}</h2>
      <Answered answer={answer} lines={8}>
        {({ reviews }) =>
          reviews.length === 0 ? (
            <EmptyState what={say("desk.none")} how={<Link to="/reviews">{say("desk.noneHow")}</Link>} />
          ) : (
            <>
              {reviews
                .toSorted((a, b) => Number(b.tasks.length > 0) - Number(a.tasks.length > 0))
                .map(({ review, tasks }) => (
                  <section key={review.id}>
                    <h3 lang={review.language}>
                      <Link to="/reviews/$id" params={{ id: review.id }}>
                        {review.title}
                      </Link>{" "}
                      <OriginMark origin={review.origin} />
                    </h3>
                    <TaskList id={review.id} tasks={tasks} />
                  </section>
                ))}
              <p>
                <Link to="/reviews">{say("desk.all")}</Link>
              </p>
            </>
          )
        }
      </Answered>
    </>
  );
}
