import { getRouteApi, Link } from "@tanstack/react-router";
import { routes } from "#contract";
import type { ExtractionForm, ExtractionRow } from "#records";
import { useApi } from "../../api.ts";
import { useWords } from "../../i18n.ts";
import { Answered, EmptyState } from "../../shared/states.tsx";
import style from "../appraisal/appraisal.module.css";
import { AttachReport } from "../appraisal/attach-report.tsx";
import { Bench, type BenchTools } from "../appraisal/bench.tsx";
import { ExtractionNav } from "../appraisal/bench-nav.tsx";
import { ReportHead } from "../appraisal/report-list.tsx";
import { type Review, ReviewFrame } from "../review-frame.tsx";
import { CompareRows } from "./compare-rows.tsx";
import { ExtractWork } from "./extract-work.tsx";
import type { Extracted } from "./extracted.ts";
import { RowsTable } from "./rows-table.tsx";

const route = getRouteApi("/reviews/$id/extraction/$record");

/** One report: its text left, the form and the rows right; what others have once one may know it. */
export function ExtractPage() {
  const say = useWords("review-appraisal");
  const { id, record } = route.useParams();
  const { view, row } = route.useSearch();
  const answer = useApi(routes.extractedRecord, { params: { id, record } }, { keep: true });
  return (
    <ReviewFrame id={id} title={say("extract.title", { record })}>
      {(review) => (
        <>
          <ExtractionNav id={id} />
          <Answered answer={answer} lines={14}>
            {(extracted) => (
              <One
                key={extracted.report.record}
                review={review}
                extracted={extracted}
                view={view}
                row={row}
              />
            )}
          </Answered>
        </>
      )}
    </ReviewFrame>
  );
}

const anchorsOf = (rows: Extracted["rows"]) =>
  (rows as unknown as readonly ExtractionRow[]).flatMap(({ anchor, cells }) => [
    anchor,
    ...Object.values(cells).map((cell) => cell.anchor),
  ]);

function One(props: {
  readonly review: Review;
  readonly extracted: Extracted;
  readonly view: "text" | "work" | undefined;
  readonly row: string | undefined;
}) {
  const say = useWords("review-appraisal");
  const { review, extracted } = props;
  const { report, plan, form, own } = extracted;
  if (!plan || !form)
    return (
      <EmptyState
        what={say("extraction.notPlanned", { count: 1 })}
        how={
          <Link to="/reviews/$id/extraction/form" params={{ id: review.id }}>
            {say("forms.look")}
          </Link>
        }
      />
    );
  return (
    <>
      <ReportHead
        report={report}
        status={extracted.status}
        submitted={extracted.submitted}
        people={plan.extractors}
        hidden={extracted.hidden > 0 ? say("extract.hidden", { count: extracted.hidden }) : null}
      />
      <AttachReport review={review} record={report.record} text={report.text} />
      <Bench
        record={report.record}
        document={extracted.document}
        textVersion={extracted.textVersion}
        anchors={anchorsOf([...(own?.rows ?? []), ...extracted.rows])}
        view={props.view}
      >
        {(tools) => <Work {...props} tools={tools} />}
      </Bench>
    </>
  );
}

function Work(props: {
  readonly review: Review;
  readonly extracted: Extracted;
  readonly row: string | undefined;
  readonly tools: BenchTools;
}) {
  const say = useWords("review-appraisal");
  const { review, extracted, tools } = props;
  const form = extracted.form as unknown as ExtractionForm;
  return (
    <>
      {extracted.mayExtract ? (
        <ExtractWork review={review} extracted={extracted} tools={tools} chosen={props.row} />
      ) : (
        <p className={style["hint"]}>{say("extract.notReviewer")}</p>
      )}
      {extracted.pairs.length > 0 ? (
        <CompareRows review={review} extracted={extracted} tools={tools} />
      ) : null}
      {extracted.status === "extracted" ? (
        <section aria-label={say("extract.final")}>
          <h2>{say("extract.final")}</h2>
          {extracted.nothing ? <p>{say("extract.nothingIs", { reason: extracted.nothing })}</p> : null}
          {extracted.rows.length > 0 ? (
            <RowsTable
              form={form}
              rows={extracted.rows as unknown as readonly ExtractionRow[]}
              tools={tools}
            />
          ) : null}
        </section>
      ) : null}
    </>
  );
}
