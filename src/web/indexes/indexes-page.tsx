import { Link } from "@tanstack/react-router";
import { routes } from "#contract";
import { useApi } from "../api.ts";
import { FactTable } from "../charts/fact-table.tsx";
import { ReconstructionMark } from "../charts/marks-of-doubt.tsx";
import { TraceMark } from "../charts/trace-mark.tsx";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { OriginMark } from "../shared/origin-mark.tsx";
import { Page, Section } from "../shared/page.tsx";
import { ShortHash } from "../shared/short-hash.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import { definitionTree, nodesBelow } from "./definition-tree.ts";
import { IndexesByForm } from "./indexes-by-form.tsx";
import { formName, inLanguage } from "./names.ts";
import "./indexes.css";
import "../charts/facts.css";

/** The seven forms of security, the definitions of their indexes, and the runs made with them. */
export function IndexesPage() {
  const say = useWords("indexes");
  const sayChart = useWords("charts");
  const language = useLanguage();
  const format = useFormat();
  const definitions = useApi(routes.listDefinitions, {});
  const runs = useApi(routes.listRuns, {});
  const form = (id: string | null) => (id === "composite" ? say("composite") : formName(id, language));
  return (
    <Page title={say("title")} lead={say("lead")}>
      <p data-print="hide">
        <Link to="/indexes/build">{say("by.build")}</Link>
      </p>
      <Section title={say("by.heading")} note={sayChart("reconstruction.notice")}>
        <Answered answer={definitions} lines={10}>
          {(value) => <IndexesByForm definitions={value} runs={runs.value ?? []} />}
        </Answered>
      </Section>
      <Section title={say("runs.heading")} note={say("runs.note")}>
        <Answered answer={runs}>
          {(value) =>
            value.length === 0 ? (
              <EmptyState what={say("runs.empty")} how={say("runs.emptyHow")} />
            ) : (
              <FactTable
                caption={say("runs.caption")}
                columns={[
                  { id: "title", label: say("column.index") },
                  { id: "version", label: say("column.version") },
                  { id: "form", label: say("column.form") },
                  { id: "ranked", label: say("column.ranked"), numeric: true },
                  { id: "period", label: say("column.period"), short: true },
                  { id: "release", label: say("column.release") },
                  { id: "made", label: say("column.made") },
                  { id: "marks", label: say("column.marks") },
                ]}
                rows={value.map((run) => ({
                  id: run.id,
                  cells: {
                    title: {
                      show: (
                        <>
                          <Link to="/indexes/runs/$id" params={{ id: run.id }}>
                            {inLanguage(run.title, language)}
                          </Link>{" "}
                          <TraceMark id={`run:${run.id}`} of={run.id} />
                        </>
                      ),
                    },
                    version: { show: run.definitionVersion },
                    form: { show: form(run.form) },
                    ranked: { show: run.ranked === undefined ? "–" : format.number(run.ranked) },
                    period: { show: run.period ?? "–" },
                    release: {
                      show: (
                        <Link to="/data/$release" params={{ release: run.release }}>
                          {run.release}
                        </Link>
                      ),
                    },
                    made: { show: format.date(run.createdAt) },
                    marks: {
                      show: (
                        <>
                          {run.reconstruction ? <ReconstructionMark /> : null}{" "}
                          <OriginMark origin={run.origin} />
                        </>
                      ),
                    },
                  },
                }))}
              />
            )
          }
        </Answered>
      </Section>
      <Section title={say("definitions.heading")}>
        <Answered answer={definitions}>
          {(value) =>
            value.length === 0 ? (
              <EmptyState what={say("definitions.empty")} how={say("definitions.emptyHow")} />
            ) : (
              <FactTable
                caption={say("definitions.caption")}
                columns={[
                  { id: "title", label: say("column.index") },
                  { id: "version", label: say("column.version") },
                  { id: "form", label: say("column.form") },
                  { id: "indicators", label: say("column.indicators"), numeric: true },
                  { id: "hash", label: say("column.hash") },
                  { id: "marks", label: say("column.marks") },
                ]}
                rows={value.map((definition) => {
                  const tree = definitionTree(definition.definition);
                  const count = tree ? nodesBelow(tree).filter((node) => node.direction !== null).length : 0;
                  return {
                    id: `${definition.id} ${definition.version}`,
                    cells: {
                      title: {
                        show: inLanguage(definition.title, language),
                      },
                      version: { show: definition.version },
                      form: { show: form(definition.form) },
                      indicators: { show: count },
                      hash: {
                        show: <ShortHash hash={definition.sha256} />,
                      },
                      marks: { show: definition.reconstruction ? <ReconstructionMark /> : null },
                    },
                  };
                })}
              />
            )
          }
        </Answered>
      </Section>
    </Page>
  );
}
