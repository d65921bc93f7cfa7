import { Link } from "@tanstack/react-router";
import { routes } from "#contract";
import { useApi, useSession } from "../api.ts";
import { FactTable } from "../charts/fact-table.tsx";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { inLanguage } from "../indexes/names.ts";
import { OriginMark } from "../shared/origin-mark.tsx";
import { Page, Section } from "../shared/page.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import { RuleForm } from "./rule-form.tsx";
import "../charts/facts.css";

/** Choices of values: which figure counts where several sources, years or releases have one. */
export function SelectionsPage() {
  const say = useWords("indicators");
  const language = useLanguage();
  const format = useFormat();
  const answer = useApi(routes.listSelections, {});
  const { may } = useSession();
  return (
    <Page
      title={say("selections.title")}
      kicker={<Link to="/indicators">{say("title")}</Link>}
      lead={say("selections.lead")}
    >
      <Answered answer={answer}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState what={say("selections.empty")} how={say("selections.emptyHow")} />
          ) : (
            <FactTable
              caption={say("selections.title")}
              columns={[
                { id: "title", label: say("column.selection"), wide: true },
                { id: "version", label: say("column.version"), numeric: true },
                { id: "values", label: say("column.values"), numeric: true },
                { id: "areas", label: say("column.areas"), numeric: true },
                { id: "person", label: say("column.byPerson"), numeric: true },
                { id: "release", label: say("column.release") },
                { id: "made", label: say("column.when"), short: true },
              ]}
              rows={all.map((one) => ({
                id: one.id,
                cells: {
                  title: {
                    show: (
                      <>
                        <Link to="/selections/$id" params={{ id: one.id }}>
                          {inLanguage(one.title, language)}
                        </Link>{" "}
                        <OriginMark origin={one.origin} />
                      </>
                    ),
                  },
                  version: { show: one.version },
                  values: { show: format.number(one.counts.values) },
                  areas: { show: format.number(one.counts.areas) },
                  person: { show: format.number(one.counts.byPerson) },
                  release: {
                    show: (
                      <Link to="/data/$release" params={{ release: one.release }}>
                        {one.release}
                      </Link>
                    ),
                  },
                  made: { show: format.date(one.createdAt) },
                },
              }))}
            />
          )
        }
      </Answered>
      {may(routes.makeSelection) ? (
        <Section title={say("rule.heading")} note={say("rule.note")}>
          <RuleForm />
        </Section>
      ) : null}
    </Page>
  );
}
