// A comparison of two runs in words for the command line.

import { areaName } from "#kernel";
import { roundedShares } from "#statistics";
import type { RouteReply } from "../use-case.ts";

type Comparison = RouteReply<"compareRuns">;

const causeWords: Readonly<Record<Comparison["causes"][number]["cause"], string>> = {
  values: "new values",
  choice: "another choice among sources",
  areas: "countries that came or went",
  definition: "new definition",
  rules: "rules on missing values",
  period: "another period",
};

const stateWords: Readonly<Record<Exclude<Comparison["areas"][number]["state"], "both">, string>> = {
  entered: "entered",
  left: "left",
  "gained-rank": "had no rank before",
  "lost-rank": "has no rank now",
  unranked: "has no rank in either",
};

const signed = (value: number): string => (value > 0 ? `+${value}` : value < 0 ? `−${-value}` : "0");

/** A rank with how sure it is, such as `14 (11–17)`. */
const rankOf = ({ rank, rankLow, rankHigh }: NonNullable<Comparison["areas"][number]["from"]>): string =>
  rankLow === null || rankHigh === null ? `${rank}` : `${rank} (${rankLow}–${rankHigh})`;

/**
 * What one area's change is made of: `Belmora from 14 (11–17) to 9 (7–12): new values +3 (ISI_O_POV +2)`.
 * Figures are rounded so that they sum to the places gained.
 */
export function areaLine(comparison: Comparison, change: Comparison["areas"][number]): string {
  const name = areaName(change.area, "en");
  if (change.state === "both" && change.from && change.to) {
    const { causes, divided } = comparison;
    const shares = roundedShares(change.places, 1);
    const parts = roundedShares(change.parts, 1);
    const said = causes.flatMap(({ cause }, c) => {
      if (shares[c] === 0) return [];
      const within =
        divided?.cause === cause
          ? divided.parts
              .flatMap((part, p) => (parts[p] === 0 ? [] : [{ part, share: parts[p]! }]))
              .sort((a, b) => Math.abs(b.share) - Math.abs(a.share))
              .slice(0, 3)
              .map(({ part, share }) => `${part} ${signed(share)}`)
          : [];
      return [
        `${causeWords[cause]} ${signed(shares[c]!)}${within.length > 0 ? ` (${within.join(", ")})` : ""}`,
      ];
    });
    const { from, to } = change;
    return from.rank === to.rank && said.length === 0
      ? `${name} stays at ${rankOf(from)}`
      : `${name} from ${rankOf(from)} to ${rankOf(to)}: ${said.length > 0 ? said.join(", ") : "nothing moved it"}`;
  }
  if (change.state === "both") return name;
  const rank = change.from?.rank ?? change.to?.rank;
  return `${name} ${stateWords[change.state]}${rank === undefined ? "" : ` (rank ${rank})`}`;
}

/** The whole comparison: what differs, which cause moved most, and a line for each area that moved. */
export function comparisonLines(comparison: Comparison): string {
  const { from, to, periods, causes, changes, areas, mixtures, failed, divided } = comparison;
  const places = (count: number) => {
    const shown = Math.round(count * 10) / 10;
    return `${shown} ${shown === 1 ? "place" : "places"}`;
  };
  const cells = changes.values.reduce((sum, v) => sum + v.new + v.changed + v.withdrawn, 0);
  const moved = areas
    .filter((change) => change.state !== "both" || change.from?.rank !== change.to?.rank)
    .sort((a, b) => gain(b) - gain(a) || (a.area < b.area ? -1 : 1));
  const still = areas.length - moved.length;
  return [
    `${from.id}${periods[0] === null ? "" : `, ${periods[0]}`} to ${to.id}${periods[1] === null ? "" : `, ${periods[1]}`}`,
    ...(causes.length === 0 ? ["Nothing differs between the two that could move a rank."] : []),
    ...causes.map(
      ({ cause, places: all, largestFor }) =>
        `${causeWords[cause]}: ${places(all)} in all, the largest share for ${largestFor} ${largestFor === 1 ? "country" : "countries"}`,
    ),
    ...(cells > 0 ? [`Values: ${cells} cells of ${changes.values.length} series differ.`] : []),
    ...(changes.entered.length > 0 ? [`Entered: ${changes.entered.join(", ")}.`] : []),
    ...(changes.left.length > 0 ? [`Left: ${changes.left.join(", ")}.`] : []),
    ...(changes.definition.length > 0
      ? [`Parts of the definition that differ: ${changes.definition.join(", ")}.`]
      : []),
    "",
    ...moved.map((change) => areaLine(comparison, change)),
    ...(still > 0 ? [`${still} ${still === 1 ? "country stays" : "countries stay"} at the same rank.`] : []),
    "",
    `Shares are means over all orders in which the causes can come in (Shapley), from ${mixtures} mixtures of the two runs; a plus is places gained.`,
    ...(failed.length > 0
      ? [`${failed.length} mixtures could not be computed; countries count as half way in them.`]
      : []),
    ...(divided?.drawn
      ? [
          `Shares of single ${divided.cause === "values" ? "indicators" : "parts"} come from ${divided.drawn.orders} orders drawn by chance; their standard error is ${divided.drawn.largestError.toFixed(2)} places at the most.`,
        ]
      : []),
  ].join("\n");
}

const gain = ({ from, to }: Comparison["areas"][number]): number =>
  from && to ? from.rank - to.rank : Number.NEGATIVE_INFINITY;
