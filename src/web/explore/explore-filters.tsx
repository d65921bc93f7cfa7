// The filters beside the result, each value with the observations it would give.

import { NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { folded } from "../folded.ts";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { type FacetItem, FacetList, Facets } from "../shared/facet-list.tsx";
import { SetFilters } from "../shared/set-filters.tsx";
import type { ExploreFacets } from "./answers.ts";
import style from "./explore.module.css";
import type { Labels } from "./labels.ts";
import { type ExploreState, type ListFilter, turned, unfiltered, valuesIn } from "./search-params.ts";

type Counted = readonly { readonly value: string; readonly count: number | null }[];

/** Longer lists get a field to look for a value in. */
const mostWithoutField = 12;

export function ExploreFilters({
  state,
  facets,
  labels,
  change,
}: {
  readonly state: ExploreState;
  readonly facets: ExploreFacets;
  readonly labels: Labels;
  readonly change: (part: Partial<ExploreState>) => void;
}) {
  const say = useWords("explore");
  const { facets: counts } = facets;
  const collator = new Intl.Collator(useLanguage());
  const titles = new Map(counts.release.map(({ value, title }) => [value, title]));
  const list = (name: ListFilter, title: string, counted: Counted, order?: readonly string[]) => (
    <ValueList
      key={title}
      name={name}
      title={title}
      state={state}
      counted={order ? inOrder(counted, order) : counted}
      label={(value) =>
        name === "release" && titles.has(value) ? `${titles.get(value)}, ${value}` : labels.of(name, value)
      }
    />
  );
  const byName = (counted: Counted, name: ListFilter) =>
    [...counted].sort((a, b) => collator.compare(labels.of(name, a.value), labels.of(name, b.value)));
  return (
    <Facets label={say("filters")}>
      {list("release", say("filter.release"), counts.release)}
      <p className={style["hint"]}>{state.release ? null : say("filter.newest")}</p>
      {list(
        "indicator",
        say("filter.indicator"),
        labels.indicators.ordered(counts.indicator, ({ value }) => value),
      )}
      {list("region", say("filter.region"), counts.region)}
      {list("area", say("filter.area"), byName(counts.area, "area"))}
      <Years state={state} counted={counts.year} change={change} />
      {list("sex", say("filter.sex"), counts.sex, ["T", "F", "M", "O"])}
      {Object.entries(counts.by).map(([dimension, counted]) =>
        list(
          "by",
          dimension,
          counted.map(({ value, count }) => ({ value: `${dimension}:${value}`, count })),
        ),
      )}
      {list("source", say("filter.source"), counts.source)}
    </Facets>
  );
}

const inOrder = (counted: Counted, order: readonly string[]): Counted => {
  const place = (value: string) => (order.includes(value) ? order.indexOf(value) : order.length);
  return [...counted].sort((a, b) => place(a.value) - place(b.value));
};

function ValueList({
  name,
  title,
  state,
  counted,
  label,
}: {
  readonly name: ListFilter;
  readonly title: string;
  readonly state: ExploreState;
  readonly counted: Counted;
  readonly label: (value: string) => string;
}) {
  const say = useWords("explore");
  const [sought, setSought] = useState("");
  const chosen = valuesIn(state, name).filter((value) => name !== "by" || value.startsWith(`${title}:`));
  // What is chosen and would give nothing stays in sight, or it could not be taken away.
  const all: Counted = [
    ...chosen
      .filter((value) => !counted.some((one) => one.value === value))
      .map((value) => ({ value, count: 0 })),
    ...counted,
  ];
  if (all.length === 0 || (all.length === 1 && chosen.length === 0)) return null;
  const fits = (value: string) => folded(`${label(value)} ${value}`).includes(folded(sought.trim()));
  const items: FacetItem[] = all
    .filter(({ value }) => sought.trim() === "" || chosen.includes(value) || fits(value))
    .map(({ value, count }) => ({
      value,
      label: name === "by" ? value.slice(title.length + 1) || say("filter.without") : label(value),
      count,
      selected: chosen.includes(value),
    }));
  return (
    <div className={style["filter"]}>
      <FacetList title={title} items={items} turned={(item) => turned(state, name, item.value ?? "")} />
      {all.length > mostWithoutField ? (
        <TextInput
          size="xs"
          type="search"
          aria-label={say("filter.look", { what: title })}
          placeholder={say("filter.look", { what: title })}
          value={sought}
          onChange={(event) => setSought(event.currentTarget.value)}
        />
      ) : null}
      {items.length === 0 ? (
        <p className={style["hint"]}>{say("filter.noneFits", { text: sought })}</p>
      ) : null}
    </div>
  );
}

function Years({
  state,
  counted,
  change,
}: {
  readonly state: ExploreState;
  readonly counted: Counted;
  readonly change: (part: Partial<ExploreState>) => void;
}) {
  const say = useWords("explore");
  const format = useFormat();
  const select = (name: "from" | "to") => (
    <NativeSelect
      size="xs"
      label={say(`filter.${name}`)}
      value={state[name] ?? ""}
      onChange={(event) => {
        const year = event.currentTarget.value;
        change({ [name]: year === "" ? undefined : Number(year), page: undefined, columns: undefined });
      }}
    >
      <option value="">{say("filter.anyYear")}</option>
      {state[name] !== undefined && !counted.some(({ value }) => Number(value) === state[name]) ? (
        <option value={state[name]}>{state[name]}</option>
      ) : null}
      {counted.map(({ value, count }) => (
        <option key={value} value={value}>
          {`${value} (${format.number(count ?? 0)})`}
        </option>
      ))}
    </NativeSelect>
  );
  return (
    <fieldset className={style["years"]}>
      <legend>{say("filter.years")}</legend>
      {select("from")}
      {select("to")}
    </fieldset>
  );
}

/** Every filter that is set, each with a way to take it away. */
export function ChosenFilters({ state, labels }: { readonly state: ExploreState; readonly labels: Labels }) {
  const say = useWords("explore");
  const names = ["release", "indicator", "region", "area", "sex", "by", "source"] as const;
  const lists = names.flatMap((name) =>
    valuesIn(state, name).map((value) => ({
      name: name === "by" ? value.split(":")[0]! : say(`filter.${name}`),
      value: name === "by" ? value.slice(value.indexOf(":") + 1) : labels.of(name, value),
      without: turned(state, name, value),
    })),
  );
  const years = (["from", "to"] as const).flatMap((name) =>
    state[name] === undefined
      ? []
      : [{ name: say(`filter.${name}`), value: `${state[name]}`, without: { ...state, [name]: undefined } }],
  );
  return <SetFilters filters={[...lists, ...years]} unfiltered={unfiltered(state)} />;
}
