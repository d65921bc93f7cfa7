import type { TableStatistic } from "#records";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import type { MicroCell, TableCell } from "./answers.ts";

type Estimated = Pick<
  TableCell,
  "estimate" | "low" | "high" | "standardError" | "coefficientOfVariation" | "cases" | "withheld"
> & { readonly empty?: boolean };

const shares: readonly string[] = ["share", "at-risk-of-poverty", "share-below"];

/** Estimates and what is said of them, as the statistic is written. */
export function useCellText(
  statistic: TableStatistic | MicroCell["statistic"],
  scale: "score" | "own" = "own",
) {
  const say = useWords("survey-tables");
  const format = useFormat();
  const isShare = shares.includes(statistic);
  const value = (number: number): string =>
    isShare
      ? format.percent(number, 1)
      : statistic === "gini" || scale === "score"
        ? format.number(number, 3, true)
        : statistic === "count" || statistic === "total"
          ? format.number(number, 0)
          : format.figure(number);
  return {
    isShare,
    value,
    /** Nothing where no interval is known. */
    interval: ({ low, high }: Pick<Estimated, "low" | "high">): string | null =>
      low === null || high === null ? null : say("cell.interval", { low: value(low), high: value(high) }),
    cases: ({ cases }: Pick<Estimated, "cases">): string | null =>
      cases === null ? null : say("cell.cases", { cases: format.number(cases) }),
    error: ({ standardError }: Pick<Estimated, "standardError">): string | null =>
      standardError === null
        ? null
        : say("cell.error", {
            error: isShare
              ? say("cell.points", { points: format.number(standardError * 100, 2) })
              : value(standardError),
          }),
    variation: ({ coefficientOfVariation: cv }: Pick<Estimated, "coefficientOfVariation">): string | null =>
      cv === null ? null : say("cell.variation", { variation: format.percent(cv, 1) }),
    /** Why a cell has no estimate. */
    missing: (cell: Estimated | undefined): string =>
      cell === undefined
        ? say("cell.none")
        : cell.withheld === "small"
          ? say("cell.small")
          : cell.withheld === "complement"
            ? say("cell.complement")
            : cell.withheld === "dominance"
              ? say("cell.dominance")
              : cell.empty === true || cell.cases === 0
                ? say("cell.empty")
                : say("cell.none"),
  };
}

export type CellText = ReturnType<typeof useCellText>;
