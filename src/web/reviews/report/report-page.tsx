import { getRouteApi } from "@tanstack/react-router";
import { addressOf, routes } from "#contract";
import { useApi } from "../../api.ts";
import { useFormat } from "../../format.ts";
import { useLanguage, useWords } from "../../i18n.ts";
import { ProblemList } from "../../shared/problem-list.tsx";
import { StateLink } from "../../shared/state-link.tsx";
import { Answered } from "../../shared/states.tsx";
import { type Review, ReviewFrame } from "../review-frame.tsx";
import { EditionDifference } from "./edition-difference.tsx";
import { PublishForm } from "./publish-form.tsx";
import style from "./report.module.css";
import type { Report } from "./report-answer.ts";
import { ReportBlocks } from "./report-blocks.tsx";
import { SectionEditor } from "./section-editor.tsx";

const route = getRouteApi("/reviews/$id/report");

/** The report: read, written in place where one may, published, downloaded, compared. */
export function ReportPage() {
  const say = useWords("review-report");
  const { id } = route.useParams();
  return (
    <ReviewFrame id={id} title={say("report.title")} lead={say("report.lead")} cite>
      {(review) => <ReportOf review={review} />}
    </ReviewFrame>
  );
}

function ReportOf({ review }: { readonly review: Review }) {
  const say = useWords("review-report");
  const lang = useLanguage();
  const { id } = review;
  const { edition, compare, write } = route.useSearch();
  const query = { lang, ...(edition !== undefined && { edition }) };
  const answer = useApi(routes.reviewReport, { params: { id }, query }, { keep: true });
  return (
    <Answered answer={answer} lines={20}>
      {(report) => (
        <>
          <Editions review={review} report={report} />
          {compare === undefined ? null : <EditionDifference id={id} from={compare} to={edition} />}
          {report.mayWrite && report.document.edition === null ? (
            <>
              <p data-print="hide">
                <StateLink
                  search={(state) => ({ ...state, write: write === "yes" ? undefined : ("yes" as const) })}
                >
                  {say(write === "yes" ? "write.end" : "write.begin")}
                </StateLink>
              </p>
              <InTheWay report={report} />
              <PublishForm key={lang} review={review} report={report} />
            </>
          ) : null}
          <article lang={report.document.language} className={style["document"]}>
            <p className={style["subtitle"]}>{report.document.subtitle}</p>
            <h2 className={style["headline"]} lang={review.language} id="title">
              {report.document.title}
            </h2>
            <ReportBlocks
              blocks={report.document.blocks}
              before={(section) =>
                write === "yes" && report.mayWrite && report.document.edition === null ? (
                  <SectionEditor
                    key={`${section}${lang}`}
                    review={review}
                    report={report}
                    section={section}
                  />
                ) : null
              }
            />
          </article>
        </>
      )}
    </Answered>
  );
}

function Editions({ review, report }: { readonly review: Review; readonly report: Report }) {
  const say = useWords("review-report");
  const format = useFormat();
  const lang = useLanguage();
  const { id } = review;
  const shown = report.document.edition;
  const file = (kind: "docx" | "pdf") =>
    addressOf(
      routes.downloadReviewReport,
      { id },
      { lang, format: kind, ...(shown !== null && { edition: shown }) },
    );
  return (
    <div data-print="hide">
      <ul className={style["links"]}>
        {report.editions.map((one) => (
          <li key={one.edition}>
            <StateLink
              search={(state) => ({ ...state, edition: one.edition, compare: undefined })}
              current={one.edition === shown}
            >
              {say("edition", { edition: one.edition, date: format.date(one.at) })}
            </StateLink>
            {one.edition > 1 && one.edition === shown ? (
              <>
                {" "}
                <StateLink search={(state) => ({ ...state, edition: one.edition, compare: one.edition - 1 })}>
                  {say("compare", { edition: one.edition - 1 })}
                </StateLink>
              </>
            ) : null}
          </li>
        ))}
        {report.mayWrite ? (
          <li>
            <StateLink
              search={(state) => ({ ...state, edition: undefined, compare: undefined })}
              current={shown === null}
            >
              {say("draft")}
            </StateLink>
          </li>
        ) : null}
      </ul>
      <ul className={style["links"]}>
        <li>
          <a href={file("docx")} download>
            {say("docx")}
          </a>
        </li>
        <li>
          <a href={file("pdf")} download>
            {say("pdf")}
          </a>
        </li>
        <li>
          <a href={addressOf(routes.downloadReviewArchive, { id })} download>
            {say("archive")}
          </a>
        </li>
      </ul>
      {report.editions
        .filter(({ edition }) => edition === shown)
        .map(({ edition, log }) => (
          <p key={edition} className={style["hint"]}>
            {say("logHash")} <code className={style["hash"]}>{log}</code>
          </p>
        ))}
      <p className={style["hint"]}>{report.editions.length === 0 ? say("noEdition") : say("archiveNote")}</p>
    </div>
  );
}

function InTheWay({ report }: { readonly report: Report }) {
  const say = useWords("review-report");
  if (report.inTheWay.length === 0) return <p className={style["hint"]}>{say("nothingInTheWay")}</p>;
  return (
    <details className={style["hint"]} data-print="hide">
      <summary>{say("inTheWay", { count: report.inTheWay.length })}</summary>
      <ProblemList problems={report.inTheWay} title={say("settleFirst")} />
    </details>
  );
}
