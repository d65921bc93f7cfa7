import { Button } from "@mantine/core";
import { memo, useState } from "react";
import type { Standing } from "#securities";
import { useFormat } from "../../format.ts";
import { useLanguage, useWords } from "../../i18n.ts";
import { groupName, placeName } from "../names.ts";
import { codeText } from "../rating-text.ts";
import { type RankInterval, rankInterval, rankWithInterval, type Score } from "../run-scores.ts";
import { placesMoved } from "./live-index.ts";

/** Intervals by area; `null` while they are computed. */
export type LiveIntervals = ReadonlyMap<string, RankInterval> | null;

/** More are asked for: a table of two hundred rows is slower than a hand. */
const mostAtFirst = 50;

/** The published rank beside the rank with what is set otherwise, and how far each country moved. */
export function LiveTable({
  node,
  period,
  published,
  publishedGroups,
  now,
  intervals,
  isAsPublished,
}: {
  readonly node: string;
  readonly period: string | null;
  readonly published: readonly Score[];
  readonly publishedGroups: ReadonlyMap<string, string>;
  readonly now: Standing;
  readonly intervals: LiveIntervals;
  /** Nothing is set otherwise: the intervals of the run hold. */
  readonly isAsPublished: boolean;
}) {
  const say = useWords("indexes");
  const sayChart = useWords("charts");
  const language = useLanguage();
  const format = useFormat();
  const before = new Map(published.map((score) => [score.area, score]));
  const groups = new Map(
    now.countryGroups
      .filter((one) => one.node === node && one.period === period)
      .map((one) => [one.area, one]),
  );
  const rows = now.scores
    .filter((score) => score.node === node)
    .toSorted(
      (a, b) =>
        (a.rank ?? Number.POSITIVE_INFINITY) - (b.rank ?? Number.POSITIVE_INFINITY) ||
        (a.area < b.area ? -1 : 1),
    );
  const [all, setAll] = useState(false);
  const hasGroups = groups.size > 0;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="fact-scroll" tabIndex={0} aria-label={say("live.caption")}>
      <table className="fact-table live-table">
        <caption>{say("live.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{sayChart("column.area")}</th>
            <th scope="col" className="fact-number">
              {say("live.rankNow")}
            </th>
            <th scope="col" className="fact-number">
              {say("live.rankBefore")}
            </th>
            <th scope="col">{say("live.moved")}</th>
            <th scope="col" className="fact-number">
              {say("column.score")}
            </th>
            {hasGroups ? <th scope="col">{say("column.group")}</th> : null}
          </tr>
        </thead>
        <tbody>
          {(all ? rows : rows.slice(0, mostAtFirst)).map((score) => {
            const was = before.get(score.area);
            const moved = placesMoved(was?.rank ?? null, score.rank);
            const group = groups.get(score.area)?.group;
            const groupWas = publishedGroups.get(score.area);
            const interval = !isAsPublished
              ? (intervals?.get(score.area) ?? null)
              : was
                ? rankInterval(was)
                : null;
            return (
              <Row
                key={score.area}
                place={placeName(score.area, language)}
                rank={
                  score.rank === null
                    ? null
                    : rankWithInterval(say, score.rank, interval, intervals === null && !isAsPublished)
                }
                reason={score.reason ? codeText(sayChart, "reason", score.reason) : sayChart("noData")}
                rankBefore={was?.rank ? rankWithInterval(say, was.rank, rankInterval(was), false) : "–"}
                moved={
                  moved === null
                    ? "–"
                    : moved === 0
                      ? say("live.same")
                      : moved > 0
                        ? say("live.up", { count: moved })
                        : say("live.down", { count: -moved })
                }
                score={score.score === null ? "–" : format.number(score.score, 3, true)}
                group={!hasGroups ? null : group === undefined ? "–" : groupName(group, language)}
                groupWas={
                  group !== undefined && groupWas !== undefined && groupWas !== group
                    ? say("live.groupWas", { group: groupName(groupWas, language) })
                    : null
                }
              />
            );
          })}
        </tbody>
      </table>
      {rows.length > mostAtFirst ? (
        <Button variant="default" size="xs" onClick={() => setAll(!all)} data-print="hide">
          {all ? say("years.fewer", { count: mostAtFirst }) : say("live.all", { count: rows.length })}
        </Button>
      ) : null}
    </section>
  );
}

/** Drawn anew only where something in it has changed: rows are many, and sliders move fast. */
const Row = memo(function Row({
  place,
  rank,
  reason,
  rankBefore,
  moved,
  score,
  group,
  groupWas,
}: {
  readonly place: string;
  readonly rank: string | null;
  /** Why there is no rank. */
  readonly reason: string;
  readonly rankBefore: string;
  readonly moved: string;
  readonly score: string;
  /** Null where the index makes no groups. */
  readonly group: string | null;
  readonly groupWas: string | null;
}) {
  return (
    <tr>
      <th scope="row">{place}</th>
      <td className="fact-number">{rank ?? <em>{reason}</em>}</td>
      <td className="fact-number">{rankBefore}</td>
      <td className="fact-short">{moved}</td>
      <td className="fact-number">{score}</td>
      {group === null ? null : (
        <td>
          {group}
          {groupWas === null ? null : <span className="tree-soft"> {groupWas}</span>}
        </td>
      )}
    </tr>
  );
});
