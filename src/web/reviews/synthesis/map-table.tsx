import type { KeyboardEvent } from "react";
import { useWords } from "../../i18n.ts";
import { StateLink } from "../../shared/state-link.tsx";
import { WideTable } from "../wide-table.tsx";
import { useMapWords } from "./map-words.ts";
import type { EvidenceMap } from "./replies.ts";
import style from "./synthesis.module.css";

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Arrow keys go from cell to cell; Tab goes through those that hold something. */
function onKeyDown(event: KeyboardEvent<HTMLTableElement>) {
  const step = steps[event.key];
  const cell = (event.target as Element).closest("td");
  const row = cell?.closest("tr");
  if (!step || !cell || !row) return;
  const rows = [...(row.parentElement?.children ?? [])];
  const next = rows[rows.indexOf(row) + step[0]]?.children[cell.cellIndex + step[1]];
  const inside = next?.querySelector<HTMLElement>("[data-cell]");
  if (!inside) return;
  event.preventDefault();
  (inside.querySelector("a") ?? inside).focus();
}

/** The map as a table: a bubble and a number in each cell; nothing found is told from not searched in words. */
export function MapTable(props: {
  readonly map: EvidenceMap;
  readonly chosen: { readonly row: string; readonly column: string } | null;
  readonly hideEmpty: boolean;
}) {
  const say = useWords("review-synthesis");
  const words = useMapWords();
  const { map, chosen, hideEmpty } = props;
  const { cells, unit } = map;
  const cellAt = new Map(cells.map((cell) => [JSON.stringify([cell.row, cell.column]), cell]));
  const most = Math.max(1, ...cells.map(({ items }) => items));
  const isFull = (side: "row" | "column", id: string) =>
    !hideEmpty || cells.some((cell) => cell[side] === id && cell.items > 0);
  const rows = map.rows.values.filter(({ id }) => isFull("row", id));
  const columns = map.columns.values.filter(({ id }) => isFull("column", id));
  if (rows.length === 0 || columns.length === 0) return <p>{say("map.nothing")}</p>;
  return (
    <WideTable label={say("map.caption", { rows: words.field(map.rows), columns: words.field(map.columns) })}>
      <table className={style["map"]} onKeyDown={onKeyDown}>
        <caption className="visually-hidden">
          {say("map.caption", { rows: words.field(map.rows), columns: words.field(map.columns) })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.field(map.rows)}</th>
            {columns.map((column) => (
              <th key={column.id} scope="col">
                {words.value(map.columns.id, column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{words.value(map.rows.id, row)}</th>
              {columns.map((column) => {
                const cell = cellAt.get(JSON.stringify([row.id, column.id]));
                const isChosen = chosen?.row === row.id && chosen.column === column.id;
                return (
                  <td key={column.id} data-state={cell?.state} data-current={isChosen}>
                    {cell?.state === "found" ? (
                      <div data-cell="">
                        <svg viewBox="0 0 40 40" className={style["bubble"]} aria-hidden="true">
                          <circle cx="20" cy="20" r={4 + 15 * Math.sqrt(cell.items / most)} />
                        </svg>
                        <StateLink
                          search={(former) => ({
                            ...former,
                            rows: map.rows.id,
                            columns: map.columns.id,
                            row: row.id,
                            column: column.id,
                          })}
                          current={isChosen}
                        >
                          {map.of === "reports"
                            ? say("reports", { count: cell.items })
                            : say("map.cell", { count: cell.items })}
                        </StateLink>
                        {map.of === "reports" && unit === "report" ? null : (
                          <p className={style["hint"]}>
                            {unit === "project"
                              ? say("projects", { count: cell.units })
                              : say("reports", { count: cell.units })}
                          </p>
                        )}
                      </div>
                    ) : (
                      <span data-cell="" tabIndex={-1} className={style["empty"]}>
                        {say(cell?.state === "not-searched" ? "map.notSearched" : "map.none")}
                      </span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={style["hint"]}>{say("map.legend")}</p>
    </WideTable>
  );
}
