import { Link } from "@tanstack/react-router";
import { type CallReply, routes } from "#contract";
import { useSession } from "../api.ts";
import { FactTable } from "../charts/fact-table.tsx";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { Section } from "../shared/page.tsx";
import { StateWord } from "./release-state.tsx";

type Answer = CallReply<typeof routes.release>;

/** What was done with a release, act by act, and the other versions of its series. */
export function HistorySection({ value }: { value: Answer }) {
  const say = useWords("releases");
  const sayData = useWords("data");
  const format = useFormat();
  const { may } = useSession();
  const showsNames = may(routes.checkRelease);
  return (
    <Section title={say("history.heading")}>
      <FactTable
        caption={say("history.caption")}
        columns={[
          { id: "at", label: say("column.when"), short: true },
          { id: "what", label: say("column.what") },
          ...(showsNames ? [{ id: "by", label: say("column.who") }] : []),
          { id: "words", label: say("column.words"), wide: true },
        ]}
        rows={value.history.map((entry, i) => ({
          id: `${i}`,
          cells: {
            at: { show: format.dateTime(entry.at) },
            what: { show: say(`act.${entry.kind}`) },
            by: { show: entry.by ?? "" },
            words: {
              show:
                entry.count !== null
                  ? say("act.findings", { count: entry.count })
                  : entry.kind === "embargoed" && entry.text
                    ? say("act.until", { date: format.dateTime(entry.text) })
                    : (entry.text ?? ""),
            },
          },
        }))}
      />
      {value.versions.length > 1 ? (
        <FactTable
          caption={say("history.versions", { series: value.release.series })}
          columns={[
            { id: "id", label: sayData("column.release") },
            { id: "version", label: sayData("column.version"), numeric: true },
            { id: "state", label: say("column.state") },
            { id: "at", label: sayData("column.date") },
          ]}
          rows={value.versions.map((one) => ({
            id: one.id,
            cells: {
              id: {
                show: (
                  <Link to="/data/$release" params={{ release: one.id }}>
                    {one.id}
                  </Link>
                ),
              },
              version: { show: one.version },
              state: { show: <StateWord release={one} latest={one.id === value.latest} /> },
              at: { show: format.date(one.at) },
            },
          }))}
        />
      ) : null}
    </Section>
  );
}
