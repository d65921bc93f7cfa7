import { FactTable } from "../charts/fact-table.tsx";
import { useFormat } from "../format.ts";
import { hasWord, useLanguage, useWords } from "../i18n.ts";
import { Section } from "../shared/page.tsx";
import { placeName } from "./names.ts";
import { codeText } from "./rating-text.ts";
import type { RunView } from "./run-view.ts";

const mostCells = 200;

/** What a reader must know before trusting a score: what was dropped, filled, changed or left out. */
export function DoubtSection({ view }: { readonly view: RunView }) {
  const say = useWords("indexes");
  const sayChart = useWords("charts");
  const language = useLanguage();
  const format = useFormat();
  const { run, nodeName } = view;
  const cells = run.cells ?? [];
  const number = (value: number | null) => (value === null ? "–" : format.number(value, 4));
  const notes = [
    // The notes on areas name those that these flags speak of.
    ...run.flags
      .filter((flag) => !flag.startsWith("area_"))
      .map((flag) => codeText(sayChart, "runFlag", flag)),
    ...(run.areaNotes ?? []).map(({ area, note, successors }) => {
      const said = format.named(placeName(area, language), codeText(sayChart, "areaNote", note));
      const after = format.list(successors.map((code) => placeName(code, language)));
      return successors.length === 0 ? said : `${said} (→ ${after})`;
    }),
    ...run.droppedNodes.map(({ node, reason }) =>
      format.named(nodeName(node), codeText(sayChart, "dropped", reason)),
    ),
    ...run.dropped.map(({ indicator, reason }) =>
      format.named(nodeName(indicator), codeText(sayChart, "dropped", reason)),
    ),
    ...(run.withoutScale ?? []).map(({ indicator, reason }) =>
      say("doubt.noScale", {
        indicator: nodeName(indicator),
        reason: hasWord("indexes", `noScale.${reason}`) ? say(`noScale.${reason}`) : reason,
      }),
    ),
    ...((run.leftOut ?? []).length > 0
      ? [
          say("doubt.leftOut", {
            count: run.leftOut!.length,
            places: format.list(run.leftOut!.map(({ area }) => placeName(area, language))),
          }),
        ]
      : []),
  ];
  return (
    <Section title={say("dropped.heading")}>
      {notes.length === 0 ? (
        <p>{say("dropped.none")}</p>
      ) : (
        <ul>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {cells.length === 0 ? (
        <p>{say("doubt.noCells")}</p>
      ) : (
        <details>
          <summary>{say("doubt.cells", { count: cells.length })}</summary>
          {cells.length > mostCells ? <p>{say("doubt.cellsShown", { shown: mostCells })}</p> : null}
          <FactTable
            caption={say("doubt.cells", { count: cells.length })}
            columns={[
              { id: "area", label: sayChart("column.area") },
              { id: "indicator", label: sayChart("indicator"), wide: true },
              { id: "period", label: say("column.period"), short: true },
              { id: "step", label: say("column.step") },
              { id: "before", label: say("column.before"), numeric: true },
              { id: "after", label: say("column.after"), numeric: true },
            ]}
            rows={cells.slice(0, mostCells).map((cell) => ({
              id: `${cell.area} ${cell.indicator} ${cell.period} ${cell.step}`,
              cells: {
                area: { show: placeName(cell.area, language) },
                indicator: { show: nodeName(cell.indicator) },
                period: { show: cell.period ?? "–" },
                step: {
                  show: `${hasWord("indexes", `step.${cell.step}`) ? say(`step.${cell.step}`) : cell.step} (${
                    hasWord("indexes", `fill.${cell.rule}`) ? say(`fill.${cell.rule}`) : cell.rule
                  })`,
                },
                before: { show: number(cell.before), by: cell.before },
                after: { show: number(cell.after), by: cell.after },
              },
            }))}
          />
        </details>
      )}
    </Section>
  );
}
