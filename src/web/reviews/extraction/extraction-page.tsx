import { getRouteApi, Link } from "@tanstack/react-router";
import { type CallReply, routes } from "#contract";
import { useApi } from "../../api.ts";
import { useFormat } from "../../format.ts";
import { useWords } from "../../i18n.ts";
import { Answered, EmptyState } from "../../shared/states.tsx";
import { ExtractionNav } from "../appraisal/bench-nav.tsx";
import { ReportList } from "../appraisal/report-list.tsx";
import { useWording } from "../appraisal/wording.ts";
import { ReviewFrame } from "../review-frame.tsx";

const route = getRouteApi("/reviews/$id/extraction");
type Extraction = CallReply<typeof routes.reviewExtraction>;
const filters = ["all", "mine", "to-reconcile", "extracted"] as const;

/** The selected reports with how far the extraction of each is. */
export function ExtractionPage() {
  const say = useWords("review-appraisal");
  const { id } = route.useParams();
  const answer = useApi(routes.reviewExtraction, { params: { id } }, { keep: true });
  return (
    <ReviewFrame id={id} title={say("extraction.title")} lead={say("extraction.lead")}>
      {() => (
        <>
          <ExtractionNav id={id} />
          <Answered answer={answer} lines={8}>
            {(extraction) => <Reports id={id} extraction={extraction} />}
          </Answered>
        </>
      )}
    </ReviewFrame>
  );
}

function Reports({ id, extraction }: { readonly id: string; readonly extraction: Extraction }) {
  const say = useWords("review-appraisal");
  const format = useFormat();
  const word = useWording();
  const { show = "all" } = route.useSearch();
  const { plan, form, reports } = extraction;
  if (!plan || !form)
    return (
      <EmptyState
        what={
          plan
            ? say("extraction.notTaken", { name: `${plan.form} ${plan.version}` })
            : say("extraction.notPlanned", { count: reports.length })
        }
        how={
          <Link to="/reviews/$id/extraction/form" params={{ id }}>
            {say(extraction.mayDefine ? "forms.choose" : "forms.look")}
          </Link>
        }
      />
    );
  if (reports.length === 0)
    return (
      <EmptyState
        what={say("extraction.noReports")}
        how={
          <Link to="/reviews/$id/screening" params={{ id }}>
            {say("toScreening")}
          </Link>
        }
      />
    );
  const done = reports.filter(({ status }) => status === "extracted").length;
  return (
    <>
      <p>
        {say("extraction.plan", { name: word(form.title), version: plan.version, count: plan.extractors })}{" "}
        {say("extraction.progress", { done, count: reports.length })}
      </p>
      <ReportList
        id={id}
        title={say("extraction.title")}
        to="/reviews/$id/extraction/$record"
        reports={reports}
        people={plan.extractors}
        filters={filters}
        show={show}
        beside={({ ownRows }) => (ownRows > 0 ? ` (${say("rows.count", { count: ownRows })})` : null)}
        columns={[
          {
            title: say("col.rows"),
            isNumber: true,
            cell: ({ status, rows }) => (status === "extracted" ? format.number(rows) : "–"),
          },
        ]}
      />
    </>
  );
}
