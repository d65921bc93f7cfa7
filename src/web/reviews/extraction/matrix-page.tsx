import { getRouteApi, Link } from "@tanstack/react-router";
import { addressOf, type CallReply, routes } from "#contract";
import type { ExtractionForm, ExtractionRow } from "#records";
import { useApi } from "../../api.ts";
import { useFormat } from "../../format.ts";
import { useWords } from "../../i18n.ts";
import { StateLink } from "../../shared/state-link.tsx";
import { Answered, EmptyState } from "../../shared/states.tsx";
import style from "../appraisal/appraisal.module.css";
import { ExtractionNav } from "../appraisal/bench-nav.tsx";
import { holds, type Review, ReviewFrame } from "../review-frame.tsx";
import { ImportRows } from "./import-rows.tsx";
import { MatrixFilters } from "./matrix-filters.tsx";
import { RowsTable } from "./rows-table.tsx";

const route = getRouteApi("/reviews/$id/extraction/matrix");
const pageSize = 50;
type Matrix = CallReply<typeof routes.extractionMatrix>;

/** All rows of the review, filtered by its fields; each leads to its passage. */
export function MatrixPage() {
  const say = useWords("review-appraisal");
  const { id } = route.useParams();
  const { where, record, q, page = 1 } = route.useSearch();
  const answer = useApi(
    routes.extractionMatrix,
    {
      params: { id },
      query: { where, record, q, limit: pageSize, offset: (page - 1) * pageSize },
    },
    { keep: true },
  );
  return (
    <ReviewFrame id={id} title={say("matrix.title")} lead={say("matrix.lead")} cite>
      {(review) => (
        <>
          <ExtractionNav id={id} />
          <Answered answer={answer} lines={10}>
            {(matrix) =>
              matrix.form ? (
                <>
                  <Shown review={review} matrix={matrix} page={page} />
                  {holds(review, "reviewer") ? <ImportRows review={review} /> : null}
                </>
              ) : (
                <EmptyState
                  what={say("extraction.notPlanned", { count: matrix.reports })}
                  how={
                    <Link to="/reviews/$id/extraction/form" params={{ id }}>
                      {say("forms.look")}
                    </Link>
                  }
                />
              )
            }
          </Answered>
        </>
      )}
    </ReviewFrame>
  );
}

function Shown(props: { readonly review: Review; readonly matrix: Matrix; readonly page: number }) {
  const say = useWords("review-appraisal");
  const format = useFormat();
  const { review, matrix, page } = props;
  const { id } = review;
  const form = matrix.form as unknown as ExtractionForm;
  const byRow = new Map(matrix.rows.map((one) => [one.row as unknown as ExtractionRow, one]));
  return (
    <>
      <p>
        {say("matrix.counts", {
          count: matrix.all,
          extracted: matrix.extracted,
          reports: matrix.reports,
        })}{" "}
        {matrix.withheld > 0 ? say("rows.withheld", { count: matrix.withheld }) : null}
      </p>
      {matrix.all === 0 ? (
        <EmptyState
          what={say("matrix.empty")}
          how={
            <Link to="/reviews/$id/extraction" params={{ id }}>
              {say("extraction.title")}
            </Link>
          }
        />
      ) : (
        <>
          <MatrixFilters matrix={matrix} form={form} />
          <p role="status">{say("matrix.found", { count: matrix.total })}</p>
          {matrix.total === 0 ? (
            <EmptyState
              what={say("matrix.noneFound")}
              how={<StateLink search={() => ({})}>{say("matrix.all")}</StateLink>}
            />
          ) : (
            <RowsTable
              form={form}
              rows={[...byRow.keys()]}
              beforeTitle={say("col.report")}
              before={(row) => {
                const one = byRow.get(row);
                return one ? (
                  <Link
                    to="/reviews/$id/extraction/$record"
                    params={{ id, record: one.record }}
                    search={{ row: row.row, view: "text" }}
                    title={one.title}
                  >
                    {one.record}
                  </Link>
                ) : null;
              }}
              actions={(row) =>
                row.anchor ? (
                  <Link
                    to="/evidence/reports/$sha256"
                    params={{ sha256: row.anchor.source }}
                    search={(row.anchor.passage ? { passage: row.anchor.passage } : {}) as never}
                  >
                    {say("matrix.toText")}
                  </Link>
                ) : null
              }
            />
          )}
          <p className={style["line"]}>
            {page > 1 ? (
              <StateLink search={(state) => ({ ...state, page: page - 1 })}>{say("matrix.before")}</StateLink>
            ) : null}
            {page * pageSize < matrix.total ? (
              <StateLink search={(state) => ({ ...state, page: page + 1 })}>{say("matrix.after")}</StateLink>
            ) : null}
            {matrix.total > pageSize
              ? say("matrix.page", { page: format.number(page), pages: Math.ceil(matrix.total / pageSize) })
              : null}
          </p>
        </>
      )}
      <p className={style["line"]}>
        {(["csv", "xlsx", "json"] as const).map((type) => (
          <a key={type} href={`${addressOf(routes.downloadExtraction, { id })}?format=${type}`} download>
            {say("matrix.download", { type: type.toUpperCase() })}
          </a>
        ))}
        {holds(review, "reviewer")
          ? (["csv", "xlsx", "json"] as const).map((type) => (
              <a
                key={`mine-${type}`}
                href={`${addressOf(routes.downloadExtraction, { id })}?format=${type}&rows=mine`}
                download
              >
                {say("matrix.downloadMine", { type: type.toUpperCase() })}
              </a>
            ))
          : null}
      </p>
    </>
  );
}
