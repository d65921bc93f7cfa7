import list from "../shared/lists.module.css";
// One frame for both rooms that are searched: filters beside, what is set above, the result, what to do when
// there is none.

import type { ReactNode } from "react";
import { PagesOf } from "../shared/pages-of.tsx";
import type { Counts } from "./facet-counts.ts";
import { SearchFacets, SetFilters, type useShownFacets } from "./search-facets.tsx";
import type { FilterState, SearchRoom } from "./search-filters.ts";
import { NothingFound } from "./search-none.tsx";
import { Approximate, SearchTools, SortChoice, Understood } from "./search-tools.tsx";

export function SearchResult(props: {
  readonly room: SearchRoom;
  readonly text: string;
  readonly state: FilterState & { readonly sort?: string | undefined; readonly page?: number | undefined };
  readonly query: Readonly<Record<string, unknown>>;
  readonly found: {
    readonly total: number;
    readonly more?: boolean;
    readonly ranked?: number;
    readonly understood: string;
    readonly facets: Counts;
  };
  readonly count: string;
  readonly shownFacets: ReturnType<typeof useShownFacets>;
  readonly pageSize: number;
  readonly refreshing: boolean;
  readonly children: ReactNode;
}) {
  const { room, state, text, query, found } = props;
  return (
    <div className={list["split"]}>
      <SearchFacets room={room} state={state} facets={found.facets} shown={props.shownFacets} />
      <div className={`${list["result"]} ${props.refreshing ? list["refreshing"] : ""}`}>
        <p className={list["count"]} role="status">
          <strong>{props.count}</strong>
        </p>
        <Understood typed={text} understood={found.understood} />
        <SetFilters state={state} room={room} />
        {found.total === 0 ? (
          <NothingFound room={room} text={text} query={query} />
        ) : (
          <>
            <SortChoice sort={state.sort} />
            <Approximate total={found.total} more={found.more ?? false} ranked={found.ranked ?? 0} />
            {props.children}
          </>
        )}
        <PagesOf total={found.total} size={props.pageSize} page={state.page ?? 1} />
        <SearchTools room={room} query={query} total={found.total} />
      </div>
    </div>
  );
}
