import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { OriginMark } from "../shared/origin-mark.tsx";
import type { Table } from "./answers.ts";
import style from "./explore.module.css";
import type { Labels } from "./labels.ts";
import type { Extra } from "./search-params.ts";

type Row = Table["rows"][number];
type Column = Table["columns"][number];
type Cell = NonNullable<Row["cells"][number]>;

/**
 * A plain table with heads that stay in sight. A cell without value says why; one the release has no row for
 * is a dash; zero is a figure. Flags and footnotes stand in columns of their own.
 */
export function PivotTable({
  table,
  labels,
  shown,
  caption,
}: {
  readonly table: Table;
  readonly labels: Labels;
  readonly shown: ReadonlySet<Extra>;
  readonly caption: string;
}) {
  const say = useWords("explore");
  const format = useFormat();
  const heads = rowHeads(table, labels, shown, say);
  const notes = [...new Set(table.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.note ?? [])))];
  const flags = [...new Set(table.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.status ?? [])))];
  const [withFlags, withNotes] = [shown.has("flags"), shown.has("notes")];
  const beside = 1 + Number(withFlags) + Number(withNotes);
  const number = format.figure;
  const columnText = (column: Column) =>
    column.period ?? `${labels.indicator(column.indicator ?? "")}, ${column.source ?? ""}`;
  const spoken = (row: Row, column: Column, cell: Cell) =>
    say("cell.spoken", {
      place: heads
        .map((head) => head.text(row))
        .filter(Boolean)
        .join(", "),
      column: columnText(column),
      value: cell.value === null ? labels.missing(cell.missing) : number(cell.value),
      unit: labels.unit(cell.unit),
    });
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={style["scroll"]} tabIndex={0} aria-label={caption}>
        <table className={style["table"]}>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col" className={style["head"]} rowSpan={beside > 1 ? 2 : 1}>
                {heads[0]?.label}
                {heads.length > 1 ? (
                  <span className={style["under"]}>
                    {heads
                      .slice(1)
                      .map(({ label }) => label)
                      .join(" · ")}
                  </span>
                ) : null}
              </th>
              {table.columns.map((column) => (
                <th
                  key={column.id}
                  scope={beside > 1 ? "colgroup" : "col"}
                  colSpan={beside}
                  className={column.period === null ? style["wide"] : style["number"]}
                >
                  {column.period ?? (
                    <>
                      {labels.indicator(column.indicator ?? "")}
                      <span className={style["under"]}>{column.source}</span>
                    </>
                  )}
                </th>
              ))}
            </tr>
            {beside > 1 ? (
              <tr className={style["second"]}>
                {table.columns.flatMap((column) => [
                  <th key={`${column.id} value`} scope="col" className={style["number"]}>
                    {say("column.value")}
                  </th>,
                  withFlags ? (
                    <th key={`${column.id} flag`} scope="col">
                      {say("column.flag")}
                    </th>
                  ) : null,
                  withNotes ? (
                    <th key={`${column.id} note`} scope="col">
                      {say("column.note")}
                    </th>
                  ) : null,
                ])}
              </tr>
            ) : null}
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  {heads[0]?.show(row)}
                  <span className={style["under"]}>
                    {heads.slice(1).map((head, i) => (
                      <span key={head.id}>
                        {i === 0 || head.text(row) === "" ? null : " · "}
                        {head.show(row)}
                      </span>
                    ))}
                  </span>
                </th>
                {table.columns.flatMap((column, i) => {
                  const cell = row.cells[i] ?? null;
                  return [
                    <td key={column.id} className={style["number"]}>
                      {cell === null ? (
                        <span className={style["absent"]}>
                          <span aria-hidden="true">–</span>
                          <span className="visually-hidden">{say("cell.absent")}</span>
                        </span>
                      ) : (
                        <Link to="/trace" search={{ id: cell.id }} aria-label={spoken(row, column, cell)}>
                          {cell.value === null ? <em>{labels.missing(cell.missing)}</em> : number(cell.value)}
                        </Link>
                      )}
                    </td>,
                    withFlags ? (
                      <td key={`${column.id} flag`} className={style["beside"]}>
                        {cell?.status ? <abbr title={labels.status(cell.status)}>{cell.status}</abbr> : null}
                      </td>
                    ) : null,
                    withNotes ? (
                      <td key={`${column.id} note`} className={style["beside"]}>
                        {cell?.note ? (
                          <a href={`#note-${notes.indexOf(cell.note) + 1}`}>{notes.indexOf(cell.note) + 1}</a>
                        ) : null}
                      </td>
                    ) : null,
                  ];
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className={style["hint"]}>{say("table.legend")}</p>
      {withFlags && flags.length > 0 ? (
        <dl className={style["legend"]}>
          {flags.sort().map((flag) => (
            <div key={flag}>
              <dt>{flag}</dt>
              <dd>{labels.status(flag)}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {withNotes && notes.length > 0 ? (
        <ol className={style["notes"]} aria-label={say("table.notes")}>
          {notes.map((note, i) => (
            <li key={note} id={`note-${i + 1}`}>
              {note}
            </li>
          ))}
        </ol>
      ) : null}
    </>
  );
}

type Head = {
  readonly id: string;
  readonly label: string;
  readonly text: (row: Row) => string;
  readonly show: (row: Row) => ReactNode;
};

/** Whether rows of one source come from several releases. */
function isTelling(rows: readonly Row[]): boolean {
  const releases = new Map<string | null, string | null>();
  return rows.some(({ source, release }) => {
    const known = releases.get(source);
    releases.set(source, release);
    return known !== undefined && known !== release;
  });
}

/** What stands before the values: the lead, then all that tells one row from another, then what was asked for. */
function rowHeads(
  table: Table,
  labels: Labels,
  shown: ReadonlySet<Extra>,
  say: ReturnType<typeof useWords>,
): readonly Head[] {
  const { rows, pivot } = table;
  const differ = (of: (row: Row) => string | null) => new Set(rows.map(of)).size > 1;
  const head = (id: string, of: (row: Row) => string): Head => ({
    id,
    label: say(`column.${id}`),
    text: of,
    show: of,
  });
  const origin = (row: Row) => row.cells.find((cell) => cell !== null && cell.origin !== "real")?.origin;
  const area: Head = {
    ...head("area", (row) => labels.area(row.area)),
    show: (row) => (
      <Link to="/countries/$code" params={{ code: row.area }}>
        {labels.area(row.area)}
      </Link>
    ),
  };
  const indicator = head("indicator", (row) => (row.indicator ? labels.indicator(row.indicator) : ""));
  const dimensions = [...new Set(rows.flatMap(({ breakdowns }) => Object.keys(breakdowns)))].sort();
  const origins = new Set(rows.map(origin).filter(Boolean));
  return [
    ...(pivot === "indicator-year"
      ? [indicator, ...(differ((row) => row.area) ? [area] : [])]
      : [area, ...(differ((row) => row.indicator) ? [indicator] : [])]),
    ...(pivot === "area-indicator" && differ((row) => row.period)
      ? [head("period", (row) => row.period ?? "")]
      : []),
    ...(differ((row) => row.sex) ? [head("sex", (row) => labels.sex(row.sex))] : []),
    ...dimensions.map(
      (name): Head => ({
        id: `by ${name}`,
        label: name,
        text: (row) => row.breakdowns[name] ?? "",
        show: (row) => row.breakdowns[name] ?? "",
      }),
    ),
    ...(pivot !== "area-indicator" && (shown.has("source") || differ((row) => row.source))
      ? [head("source", (row) => row.source ?? "")]
      : []),
    // Where the source already tells the release, it need not stand in every row: the path has it.
    ...(isTelling(rows) ? [head("release", (row) => row.release ?? "")] : []),
    ...(pivot !== "area-indicator" && (shown.has("unit") || differ((row) => row.unit))
      ? [head("unit", (row) => labels.unit(row.unit))]
      : []),
    ...(origins.size > 0 && (origins.size > 1 || rows.some((row) => origin(row) === undefined))
      ? [
          {
            ...head("origin", (row: Row) => origin(row) ?? ""),
            show: (row: Row) => <OriginMark origin={origin(row) ?? "real"} />,
          },
        ]
      : []),
  ];
}
