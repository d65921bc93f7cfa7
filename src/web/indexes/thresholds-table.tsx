import { FactTable } from "../charts/fact-table.tsx";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { ranking, tiedAreas } from "./run-scores.ts";
import type { RunView } from "./run-view.ts";

/** The thresholds of the country groups in the chosen period, and how many countries lie on them. */
export function ThresholdsTable({ view }: { readonly view: RunView }) {
  const say = useWords("indexes");
  const format = useFormat();
  const { run, period, nodeName } = view;
  return (
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
  );
}
