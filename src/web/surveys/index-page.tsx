import { Checkbox, NativeSelect } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { routes } from "#contract";
import { useApi } from "../api.ts";
import { ReconstructionMark } from "../charts/marks-of-doubt.tsx";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { inLanguage } from "../indexes/names.ts";
import lists from "../shared/lists.module.css";
import { OriginMark } from "../shared/origin-mark.tsx";
import { Page, Section } from "../shared/page.tsx";
import { StateLink } from "../shared/state-link.tsx";
import { Loading } from "../shared/states.tsx";
import type { MicroResult, StudyAnswer } from "./answers.ts";
import { IndexDefinition } from "./index-definition.tsx";
import { IndexFigure } from "./index-figure.tsx";
import { IndexTable } from "./index-table.tsx";
import { LadderSteps } from "./ladder-steps.tsx";
import { Refusal } from "./refusal.tsx";
import { type IndexState, microStatistics } from "./search-params.ts";
import style from "./surveys.module.css";
import { variablesIn } from "./table-choices.ts";
import { Told } from "./told.tsx";
import { useStudyWords } from "./use-study-words.ts";
import "../charts/facts.css";

const route = getRouteApi("/surveys/$id/indexes/$definition");
const deficits = [0.25, 0.4, 0.5, 0.6, 0.75];

/** An index of persons or of enterprises: scores by group with their errors, and how each came about. */
export function IndexPage() {
  const say = useWords("survey-tables");
  const catalogue = useWords("surveys");
  const words = useStudyWords();
  const language = useLanguage();
  const { id, definition } = route.useParams();
  const state = route.useSearch();
  const edition = state.edition === undefined ? {} : { edition: state.edition };
  const study = useApi(routes.study, { params: { id }, query: edition }, { keep: true });
  const answer = useApi(
    routes.studyIndex,
    {
      params: { id, definition },
      query: {
        ...edition,
        ...(state.by !== undefined && { by: state.by }),
        ...(state.deficit !== undefined && { deficit: state.deficit }),
        language,
      },
    },
    { keep: true },
  );
  const found = study.value;
  const result = answer.value;
  return (
    <Page
      title={result ? inLanguage(result.definition.title, language) : definition}
      kicker={
        <>
          <Link to="/surveys">{catalogue("title")}</Link>
          {" · "}
          <Link to="/surveys/$id" params={{ id }} search={{ tab: "indexes" }}>
            {found ? inLanguage(found.study.title, language) : id}
          </Link>{" "}
          {result?.definition.reconstruction ? <ReconstructionMark /> : null}{" "}
          {found ? <OriginMark origin={found.study.origin} /> : null}
        </>
      }
      lead={found ? words.coverage(found.study.coverage.class, found.study.coverage.places) : null}
    >
      {answer.problems.length > 0 ? (
        <Refusal title={say("index.refused")} reasons={answer.problems} />
      ) : result === undefined || found === undefined ? (
        <Loading lines={14} />
      ) : (
        <Shown result={result} found={found} state={state} isOlder={answer.refreshing} />
      )}
    </Page>
  );
}

function Shown({
  result,
  found,
  state,
  isOlder,
}: {
  readonly result: MicroResult;
  readonly found: StudyAnswer;
  readonly state: IndexState;
  readonly isOlder: boolean;
}) {
  const say = useWords("survey-tables");
  const format = useFormat();
  const navigate = route.useNavigate();
  const change = (part: Partial<IndexState>) =>
    void navigate({ search: (now) => ({ ...now, ...part }), replace: true, resetScroll: false });
  const statistic = state.show ?? "mean";
  const { definition } = result;
  return (
    <div className={`${style["answer"]} ${isOlder ? lists["refreshing"] : ""}`} aria-busy={isOlder}>
      {definition.note === null ? null : (
        <p className="fact-notice">
          <Told text={definition.note} />
        </p>
      )}
      <div className={style["fields"]} data-print="hide">
        <ByChoice result={result} found={found} state={state} change={change} />
        <NativeSelect
          label={say("index.deficit")}
          value={String(result.deficitBelow)}
          onChange={(event) => change({ deficit: Number(event.currentTarget.value) })}
          data={[...new Set([...deficits, result.deficitBelow])]
            .sort((a, b) => a - b)
            .map((one) => ({ value: String(one), label: format.number(one, 2) }))}
        />
      </div>
      <nav aria-label={say("index.statistics")} className={style["tabs"]} data-print="hide">
        <ul>
          {microStatistics.map((one) => (
            <li key={one}>
              <StateLink
                current={one === statistic}
                search={(now) => ({ ...now, show: one === "mean" ? undefined : one })}
              >
                {say(`index.${one}`, { deficit: format.number(result.deficitBelow, 2) })}
              </StateLink>
            </li>
          ))}
        </ul>
      </nav>
      {definition.kind === "ladder" ? <LadderSteps result={result} statistic={statistic} /> : null}
      <Section title={say("figure.heading")}>
        <Checkbox
          size="xs"
          label={say("index.parts")}
          checked={state.parts === "all"}
          onChange={() => change({ parts: state.parts === "all" ? undefined : "all" })}
          data-print="hide"
        />
        <IndexFigure
          result={result}
          found={found}
          statistic={statistic}
          withParts={state.parts === "all"}
          view={state.view ?? "chart"}
          onView={(view) => change({ view: view === "chart" ? undefined : view })}
        />
      </Section>
      <Section title={say("index.table")}>
        <IndexTable result={result} statistic={statistic} />
      </Section>
      <IndexDefinition result={result} />
    </div>
  );
}

/** By which groups the scores are shown. */
function ByChoice({
  result,
  found,
  state,
  change,
}: {
  readonly result: MicroResult;
  readonly found: StudyAnswer;
  readonly state: IndexState;
  readonly change: (part: Partial<IndexState>) => void;
}) {
  const say = useWords("survey-tables");
  const language = useLanguage();
  const variables = useApi(routes.studyVariables, {
    params: { id: found.study.id },
    query: { edition: result.edition },
  });
  const offered = variablesIn(variables.value ?? [], found.files, result.definition.file).filter(
    (one) => one.kind === "categorical" && (one.forTables || found.may.microdata),
  );
  return (
    <NativeSelect
      label={say("index.by")}
      value={state.by ?? result.by?.variable ?? "none"}
      onChange={(event) => change({ by: event.currentTarget.value })}
    >
      <option value="none">{say("index.all")}</option>
      {offered.map((one) => (
        <option key={one.name} value={one.name}>
          {inLanguage(one.label, language)}
        </option>
      ))}
    </NativeSelect>
  );
}
