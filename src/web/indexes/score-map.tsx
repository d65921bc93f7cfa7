import { useNavigate } from "@tanstack/react-router";
import { areaName, areas, isInventedAreaCode } from "#kernel";
import { useChartWords } from "../charts/chart-words.ts";
import { FactTable } from "../charts/fact-table.tsx";
import { Figure } from "../charts/figure.tsx";
import type { FigureView } from "../charts/figure-views.ts";
import { intervalCells, intervalColumns } from "../charts/interval-columns.ts";
import { LazyMap } from "../charts/lazy-map.tsx";
import type { PictureText } from "../charts/picture.tsx";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { EmptyState } from "../shared/states.tsx";
import { placeName } from "./names.ts";
import { codeText } from "./rating-text.ts";
import { rankInterval, rankWithInterval, type Score } from "./run-scores.ts";
import type { RunView } from "./run-view.ts";
import { scoreSteps, stepOf } from "./score-steps.ts";

/** The scores of one node on the world map. Invented countries are never drawn; the table has them. */
export function ScoreMap({
  view,
  title,
  scores,
  shown,
  onView,
}: {
  readonly view: RunView;
  readonly title: string;
  readonly scores: readonly Score[];
  readonly shown: FigureView;
  readonly onView: (shown: FigureView) => void;
}) {
  const say = useWords("indexes");
  const sayChart = useWords("charts");
  const language = useLanguage();
  const format = useFormat();
  const words = useChartWords();
  const navigate = useNavigate();
  const { run, period } = view;
  const invented = scores.filter(({ area }) => isInventedAreaCode(area)).length;
  if (invented === scores.length)
    return <EmptyState what={say("map.invented")} how={say("map.inventedHow")} />;

  const byArea = new Map(scores.map((score) => [score.area, score]));
  const number = (value: number) => format.number(value, 3, true);
  const steps = scoreSteps(
    scores.flatMap(({ area, score }) => (score === null || isInventedAreaCode(area) ? [] : [score])),
  );
  const collator = new Intl.Collator(language);
  const drawn = areas
    .filter(({ kind, code }) => (kind === "country" || kind === "territory") && code !== "ATA")
    .map(({ code }) => ({ code, name: areaName(code, language), score: byArea.get(code) }))
    .sort((a, b) => collator.compare(a.name, b.name));
  const scored = drawn.filter(({ score }) => score?.score !== null && score !== undefined);
  const without = scores.filter(({ score }) => score === null).length;
  const spoken = (score: Score | undefined) =>
    score === undefined
      ? say("map.notInRun")
      : score.score === null
        ? score.reason
          ? codeText(sayChart, "reason", score.reason)
          : sayChart("noData")
        : `${number(score.score)}; ${say("column.rank")} ${rankWithInterval(say, score.rank!, rankInterval(score), false)}`;
  const figureTitle = say("map.title", { title });
  const sentence = [
    say("map.sentence", { count: scored.length, without }),
    invented > 0 ? say("map.inventedSome", { count: invented }) : "",
  ]
    .filter(Boolean)
    .join(" ");
  const source = words.sourceLine(
    say("scores.source", {
      definition: run.definitionId,
      version: run.definitionVersion,
      release: run.release,
    }),
    run.createdAt,
  );
  const picture: PictureText = {
    title: figureTitle,
    subtitle: say("map.subtitle", { period: period ?? say("scores.noPeriod") }),
    source,
    watermark: words.watermark([run.origin]),
  };
  return (
    <Figure
      name={`socle-${run.id}-map`}
      id="map"
      text={picture}
      sentence={sentence}
      view={shown}
      onView={onView}
      map
      chart={
        <LazyMap
          text={picture}
          sentence={sentence}
          areas={drawn.map(({ code, name, score }) => ({
            area: code,
            fill:
              score?.score === null || score === undefined
                ? "unknown"
                : score.score === 0
                  ? "zero"
                  : (stepOf(steps, score.score)?.shade ?? "unknown"),
            spoken: `${name}: ${spoken(score)}`,
            onOpen: () => void navigate({ to: "/countries/$code", params: { code } }),
          }))}
          keys={[
            { fill: "unknown", label: say("map.noScore") },
            ...(scored.some(({ score }) => score?.score === 0)
              ? [{ fill: "zero" as const, label: say("map.zero") }]
              : []),
            ...steps.map(({ from, to, shade }) => ({
              fill: shade,
              label: `${format.number(from, 3)}–${format.number(to, 3)}`,
            })),
          ]}
        />
      }
      table={
        <FactTable
          caption={figureTitle}
          columns={[
            { id: "area", label: sayChart("column.country") },
            { id: "score", label: say("column.score"), numeric: true },
            { id: "rank", label: say("column.rank"), numeric: true },
            ...intervalColumns(sayChart, { id: "rank", label: say("column.rank") }),
          ]}
          rows={scores.map((score) => ({
            id: score.area,
            cells: {
              area: { show: placeName(score.area, language) },
              score: {
                show: score.score === null ? <em>{spoken(score)}</em> : number(score.score),
                by: score.score,
              },
              ...intervalCells("rank", rankInterval(score)),
              rank: {
                show:
                  score.rank === null ? "–" : rankWithInterval(say, score.rank, rankInterval(score), false),
                by: score.rank,
              },
            },
          }))}
        />
      }
    />
  );
}
