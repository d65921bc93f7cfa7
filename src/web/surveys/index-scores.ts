// The scores of an index of persons or enterprises in the order in which they are read.

import type { Say } from "../i18n.ts";
import type { MicroCell, MicroResult } from "./answers.ts";

export type Score = MicroResult["scores"][number];

/** The cell of a score for a group of people or firms. */
export const cellOf = (
  result: MicroResult,
  statistic: MicroCell["statistic"],
  part: string,
  level: string | null,
): MicroCell | undefined =>
  result.cells.find((one) => one.statistic === statistic && one.part === part && one.level === level);

/** A step of a ladder without those below it. */
const ofItself = ".own";

/** Whether a score is a form, a step of a ladder or the whole index, and not a part of one. */
export const isWhole = ({ part, group }: Score): boolean => group === null && !part.endsWith(ofItself);

/** The score of a step without those below it. */
export const stepOfItself = (result: MicroResult, { part }: Score): Score | undefined =>
  result.scores.find((one) => one.part === `${part}${ofItself}`);

/** The whole index first, then each form or step with its parts under it. */
export function orderedScores({ scores }: Pick<MicroResult, "scores">): readonly Score[] {
  const wholes = scores.filter(isWhole);
  const partsOf = (whole: Score) =>
    scores.filter(
      (one) =>
        !isWhole(one) &&
        (one.part === `${whole.part}${ofItself}` || (one.form !== null && one.form === whole.form)),
    );
  const combined = wholes.filter(({ form }) => form === null && wholes.some((one) => one.form !== null));
  const others = wholes.filter((one) => !combined.includes(one));
  return [...combined, ...others.flatMap((whole) => [whole, ...partsOf(whole)])];
}

/** A recode as the definitions write it, in words; one that is written otherwise stays as it is. */
export function recodeText(say: Say, recode: string): string {
  const line = /^(\S+) … (\S+) → 0 … 1$/.exec(recode);
  if (line) return say("recode.line", { from: line[1], to: line[2] });
  const is = /^(.+) → 1; … → 0$/.exec(recode);
  return is ? say("recode.is", { codes: is[1] }) : recode;
}
