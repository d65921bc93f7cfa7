import { Link, useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { isInventedAreaCode } from "#kernel";
import { indicatorRoles } from "#securities";
import { useChartWords } from "../charts/chart-words.ts";
import { DotPlot, type DotPlotRow } from "../charts/dot-plot.tsx";
import { type FactRow, FactTable } from "../charts/fact-table.tsx";
import { Figure } from "../charts/figure.tsx";
import type { FigureView } from "../charts/figure-views.ts";
import { intervalCells, intervalColumns } from "../charts/interval-columns.ts";
import { valueTicks } from "../charts/linear-scale.ts";
import type { PictureText } from "../charts/picture.tsx";
import { TraceMark } from "../charts/trace-mark.tsx";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { OriginMark } from "../shared/origin-mark.tsx";
import { definitionTree, nodesBelow } from "./definition-tree.ts";
import { type Drawn, drawnOf, drawnRows, ranksReached } from "./drawn-rows.ts";
import { groupName, placeName, roleName } from "./names.ts";
import { codeText, groupMark, markOfGroup } from "./rating-text.ts";
import { type Run, rankInterval, rankTicks, rankWithInterval, type Score, scoreTrace } from "./run-scores.ts";

const groupOrder: readonly string[] = Object.keys(groupMark);

type State = {
  readonly view?: FigureView | undefined;
  readonly sort?: string | undefined;
  readonly drawn?: Drawn | undefined;
  readonly place?: string | undefined;
};

/** All areas of a run in the order of their rank, for one node and period. */
export function RankingFigure({
  run,
  node,
  title,
  period,
  scores,
  state,
  change,
}: {
  run: Run;
  node: string;
  title: string;
  period: string | null;
  scores: readonly Score[];
  state: State;
  change: (part: State) => void;
}) {
  const say = useWords("indexes");
  const sayChart = useWords("charts");
  const language = useLanguage();
  const format = useFormat();
  const words = useChartWords();
  const navigate = useNavigate();

  const groups = new Map(
    run.countryGroups.filter((g) => g.node === node && g.period === period).map((g) => [g.area, g]),
  );
  const threshold = run.thresholds.find((t) => t.node === node && t.period === period)?.value ?? null;
  const ranked = scores.filter((score) => score.rank !== null);
  // By rank where every rank has its interval; a run made before there were intervals is drawn by score.
  const byRank = ranked.length > 0 && ranked.every((score) => rankInterval(score) !== null);
  const colour = byRank ? 6 : 1;
  const number = (score: Score | undefined) =>
    score?.score === null || score === undefined ? "–" : format.number(score.score, 3, true);
  const reason = (score: Score) =>
    score.reason === null ? sayChart("noData") : codeText(sayChart, "reason", score.reason);
  const sureScore = (score: Score) => {
    const interval = rankInterval(score);
    return interval === null
      ? number(score)
      : `${number(score)}; ${say("scores.surely", { low: interval.low, high: interval.high })}`;
  };
  const sharing = Map.groupBy(ranked, (score) => score.rank);
  const ties = (score: Score) => sharing.get(score.rank)?.length ?? 0;
  const rank = (score: Score) =>
    score.rank === null
      ? "–"
      : rankWithInterval(say, score.rank, rankInterval(score), false) +
        (ties(score) > 1 ? ` ${say("scores.tied", { count: ties(score) })}` : "");
  const group = (area: string) => {
    const own = groups.get(area);
    if (!own) return "";
    return groupName(own.group, language) + (own.flag ? ` (${codeText(sayChart, "flag", own.flag)})` : "");
  };
  const spoken = (score: Score) =>
    score.score === null
      ? `${placeName(score.area, language)}: ${reason(score)}`
      : `${say("scores.spoken", {
          place: placeName(score.area, language),
          score: number(score),
          rank: rankWithInterval(say, score.rank!, rankInterval(score), false),
          of: ranked.length,
          n: score.n,
          expected: score.expected,
        })} ${group(score.area)}`;
  const tree = definitionTree(run.definition);
  const shown = tree ? nodesBelow(tree).find((n) => n.id === node) : undefined;
  const parts = indicatorRoles.flatMap((role) => {
    const part = shown?.children.find((child) => child.role === role);
    return part ? [{ role, id: part.id }] : [];
  });
  // A run has a score for each country, part and period: looked through once, not once for each cell.
  const ofPeriod = useMemo(
    () =>
      new Map(
        run.scores.flatMap((score) =>
          score.period === period ? [[`${score.node} ${score.area}`, score] as const] : [],
        ),
      ),
    [run, period],
  );
  const partScore = (area: string, id: string) => ofPeriod.get(`${id} ${area}`);

  // In the order of the scheme, not in that of the countries' codes.
  const used = [...new Set([...groups.values()].map((g) => g.group))].sort(
    (a, b) => groupOrder.indexOf(a) - groupOrder.indexOf(b),
  );
  const first = ranked[0];
  const last = ranked.at(-1);
  const sentence =
    first && last
      ? say("scores.sentence", {
          count: ranked.length,
          of: scores.length,
          first: placeName(first.area, language),
          firstScore: sureScore(first),
          last: placeName(last.area, language),
          lastScore: sureScore(last),
        })
      : say("scores.sentenceNone");
  const figureTitle = say("scores.title", { title });
  const source = words.sourceLine(
    say("scores.source", {
      definition: run.definitionId,
      version: run.definitionVersion,
      release: run.release,
    }),
    run.createdAt,
  );
  const markOf = (score: Score) => ({
    ...(groups.size > 0
      ? markOfGroup(groups.get(score.area)?.group ?? null)
      : { colour, shape: "circle" as const }),
    ...(byRank ? { value: score.rank!, interval: rankInterval(score) } : { value: score.score! }),
  });
  const above =
    threshold === null
      ? 0
      : ranked.filter((score) => score.score !== null && score.score >= threshold).length;
  const scoreTicks = valueTicks([0, ...ranked.flatMap(({ score }) => (score === null ? [] : [score]))], 5);
  const drawn = drawnRows(scores, drawnOf(state, scores), state.place);
  const [firstRank, lastRank] = ranksReached(drawn);
  const ticks = byRank ? rankTicks(lastRank, firstRank) : scoreTicks;
  const guide = byRank ? above + 0.5 : threshold;
  const hasGuide = guide !== null && (!byRank || (guide > firstRank && guide < lastRank));
  const picture: PictureText = {
    title: figureTitle,
    subtitle: `${say(byRank ? "scores.subtitleRank" : "scores.subtitle", {
      period: period ?? say("scores.noPeriod"),
      count: ranked.length,
    })}${drawn.length < scores.length ? `; ${say("drawn.some", { count: drawn.length, of: scores.length })}` : ""}`,
    source,
    watermark: words.watermark([run.origin]),
  };
  return (
    <Figure
      name={`socle-${run.id}-${node}`}
      id="ranking"
      text={picture}
      sentence={sentence}
      view={state.view ?? "chart"}
      onView={(view) => change({ view: view === "chart" ? undefined : view })}
      chart={
        <DotPlot
          text={picture}
          sentence={sentence}
          rows={drawn.map(
            (score): DotPlotRow => ({
              id: score.area,
              label: `${score.rank ?? "–"}  ${placeName(score.area, language)}`,
              note: number(score),
              marks: score.score === null ? [] : [markOf(score)],
              missing: score.score === null ? reason(score) : null,
              spoken: spoken(score),
              onOpen: () => void navigate({ to: "/trace", search: { id: scoreTrace(run.id, score) } }),
            }),
          )}
          ticks={ticks}
          format={(value) => format.number(value, 2)}
          {...(byRank && { noteWidth: 60 })}
          guides={
            threshold === null || !hasGuide
              ? []
              : [
                  {
                    value: guide,
                    label: say("scores.threshold", { value: format.number(threshold, 3) }),
                  },
                ]
          }
          keys={used.map((id) => ({ label: groupName(id, language), ...markOfGroup(id) }))}
        />
      }
      table={
        <FactTable
          caption={figureTitle}
          columns={[
            { id: "area", label: sayChart("column.area"), sortable: true },
            { id: "rank", label: say("column.rank"), numeric: true, sortable: true },
            ...intervalColumns(sayChart, { id: "rank", label: say("column.rank") }),
            { id: "score", label: say("column.score"), numeric: true, sortable: true },
            { id: "n", label: say("column.used"), numeric: true, sortable: true },
            { id: "expected", label: say("column.expected"), numeric: true, inFileOnly: true },
            ...(groups.size > 0 ? [{ id: "group", label: say("column.group"), sortable: true }] : []),
            ...parts.map((part) => ({
              id: part.role,
              label: roleName(part.role, language),
              numeric: true,
              sortable: true,
            })),
          ]}
          rows={scores.map((score): FactRow => {
            const name = placeName(score.area, language);
            return {
              id: score.area,
              cells: {
                area: {
                  show: (
                    <>
                      <Link to="/countries/$code" params={{ code: score.area }}>
                        {name}
                      </Link>{" "}
                      {isInventedAreaCode(score.area) ? (
                        <OriginMark origin={run.origin === "real" ? "invented" : run.origin} />
                      ) : null}
                    </>
                  ),
                  by: name,
                },
                rank: { show: rank(score), by: score.rank },
                ...intervalCells("rank", rankInterval(score)),
                score: {
                  show:
                    score.score === null ? (
                      <em>{reason(score)}</em>
                    ) : (
                      <>
                        {number(score)} <TraceMark id={scoreTrace(run.id, score)} of={`${title}, ${name}`} />
                      </>
                    ),
                  by: score.score,
                },
                n: {
                  show: `${sayChart("usedOf", { n: score.n, expected: score.expected })}${
                    score.imputed ? ` (${say("scores.imputed", { n: score.imputed })})` : ""
                  }`,
                  by: score.n,
                },
                expected: { show: null, by: score.expected },
                group: { show: group(score.area), by: group(score.area) },
                ...Object.fromEntries(
                  parts.map(({ role, id }) => {
                    const part = partScore(score.area, id);
                    return [
                      role,
                      {
                        show: part ? (
                          <>
                            {number(part)}{" "}
                            <TraceMark
                              id={scoreTrace(run.id, part)}
                              of={`${title}, ${roleName(role, language)}, ${name}`}
                            />
                          </>
                        ) : (
                          "–"
                        ),
                        by: part?.score ?? null,
                      },
                    ];
                  }),
                ),
              },
            };
          })}
          sort={state.sort ?? "rank"}
          onSort={(sort) => change({ sort })}
        />
      }
    />
  );
}
