import { useWords } from "../i18n.ts";
import type { StudyTable, TableCell } from "./answers.ts";
import type { CellPart } from "./search-params.ts";
import style from "./surveys.module.css";
import { layoutOf } from "./table-layout.ts";
import { Told } from "./told.tsx";
import { type CellText, useCellText } from "./use-cell-text.ts";

/** What stands beside an estimate unless the reader chose otherwise. */
export const partsByDefault: readonly CellPart[] = ["interval", "cases", "quality"];

/** A table of estimates: each with its interval and cases, or in words why there is none. */
export function EstimateTable({
  table,
  caption,
  parts,
}: {
  readonly table: StudyTable;
  readonly caption: string;
  readonly parts: readonly CellPart[];
}) {
  const say = useWords("survey-tables");
  const text = useCellText(table.statistic);
  const { side, top, groups } = layoutOf(table);
  const columns = top?.levels ?? [null];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={style["scroll"]} tabIndex={0} aria-label={caption}>
      <table className={style["table"]}>
        <caption>{caption}</caption>
        <thead>
          {top === null ? null : (
            <tr>
              {side.length === 0 ? null : <td colSpan={side.length} />}
              <th scope="colgroup" colSpan={columns.length} className={style["spread"]}>
                <Told text={top.label} />
              </th>
            </tr>
          )}
          <tr>
            {side.map((axis) => (
              <th key={axis.variable} scope="col">
                <Told text={axis.label} />
              </th>
            ))}
            {columns.map((level) => (
              <th key={level?.code ?? "all"} scope="col" className={style["figure"]}>
                {level === null ? say("estimate") : <Told text={level.label} />}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) =>
            group.rows.map((row, i) => (
              <tr
                key={`${group.level?.code ?? "all"} ${row.level?.code ?? "all"}`}
                data-all={isAll(row.level) || (group.level && isAll(group.level)) ? true : undefined}
              >
                {side.length === 2 && i === 0 && group.level ? (
                  <th scope="rowgroup" rowSpan={group.rows.length}>
                    <Told text={group.level.label} />
                  </th>
                ) : null}
                {row.level === null ? null : (
                  <th scope="row">
                    <Told text={row.level.label} />
                  </th>
                )}
                {row.cells.map((cell, j) => (
                  <td key={columns[j]?.code ?? "all"} className={style["figure"]}>
                    <Estimate cell={cell} text={text} parts={parts} />
                  </td>
                ))}
              </tr>
            )),
          )}
        </tbody>
      </table>
    </section>
  );
}

const isAll = (level: { readonly code: string | null } | null) => level !== null && level.code === null;

/** One cell: the estimate above, what was asked for under it. */
export function Estimate({
  cell,
  text,
  parts,
}: {
  readonly cell:
    | (Pick<
        TableCell,
        | "estimate"
        | "low"
        | "high"
        | "standardError"
        | "coefficientOfVariation"
        | "cases"
        | "quality"
        | "withheld"
      > & { readonly empty?: boolean })
    | undefined;
  readonly text: CellText;
  readonly parts: readonly CellPart[];
}) {
  const say = useWords("survey-tables");
  if (cell === undefined || cell.estimate === null)
    return <span className={style["held"]}>{text.missing(cell)}</span>;
  const lines = {
    interval: text.interval(cell),
    cases: text.cases(cell),
    error: text.error(cell),
    variation: text.variation(cell),
  };
  return (
    <>
      {/* Before the figure, so that figures stay under each other. */}
      {parts.includes("quality") && cell.quality !== null && cell.quality !== "good" ? (
        <>
          <span className={style["quality"]}>{say(`quality.${cell.quality}`)}</span>{" "}
        </>
      ) : null}
      <span className={style["estimate"]}>{text.value(cell.estimate)}</span>
      {(["interval", "error", "variation", "cases"] as const).map((part) =>
        parts.includes(part) && lines[part] !== null ? (
          <span key={part} className={style["under"]}>
            {lines[part]}
          </span>
        ) : null,
      )}
    </>
  );
}
