import { getRouteApi, Link } from "@tanstack/react-router";
import { routes } from "#contract";
import { useApi } from "../../api.ts";
import { useWords } from "../../i18n.ts";
import { Answered, EmptyState } from "../../shared/states.tsx";
import { type Review, ReviewFrame } from "../review-frame.tsx";
import style from "./appraisal.module.css";
import { AppraiseWork } from "./appraise-work.tsx";
import type { Appraised } from "./appraised.ts";
import { AttachReport } from "./attach-report.tsx";
import { Bench, type BenchTools } from "./bench.tsx";
import { AppraisalNav } from "./bench-nav.tsx";
import { CompareAppraisals } from "./compare-appraisals.tsx";
import { DecideForm, Decision } from "./decide-form.tsx";
import { ReportHead } from "./report-list.tsx";

const route = getRouteApi("/reviews/$id/appraisal/$record");

/** One report: its text left, the instrument right; what others said once one may know it. */
export function AppraisePage() {
  const say = useWords("review-appraisal");
  const { id, record } = route.useParams();
  const { view } = route.useSearch();
  const answer = useApi(routes.appraisedRecord, { params: { id, record } }, { keep: true });
  return (
    <ReviewFrame id={id} title={say("appraise.title", { record })}>
      {(review) => (
        <>
          <AppraisalNav id={id} />
          <Answered answer={answer} lines={14}>
            {(appraised) => (
              <One
                review={review}
                appraised={appraised as Appraised}
                view={view}
                key={appraised.report.record}
              />
            )}
          </Answered>
        </>
      )}
    </ReviewFrame>
  );
}

function One(props: {
  readonly review: Review;
  readonly appraised: Appraised;
  readonly view: "text" | "work" | undefined;
}) {
  const say = useWords("review-appraisal");
  const { review, appraised } = props;
  const { report, instrument, plan } = appraised;
  if (!plan || !instrument)
    return (
      <EmptyState
        what={say("appraisal.notPlanned", { count: 1 })}
        how={
          <Link to="/reviews/$id/appraisal/instruments" params={{ id: review.id }}>
            {say("instruments.look")}
          </Link>
        }
      />
    );
  const quotes = [
    ...appraised.appraisals.flatMap(({ answers }) => answers.map(({ quote }) => quote)),
    ...(appraised.draft?.answers.map(({ quote }) => quote) ?? []),
  ];
  return (
    <>
      <ReportHead
        report={report}
        status={appraised.status}
        submitted={appraised.submitted}
        people={plan.appraisers}
        hidden={appraised.hidden > 0 ? say("appraise.hidden", { count: appraised.hidden }) : null}
      />
      <AttachReport review={review} record={report.record} text={report.text} />
      <Bench
        record={report.record}
        document={appraised.document}
        textVersion={appraised.textVersion}
        anchors={quotes as never}
        view={props.view}
      >
        {(tools) => <Work review={review} appraised={appraised} tools={tools} />}
      </Bench>
    </>
  );
}

/** One's own answers first; what all said, its settlement and the decision below. */
function Work(props: { readonly review: Review; readonly appraised: Appraised; readonly tools: BenchTools }) {
  const { review, appraised, tools } = props;
  const say = useWords("review-appraisal");
  const isKnown = appraised.appraisals.some(({ own }) => !own) || appraised.final !== null;
  return (
    <>
      {appraised.mayAppraise ? (
        <AppraiseWork review={review} appraised={appraised} tools={tools} />
      ) : (
        <p className={style["hint"]}>{say("appraise.notReviewer")}</p>
      )}
      {isKnown ? <CompareAppraisals review={review} appraised={appraised} tools={tools} /> : null}
      {appraised.final ? (
        <DecideForm review={review} appraised={appraised} />
      ) : (
        <Decision appraised={appraised} />
      )}
    </>
  );
}
