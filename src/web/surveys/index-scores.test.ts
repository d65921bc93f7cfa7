import { describe, expect, it } from "vitest";
import { isWhole, orderedScores, recodeText, stepOfItself } from "./index-scores.ts";

const score = (part: string, form: string | null = null, group: string | null = null) => ({
  part,
  form,
  group,
  label: { en: part },
});
const ordered = (scores: readonly ReturnType<typeof score>[]) =>
  orderedScores({ scores: [...scores] }).map(({ part }) => part);

describe("scores of persons and enterprises", () => {
  it("stand as the whole index, then each form with its parts under it", () => {
    const scores = [
      score("job.input", "job", "input"),
      score("job.outcome", "job", "outcome"),
      score("job", "job"),
      score("work.input", "work", "input"),
      score("work", "work"),
      score("combined"),
    ];
    expect(ordered(scores)).toEqual(["combined", "job", "job.input", "job.outcome", "work", "work.input"]);
    expect(scores.filter(isWhole).map(({ part }) => part)).toEqual(["job", "work", "combined"]);
  });

  it("stand as steps of a ladder in their order, each with the score of its own domain", () => {
    const scores = [score("skills.own"), score("equity.own"), score("skills"), score("equity")];
    expect(ordered(scores)).toEqual(["skills", "skills.own", "equity", "equity.own"]);
    const result = { scores } as unknown as Parameters<typeof stepOfItself>[0];
    expect(stepOfItself(result, scores[3]!)?.part).toBe("equity.own");
  });

  it("tell in words how an answer becomes a number, and leave what they do not know as it is", () => {
    const say = (key: string, values?: object) => `${key} ${JSON.stringify(values)}`;
    expect(recodeText(say, "3 … 1 → 0 … 1")).toBe('recode.line {"from":"3","to":"1"}');
    expect(recodeText(say, "1, 2 → 1; … → 0")).toBe('recode.is {"codes":"1, 2"}');
    expect(recodeText(say, "1 → 0.75; 2 → 0.5")).toBe("1 → 0.75; 2 → 0.5");
  });
});
