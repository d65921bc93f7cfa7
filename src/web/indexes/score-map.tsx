import { useNavigate } from "@tanstack/react-router";
import { FactTable } from "../charts/fact-table.tsx";
import { Figure } from "../charts/figure.tsx";
import type { FigureView } from "../charts/figure-views.ts";
import { intervalCells, intervalColumns } from "../charts/interval-columns.ts";
import { PlacesMap, useInventedNote } from "../charts/places-map.tsx";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { placeName } from "./names.ts";
import { codeText } from "./rating-text.ts";
import { useRunPicture } from "./run-picture.ts";
import { rankInterval, rankWithInterval, type Score } from "./run-scores.ts";
import type { RunView } from "./run-view.ts";
import { scoreSteps, stepOf } from "./score-steps.ts";

/** The scores of one node on the world map, or a tile for each country where all are invented. */
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
  const navigate = useNavigate();
  const { run, period } = view;
  const pictureOf = useRunPicture(run);
  const codes = scores.map(({ area }) => area);
  const inventedNote = useInventedNote(codes);
  const byArea = new Map(scores.map((score) => [score.area, score]));
  const number = (value: number) => format.number(value, 3, true);
  const steps = scoreSteps(scores.flatMap(({ score }) => (score === null ? [] : [score])));
  const scored = scores.filter(({ score }) => score !== null);
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
  const sentence = [say("map.sentence", { count: scored.length, without }), inventedNote]
    .filter(Boolean)
    .join(" ");
  const picture = pictureOf(figureTitle, say("map.subtitle", { period: period ?? say("scores.noPeriod") }));
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
        <PlacesMap
          text={picture}
          sentence={sentence}
          codes={codes}
          placeOf={(code) => {
            const score = byArea.get(code);
            const value = score?.score ?? null;
            return {
              name: placeName(code, language),
              note: value === null ? spoken(score) : number(value),
              spoken: spoken(score),
              fill:
                value === null
                  ? "unknown"
                  : value === 0
                    ? "zero"
                    : (stepOf(steps, value)?.shade ?? "unknown"),
              onOpen: () => void navigate({ to: "/countries/$code", params: { code } }),
            };
          }}
          keys={[
            { fill: "unknown", label: say("map.noScore") },
            ...(scored.some(({ score }) => score === 0)
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
