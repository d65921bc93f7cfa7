import { getRouteApi, Link } from "@tanstack/react-router";
import { routes } from "#contract";
import { useApi } from "../../api.ts";
import { useWords } from "../../i18n.ts";
import { Answered, EmptyState } from "../../shared/states.tsx";
import { AttachReport } from "../appraisal/attach-report.tsx";
import { type Review, ReviewFrame } from "../review-frame.tsx";
import { CodingBench } from "./coding-bench.tsx";

const route = getRouteApi("/reviews/$id/coding/$record");

/** One report as it is coded. */
export function BenchPage() {
  const say = useWords("review-coding");
  const { id, record } = route.useParams();
  return (
    <ReviewFrame id={id} title={say("bench.title", { record })}>
      {(review) => <Held key={record} review={review} record={record} />}
    </ReviewFrame>
  );
}

function Held(props: { readonly review: Review; readonly record: string }) {
  const say = useWords("review-coding");
  const { review, record } = props;
  const answer = useApi(routes.codedRecord, { params: { id: review.id, record } }, { keep: true });
  const document = answer.value?.report.document ?? null;
  const text = useApi(routes.document, { params: { sha256: document ?? "" } }, { when: document !== null });
  return (
    <Answered answer={answer} lines={12}>
      {(coded) =>
        document === null ? (
          <>
            {coded.report.withheld ? (
              <EmptyState what={say("bench.withheld", { title: coded.report.title })} />
            ) : (
              <AttachReport
                review={review}
                record={record}
                text="none"
                told={say("bench.noText", { title: coded.report.title })}
              />
            )}
            <p>
              <Link to="/reviews/$id/coding" params={{ id: review.id }}>
                {say("toReports")}
              </Link>
            </p>
          </>
        ) : (
          <Answered answer={text} lines={18}>
            {(report) => <CodingBench review={review} coded={coded} report={report} />}
          </Answered>
        )
      }
    </Answered>
  );
}
