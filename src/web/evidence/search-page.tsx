import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { routes } from "#contract";
import { useApi } from "../api.ts";
import { useFormat } from "../format.ts";
import { CountrySuggestions } from "../home/country-suggestions.tsx";
import { useWords } from "../i18n.ts";
import { Page } from "../shared/page.tsx";
import { SearchField } from "../shared/search-field.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import { OtherHits } from "./other-hits.tsx";
import { PassageHits } from "./passage-hits.tsx";
import { SavedSearches } from "./saved-searches.tsx";
import { useShownFacets } from "./search-facets.tsx";
import { type FacetName, filterQuery, setFilters, valuesIn } from "./search-filters.ts";
import { SearchHelp } from "./search-help.tsx";
import { SearchResult } from "./search-result.tsx";

const route = getRouteApi("/evidence/search");
const pageSize = 20;

export function SearchPage() {
  const say = useWords("evidence");
  const ask = useWords("search");
  const format = useFormat();
  const state = route.useSearch();
  const navigate = useNavigate();
  const shown = useShownFacets(state, "passages");
  const q = state.q ?? "";
  const query = { q, ...filterQuery(state, "passages"), sort: state.sort };
  // The counts of a field a filter is set on leave that filter aside: each is a search of its own, and comes
  // after the hits.
  const isChosen = (name: FacetName) => valuesIn(state, name).length > 0;
  const aside = useApi(
    routes.searchPassages,
    { query: { ...query, sort: undefined, facets: shown.names.filter(isChosen), limit: 0 } },
    { keep: true, when: shown.names.some(isChosen) },
  );
  const answer = useApi(
    routes.searchPassages,
    {
      query: {
        ...query,
        facets: shown.names.filter((name) => !isChosen(name)),
        limit: pageSize,
        offset: ((state.page ?? 1) - 1) * pageSize,
      },
    },
    { keep: true },
  );
  const isAsked = q !== "" || setFilters(state, "passages").length > 0;

  return (
    <Page
      title={q ? say("search.titleFor", { query: q }) : say("search.title")}
      lead={q ? undefined : say("search.lead")}
    >
      <SearchField
        label={say("search.label")}
        button={say("search.button")}
        value={q}
        onSearch={(typed) =>
          navigate({ to: "/evidence/search", search: { ...state, q: typed || undefined, page: undefined } })
        }
      />
      <SearchHelp />
      <SavedSearches />
      <CountrySuggestions typed={q} />
      <OtherHits query={q} />
      <Answered answer={answer} lines={12}>
        {(found) =>
          found.total === 0 && !isAsked ? (
            <EmptyState what={say("search.empty")} how={<Link to="/desk">{say("search.emptyHow")}</Link>} />
          ) : (
            <SearchResult
              room="passages"
              text={q}
              state={state}
              query={query}
              found={{ ...found, facets: { ...found.facets, ...aside.value?.facets } }}
              count={
                found.more
                  ? ask("count.passagesMore", { shown: format.number(found.total) })
                  : ask("count.passages", { count: found.total, shown: format.number(found.total) })
              }
              shownFacets={shown}
              pageSize={pageSize}
              refreshing={answer.refreshing}
            >
              <PassageHits hits={found.hits} />
            </SearchResult>
          )
        }
      </Answered>
    </Page>
  );
}
