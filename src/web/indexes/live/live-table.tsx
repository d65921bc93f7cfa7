import type { Standing } from "#securities";
import { useFormat } from "../../format.ts";
import { useLanguage, useWords } from "../../i18n.ts";
import { groupName, placeName } from "../names.ts";
import { codeText } from "../rating-text.ts";
import { type RankInterval, rankInterval, rankWithInterval, type Score } from "../run-scores.ts";
import { placesMoved } from "./live-index.ts";

/** Intervals by area; `null` while they are computed. */
export type LiveIntervals = ReadonlyMap<string, RankInterval> | null;

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
  const number = (value: number | null | undefined) =>
    value === null || value === undefined ? "–" : format.number(value, 3, true);
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
          {rows.map((score) => {
            const was = before.get(score.area);
            const moved = placesMoved(was?.rank ?? null, score.rank);
            const group = groups.get(score.area);
            const groupWas = publishedGroups.get(score.area);
            const interval = isAsPublished
              ? was
                ? rankInterval(was)
                : null
              : (intervals?.get(score.area) ?? null);
            return (
              <tr key={score.area}>
                <th scope="row">{placeName(score.area, language)}</th>
                <td className="fact-number">
                  {score.rank === null ? (
                    <em>{score.reason ? codeText(sayChart, "reason", score.reason) : sayChart("noData")}</em>
                  ) : (
                    rankWithInterval(say, score.rank, interval, intervals === null && !isAsPublished)
                  )}
                </td>
                <td className="fact-number">
                  {was?.rank ? rankWithInterval(say, was.rank, rankInterval(was), false) : "–"}
                </td>
                <td className="fact-short">
                  {moved === null
                    ? "–"
                    : moved === 0
                      ? say("live.same")
                      : moved > 0
                        ? say("live.up", { count: moved })
                        : say("live.down", { count: -moved })}
                </td>
                <td className="fact-number">{number(score.score)}</td>
                {hasGroups ? (
                  <td>
                    {group ? groupName(group.group, language) : "–"}
                    {group && groupWas !== undefined && groupWas !== group.group ? (
                      <span className="tree-soft">
                        {" "}
                        {say("live.groupWas", { group: groupName(groupWas, language) })}
                      </span>
                    ) : null}
                  </td>
                ) : null}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
