import { NativeSelect, SimpleGrid } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { addressOf, routes } from "#contract";
import { readIndexDefinition } from "#securities";
import { useApi } from "../api.ts";
import type { FigureView } from "../charts/figure-views.ts";
import { framed } from "../charts/framed.ts";
import { ReconstructionMark } from "../charts/marks-of-doubt.tsx";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { OriginMark } from "../shared/origin-mark.tsx";
import { Page, Section } from "../shared/page.tsx";
import { Answered } from "../shared/states.tsx";
import { DependsSection } from "./depends-section.tsx";
import { DoubtSection } from "./doubt-section.tsx";
import { DrawnChoice } from "./drawn-choice.tsx";
import { LiveSection } from "./live/live-section.tsx";
import { MethodCard } from "./method-card.tsx";
import { formName, inLanguage } from "./names.ts";
import { PairFigure } from "./pair-figure.tsx";
import { RankingFigure } from "./ranking-figure.tsx";
import { type Run, ranking } from "./run-scores.ts";
import { useRunView } from "./run-view.ts";
import { ScoreMap } from "./score-map.tsx";
import type { RunState } from "./search-params.ts";
import { ThresholdsTable } from "./thresholds-table.tsx";
import { YearsFigure } from "./years-figure.tsx";
import "./indexes.css";
import "../charts/facts.css";

const address = getRouteApi("/indexes/runs/$id");

/** One frozen run of an index: scores and ranks, thresholds, what was dropped, how it was made. */
export function RunPage() {
  const say = useWords("indexes");
  const { id } = address.useParams();
  const run = useApi(routes.run, { params: { id } });
  const language = useLanguage();
  const format = useFormat();
  const title = run.value ? inLanguage(run.value.title, language) : id;
  const areas = run.value ? new Set(run.value.scores.map((score) => score.area)).size : 0;
  return (
    <Page
      title={title}
      kicker={
        run.value ? (
          <>
            {say("run.kicker", { definition: run.value.definitionId, version: run.value.definitionVersion })}{" "}
            {run.value.reconstruction ? <ReconstructionMark /> : null}{" "}
            <OriginMark origin={run.value.origin} />
          </>
        ) : undefined
      }
      lead={
        run.value
          ? say("run.lead", {
              form:
                run.value.form === null
                  ? say("column.index")
                  : run.value.form === "composite"
                    ? say("composite")
                    : formName(run.value.form, language),
              count: areas,
              release: run.value.release,
              date: format.date(run.value.createdAt),
            })
          : null
      }
    >
      <Answered answer={run} lines={12}>
        {(value) => (
          <>
            <Withdrawn run={value} />
            {value.withdrawal && value.scores.length === 0 ? null : <RunParts run={value} title={title} />}
          </>
        )}
      </Answered>
    </Page>
  );
}

/** A run over a release that was withdrawn keeps its address and says why there is nothing to see. */
function Withdrawn({ run }: { run: Run }) {
  const say = useWords("indexes");
  const format = useFormat();
  const { withdrawal } = run;
  if (!withdrawal) return null;
  return (
    <>
      <p className="fact-notice">
        {say("run.withdrawn", {
          release: run.release,
          date: format.date(withdrawal.at),
          reason: withdrawal.reason,
        })}
      </p>
      {withdrawal.replacedBy ? (
        <p>
          <Link to="/data/$release" params={{ release: withdrawal.replacedBy }}>
            {say("run.replacedBy", { release: withdrawal.replacedBy })}
          </Link>
        </p>
      ) : null}
    </>
  );
}

/** The share of the countries with a score that lie below the threshold of the country groups. */
const thresholdShare = (definition: unknown): number => {
  const read = readIndexDefinition(definition);
  return (read.ok && read.value.countryGroups?.probability) || 0.6;
};

function RunParts({ run, title }: { run: Run; title: string }) {
  const say = useWords("indexes");
  const sayChart = useWords("charts");
  const language = useLanguage();
  const format = useFormat();
  const state = address.useSearch();
  const navigate = address.useNavigate();
  const change = (part: Partial<RunState>) =>
    void navigate({ search: (now) => ({ ...now, ...part }), replace: true, resetScroll: false });
  const view = useRunView(run, state);
  const { tree, inner, node, period, periods, nodeName } = view;
  const scores = ranking(run, node, period);
  const name = node === tree?.id ? title : nodeName(node);
  const shown = (key: "view" | "map" | "years" | "pair" | "depends") => ({
    shown: state[key] ?? ("chart" as const),
    onView: (next: FigureView) => change({ [key]: next === "chart" ? undefined : next }),
  });
  return (
    <>
      {run.reconstruction || run.origin !== "real" ? (
        <p className="fact-notice">
          {run.origin === "real" ? "" : `${sayChart(`notice.${run.origin}`)} `}
          {run.reconstruction ? sayChart("reconstruction.notice") : ""}
        </p>
      ) : null}
      <Section title={say("scores.heading")} note={say("scores.note")}>
        <SimpleGrid cols={{ base: 1, sm: 2 }} className="run-choice" data-print="hide">
          <NativeSelect
            label={say("scores.node")}
            value={node}
            onChange={(event) => change({ node: event.currentTarget.value })}
            data={inner.map((n) => ({ value: n.id, label: nodeName(n.id) }))}
          />
          {periods.length > 1 ? (
            <NativeSelect
              label={say("scores.period")}
              value={period ?? ""}
              onChange={(event) => change({ period: event.currentTarget.value })}
              data={periods.map((p) => ({ value: p ?? "", label: p ?? "–" }))}
            />
          ) : null}
        </SimpleGrid>
        <DrawnChoice scores={scores} state={state} change={change} />
        <RankingFigure
          run={run}
          node={node}
          title={name}
          period={period}
          scores={scores}
          state={state}
          change={change}
        />
        <ul className="fact-links" data-print="hide">
          {(["csv", "xlsx", "json"] as const).map((kind) => (
            <li key={kind}>
              <a href={addressOf(routes.downloadRun, { id: run.id }, { format: kind, language })} download>
                {say("download", { kind: kind.toUpperCase() })}
              </a>
            </li>
          ))}
          <li>
            <Link to="/indexes/compare" search={{ to: run.id }}>
              {say("run.compare")}
            </Link>
          </li>
        </ul>
      </Section>
      {tree && framed === null ? (
        <LiveSection
          key={run.id}
          run={run}
          tree={tree}
          node={node}
          period={period}
          nodeName={nodeName}
          address={state}
          write={change}
        />
      ) : null}
      <DependsSection view={view} {...shown("depends")} />
      <Section title={say("map.heading")}>
        <ScoreMap view={view} title={name} scores={scores} {...shown("map")} />
      </Section>
      {periods.length > 1 ? (
        <Section title={say("years.heading")} note={say("years.note")}>
          <YearsFigure
            view={view}
            title={name}
            scores={scores}
            all={state.areas === "all"}
            onAll={() => change({ areas: state.areas === "all" ? undefined : "all" })}
            {...shown("years")}
          />
        </Section>
      ) : null}
      <Section title={say("pair.heading")} note={say("pair.note")}>
        <PairFigure view={view} state={state} change={change} {...shown("pair")} />
      </Section>
      {run.thresholds.length > 0 ? (
        <Section
          title={say("thresholds.heading")}
          note={say("thresholds.note", { share: format.percent(thresholdShare(run.definition)) })}
        >
          <ThresholdsTable view={view} />
        </Section>
      ) : null}
      <DoubtSection view={view} />
      <MethodCard view={view} />
    </>
  );
}
