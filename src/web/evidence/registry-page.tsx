import { useMediaQuery } from "@mantine/hooks";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { routes } from "#contract";
import { useApi, useSession } from "../api.ts";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { Page } from "../shared/page.tsx";
import { SearchField } from "../shared/search-field.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import { EvaluationCards, EvaluationTable } from "./evaluation-list.tsx";
import { SavedSearches } from "./saved-searches.tsx";
import { useShownFacets } from "./search-facets.tsx";
import { filterQuery, setFilters } from "./search-filters.ts";
import { SearchHelp } from "./search-help.tsx";
import { SearchResult } from "./search-result.tsx";

const route = getRouteApi("/evidence");
const pageSize = 50;

export function RegistryPage() {
  const say = useWords("evidence");
  const ask = useWords("search");
  const edit = useWords("registry");
  const { may } = useSession();
  const format = useFormat();
  const state = route.useSearch();
  const navigate = useNavigate();
  const wide = useMediaQuery("(min-width: 62em)", true, { getInitialValueInEffect: false });
  const shown = useShownFacets(state, "evaluations");
  const text = state.text ?? "";
  const query = { text, ...filterQuery(state, "evaluations"), sort: state.sort };
  const answer = useApi(
    routes.listEvaluations,
    { query: { ...query, facets: shown.names, limit: pageSize, offset: ((state.page ?? 1) - 1) * pageSize } },
    { keep: true },
  );
  const isAsked = text !== "" || setFilters(state, "evaluations").length > 0;

  return (
    <Page title={say("registry.title")} lead={say("registry.lead")}>
      <SearchField
        label={say("registry.filter")}
        button={say("registry.filterButton")}
        value={text}
        onSearch={(typed) =>
          navigate({ to: "/evidence", search: { ...state, text: typed || undefined, page: undefined } })
        }
      />
      <p>
        <Link to="/evidence/search" search={text === "" ? {} : { q: text }}>
          {say("registry.toPassages")}
        </Link>{" "}
        · <Link to="/evidence/lessons">{say("registry.toLessons")}</Link>
        {" · "}
        <Link to="/evidence/recommendations">{say("registry.toRecommendations")}</Link>
      </p>
      <SearchHelp />
      <SavedSearches />
      {may(routes.editEvaluations) && isAsked ? (
        <p>
          <Link to="/evidence/bulk" search={state}>
            {edit("bulk.toHere")}
          </Link>
        </p>
      ) : null}
      <Answered answer={answer} lines={12}>
        {(found) =>
          found.total === 0 && !isAsked ? (
            <EmptyState
              what={say("registry.empty")}
              how={<Link to="/evidence/import-table">{say("registry.emptyHow")}</Link>}
            />
          ) : (
            <SearchResult
              room="evaluations"
              text={text}
              state={state}
              query={query}
              found={found}
              count={ask("count.evaluations", { count: found.total, shown: format.number(found.total) })}
              shownFacets={shown}
              pageSize={pageSize}
              refreshing={answer.refreshing}
            >
              {wide ? (
                <EvaluationTable evaluations={found.evaluations} />
              ) : (
                <EvaluationCards evaluations={found.evaluations} />
              )}
            </SearchResult>
          )
        }
      </Answered>
    </Page>
  );
}
