import { Checkbox, Group, NativeSelect, SimpleGrid } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { routes } from "#contract";
import { useApi } from "../api.ts";
import { FactTable } from "../charts/fact-table.tsx";
import { Figure } from "../charts/figure.tsx";
import type { FigureView } from "../charts/figure-views.ts";
import { ScatterPlot } from "../charts/scatter-plot.tsx";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { ProblemList } from "../shared/problem-list.tsx";
import { EmptyState, Loading } from "../shared/states.tsx";
import { placeName } from "./names.ts";
import { useRunPicture } from "./run-picture.ts";
import type { RunView } from "./run-view.ts";
import type { RunState } from "./search-params.ts";
import { pairsOf, valuesOf } from "./two-values.ts";

/** Two indicators, parts or the index itself, set against each other, with how far they go together. */
export function PairFigure({
  view,
  state,
  change,
  shown,
  onView,
}: {
  readonly view: RunView;
  readonly state: RunState;
  readonly change: (part: Partial<RunState>) => void;
  readonly shown: FigureView;
  readonly onView: (shown: FigureView) => void;
}) {
  const say = useWords("indexes");
  const sayChart = useWords("charts");
  const language = useLanguage();
  const format = useFormat();
  const navigate = useNavigate();
  const { run, inner, indicators, period, nodeName, tree } = view;
  const pictureOf = useRunPicture(run);
  const ids = [...inner, ...indicators].map(({ id }) => id);
  const parts = tree?.children ?? [];
  const x = ids.includes(state.x ?? "") ? state.x! : (parts[0]?.id ?? ids[0] ?? "");
  const y = ids.includes(state.y ?? "") ? state.y! : (parts.at(-1)?.id ?? ids[0] ?? "");
  const logs = { x: state.log?.includes("x") ?? false, y: state.log?.includes("y") ?? false };
  const needsValues = indicators.some(({ id }) => id === x || id === y);
  const inputs = useApi(routes.runInputs, { params: { id: run.id } }, { when: needsValues });
  const choices = [
    ...inner.map(({ id }) => ({ value: id, label: nodeName(id) })),
    ...indicators.map(({ id }) => ({ value: id, label: `${nodeName(id)} (${id})` })),
  ];
  const setLog = (axis: "x" | "y", on: boolean) => {
    const next = `${axis === "x" ? (on ? "x" : "") : logs.x ? "x" : ""}${axis === "y" ? (on ? "y" : "") : logs.y ? "y" : ""}`;
    change({ log: next === "" ? undefined : (next as "x" | "y" | "xy") });
  };
  const controls = (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }} data-print="hide">
        <NativeSelect
          label={say("pair.across")}
          value={x}
          onChange={(event) => change({ x: event.currentTarget.value })}
          data={choices}
        />
        <NativeSelect
          label={say("pair.upright")}
          value={y}
          onChange={(event) => change({ y: event.currentTarget.value })}
          data={choices}
        />
      </SimpleGrid>
      <Group gap="md" data-print="hide">
        <Checkbox
          label={say("pair.logAcross")}
          checked={logs.x}
          onChange={(event) => setLog("x", event.currentTarget.checked)}
        />
        <Checkbox
          label={say("pair.logUpright")}
          checked={logs.y}
          onChange={(event) => setLog("y", event.currentTarget.checked)}
        />
      </Group>
    </>
  );
  if (needsValues && inputs.problems.length > 0)
    return (
      <>
        {controls}
        <ProblemList problems={inputs.problems} />
      </>
    );
  if (needsValues && inputs.value === undefined)
    return (
      <>
        {controls}
        <Loading lines={8} />
      </>
    );
  const found = pairsOf(
    valuesOf(run, inputs.value ?? null, x, period),
    valuesOf(run, inputs.value ?? null, y, period),
    logs,
  );
  const place = (area: string) => placeName(area, language);
  const number = (value: number) => format.number(value, 3);
  const title = say("pair.title", { x: nodeName(x), y: nodeName(y) });
  const sentence = [
    found.correlation === null
      ? say("pair.noCorrelation", { count: found.pairs.length })
      : say("pair.sentence", {
          count: found.pairs.length,
          r: format.number(found.correlation, 2, true),
        }),
    logs.x || logs.y ? say("pair.ofLogs") : "",
    found.withoutLog > 0 ? say("pair.withoutLog", { count: found.withoutLog }) : "",
  ]
    .filter(Boolean)
    .join(" ");
  if (found.pairs.length === 0)
    return (
      <>
        {controls}
        <EmptyState what={say("pair.none")} how={say("pair.noneHow")} />
      </>
    );
  const picture = pictureOf(
    title,
    say("pair.subtitle", {
      period: period ?? say("scores.noPeriod"),
      count: found.pairs.length,
    }),
  );
  return (
    <>
      {controls}
      <Figure
        name={`socle-${run.id}-pair`}
        id="pair"
        text={picture}
        sentence={sentence}
        view={shown}
        onView={onView}
        chart={
          <ScatterPlot
            text={picture}
            sentence={sentence}
            points={found.pairs.map((pair) => ({
              id: pair.area,
              label: found.pairs.length > 60 ? pair.area : place(pair.area),
              x: pair.x,
              y: pair.y,
              colour: 1,
              shape: "circle",
              spoken: `${place(pair.area)}: ${nodeName(x)} ${number(pair.x)}; ${nodeName(y)} ${number(pair.y)}`,
              onOpen: () => void navigate({ to: "/countries/$code", params: { code: pair.area } }),
            }))}
            x={{
              label: nodeName(x),
              kind: logs.x ? "log" : "linear",
              format: (value) => format.number(value, 4),
            }}
            y={{
              label: nodeName(y),
              kind: logs.y ? "log" : "linear",
              format: (value) => format.number(value, 4),
            }}
          />
        }
        table={
          <FactTable
            caption={title}
            columns={[
              { id: "area", label: sayChart("column.area") },
              { id: "x", label: nodeName(x), numeric: true },
              { id: "y", label: nodeName(y), numeric: true },
            ]}
            rows={found.pairs.map((pair) => ({
              id: pair.area,
              cells: {
                area: { show: place(pair.area) },
                x: { show: number(pair.x), by: pair.x },
                y: { show: number(pair.y), by: pair.y },
              },
            }))}
          />
        }
      />
    </>
  );
}
