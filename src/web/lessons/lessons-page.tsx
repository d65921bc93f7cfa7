import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { addressOf, routes } from "#contract";
import { useApi } from "../api.ts";
import { facetItems, isTelling } from "../evidence/facet-counts.ts";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { FacetList, Facets } from "../shared/facet-list.tsx";
import list from "../shared/lists.module.css";
import { Page } from "../shared/page.tsx";
import { PagesOf } from "../shared/pages-of.tsx";
import { SearchField } from "../shared/search-field.tsx";
import { SetFilters as Shown } from "../shared/set-filters.tsx";
import { StateLink } from "../shared/state-link.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import { LessonCard } from "./lesson-card.tsx";
import { notStated, useLessonLabel } from "./lesson-labels.ts";
import { type LessonsState, lessonFacetNames, lessonQuery, turned, unfiltered } from "./search-params.ts";

const route = getRouteApi("/evidence/lessons");
const pageSize = 25;
const sorts = ["newest", "oldest", "added"] as const;
const formats = ["csv", "xlsx", "json"] as const;

/** What was learned: by branch, region, group of people and factor. */
export function LessonsPage() {
  const say = useWords("lessons");
  const format = useFormat();
  const state = route.useSearch() as LessonsState;
  const navigate = useNavigate();
  const query = lessonQuery(state);
  const answer = useApi(
    routes.listLessons,
    { query: { ...query, limit: pageSize, offset: ((state.page ?? 1) - 1) * pageSize } as never },
    { keep: true },
  );
  const isAsked = Object.keys(query).some((name) => name !== "sort");
  return (
    <Page title={say("title")} lead={say("lead")}>
      <SearchField
        label={say("search.label")}
        button={say("search.button")}
        value={state.text ?? ""}
        onSearch={(typed) =>
          navigate({
            to: "/evidence/lessons",
            search: { ...state, text: typed || undefined, page: undefined },
          })
        }
      />
      <Answered answer={answer} lines={12}>
        {(found) =>
          found.total === 0 && !isAsked ? (
            <EmptyState what={say("empty")} how={<Link to="/desk">{say("emptyHow")}</Link>} />
          ) : (
            <div className={list["split"]}>
              <LessonFacets state={state} facets={found.facets} />
              <div
                className={`${list["result"]} ${answer.refreshing ? list["refreshing"] : ""}`}
                aria-busy={answer.refreshing}
              >
                <p className={list["count"]} role="status">
                  <strong>{say("count", { count: found.total, shown: format.number(found.total) })}</strong>
                </p>
                <SetFilters state={state} />
                {found.total === 0 ? (
                  <EmptyState
                    what={say("none")}
                    how={<StateLink search={() => unfiltered(state)}>{say("noneHow")}</StateLink>}
                  />
                ) : (
                  <>
                    <p className={list["line"]}>
                      <span>{say("sort.label")}</span>
                      {sorts.map((one) => (
                        <StateLink
                          key={one}
                          search={(former) => ({
                            ...former,
                            sort: one === "newest" ? undefined : one,
                            page: undefined,
                          })}
                          current={one === (state.sort ?? "newest")}
                        >
                          {say(`sort.${one}`)}
                        </StateLink>
                      ))}
                    </p>
                    <ul className={list["plain"]}>
                      {found.lessons.map((lesson) => (
                        <LessonCard key={lesson.id} lesson={lesson} />
                      ))}
                    </ul>
                  </>
                )}
                <PagesOf total={found.total} size={pageSize} page={state.page ?? 1} />
                {found.total === 0 ? null : <TakeOut query={query} />}
              </div>
            </div>
          )
        }
      </Answered>
    </Page>
  );
}

function LessonFacets(props: {
  readonly state: LessonsState;
  readonly facets: Readonly<
    Record<string, readonly { readonly value: string | null; readonly count: number }[]>
  >;
}) {
  const say = useWords("lessons");
  const label = useLessonLabel();
  return (
    <Facets label={say("filters")}>
      {lessonFacetNames.map((name) => {
        const items = facetItems(
          name,
          (props.state[name] ?? []) as readonly string[],
          props.facets,
          undefined,
          (value) => label(name, value),
          notStated,
        );
        return isTelling(items) ? (
          <FacetList
            key={name}
            title={say(`facet.${name}`)}
            items={items}
            turned={(item) => turned(props.state, name, item.value ?? notStated)}
          />
        ) : null;
      })}
    </Facets>
  );
}

/** Every filter that is set, each with a way to take it away. */
function SetFilters({ state }: { readonly state: LessonsState }) {
  const say = useWords("lessons");
  const label = useLessonLabel();
  const set = lessonFacetNames.flatMap((name) =>
    ((state[name] ?? []) as readonly string[]).map((value) => ({ name, value })),
  );
  return (
    <Shown
      filters={[
        ...(state.evaluation === undefined
          ? []
          : [
              {
                name: say("facet.evaluation"),
                value: state.evaluation,
                without: { ...state, evaluation: undefined, page: undefined },
              },
            ]),
        ...set.map(({ name, value }) => ({
          name: say(`facet.${name}`),
          value: label(name, value),
          without: turned(state, name, value),
        })),
      ]}
      unfiltered={unfiltered(state)}
    />
  );
}

function TakeOut({ query }: { readonly query: Readonly<Record<string, unknown>> }) {
  const say = useWords("lessons");
  const language = useLanguage();
  return (
    <p className={list["line"]} data-print="hide">
      <span>{say("download")}</span>
      {formats.map((format) => (
        <a
          key={format}
          href={addressOf(routes.downloadLessons, {}, { ...query, format, in: language } as never)}
          download
        >
          {format.toUpperCase()}
        </a>
      ))}
      <span>{say("downloadNote")}</span>
    </p>
  );
}
