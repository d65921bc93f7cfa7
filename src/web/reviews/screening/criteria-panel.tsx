import { type Criterion, criterionColumns } from "#records";
import { useWords } from "../../i18n.ts";
import style from "./screening.module.css";

/** The criteria in their three columns, with the version of the protocol they stand in. */
export function CriteriaPanel(props: {
  readonly criteria: readonly Criterion[];
  readonly protocol: number;
  readonly language: string;
  /** Numbers that exclude by a criterion. */
  readonly numberOf: (id: string) => number | null;
}) {
  const say = useWords("review-screening");
  return (
    <details className={style["criteria"]} open>
      <summary>{say("criteria", { version: props.protocol })}</summary>
      {props.criteria.length === 0 ? <p>{say("noCriteria")}</p> : null}
      {criterionColumns.map((column) => {
        const own = props.criteria.filter((one) => one.column === column);
        return own.length === 0 ? null : (
          <div key={column} data-column={column}>
            <h3>{say(`column.${column}`)}</h3>
            <ul>
              {own.map(({ id, text }) => {
                const number = props.numberOf(id);
                return (
                  <li key={id}>
                    <strong>{id}</strong> <span lang={props.language}>{text}</span>
                    {number === null ? null : <kbd className={style["key"]}>{number}</kbd>}
                  </li>
                );
              })}
            </ul>
          </div>
        );
      })}
    </details>
  );
}
