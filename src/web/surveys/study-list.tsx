import { Link } from "@tanstack/react-router";
import { coverageClasses, studyKinds } from "#records";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { FacetList, Facets } from "../shared/facet-list.tsx";
import lists from "../shared/lists.module.css";
import { OriginMark } from "../shared/origin-mark.tsx";
import { SetFilters } from "../shared/set-filters.tsx";
import { EmptyState } from "../shared/states.tsx";
import type { StudySummary } from "./answers.ts";
import type { SurveysState } from "./search-params.ts";
import style from "./surveys.module.css";
import { Told } from "./told.tsx";
import { useStudyWords } from "./use-study-words.ts";

type Filter = "kind" | "coverage" | "area";
const filters: readonly Filter[] = ["kind", "coverage", "area"];

const fits = (study: StudySummary, name: Filter, value: string) =>
  name === "area" ? study.areas.includes(value) : study[name] === value;
const fitting = (studies: readonly StudySummary[], state: SurveysState, but?: Filter) =>
  studies.filter((study) =>
    filters.every((name) => name === but || state[name] === undefined || fits(study, name, state[name])),
  );

/** The studies with filters beside them, each filter with the studies it would leave. */
export function StudyList({
  studies,
  state,
}: {
  readonly studies: readonly StudySummary[];
  readonly state: SurveysState;
}) {
  const say = useWords("surveys");
  const words = useStudyWords();
  const shown = fitting(studies, state);
  const valueLabel = (name: Filter, value: string) =>
    name === "area"
      ? words.areas([value])
      : name === "coverage"
        ? say(`reach.${value}`)
        : say(`kind.${value}`);
  const facet = (name: Filter, values: readonly string[]) => (
    <div key={name} className={style["facet"]}>
      <FacetList
        title={say(`filter.${name}`)}
        items={values
          .map((value) => ({
            value,
            label: valueLabel(name, value),
            count: fitting(studies, state, name).filter((study) => fits(study, name, value)).length,
            selected: state[name] === value,
          }))
          .filter(({ count, selected }) => count > 0 || selected)}
        turned={(item) => ({ ...state, [name]: item.selected ? undefined : item.value })}
      />
    </div>
  );
  const areas = [...new Set(studies.flatMap((study) => study.areas))].sort((a, b) =>
    words.areas([a]).localeCompare(words.areas([b])),
  );
  const unfiltered = { ...state, kind: undefined, coverage: undefined, area: undefined };
  return (
    <div className={lists["split"]}>
      <Facets label={say("filters")}>
        {facet("kind", studyKinds)}
        {facet("coverage", coverageClasses)}
        {facet("area", areas)}
      </Facets>
      <div className={lists["result"]}>
        <p className={lists["count"]} role="status">
          <strong>{say("count.studies", { count: shown.length })}</strong>
        </p>
        <SetFilters
          filters={filters.flatMap((name) => {
            const value = state[name];
            return value === undefined
              ? []
              : [
                  {
                    name: say(`filter.${name}`),
                    value: valueLabel(name, value),
                    without: { ...state, [name]: undefined },
                  },
                ];
          })}
          unfiltered={unfiltered}
        />
        {shown.length === 0 ? (
          <EmptyState what={say("none")} how={say("noneHow")} />
        ) : (
          <ul className={lists["plain"]}>
            {shown.map((study) => (
              <StudyEntry key={study.id} study={study} />
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

function StudyEntry({ study }: { readonly study: StudySummary }) {
  const say = useWords("surveys");
  const format = useFormat();
  const words = useStudyWords();
  const rows = study.units.map(({ unit, rows }) => say(`rows.${unit}`, { count: rows }));
  return (
    <li className={lists["hit"]}>
      <h2>
        <Link to="/surveys/$id" params={{ id: study.id }}>
          <Told text={study.title} />
        </Link>{" "}
        <OriginMark origin={study.origin} />
      </h2>
      <p className={lists["hitText"]}>{words.coverage(study.coverage, [])}</p>
      <p className={lists["meta"]}>
        <span className={lists["kind"]}>{say(`kind.${study.kind}`)}</span>
        <span>{words.areas(study.areas)}</span>
        <span>{words.years(study.years)}</span>
        {rows.length > 0 ? <span>{format.list(rows)}</span> : null}
        <span>{say("count.variables", { count: study.variables })}</span>
        <span>{say(`access.${study.microdata}`)}</span>
      </p>
      <p className={lists["line"]}>
        {study.edition === null ? (
          <span>{say("noEdition")}</span>
        ) : (
          <>
            {study.edition.state === "published" ? null : (
              <span className={lists["warning"]}>{say(`state.${study.edition.state}`)}</span>
            )}
            <Link to="/surveys/$id" params={{ id: study.id }} search={{ tab: "tables" }}>
              {say("to.tables")}
            </Link>
            <Link to="/surveys/$id" params={{ id: study.id }} search={{ tab: "dictionary" }}>
              {say("to.dictionary")}
            </Link>
          </>
        )}
        <span className={style["name"]}>{study.id}</span>
      </p>
    </li>
  );
}
