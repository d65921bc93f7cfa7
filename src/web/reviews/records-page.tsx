import { getRouteApi } from "@tanstack/react-router";
import { type CallReply, routes } from "#contract";
import { matrixFields } from "#records";
import { useApi } from "../api.ts";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { Section } from "../shared/page.tsx";
import { PagesOf } from "../shared/pages-of.tsx";
import { SearchField } from "../shared/search-field.tsx";
import { StateLink } from "../shared/state-link.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import { AddRecords } from "./records/add-records.tsx";
import { LookAlikes } from "./records/look-alikes.tsx";
import { useMatrixWord } from "./records/matrix-words.ts";
import { RecordDetails } from "./records/record-details.tsx";
import { holds, type Review, ReviewFrame } from "./review-frame.tsx";
import style from "./reviews.module.css";
import { WideTable } from "./wide-table.tsx";

const route = getRouteApi("/reviews/$id/records");
const pageSize = 50;
const views = ["list", "matrix", "searches", "look-alikes"] as const;
type Found = CallReply<typeof routes.reviewRecords>;

/** The stack of a review: what was found where, twice or once, and how more comes in. */
export function RecordsPage() {
  const say = useWords("reviews");
  const { id } = route.useParams();
  return (
    <ReviewFrame id={id} title={say("records.title")} lead={say("records.lead")}>
      {(review) => <Records review={review} />}
    </ReviewFrame>
  );
}

function Records({ review }: { readonly review: Review }) {
  const say = useWords("reviews");
  const { view } = route.useSearch();
  const owner = holds(review, "owner");
  const isEmpty = review.counts.searches === 0;
  return (
    <>
      {isEmpty ? (
        <EmptyState
          what={say("records.empty")}
          how={say(owner ? "records.emptyHowOwner" : "records.emptyHow")}
        />
      ) : (
        <WhatIsHere review={review} />
      )}
      {/* In one place whether or not anything is here yet, so that the first search tells what it added. */}
      {owner && (isEmpty || view === "searches") ? <AddRecords review={review} /> : null}
    </>
  );
}

/** What is here already, in one of its views. */
function WhatIsHere({ review }: { readonly review: Review }) {
  const say = useWords("reviews");
  const { q, page = 1, record, show, view = "list" } = route.useSearch();
  const navigate = route.useNavigate();
  const answer = useApi(
    routes.reviewRecords,
    { params: { id: review.id }, query: { q, show, limit: pageSize, offset: (page - 1) * pageSize } },
    { keep: true },
  );
  return (
    <>
      <ul className={style["views"]} data-print="hide">
        {views.map((one) => (
          <li key={one}>
            <StateLink
              search={(former) => ({ ...former, view: one === "list" ? undefined : one, page: undefined })}
              current={one === view}
            >
              {say(`records.view.${one}`)}
            </StateLink>
          </li>
        ))}
      </ul>
      <Answered answer={answer} lines={10}>
        {(found) =>
          view === "look-alikes" ? (
            <LookAlikes review={review} />
          ) : view === "searches" ? (
            <Searches found={found} />
          ) : (
            <>
              <SearchField
                label={say("records.find")}
                button={say("records.findButton")}
                value={q ?? ""}
                onSearch={(typed) =>
                  navigate({ search: (former) => ({ ...former, q: typed || undefined, page: undefined }) })
                }
              />
              <p className={style["line"]}>
                <span role="status">{say("records.count", { count: found.total })}</span>
                {([undefined, "all", "duplicates", "no-abstract"] as const).map((one) => (
                  <StateLink
                    key={one ?? "counted"}
                    search={(former) => ({ ...former, show: one, page: undefined })}
                    current={one === show}
                  >
                    {say(`records.show.${one ?? "counted"}`)}
                  </StateLink>
                ))}
              </p>
              {record ? <RecordDetails review={review} record={record} /> : null}
              {found.total === 0 ? (
                <EmptyState
                  what={say("records.none")}
                  how={
                    <StateLink search={(former) => ({ ...former, q: undefined, show: undefined })}>
                      {say("records.noneHow")}
                    </StateLink>
                  }
                />
              ) : view === "matrix" ? (
                <Matrix found={found} />
              ) : (
                <List found={found} />
              )}
              <PagesOf total={found.total} size={pageSize} page={page} />
            </>
          )
        }
      </Answered>
    </>
  );
}

function List({ found }: { readonly found: Found }) {
  const say = useWords("reviews");
  return (
    <ol className={style["plain"]}>
      {found.records.map((record) => (
        <li key={record.id} className={style["entry"]}>
          <StateLink search={(former) => ({ ...former, record: record.id })}>
            <strong>{record.id}</strong> {record.title || say("records.untitled")}
          </StateLink>
          <p className={style["hint"]}>
            {[
              record.authors.slice(0, 3).join("; ") + (record.authors.length > 3 ? " …" : ""),
              record.year,
              record.container,
              record.duplicateOf ? say("records.duplicateOf", { id: record.duplicateOf }) : null,
              record.project
                ? say("records.inProject", {
                    project: record.project,
                    role: say(`role.${record.role ?? "primary"}`),
                  })
                : null,
              record.earlier ? say("records.earlier", { verdict: record.earlier.verdict }) : null,
            ]
              .filter(Boolean)
              .join(" · ")}
          </p>
        </li>
      ))}
    </ol>
  );
}

/** The matrix of the short list; a cell that the source leaves open says so. */
function Matrix({ found }: { readonly found: Found }) {
  const say = useWords("reviews");
  const word = useMatrixWord();
  return (
    <WideTable label={say("records.view.matrix")}>
      <table>
        <caption className="visually-hidden">{say("records.view.matrix")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("records.report")}</th>
            {matrixFields.map((field) => (
              <th key={field} scope="col">
                {say(`matrix.${field}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {found.records.map((record) => (
            <tr key={record.id}>
              <th scope="row">
                <StateLink search={(former) => ({ ...former, record: record.id })}>
                  {record.foreignId ?? record.id}
                </StateLink>
              </th>
              {matrixFields.map((field) => (
                <td key={field}>
                  {word(field, record.matrix[field]) ?? (
                    <span className={style["hint"]}>{say("notStated")}</span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}

function Searches({ found }: { readonly found: Found }) {
  const say = useWords("reviews");
  const format = useFormat();
  // Which search brought which record may be unknown: then no search has any.
  const isUnknown = found.total > 0 && found.searches.every(({ records }) => records === 0);
  return (
    <Section title={say("searches.title")} note={say("searches.note")}>
      <WideTable label={say("searches.title")}>
        <table>
          <thead>
            <tr>
              {(["name", "kind", "query", "date", "hits", "records", "duplicates"] as const).map((column) => (
                <th key={column} scope="col">
                  {say(`searches.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.searches.map((search) => (
              <tr key={search.id}>
                <th scope="row">
                  {search.name}
                  {search.file ? (
                    <p className={style["hint"]}>{`${search.file.name} (${search.file.format})`}</p>
                  ) : null}
                  {search.note ? <p className={style["hint"]}>{search.note}</p> : null}
                </th>
                <td>{say(`sourceKind.${search.kind}`)}</td>
                <td>{search.query === null ? say("notStated") : <code>{search.query}</code>}</td>
                <td>{search.date ?? say("notStated")}</td>
                <td className={style["number"]}>
                  {search.hits === null ? say("notStated") : format.number(search.hits)}
                </td>
                <td className={style["number"]}>
                  {isUnknown ? say("notStated") : format.number(search.records)}
                </td>
                <td className={style["number"]}>
                  {isUnknown ? say("notStated") : format.number(search.duplicates)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </Section>
  );
}
