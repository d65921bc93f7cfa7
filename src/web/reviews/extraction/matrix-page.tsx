import { Button, NativeSelect, TextInput } from "@mantine/core";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { addressOf, type CallReply, routes } from "#contract";
import type { ExtractionForm, ExtractionRow } from "#records";
import { useApi } from "../../api.ts";
import { useFormat } from "../../format.ts";
import { useWords } from "../../i18n.ts";
import { StateLink } from "../../shared/state-link.tsx";
import { Answered, EmptyState } from "../../shared/states.tsx";
import style from "../appraisal/appraisal.module.css";
import { ExtractionNav } from "../appraisal/bench-nav.tsx";
import { useWording } from "../appraisal/wording.ts";
import { holds, type Review, ReviewFrame } from "../review-frame.tsx";
import { ImportRows } from "./import-rows.tsx";
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
          <Filters matrix={matrix} form={form} />
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

function Filters({ matrix, form }: { readonly matrix: Matrix; readonly form: ExtractionForm }) {
  const say = useWords("review-appraisal");
  const word = useWording();
  const navigate = useNavigate();
  const { id } = route.useParams();
  const search = route.useSearch();
  const { where = [], record, q } = search;
  const [words, setWords] = useState(q ?? "");
  const go = (next: object) =>
    void navigate({
      to: "/reviews/$id/extraction/matrix",
      params: { id },
      search: { ...search, page: undefined, ...next } as never,
    });
  const chosen = (field: string) =>
    where.find((one) => one.startsWith(`${field}:`))?.slice(field.length + 1) ?? "";
  const nameOf = (field: ExtractionForm["fields"][number], key: string) => {
    if (key === "empty") return say("missing.empty");
    const option = field.options.find((one) => one.id === key);
    if (option) return word(option.label);
    return field.kind === "yes-no" && (key === "yes" || key === "no") ? say(key) : say(`missing.${key}`);
  };
  return (
    <form
      className={style["box"]}
      aria-label={say("matrix.filters")}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        go({ q: words.trim() || undefined });
      }}
    >
      <div className={style["side"]}>
        <TextInput
          label={say("matrix.words")}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <NativeSelect
          label={say("col.report")}
          value={record ?? ""}
          onChange={(event) => go({ record: event.currentTarget.value || undefined })}
          data={[
            { value: "", label: say("matrix.any") },
            ...Object.entries(matrix.titles).map(([value, title]) => ({ value, label: `${value} ${title}` })),
          ]}
        />
        {form.fields.map((field) => {
          const counts = matrix.counts[field.id];
          if (!counts) return null;
          const keys = [...new Set([...Object.keys(counts), chosen(field.id)])].filter(Boolean);
          return (
            <NativeSelect
              key={field.id}
              label={word(field.label)}
              value={chosen(field.id)}
              onChange={(event) => {
                const { value } = event.currentTarget;
                const others = where.filter((one) => !one.startsWith(`${field.id}:`));
                const next = value === "" ? others : [...others, `${field.id}:${value}`];
                go({ where: next.length > 0 ? next : undefined });
              }}
              data={[
                { value: "", label: say("matrix.any") },
                ...keys.map((key) => ({ value: key, label: `${nameOf(field, key)} (${counts[key] ?? 0})` })),
              ]}
            />
          );
        })}
      </div>
      <p className={style["line"]}>
        <Button type="submit" variant="default" size="compact-md">
          {say("matrix.find")}
        </Button>
        {where.length > 0 || record !== undefined || q !== undefined ? (
          <StateLink search={() => ({})}>{say("matrix.all")}</StateLink>
        ) : null}
      </p>
    </form>
  );
}
