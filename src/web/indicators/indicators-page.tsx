import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { type CallReply, routes } from "#contract";
import { formIds, indicatorRoles, securityLevelName, securityLevels } from "#securities";
import { useApi, useSession } from "../api.ts";
import { FactTable } from "../charts/fact-table.tsx";
import { folded } from "../folded.ts";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { formName, inLanguage, roleName } from "../indexes/names.ts";
import { codeText } from "../indexes/rating-text.ts";
import { FacetList, Facets } from "../shared/facet-list.tsx";
import list from "../shared/lists.module.css";
import { Page, Section } from "../shared/page.tsx";
import { SearchField } from "../shared/search-field.tsx";
import { SetFilters } from "../shared/set-filters.tsx";
import { StateLink } from "../shared/state-link.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import { IndicatorForm } from "./indicator-form.tsx";
import {
  filteredIndicators,
  type IndicatorFacet,
  type IndicatorsState,
  indicatorFacets,
  turned,
} from "./search-params.ts";
import "../charts/facts.css";

const address = getRouteApi("/indicators");

type Indicator = CallReply<typeof routes.listIndicators>[number];
type Data = CallReply<typeof routes.indicatorData>[number];

/** What is measured: the catalogue of indicators, filters first, with what the newest releases hold of each. */
export function IndicatorsPage() {
  const say = useWords("indicators");
  const catalogue = useApi(routes.listIndicators, {});
  const data = useApi(routes.indicatorData, {});
  const { may } = useSession();
  return (
    <Page title={say("title")} lead={say("lead")}>
      <p>
        <Link to="/selections">{say("toSelections")}</Link>
      </p>
      <Answered answer={catalogue} lines={12}>
        {(indicators) => <Catalogue indicators={indicators} data={data.value ?? null} />}
      </Answered>
      {may(routes.addIndicators) ? (
        <Section title={say("add.heading")} note={say("add.note")}>
          <IndicatorForm record={null} />
        </Section>
      ) : null}
    </Page>
  );
}

function Catalogue({ indicators, data }: { indicators: readonly Indicator[]; data: readonly Data[] | null }) {
  const say = useWords("indicators");
  const sayChart = useWords("charts");
  const language = useLanguage();
  const format = useFormat();
  const state = address.useSearch() as IndicatorsState;
  const navigate = useNavigate();
  const held = new Map((data ?? []).map((one) => [one.indicator, one]));
  const hasData = (id: string) => (held.get(id)?.values ?? 0) > 0;
  const all = indicators.map((one) => ({
    one,
    id: one.id,
    words: folded(`${one.id} ${Object.values(one.label).join(" ")}`),
    facets: {
      form: [one.form],
      group: [one.group],
      level: [one.level],
      type: [one.type],
      source: [...one.sources.map(({ agency }) => agency), ...(held.get(one.id)?.sources ?? [])],
      data: data === null ? [] : [hasData(one.id) ? "with" : "without"],
    },
  }));
  const { shown, counts } = filteredIndicators(all, state);
  const label = useFacetLabel();
  const known: Readonly<Partial<Record<IndicatorFacet, readonly string[]>>> = {
    form: formIds,
    group: indicatorRoles,
    level: securityLevels,
    data: ["with", "without"],
  };
  const items = (name: IndicatorFacet) => {
    const chosen = (state[name] ?? []) as readonly string[];
    const values = known[name] ?? [...new Set([...counts[name].keys(), ...chosen])].sort();
    return values
      .filter((value) => counts[name].has(value) || chosen.includes(value))
      .map((value) => ({
        value,
        label: label(name, value),
        count: counts[name].get(value) ?? 0,
        selected: chosen.includes(value),
      }));
  };
  return (
    <>
      <SearchField
        label={say("search.label")}
        button={say("search.button")}
        value={state.text ?? ""}
        onSearch={(typed) => navigate({ to: "/indicators", search: { ...state, text: typed || undefined } })}
      />
      <div className={list["split"]}>
        <Facets label={say("filters")}>
          {indicatorFacets.map((name) => (
            <FacetList
              key={name}
              title={say(`facet.${name}`)}
              items={items(name)}
              turned={(item) => turned(state, name, item.value ?? "")}
            />
          ))}
        </Facets>
        <div className={list["result"]}>
          <p className={list["count"]} role="status">
            <strong>{say("count", { count: shown.length, of: format.number(indicators.length) })}</strong>
          </p>
          <SetFilters
            filters={indicatorFacets.flatMap((name) =>
              ((state[name] ?? []) as readonly string[]).map((value) => ({
                name: say(`facet.${name}`),
                value: label(name, value),
                without: turned(state, name, value),
              })),
            )}
            unfiltered={{ text: state.text }}
          />
          {shown.length === 0 ? (
            <EmptyState
              what={say("none")}
              how={<StateLink search={() => ({})}>{say("noneHow")}</StateLink>}
            />
          ) : (
            <FactTable
              caption={say("caption")}
              columns={[
                { id: "label", label: say("column.indicator"), wide: true },
                { id: "form", label: say("facet.form") },
                { id: "group", label: say("facet.group") },
                { id: "unit", label: say("column.unit") },
                { id: "direction", label: say("column.direction") },
                { id: "data", label: say("column.data"), numeric: true },
              ]}
              rows={shown.map(({ one }) => {
                const own = held.get(one.id);
                return {
                  id: one.id,
                  cells: {
                    label: {
                      show: (
                        <>
                          <Link to="/indicators/$id" params={{ id: one.id }}>
                            {inLanguage(one.label, language)}
                          </Link>
                          {one.shipped ? null : <> · {say("own")}</>}
                        </>
                      ),
                    },
                    form: { show: formName(one.form, language) },
                    group: { show: roleName(one.group, language) },
                    unit: { show: codeText(sayChart, "unit", one.unit) },
                    direction: { show: say(one.direction === 1 ? "more" : "less") },
                    data: {
                      show:
                        data === null ? (
                          "…"
                        ) : own && own.values > 0 ? (
                          say("dataOf", { count: own.areas, from: own.from ?? "", to: own.to ?? "" })
                        ) : (
                          <em>{say("noData")}</em>
                        ),
                    },
                  },
                };
              })}
            />
          )}
        </div>
      </div>
    </>
  );
}

function useFacetLabel() {
  const say = useWords("indicators");
  const language = useLanguage();
  return (name: IndicatorFacet, value: string): string => {
    if (name === "form") return formName(value, language);
    if (name === "group") return roleName(value, language);
    if (name === "level") {
      const known = securityLevels.find((one) => one === value);
      return known ? inLanguage(securityLevelName(known), language) : value;
    }
    if (name === "type") return say(`type.${value}`);
    if (name === "data") return say(`data.${value}`);
    return value;
  };
}
