import { useWords } from "../i18n.ts";
import { Section } from "../shared/page.tsx";
import type { MicroCell, MicroResult } from "./answers.ts";
import { cellOf, isWhole, stepOfItself } from "./index-scores.ts";
import style from "./surveys.module.css";
import { Told } from "./told.tsx";
import { useCellText } from "./use-cell-text.ts";

/** The steps of a ladder from the top down: what each asks for, and how far enterprises come on it. */
export function LadderSteps({
  result,
  statistic,
}: {
  readonly result: MicroResult;
  readonly statistic: MicroCell["statistic"];
}) {
  const say = useWords("survey-tables");
  const text = useCellText(statistic, "score");
  const steps = result.scores.filter(isWhole).map((score, i) => {
    const itself = stepOfItself(result, score);
    return {
      score,
      number: i + 1,
      lines: result.definition.lines.filter(({ part }) => part === score.part || part === itself?.part),
      cell: cellOf(result, statistic, score.part, null),
      itself: itself && cellOf(result, statistic, itself.part, null),
    };
  });
  return (
    <Section title={say("ladder.heading")} note={say("ladder.note")}>
      <ol className={style["steps"]} reversed>
        {steps.toReversed().map(({ score, number, lines, cell, itself }) => (
          <li key={score.part} value={number}>
            <p>
              <strong>
                {number}. <Told text={score.label} />
              </strong>
              {lines.length > 0 ? (
                <span className={style["under"]}>{say("ladder.lines", { count: lines.length })}</span>
              ) : null}
            </p>
            <p className={style["stepFigure"]}>
              {cell === undefined || cell.estimate === null ? (
                text.missing(cell)
              ) : (
                <>
                  <strong>{text.value(cell.estimate)}</strong>{" "}
                  <span className={style["under"]}>
                    {[text.interval(cell), text.cases(cell)].filter(Boolean).join(" · ")}
                  </span>
                  {itself && itself.estimate !== null ? (
                    <span className={style["under"]}>
                      {say("ladder.itself", { value: text.value(itself.estimate) })}
                    </span>
                  ) : null}
                </>
              )}
            </p>
          </li>
        ))}
      </ol>
    </Section>
  );
}
