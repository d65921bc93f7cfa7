import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { formName, inLanguage, roleName } from "../indexes/names.ts";
import { codeText } from "../indexes/rating-text.ts";
import type { ComparedIndex, Driver, PlacedScore } from "./placed-scores.ts";

type Figures = Pick<
  PlacedScore,
  "score" | "scoreLow" | "scoreHigh" | "rank" | "rankLow" | "rankHigh" | "of" | "reason"
>;

/** How scores and places are written on the pages of countries: never a rank without its interval. */
export function usePlaceText() {
  const say = useWords("countries");
  const sayChart = useWords("charts");
  const format = useFormat();
  const language = useLanguage();
  const number = (value: number | null) => (value === null ? "–" : format.number(value, 2, true));
  const reason = (score: Pick<PlacedScore, "reason"> | undefined) =>
    score?.reason ? codeText(sayChart, "reason", score.reason) : sayChart("noData");
  const rank = ({ rank: own, rankLow, rankHigh, of }: Figures) =>
    own === null
      ? "–"
      : rankLow === null || rankHigh === null
        ? say("rank.alone", { rank: own, of })
        : say("rank.between", { rank: own, of, low: rankLow, high: rankHigh });
  const score = (figures: Figures | undefined) => {
    if (!figures || figures.score === null) return "–";
    const { scoreLow, scoreHigh } = figures;
    return scoreLow === null || scoreHigh === null
      ? number(figures.score)
      : say("score.between", {
          score: number(figures.score),
          low: number(scoreLow),
          high: number(scoreHigh),
        });
  };
  const indexName = ({ form, title }: Pick<ComparedIndex, "form" | "title">) => {
    const named = formName(form, language);
    return form === "composite"
      ? say("ratings.composite")
      : form === null || named === form
        ? inLanguage(title, language)
        : named;
  };
  const nodeName = (index: ComparedIndex, node: string): string => {
    const found = index.nodes.find((one) => one.node === node);
    if (found === undefined || found === index.nodes[0]) return indexName(index);
    return found.role !== null
      ? roleName(found.role, language)
      : found.title === null
        ? node
        : inLanguage(found.title, language);
  };
  const indicatorName = ({ title, indicator }: Pick<Driver, "title" | "indicator">) =>
    title ? inLanguage(title, language) : indicator;
  return { number, reason, rank, score, indexName, nodeName, indicatorName };
}
