import { useLanguage, useWords } from "../i18n.ts";
import { roleName } from "../indexes/names.ts";
import type { MicroCell, MicroResult } from "./answers.ts";
import { Estimate, partsByDefault } from "./estimate-table.tsx";
import { cellOf, isWhole, orderedScores } from "./index-scores.ts";
import style from "./surveys.module.css";
import { Told } from "./told.tsx";
import { useCellText } from "./use-cell-text.ts";

/** Scores down the side, groups across: each estimate with its interval and cases. */
export function IndexTable({
  result,
  statistic,
}: {
  readonly result: MicroResult;
  readonly statistic: MicroCell["statistic"];
}) {
  const say = useWords("survey-tables");
  const language = useLanguage();
  const text = useCellText(statistic, "score");
  const levels = result.by?.levels ?? [null];
  const caption = say(`index.caption.${statistic}`);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={style["scroll"]} tabIndex={0} aria-label={caption}>
      <table className={style["table"]}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{say("index.score")}</th>
            {levels.map((level) => (
              <th key={level?.code ?? "all"} scope="col" className={style["figure"]}>
                {level === null ? say("index.all") : <Told text={level.label} />}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {orderedScores(result).map((score) => (
            <tr key={score.part} data-all={isWhole(score) ? true : undefined}>
              <th scope="row" className={isWhole(score) ? undefined : style["within"]}>
                {score.group === null ? <Told text={score.label} /> : roleName(score.group, language)}
              </th>
              {levels.map((level) => {
                const cell = cellOf(result, statistic, score.part, level?.code ?? null);
                return (
                  <td key={level?.code ?? "all"} className={style["figure"]}>
                    <Estimate cell={cell} text={text} parts={partsByDefault} />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
