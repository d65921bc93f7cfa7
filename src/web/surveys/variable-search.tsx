import { Link } from "@tanstack/react-router";
import { routes } from "#contract";
import { questionAngles, securityDimensions, studyKinds } from "#records";
import { useApi } from "../api.ts";
import { useWords } from "../i18n.ts";
import { FacetList, Facets } from "../shared/facet-list.tsx";
import lists from "../shared/lists.module.css";
import { OriginMark } from "../shared/origin-mark.tsx";
import { PagesOf } from "../shared/pages-of.tsx";
import { SetFilters } from "../shared/set-filters.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import type { StudySummary, VariableHit } from "./answers.ts";
import { PlacesGrid } from "./places-grid.tsx";
import { questionNatures, type SurveysState } from "./search-params.ts";
import style from "./surveys.module.css";
import { TableLink } from "./table-link.tsx";
import { Told } from "./told.tsx";
import { useStudyWords } from "./use-study-words.ts";
import { variableKey } from "./variable-sections.ts";

const pageSize = 40;
/** As many as the API gives at once: beyond it the filters carry no counts. */
const mostCounted = 200;
const places = ["dimension", "angle", "nature"] as const;
const filters = ["kind", "area", ...places] as const;
type Filter = (typeof filters)[number];

const fits = (hit: VariableHit, state: SurveysState, but: readonly Filter[] = []) =>
  places.every(
    (name) => but.includes(name) || state[name] === undefined || hit.variable.place?.[name] === state[name],
  );

/** Questions and variables of all studies: words, filters by dimension and angle, and what each leads to. */
export function VariableSearch({
  studies,
  state,
}: {
  readonly studies: readonly StudySummary[];
  readonly state: SurveysState;
}) {
  const say = useWords("surveys");
  const words = useStudyWords();
  const asked = {
    text: state.q ?? "",
    ...(state.kind && { kind: state.kind }),
    ...(state.area && { area: state.area }),
  };
  // Counts of the filters, where all that was asked for fits into one answer.
  const whole = useApi(routes.searchVariables, { query: { ...asked, limit: mostCounted } }, { keep: true });
  const answer = useApi(
    routes.searchVariables,
    {
      query: {
        ...asked,
        ...(state.dimension && { dimension: state.dimension }),
        ...(state.angle && { angle: state.angle }),
        ...(state.nature && { nature: state.nature }),
        limit: pageSize,
        offset: ((state.page ?? 1) - 1) * pageSize,
      },
    },
    { keep: true },
  );
  const counted = whole.value && whole.value.total <= mostCounted ? whole.value.hits : null;
  const label = (name: Filter, value: string) =>
    name === "area"
      ? words.areas([value])
      : name === "dimension"
        ? words.dimension(value)
        : say(`${name}.${value}`);
  const turn = (name: Filter, value: string | null) => ({
    ...state,
    [name]: state[name] === value ? undefined : value,
    page: undefined,
  });
  const facet = (name: Filter, values: readonly string[], count: (value: string) => number | null) => (
    <div key={name} className={style["facet"]}>
      <FacetList
        title={say(`filter.${name}`)}
        items={values
          .map((value) => ({
            value,
            label: label(name, value),
            count: count(value),
            selected: state[name] === value,
          }))
          .filter((item) => item.count !== 0 || item.selected)}
        turned={(item) => turn(name, item.value)}
      />
    </div>
  );
  const placed = (name: (typeof places)[number], values: readonly string[]) =>
    facet(name, values, (value) =>
      counted === null
        ? null
        : counted.filter((hit) => hit.variable.place?.[name] === value && fits(hit, state, [name])).length,
    );
  return (
    <div className={lists["split"]}>
      <Facets label={say("filters")}>
        {placed("dimension", securityDimensions)}
        {placed("angle", questionAngles)}
        {placed("nature", questionNatures)}
        {facet("kind", studyKinds, () => null)}
        {facet("area", [...new Set(studies.flatMap((study) => study.areas))].sort(), () => null)}
      </Facets>
      <div
        className={`${lists["result"]} ${answer.refreshing ? lists["refreshing"] : ""}`}
        aria-busy={answer.refreshing}
      >
        <Answered answer={answer} lines={12}>
          {(found) => (
            <>
              <p className={lists["count"]} role="status">
                <strong>{say("count.hits", { count: found.total })}</strong>
              </p>
              <SetFilters
                filters={[
                  ...(state.q
                    ? [
                        {
                          name: say("filter.text"),
                          value: state.q,
                          without: { ...state, q: undefined, page: undefined },
                        },
                      ]
                    : []),
                  ...filters.flatMap((name) => {
                    const value = state[name];
                    return value === undefined
                      ? []
                      : [
                          {
                            name: say(`filter.${name}`),
                            value: label(name, value),
                            without: turn(name, value),
                          },
                        ];
                  }),
                ]}
                unfiltered={{ list: "variables" }}
              />
              {counted === null ? null : (
                <PlacesGrid
                  hits={counted.filter((hit) => fits(hit, state, ["dimension", "angle"]))}
                  state={state}
                />
              )}
              {found.total === 0 ? (
                <EmptyState what={say("noHits")} how={say("noHitsHow")} />
              ) : (
                <ul className={lists["plain"]}>
                  {found.hits.map((hit) => (
                    <Hit key={`${hit.study}/${variableKey(hit.variable)}`} hit={hit} />
                  ))}
                </ul>
              )}
              <PagesOf total={found.total} size={pageSize} page={state.page ?? 1} />
            </>
          )}
        </Answered>
      </div>
    </div>
  );
}

function Hit({ hit }: { readonly hit: VariableHit }) {
  const say = useWords("surveys");
  const words = useStudyWords();
  const { variable } = hit;
  return (
    <li className={lists["hit"]}>
      <h2>
        <Link
          to="/surveys/$id"
          params={{ id: hit.study }}
          search={{ tab: "dictionary", variable: variableKey(variable) }}
        >
          <Told text={variable.question ?? variable.label} />
        </Link>{" "}
        <OriginMark origin={hit.origin} />
      </h2>
      <p className={lists["meta"]}>
        {variable.question === null ? null : (
          <span>
            <Told text={variable.label} />
          </span>
        )}
        {variable.place === null ? null : <span>{words.place(variable.place)}</span>}
      </p>
      <p className={lists["line"]}>
        <Link to="/surveys/$id" params={{ id: hit.study }}>
          <Told text={hit.studyTitle} />
        </Link>
        <span>{words.areas(hit.areas)}</span>
        <span>{words.years(hit.years)}</span>
        <span>{say(`reach.${hit.coverage}`)}</span>
        <span className={style["name"]}>{variable.name}</span>
      </p>
      <p className={lists["line"]}>
        <TableLink study={hit.study} variable={variable} />
      </p>
    </li>
  );
}
