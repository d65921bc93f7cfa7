import { type ReactNode, useMemo } from "react";
import { useLanguage, useWords } from "../i18n.ts";
import "./facts.css";

export type FactColumn = {
  readonly id: string;
  readonly label: string;
  readonly numeric?: boolean;
  /** Never broken over two lines: dates, periods. */
  readonly short?: boolean;
  /** Running text. */
  readonly wide?: boolean;
  /** Columns that can be sorted give each row something to compare. */
  readonly sortable?: boolean;
  /** Not on the page, where another column has it in words; a number of its own in the CSV. */
  readonly inFileOnly?: boolean;
};

export type FactCell = {
  readonly show: ReactNode;
  /** What the column is sorted by; null goes last, in either direction. A number goes into the CSV unrounded. */
  readonly by?: number | string | null;
};

export type FactRow = { readonly id: string; readonly cells: Readonly<Record<string, FactCell | undefined>> };

/** Column and direction: `rank`, `-rank` for the other way round. */
export type FactSort = string;

/**
 * A plain table of facts: caption, headers of columns and of rows, sorting by buttons in the headers. It
 * scrolls sideways inside itself, never the page.
 */
export function FactTable({
  caption,
  columns,
  rows,
  sort,
  onSort,
}: {
  caption: string;
  columns: readonly FactColumn[];
  rows: readonly FactRow[];
  sort?: FactSort | undefined;
  onSort?: (sort: FactSort) => void;
}) {
  const say = useWords("charts");
  const language = useLanguage();
  const shown = useMemo(() => sortedRows(rows, sort, language), [rows, sort, language]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="fact-scroll" tabIndex={0} aria-label={caption}>
      <table className="fact-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                hidden={column.inFileOnly}
                className={column.numeric ? "fact-number" : undefined}
                aria-sort={column.sortable && onSort ? ariaSort(sort, column.id) : undefined}
              >
                {column.sortable && onSort ? (
                  <button
                    type="button"
                    className="fact-sort"
                    onClick={() => onSort(sort === column.id ? `-${column.id}` : column.id)}
                    title={say("sortBy", { column: column.label })}
                  >
                    <span data-heading="">{column.label}</span>
                    <span aria-hidden="true">{sortSign(sort, column.id)}</span>
                  </button>
                ) : (
                  column.label
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.id}>
              {columns.map((column, i) => {
                const { show: cell = null, by = null } = row.cells[column.id] ?? {};
                const className = classOf(column);
                const number = typeof by === "number" ? by : undefined;
                return i === 0 ? (
                  <th key={column.id} scope="row" className={className} data-number={number}>
                    {cell}
                  </th>
                ) : (
                  <td key={column.id} hidden={column.inFileOnly} className={className} data-number={number}>
                    {cell}
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

const classOf = (column: FactColumn) =>
  column.numeric ? "fact-number" : column.short ? "fact-short" : column.wide ? "fact-wide" : undefined;

const ariaSort = (sort: FactSort | undefined, column: string) =>
  sort === column ? "ascending" : sort === `-${column}` ? "descending" : "none";
const sortSign = (sort: FactSort | undefined, column: string) =>
  sort === column ? " ↑" : sort === `-${column}` ? " ↓" : " ↕";

/** Rows in the order asked for; without one, as they come. Texts compare as the language does. */
export function sortedRows(
  rows: readonly FactRow[],
  sort: FactSort | undefined,
  language: string,
): readonly FactRow[] {
  if (!sort) return rows;
  const turn = sort.startsWith("-") ? -1 : 1;
  const column = sort.replace(/^-/, "");
  const collator = new Intl.Collator(language, { numeric: true });
  return [...rows].sort((a, b) => {
    const x = a.cells[column]?.by ?? null;
    const y = b.cells[column]?.by ?? null;
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    const order =
      typeof x === "number" && typeof y === "number" ? x - y : collator.compare(String(x), String(y));
    return turn * order;
  });
}
