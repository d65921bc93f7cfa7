import type { z } from "zod/mini";
import { type RunUncertaintyShape, routes } from "#contract";
import { useApi } from "../api.ts";
import { DotPlot, type DotPlotRow } from "../charts/dot-plot.tsx";
import { FactTable } from "../charts/fact-table.tsx";
import { Figure } from "../charts/figure.tsx";
import type { FigureView } from "../charts/figure-views.ts";
import { intervalCells, intervalColumns } from "../charts/interval-columns.ts";
import { useFormat } from "../format.ts";
import { hasWord, useWords } from "../i18n.ts";
import { Section } from "../shared/page.tsx";
import { Answered } from "../shared/states.tsx";
import { useRunPicture } from "./run-picture.ts";
import type { RunView } from "./run-view.ts";

type Uncertainty = z.output<typeof RunUncertaintyShape>;

type Shown = {
  readonly view: RunView;
  readonly shown: FigureView;
  readonly onView: (shown: FigureView) => void;
};

/** What makes the ranks of the index unsure: which choices, and which indicators. */
export function DependsSection(props: Shown) {
  const say = useWords("indexes");
  const { run } = props.view;
  const answer = useApi(routes.runUncertainty, { params: { id: run.id }, query: { only: "causes" } });
  return (
    <Section title={say("depends.heading")} note={say("depends.note")}>
      <Answered answer={answer} lines={8}>
        {(value) => (
          <>
            <Sensitivities {...props} found={value} />
            <LeftOut view={props.view} found={value} />
            <p className="figure-hint">
              {say("depends.how", {
                replicates: value.replicates,
                runs: value.runs,
                seed: value.recipe.seed ?? "–",
              })}
              {value.replicatesUndefined > 0
                ? ` ${say("depends.undefined", { count: value.replicatesUndefined })}`
                : ""}
            </p>
          </>
        )}
      </Answered>
    </Section>
  );
}

function Sensitivities({ view, found, shown, onView }: Shown & { readonly found: Uncertainty }) {
  const say = useWords("indexes");
  const sayChart = useWords("charts");
  const format = useFormat();
  const { run } = view;
  const pictureOf = useRunPicture(run);
  const nameOf = (factor: string) =>
    hasWord("indexes", `factor.${factor}`) ? say(`factor.${factor}`) : factor;
  const factors = found.sensitivities.find(({ output }) => output === "mean-rank-shift")?.factors ?? [];
  if (factors.length === 0) return <p>{say("depends.none")}</p>;
  const share = (one: { value: number; low: number; high: number } | null) =>
    one === null
      ? "–"
      : say("depends.share", {
          value: format.percent(one.value),
          low: format.percent(one.low),
          high: format.percent(one.high),
        });
  const ordered = factors.toSorted((a, b) => (b.total?.value ?? -1) - (a.total?.value ?? -1));
  const most = ordered[0]!;
  const title = say("depends.title");
  const sentence = most.total
    ? say("depends.sentence", { factor: nameOf(most.factor), total: share(most.total) })
    : say("depends.none");
  // Estimates of a share can lie a little below 0 or above 1; the axis holds what is a share.
  const inside = (value: number) => Math.max(0, Math.min(1, value));
  const markOf = (one: { value: number; low: number; high: number }) => ({
    value: inside(one.value),
    interval: { low: inside(one.low), high: inside(one.high) },
  });
  const picture = pictureOf(title, say("depends.subtitle"));
  return (
    <Figure
      name={`socle-${run.id}-depends`}
      id="depends"
      text={picture}
      sentence={sentence}
      view={shown}
      onView={onView}
      chart={
        <DotPlot
          text={picture}
          sentence={sentence}
          rows={ordered.map(
            ({ factor, first, total }): DotPlotRow => ({
              id: factor,
              label: nameOf(factor),
              note: total ? format.percent(inside(total.value)) : "–",
              marks: [
                ...(total ? [{ ...markOf(total), colour: 1, shape: "circle" as const }] : []),
                ...(first ? [{ ...markOf(first), colour: 2, shape: "square" as const, small: true }] : []),
              ],
              missing: total ? null : say("depends.none"),
              spoken: `${nameOf(factor)}: ${say("depends.total")} ${share(total)}; ${say("depends.first")} ${share(first)}`,
            }),
          )}
          ticks={[0, 0.25, 0.5, 0.75, 1]}
          format={(value) => format.percent(value)}
          keys={[
            { label: say("depends.total"), colour: 1, shape: "circle" },
            { label: say("depends.first"), colour: 2, shape: "square" },
          ]}
        />
      }
      table={
        <FactTable
          caption={title}
          columns={[
            { id: "factor", label: say("depends.factor") },
            { id: "total", label: say("depends.total"), numeric: true },
            ...intervalColumns(sayChart, { id: "total", label: say("depends.total") }),
            { id: "first", label: say("depends.first"), numeric: true },
            ...intervalColumns(sayChart, { id: "first", label: say("depends.first") }),
          ]}
          rows={ordered.map(({ factor, first, total }) => ({
            id: factor,
            cells: {
              factor: { show: nameOf(factor) },
              total: { show: share(total), by: total?.value ?? null },
              ...intervalCells("total", total),
              ...intervalCells("first", first),
              first: { show: share(first), by: first?.value ?? null },
            },
          }))}
        />
      }
    />
  );
}

/** What the ranks would be without each indicator: how many countries move, and how far. */
function LeftOut({ view, found }: { readonly view: RunView; readonly found: Uncertainty }) {
  const say = useWords("indexes");
  const format = useFormat();
  if (found.leaveOneOut.length === 0) return null;
  const number = (value: number | null) => (value === null ? "–" : format.number(value, 1));
  return (
    <details>
      <summary>{say("without.summary", { count: found.leaveOneOut.length })}</summary>
      <FactTable
        caption={say("without.caption")}
        columns={[
          { id: "indicator", label: say("without.indicator"), wide: true },
          { id: "moved", label: say("without.moved"), numeric: true },
          { id: "mean", label: say("without.mean"), numeric: true },
          { id: "largest", label: say("without.largest"), numeric: true },
        ]}
        rows={found.leaveOneOut
          .toSorted((a, b) => (b.meanShift ?? -1) - (a.meanShift ?? -1))
          .map((one) => ({
            id: one.indicator,
            cells: {
              indicator: { show: view.nodeName(one.indicator) },
              moved: { show: one.moved, by: one.moved },
              mean: { show: number(one.meanShift), by: one.meanShift },
              largest: { show: number(one.largestShift), by: one.largestShift },
            },
          }))}
      />
    </details>
  );
}
