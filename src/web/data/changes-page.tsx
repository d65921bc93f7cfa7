import { NativeSelect } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { addressOf, type CallReply, routes } from "#contract";
import { areaName } from "#kernel";
import { changeKinds } from "#records";
import { useApi } from "../api.ts";
import { FactTable } from "../charts/fact-table.tsx";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { codeText } from "../indexes/rating-text.ts";
import { Page, Section } from "../shared/page.tsx";
import { PagesOf } from "../shared/pages-of.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import { useIndicators } from "./use-indicators.ts";
import "../charts/facts.css";
import "./data.css";

const address = getRouteApi("/data/$release/changes");
const pageSize = 100;

type Changes = CallReply<typeof routes.releaseChanges>;
type Row = Changes["rows"][number];
type Release = CallReply<typeof routes.release>;

/** What differs between a release and another of its series; which one, and of which kind, stands in the address. */
export function ChangesPage() {
  const say = useWords("releases");
  const { release: id } = address.useParams();
  const { from } = address.useSearch();
  const about = useApi(routes.release, { params: { id } });
  const earlier = about.value ? earlierOf(about.value, from) : null;
  return (
    <Page
      title={say("changes.title", { id })}
      lead={earlier ? say("changes.lead", { from: earlier, to: id }) : null}
      kicker={
        <Link to="/data/$release" params={{ release: id }}>
          {about.value?.release.title ?? id}
        </Link>
      }
    >
      <Answered answer={about} lines={10}>
        {(value) =>
          earlier ? (
            <ChangesBetween about={value} from={earlier} />
          ) : (
            <EmptyState what={say("changes.none")} />
          )
        }
      </Answered>
    </Page>
  );
}

/** The version the address names, else the one published before this. */
export function earlierOf({ release, versions }: Release, from: string | undefined): string | null {
  const others = versions.filter(({ id, state }) => id !== release.id && state === "published");
  return (
    others.find(({ id }) => id === from)?.id ??
    others.find(({ version }) => version < release.version)?.id ??
    null
  );
}

function ChangesBetween({ about, from }: { about: Release; from: string }) {
  const say = useWords("releases");
  const indicators = useIndicators();
  const { id } = about.release;
  const language = useLanguage();
  const state = address.useSearch();
  const navigate = address.useNavigate();
  const change = (part: Partial<typeof state>) =>
    void navigate({
      search: (now) => ({ ...now, ...part, page: undefined }),
      replace: true,
      resetScroll: false,
    });
  const page = state.page ?? 1;
  const filter = {
    from,
    ...(state.kind ? { kind: [state.kind] } : {}),
    ...(state.indicator ? { indicator: [state.indicator] } : {}),
  };
  const answer = useApi(
    routes.releaseChanges,
    { params: { id }, query: { ...filter, limit: pageSize, offset: (page - 1) * pageSize } },
    { keep: true },
  );
  return (
    <Answered answer={answer} lines={12}>
      {(value) => (
        <>
          <Sentence value={value} />
          <div className="release-filters" data-print="hide">
            <NativeSelect
              label={say("changes.from")}
              value={from}
              onChange={(event) => change({ from: event.currentTarget.value })}
              data={about.versions
                .filter((one) => one.id !== id && one.state === "published")
                .map((one) => ({ value: one.id, label: one.id }))}
            />
            <NativeSelect
              label={say("changes.kind")}
              value={state.kind ?? ""}
              onChange={(event) =>
                change({ kind: changeKinds.find((one) => one === event.currentTarget.value) })
              }
              data={[
                { value: "", label: say("filter.all") },
                ...changeKinds.map((one) => ({ value: one, label: say(`kind.${one}`) })),
              ]}
            />
            <NativeSelect
              label={say("changes.indicator")}
              value={state.indicator ?? ""}
              onChange={(event) => change({ indicator: event.currentTarget.value || undefined })}
              data={[
                { value: "", label: say("filter.all") },
                ...value.indicators.map((one) => ({ value: one.id, label: indicators.label(one.id) })),
              ]}
            />
          </div>
          <Section title={say("changes.rows")}>
            {value.rows.length === 0 ? (
              <EmptyState what={say("changes.same")} />
            ) : (
              <RowsTable rows={value.rows} />
            )}
            <PagesOf total={totalOf(value, state)} size={pageSize} page={page} />
            <p data-print="hide">
              <a
                href={addressOf(
                  routes.downloadReleaseChanges,
                  { id },
                  { ...filter, format: "csv-zip", language },
                )}
                download
              >
                {say("changes.csv")}
              </a>
            </p>
          </Section>
          <Counted
            title={say("changes.byIndicator")}
            counts={value.indicators}
            name={indicators.label}
            of="indicator"
          />
          <Areas counts={value.areas} />
        </>
      )}
    </Answered>
  );
}

/** How many rows the choice has: known from the counts, so that the last page is known before it is asked for. */
function totalOf(
  { total, indicators }: Changes,
  { kind, indicator }: { kind?: Row["kind"] | undefined; indicator?: string | undefined },
): number {
  const counts = indicator === undefined ? total : indicators.find((one) => one.id === indicator);
  if (!counts) return 0;
  return kind === undefined ? changeKinds.reduce((sum, one) => sum + counts[one], 0) : counts[kind];
}

function Sentence({ value: { total, respects } }: { value: Changes }) {
  const say = useWords("releases");
  const format = useFormat();
  const numbers = (counts: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, format.number(count)]));
  if (changeKinds.every((kind) => total[kind] === 0))
    return <p className="figure-sentence">{say("changes.same")}</p>;
  return (
    <p className="figure-sentence">
      {say("changes.sentence", numbers(total))}{" "}
      {total.changed > 0 ? say("changes.respects", numbers(respects)) : null}
    </p>
  );
}

function Areas({ counts }: { counts: Changes["areas"] }) {
  const say = useWords("releases");
  const language = useLanguage();
  return (
    <Counted
      title={say("changes.byArea")}
      counts={counts}
      name={(code) => areaName(code, language)}
      of="area"
    />
  );
}

function Counted({
  title,
  counts,
  name,
  of,
}: {
  title: string;
  counts: Changes["areas"];
  name: (id: string) => string;
  of: "indicator" | "area";
}) {
  const say = useWords("releases");
  const format = useFormat();
  if (counts.length === 0) return null;
  return (
    <details className="release-form">
      <summary>{title}</summary>
      <FactTable
        caption={title}
        columns={[
          { id: "name", label: say(`column.${of}`) },
          ...changeKinds.map((kind) => ({ id: kind, label: say(`column.${kind}`), numeric: true })),
        ]}
        rows={counts.map((one) => ({
          id: one.id,
          cells: {
            name: { show: name(one.id) },
            ...Object.fromEntries(changeKinds.map((kind) => [kind, { show: format.number(one[kind]) }])),
          },
        }))}
      />
    </details>
  );
}

function RowsTable({ rows }: { rows: readonly Row[] }) {
  const say = useWords("releases");
  const sayChart = useWords("charts");
  const language = useLanguage();
  const format = useFormat();
  const indicators = useIndicators();
  const side = (value: Row["now"], other: Row["now"]) =>
    value === null
      ? ""
      : [
          value.value === null ? say("noValue") : format.number(value.value, 6),
          ...(value.unit && other && value.unit !== other.unit ? [value.unit] : []),
          ...(value.status && value.status !== other?.status
            ? [codeText(sayChart, "status", value.status)]
            : []),
          ...(value.note && value.note !== other?.note ? [value.note] : []),
        ].join("; ");
  return (
    <FactTable
      caption={say("changes.rows")}
      columns={[
        { id: "kind", label: say("column.kind") },
        { id: "indicator", label: say("column.indicator"), wide: true },
        { id: "area", label: say("column.area") },
        { id: "period", label: say("column.period"), short: true },
        { id: "source", label: say("column.source") },
        { id: "before", label: say("column.before"), numeric: true },
        { id: "now", label: say("column.now"), numeric: true },
        { id: "percent", label: say("column.percent"), numeric: true },
      ]}
      rows={rows.map((row) => ({
        id: [row.indicator, row.area, row.period, row.source, row.sex, JSON.stringify(row.breakdowns)].join(
          " ",
        ),
        cells: {
          kind: { show: say(`kind.${row.kind}`) },
          indicator: { show: indicators.label(row.indicator) },
          area: { show: areaName(row.area, language) },
          period: { show: row.period },
          source: {
            show: [
              row.source,
              ...(row.sex === "T" ? [] : [codeText(sayChart, "sex", row.sex)]),
              ...Object.values(row.breakdowns),
            ].join(", "),
          },
          before: { show: side(row.before, row.now) },
          now: { show: side(row.now, row.before) },
          percent: { show: row.percent === null ? "" : format.percent(row.percent / 100, 1) },
        },
      }))}
    />
  );
}
