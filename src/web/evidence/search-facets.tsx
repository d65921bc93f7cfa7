// The filters beside a result, and those that are set above it.

import { useState } from "react";
import { areaName } from "#kernel";
import { useLanguage, useWords } from "../i18n.ts";
import { FacetList, Facets } from "../shared/facet-list.tsx";
import { SetFilters as Shown } from "../shared/set-filters.tsx";
import { type Counts, facetItems, isTelling } from "./facet-counts.ts";
import style from "./search.module.css";
import {
  allFacets,
  type FacetName,
  type FilterState,
  firstFacets,
  type SearchRoom,
  setFilters,
  turned,
  unfiltered,
  valuesIn,
} from "./search-filters.ts";
import { notStatedOf } from "./search-params.ts";
import { type TermArea, termKey } from "./term-keys.ts";

/** How a value reads: names of areas, words for codes, themes and donors as they stand. */
export function useValueLabel(): (name: FacetName, value: string) => string {
  const say = useWords("search");
  const term = useWords("terms");
  const language = useLanguage();
  return (name, value) => {
    if (value === notStatedOf(name)) return term("notStated");
    switch (name) {
      case "country":
        return areaName(value, language);
      case "status":
        return say(`status.${value}`);
      case "branch":
        return say(`branch.${value}`);
      case "criterion":
        return say(`criterion.${value}`);
      case "response":
        return say(`response.${value}`);
      case "origin":
        return say(`origin.${value}`);
      case "year":
      case "sdg":
      case "theme":
      case "donor":
        return value;
      default:
        return term(termKey(name as TermArea, value));
    }
  };
}

/** Which fields are counted: those in view, and those a filter is set on. */
export function useShownFacets(state: FilterState, room: SearchRoom) {
  const [wide, setWide] = useState(false);
  const hidden = allFacets(room).filter((name) => !firstFacets(room).includes(name));
  const isWide = wide || hidden.some((name) => valuesIn(state, name).length > 0);
  const names = isWide ? allFacets(room) : firstFacets(room);
  return { names: names as readonly never[], isWide, widen: () => setWide(true) };
}

export function SearchFacets(props: {
  readonly room: SearchRoom;
  readonly state: FilterState;
  readonly facets: Counts;
  readonly shown: ReturnType<typeof useShownFacets>;
}) {
  const say = useWords("search");
  const label = useValueLabel();
  return (
    <Facets label={say("filters")}>
      {props.shown.names.map((name: FacetName) => {
        const items = facetItems(
          name,
          valuesIn(props.state, name),
          // Not there yet: the values that are set stand without a count.
          props.facets[name] === undefined ? undefined : props.facets,
          undefined,
          (value) => label(name, value),
          notStatedOf(name),
        );
        return isTelling(items) ? (
          <FacetList
            key={name}
            title={say(`facet.${name}`)}
            items={items}
            turned={(item) => turned(props.state, name, item.value ?? notStatedOf(name))}
          />
        ) : null;
      })}
      {props.shown.isWide ? null : (
        <button type="button" className={style["more"]} onClick={props.shown.widen}>
          {say("filters.more")}
        </button>
      )}
    </Facets>
  );
}

/** Every filter that is set, each with a way to take it away. */
export function SetFilters({ state, room }: { readonly state: FilterState; readonly room: SearchRoom }) {
  const say = useWords("search");
  const label = useValueLabel();
  const set = setFilters(state, room);
  return (
    <Shown
      filters={set.map(({ name, value }) => ({
        name: say(`facet.${name}`),
        value: label(name, value),
        without: turned(state, name, value),
      }))}
      unfiltered={unfiltered(state, room)}
    />
  );
}
