import type { ReactNode } from "react";
import type { ExtractionForm, ExtractionRow } from "#records";
import { useWords } from "../../i18n.ts";
import style from "../appraisal/appraisal.module.css";
import type { BenchTools } from "../appraisal/bench.tsx";
import { QuotedPassage } from "../appraisal/passage-field.tsx";
import { useWording } from "../appraisal/wording.ts";
import { WideTable } from "../wide-table.tsx";
import { useCellWords } from "./cell-words.ts";

/** Whether a cell says the words of the passage of its row. */
const repeats = ({ anchor, typed, cells }: ExtractionRow): boolean => {
  const words = anchor?.quote ?? typed?.text;
  return words !== undefined && Object.values(cells).some(({ value }) => value === words);
};

/** Rows as a table: fields that no row has anything in are left out. */
export function RowsTable(props: {
  readonly form: ExtractionForm;
  readonly rows: readonly ExtractionRow[];
  readonly tools?: Pick<BenchTools, "hasText" | "show">;
  readonly actions?: (row: ExtractionRow) => ReactNode;
  readonly before?: (row: ExtractionRow) => ReactNode;
  readonly beforeTitle?: string;
}) {
  const say = useWords("review-appraisal");
  const word = useWording();
  const inWords = useCellWords();
  const { rows, tools } = props;
  const fields = props.form.fields.filter(({ id }) => rows.some((row) => row.cells[id]));
  return (
    <WideTable label={say("rows.title")}>
      <table>
        <caption className="visually-hidden">{say("rows.title")}</caption>
        <thead>
          <tr>
            {props.before ? <th scope="col">{props.beforeTitle}</th> : null}
            <th scope="col">{say("rows.passage")}</th>
            {fields.map(({ id, label }) => (
              <th key={id} scope="col">
                {word(label)}
              </th>
            ))}
            {props.actions ? <th scope="col">{say("rows.actions")}</th> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of several reports may share a name
            <tr key={`${row.row} ${at}`}>
              {props.before ? <td>{props.before(row)}</td> : null}
              <td className={style["where"]}>
                <QuotedPassage
                  passage={row}
                  brief={repeats(row)}
                  {...(tools?.hasText ? { onShow: tools.show } : {})}
                />
              </td>
              {fields.map((field) => {
                const cell = row.cells[field.id];
                return (
                  <td
                    key={field.id}
                    className={
                      cell?.missing ? style["missing"] : field.kind === "text" ? style["words"] : undefined
                    }
                  >
                    {inWords(field, cell)}
                    {cell?.note ? <p className={style["hint"]}>{cell.note}</p> : null}
                    {cell && (cell.anchor || cell.typed) ? (
                      <details>
                        <summary>{say("rows.ownPassage")}</summary>
                        <QuotedPassage passage={cell} {...(tools?.hasText ? { onShow: tools.show } : {})} />
                      </details>
                    ) : null}
                  </td>
                );
              })}
              {props.actions ? <td>{props.actions(row)}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}
