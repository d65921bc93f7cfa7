import { Checkbox, NativeSelect } from "@mantine/core";
import { routes } from "#contract";
import { useApi } from "../api.ts";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { PagesOf } from "../shared/pages-of.tsx";
import { StateLink } from "../shared/state-link.tsx";
import { Answered } from "../shared/states.tsx";
import type { Table } from "./answers.ts";
import style from "./explore.module.css";
import type { Labels } from "./labels.ts";
import { PivotTable } from "./pivot-table.tsx";
import { type ExploreState, extras, type FilterQuery, pivots } from "./search-params.ts";

const pageRows = 40;
/** Columns of one page: years are narrow, indicators are not. */
const pageColumns = { "area-year": 30, "indicator-year": 30, "area-indicator": 8 } as const;

export function TableView({
  state,
  query,
  labels,
  change,
}: {
  readonly state: ExploreState;
  readonly query: FilterQuery;
  readonly labels: Labels;
  readonly change: (part: Partial<ExploreState>) => void;
}) {
  const say = useWords("explore");
  const format = useFormat();
  const language = useLanguage();
  const pivot = state.pivot ?? "area-year";
  const width = pageColumns[pivot];
  const answer = useApi(
    routes.exploreTable,
    {
      query: {
        ...query,
        pivot,
        language,
        limit: pageRows,
        offset: ((state.page ?? 1) - 1) * pageRows,
        columns: width,
        column: ((state.columns ?? 1) - 1) * width,
      },
    },
    { keep: true },
  );
  const shown = new Set(state.show ?? []);
  return (
    <>
      <div className={style["options"]} data-print="hide">
        <NativeSelect
          size="xs"
          label={say("pivot")}
          value={pivot}
          onChange={(event) => {
            const next = pivots.find((one) => one === event.currentTarget.value);
            change({ pivot: next === "area-year" ? undefined : next, page: undefined, columns: undefined });
          }}
        >
          {pivots.map((one) => (
            <option key={one} value={one}>
              {say(`pivot.${one}`)}
            </option>
          ))}
        </NativeSelect>
        <fieldset className={style["extras"]}>
          <legend>{say("extras")}</legend>
          {extras.map((one) => (
            <Checkbox
              key={one}
              size="xs"
              label={say(`extra.${one}`)}
              checked={shown.has(one)}
              onChange={() => {
                const next = extras.filter((each) => (each === one ? !shown.has(one) : shown.has(each)));
                change({ show: next.length === 0 ? undefined : next });
              }}
            />
          ))}
        </fieldset>
      </div>
      <Answered answer={answer} lines={14}>
        {(table) => (
          <>
            <p className={style["hint"]}>
              {say(table.pivot === "area-indicator" ? "table.areas" : "table.rows", {
                count: table.total,
              })}{" "}
              {table.year === null ? null : say("table.year", { year: table.year })}
            </p>
            <PivotTable table={table} labels={labels} shown={shown} caption={captionOf(table, labels, say)} />
            <MoreColumns table={table} width={width} page={state.columns ?? 1} count={format.number} />
            <PagesOf total={table.total} size={pageRows} page={state.page ?? 1} />
          </>
        )}
      </Answered>
    </>
  );
}

function captionOf(table: Table, labels: Labels, say: ReturnType<typeof useWords>): string {
  const indicators = [...new Set(table.rows.map(({ indicator }) => indicator))];
  const units = [...new Set(table.rows.map(({ unit }) => unit))];
  const what =
    indicators.length === 1 && indicators[0]
      ? [labels.indicator(indicators[0]), units.length === 1 ? labels.unit(units[0]!) : ""]
          .filter(Boolean)
          .join(", ")
      : say(`pivot.${table.pivot}`);
  return what;
}

/** Earlier years, or further indicators, where one page of columns does not hold all. */
function MoreColumns({
  table,
  width,
  page,
  count,
}: {
  readonly table: Table;
  readonly width: number;
  readonly page: number;
  readonly count: (value: number) => string;
}) {
  const say = useWords("explore");
  if (table.columnsTotal <= width) return null;
  const last = Math.ceil(table.columnsTotal / width);
  const to = (next: number) => (now: object) => ({ ...now, columns: next === 1 ? undefined : next });
  return (
    <nav className={style["columns"]} aria-label={say("columns.label")}>
      {page > 1 ? <StateLink search={to(page - 1)}>{say("columns.before")}</StateLink> : null}
      <span>
        {say("columns.of", { page: count(page), last: count(last), total: count(table.columnsTotal) })}
      </span>
      {page < last ? <StateLink search={to(page + 1)}>{say("columns.after")}</StateLink> : null}
    </nav>
  );
}
