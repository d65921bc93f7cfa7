import { getRouteApi, Link } from "@tanstack/react-router";
import { routes } from "#contract";
import { useApi } from "../../api.ts";
import { useWords } from "../../i18n.ts";
import { StateLink } from "../../shared/state-link.tsx";
import { Answered, EmptyState } from "../../shared/states.tsx";
import { type Review, ReviewFrame } from "../review-frame.tsx";
import shared from "../reviews.module.css";
import { WideTable } from "../wide-table.tsx";
import { CodeTree } from "./code-tree.tsx";
import style from "./coding.module.css";
import { CodeMatrixTable, CodingAgreementTable, SaturationTable } from "./coding-figures.tsx";
import { CodingFiles } from "./coding-files.tsx";
import type { CodingOverview } from "./shown.ts";

const route = getRouteApi("/reviews/$id/coding");
const codingViews = ["reports", "codes", "matrix", "figures", "files"] as const;

/** The coding of a review: which reports are coded by whom, the code tree, and what it comes to. */
export function CodingPage() {
  const say = useWords("review-coding");
  const { id } = route.useParams();
  return (
    <ReviewFrame id={id} title={say("title")} lead={say("lead")}>
      {(review) => <Coding review={review} />}
    </ReviewFrame>
  );
}

function Coding({ review }: { readonly review: Review }) {
  const say = useWords("review-coding");
  const { view = "reports" } = route.useSearch();
  const answer = useApi(routes.reviewCoding, { params: { id: review.id } }, { keep: true });
  return (
    <>
      <ul className={shared["views"]} data-print="hide">
        {codingViews.map((one) => (
          <li key={one}>
            <StateLink
              search={(former) => ({ ...former, view: one === "reports" ? undefined : one })}
              current={one === view}
            >
              {say(`tab.${one}`)}
            </StateLink>
          </li>
        ))}
      </ul>
      <Answered answer={answer} lines={10}>
        {(coding) => {
          switch (view) {
            case "codes":
              return <CodeTree review={review.id} coding={coding} />;
            case "matrix":
              return <CodeMatrixTable review={review.id} />;
            case "figures":
              return (
                <>
                  <SaturationTable review={review.id} coding={coding} />
                  <CodingAgreementTable review={review.id} coders={coding.coders} />
                </>
              );
            case "files":
              return <CodingFiles review={review.id} coding={coding} />;
            default:
              return <Reports review={review} coding={coding} />;
          }
        }}
      </Answered>
    </>
  );
}

function Reports(props: { readonly review: Review; readonly coding: CodingOverview }) {
  const say = useWords("review-coding");
  const { review, coding } = props;
  if (coding.reports.length === 0)
    return (
      <EmptyState
        what={say("reports.empty")}
        how={
          <Link to="/reviews/$id/screening" params={{ id: review.id }}>
            {say("reports.emptyHow")}
          </Link>
        }
      />
    );
  return (
    <>
      {coding.frame ? <p>{coding.frame}</p> : null}
      <p className={style["hint"]}>{say(coding.coders > 1 ? "reports.two" : "reports.one")}</p>
      {coding.mayCode ? null : <p role="note">{say("hindrance.not-a-coder")}</p>}
      <WideTable label={say("tab.reports")}>
        <table>
          <caption className="visually-hidden">{say("tab.reports")}</caption>
          <thead>
            <tr>
              {(["report", "state", "coders", "codings"] as const).map((column) => (
                <th key={column} scope="col" className={column === "codings" ? shared["number"] : undefined}>
                  {say(`reports.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {coding.reports.map((report) => (
              <tr key={report.record}>
                <th scope="row">
                  <Link to="/reviews/$id/coding/$record" params={{ id: review.id, record: report.record }}>
                    {report.record} {report.title}
                  </Link>
                  {report.document === null ? (
                    <span className={style["warningLine"]}>
                      {say(report.withheld ? "reports.withheld" : "reports.noText")}
                    </span>
                  ) : null}
                  {report.included ? null : (
                    <span className={style["warningLine"]}>{say("reports.notIncluded")}</span>
                  )}
                </th>
                <td>
                  {say(`state.${report.state}`)}
                  {report.state === "compared" || report.state === "settled" ? (
                    <>
                      {" · "}
                      <Link
                        to="/reviews/$id/coding/compare/$record"
                        params={{ id: review.id, record: report.record }}
                      >
                        {say("toComparison")}
                      </Link>
                    </>
                  ) : null}
                </td>
                <td>
                  {report.coders.length === 0
                    ? say("reports.nobody")
                    : report.coders
                        .map(({ name, submitted, codings }) =>
                          [
                            name,
                            submitted ? say("reports.submitted") : null,
                            codings === null ? say("reports.unseen") : say("countOf", { count: codings }),
                          ]
                            .filter(Boolean)
                            .join(", "),
                        )
                        .join("; ")}
                </td>
                <td className={shared["number"]}>{report.codings}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </>
  );
}
