// Tables of observations on their way in: what is said of each file, and what a refusal leaves to decide.

import type { ProblemShown } from "../shared/problem-list.tsx";
import type { Outcome } from "./import-files.tsx";

/** What a file itself may not say. */
export const describing = ["title", "agency", "indicator", "unit"] as const;
export type Describing = (typeof describing)[number];

export type TableFile = {
  /** Holds while the page is open. */
  readonly key: number;
  readonly name: string;
  readonly series: string;
  readonly told: Readonly<Partial<Record<Describing, string>>>;
  readonly state: "waiting" | "working" | "done" | "refused";
  readonly outcome: Outcome | null;
  readonly problems: readonly ProblemShown[];
};

/**
 * The short name a file's series has until somebody gives it another, as the command line does.
 *
 * @example
 * seriesOfFile("SI.POV.DDAY.csv") // => "si-pov-dday"
 */
export function seriesOfFile(name: string): string {
  const words = name.replace(/\.[a-z0-9]+$/i, "").match(/[a-z0-9]+/gi) ?? [];
  const plain = words.join("-").toLowerCase().slice(0, 60).replace(/-$/, "");
  return plain.length >= 2 ? plain : `series-${plain || "1"}`;
}

export const tableFile = (key: number, name: string): TableFile => ({
  key,
  name,
  series: seriesOfFile(name),
  told: {},
  state: "waiting",
  outcome: null,
  problems: [],
});

/** What goes into the request: nothing where nothing was written. */
export const toldOf = ({ told }: TableFile): Partial<Record<Describing, string>> =>
  Object.fromEntries(
    Object.entries(told).flatMap(([name, text]) => (text.trim() ? [[name, text.trim()]] : [])),
  );

/** The texts of a refused file that stand for no known area, in the order of its rows. */
export const unknownAreas = ({ problems }: Pick<TableFile, "problems">): readonly string[] => [
  ...new Set(
    problems.flatMap(({ code, at }) =>
      code === "releases.area-unknown" && at?.text !== undefined ? [at.text] : [],
    ),
  ),
];

/** Areas to leave out as the request takes them, one a line; a lone empty text would be no text at all. */
export const leaveOutText = (areas: readonly string[]): string =>
  areas.length === 1 ? `${areas[0]}${areas[0] === "" ? "\n" : ""}` : areas.join("\n");

/** Whether leaving areas out is all that a refused file needs. */
export const isOnlyAreas = (file: Pick<TableFile, "problems">): boolean =>
  file.problems.length > 0 && file.problems.length === unknownAreas(file).length;
