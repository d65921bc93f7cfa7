import { NativeSelect, SimpleGrid } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { addressOf, routes } from "#contract";
import { useApi } from "../api.ts";
import { FactTable } from "../charts/fact-table.tsx";
import { ReconstructionMark } from "../charts/marks-of-doubt.tsx";
import { TraceMark } from "../charts/trace-mark.tsx";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { OriginMark } from "../shared/origin-mark.tsx";
import { Page, Section } from "../shared/page.tsx";
import { Answered } from "../shared/states.tsx";
import { definitionNotes, definitionTree, nodesBelow, nodeTitle } from "./definition-tree.ts";
import { DefinitionTree } from "./definition-view.tsx";
import { formName, inLanguage } from "./names.ts";
import { RankingFigure } from "./ranking-figure.tsx";
import { codeText } from "./rating-text.ts";
import { RecipeList } from "./recipe-list.tsx";
import { periodsOf, type Run, ranking, tiedAreas } from "./run-scores.ts";
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
  const tree = run.value ? definitionTree(run.value.definition) : null;
  const title = tree ? nodeTitle(tree, language) : run.value ? inLanguage(run.value.title, language) : id;
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
              form: run.value.form === "composite" ? say("composite") : formName(run.value.form, language),
              count: areas,
              release: run.value.release,
              date: format.date(run.value.createdAt),
            })
          : null
      }
    >
      <Answered answer={run} lines={12}>
        {(value) => <RunParts run={value} title={title} />}
      </Answered>
    </Page>
  );
}

function RunParts({ run, title }: { run: Run; title: string }) {
  const say = useWords("indexes");
  const sayChart = useWords("charts");
  const language = useLanguage();
  const format = useFormat();
  const state = address.useSearch();
  const navigate = address.useNavigate();
  const change = (part: Partial<typeof state>) =>
    void navigate({ search: (now) => ({ ...now, ...part }), replace: true, resetScroll: false });

  const tree = definitionTree(run.definition);
  const inner = tree ? nodesBelow(tree).filter((node) => node.direction === null) : [];
  const names = new Map(tree ? nodesBelow(tree).map((node) => [node.id, nodeTitle(node, language)]) : []);
  // "Input" alone says little in an index over several forms: the name of what it belongs to stands before it.
  const parent = new Map(inner.flatMap((node) => node.children.map((child) => [child.id, node.id] as const)));
  const nodeName = (id: string) => {
    const own = names.get(id) ?? id;
    const above = parent.get(id);
    return above === undefined || above === tree?.id ? own : `${names.get(above) ?? above}: ${own}`;
  };
  const node = inner.some((n) => n.id === state.node) ? state.node! : (tree?.id ?? run.scores[0]?.node ?? "");
  const periods = periodsOf(run);
  const period =
    periods.includes(state.period ?? null) && state.period ? state.period : (periods.at(-1) ?? null);
  const scores = ranking(run, node, period);
  const notes = definitionNotes(run.definition);
  const download = (kind: "csv" | "xlsx" | "json") =>
    addressOf(routes.downloadRun, { id: run.id }, { format: kind, language });
  return (
    <>
      {run.reconstruction || run.origin !== "real" ? (
        <p className="fact-notice">
          {run.origin === "simulated" ? `${sayChart("simulated.notice")} ` : ""}
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
        <RankingFigure
          run={run}
          node={node}
          title={node === tree?.id ? title : nodeName(node)}
          period={period}
          scores={scores}
          state={state}
          change={change}
        />
        <ul className="fact-links" data-print="hide">
          {(["csv", "xlsx", "json"] as const).map((kind) => (
            <li key={kind}>
              <a href={download(kind)} download>
                {say("download", { kind: kind.toUpperCase() })}
              </a>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={say("thresholds.heading")} note={say("thresholds.note")}>
        <FactTable
          caption={say("thresholds.caption")}
          columns={[
            { id: "node", label: say("column.node") },
            { id: "period", label: say("column.period") },
            { id: "scored", label: say("column.scored"), numeric: true },
            { id: "value", label: say("column.threshold"), numeric: true },
            { id: "on", label: say("column.onThreshold"), numeric: true },
            { id: "tied", label: say("column.tied"), numeric: true },
          ]}
          rows={run.thresholds
            .filter((threshold) => threshold.period === period)
            .map((threshold) => ({
              id: `${threshold.node} ${threshold.period}`,
              cells: {
                node: { show: nodeName(threshold.node) },
                period: { show: threshold.period ?? "–" },
                scored: { show: threshold.n },
                value: { show: threshold.value === null ? "–" : format.number(threshold.value, 4, true) },
                on: { show: threshold.value === null ? "–" : threshold.ties },
                tied: { show: tiedAreas(ranking(run, threshold.node, threshold.period)) },
              },
            }))}
        />
      </Section>
      <Section title={say("dropped.heading")}>
        {run.flags.length > 0 ? (
          <ul>
            {run.flags.map((flag) => (
              <li key={flag}>{codeText(sayChart, "runFlag", flag)}</li>
            ))}
          </ul>
        ) : null}
        {run.dropped.length + run.droppedNodes.length === 0 ? (
          <p>{say("dropped.none")}</p>
        ) : (
          <ul>
            {run.droppedNodes.map((drop) => (
              <li key={drop.node}>
                {nodeName(drop.node)}: {codeText(sayChart, "dropped", drop.reason)}
              </li>
            ))}
            {run.dropped.map((drop) => (
              <li key={drop.indicator}>
                {nodeName(drop.indicator)}: {codeText(sayChart, "dropped", drop.reason)}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section
        title={say("definition.heading")}
        note={notes.evidence ? <span lang="en">{notes.evidence}</span> : null}
      >
        <p>
          {notes.renormalised ? say("definition.renormalised") : say("definition.plain")}{" "}
          {notes.minimumShare === null
            ? say("definition.twoThirds")
            : say("definition.share", { share: format.percent(notes.minimumShare) })}
        </p>
        {tree ? <DefinitionTree root={tree} /> : null}
      </Section>
      <Section title={say("recipe.heading")} note={say("recipe.note")}>
        <RecipeList recipe={run.recipe} />
        <p>
          <Link to="/data/$release" params={{ release: run.release }}>
            {say("recipe.release", { release: run.release })}
          </Link>{" "}
          <TraceMark id={`run:${run.id}`} of={run.id} />
        </p>
      </Section>
    </>
  );
}
