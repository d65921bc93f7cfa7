import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { addressOf, type CallReply, routes } from "#contract";
import { useApi } from "../api.ts";
import { useChartWords } from "../charts/chart-words.ts";
import { DotPlot } from "../charts/dot-plot.tsx";
import { type FactRow, FactTable } from "../charts/fact-table.tsx";
import { Figure } from "../charts/figure.tsx";
import type { PictureText } from "../charts/picture.tsx";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import list from "../shared/lists.module.css";
import { Page, Section } from "../shared/page.tsx";
import { StateLink } from "../shared/state-link.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import { useValueLabel } from "./recommendations-page.tsx";
import { figureGroups, notStated } from "./search-params.ts";

const route = getRouteApi("/evidence/follow-up");
type Figures = CallReply<typeof routes.followUpFigures>;
type Row = Figures["all"];
const mostDrawn = 30;

/** Round steps from zero that hold the largest number. */
export function ticksUpTo(most: number): readonly number[] {
  const rough = Math.max(1, most) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((n) => n * power).find((n) => n >= rough) ?? rough);
  return Array.from({ length: Math.ceil(Math.max(1, most) / step) + 1 }, (_, i) => i * step);
}

export function FiguresPage() {
  const say = useWords("follow-up");
  const state = route.useSearch();
  const language = useLanguage();
  const by = state.by ?? "unit";
  const answer = useApi(routes.followUpFigures, { query: { by } }, { keep: true });
  const download = (format: "csv" | "xlsx" | "json") =>
    addressOf(routes.downloadFollowUp, {}, { by, format, in: language });
  return (
    <Page title={say("figures.title")} lead={say("figures.lead")}>
      <p className={list["line"]}>
        <Link to="/evidence/recommendations">{say("list.title")}</Link>
        <Link to="/evidence/advice">{say("toAdvice")}</Link>
      </p>
      <nav aria-label={say("figures.by")} className={list["line"]}>
        {figureGroups.map((group) => (
          <StateLink
            key={group}
            current={group === by}
            search={(former) => ({ ...former, by: group === "unit" ? undefined : group, sort: undefined })}
          >
            {say(`figures.by.${group}`)}
          </StateLink>
        ))}
      </nav>
      <Answered answer={answer} lines={12}>
        {(figures) =>
          figures.all.total === 0 ? (
            <EmptyState what={say("figures.empty")} how={<Link to="/desk">{say("list.emptyHow")}</Link>} />
          ) : (
            <>
              <Summary figures={figures} />
              <Groups figures={figures} />
              <Section title={say("figures.take")} note={say("figures.caveats")}>
                <p className={list["line"]} data-print="hide">
                  {(["csv", "xlsx", "json"] as const).map((format) => (
                    <a key={format} href={download(format)}>
                      {format.toUpperCase()}
                    </a>
                  ))}
                </p>
              </Section>
            </>
          )
        }
      </Answered>
    </Page>
  );
}

/** All together, in sentences with their denominators. */
function Summary({ figures }: { readonly figures: Figures }) {
  const say = useWords("follow-up");
  const format = useFormat();
  const { all } = figures;
  const accepted = all.accepted + all.partiallyAccepted;
  const share = (value: number | null) => (value === null ? "" : ` (${format.percent(value)})`);
  return (
    <Section title={say("figures.all", { day: format.date(figures.today) })}>
      <ul>
        <li>{say("figures.issued", { count: all.issued })}</li>
        <li>
          {say("figures.responded", { part: all.responded, of: all.issued })}
          {all.answeredInGeneral > 0 ? ` ${say("figures.general", { count: all.answeredInGeneral })}` : null}
        </li>
        <li>
          {say("figures.accepted", { part: accepted, of: all.responded, partly: all.partiallyAccepted })}
          {share(all.acceptedShare)}
        </li>
        <li>
          {say("figures.implemented", { part: all.implemented, of: accepted, verified: all.verified })}
          {share(all.implementedShare)}
        </li>
        <li>{say("figures.withoutAction", { part: all.withoutAction, of: accepted })}</li>
        <li>{say("figures.overdue", { responses: all.overdueResponse, actions: all.overdueAction })}</li>
        <li>
          {say("figures.responseDays", { days: days(all.responseDays, format), n: all.responseDays.n })}
        </li>
        <li>
          {say("figures.completionDays", { days: days(all.completionDays, format), n: all.completionDays.n })}
        </li>
      </ul>
    </Section>
  );
}

const days = ({ median }: Row["responseDays"], format: { number(value: number): string }) =>
  median === null ? "–" : format.number(median);

function Groups({ figures }: { readonly figures: Figures }) {
  const say = useWords("follow-up");
  const sayTerm = useWords("terms");
  const format = useFormat();
  const words = useChartWords();
  const navigate = useNavigate();
  const state = route.useSearch();
  const label = useValueLabel();
  const { by, rows } = figures;
  const name = (row: Row) => (row.value === null ? sayTerm("notStated") : label(by, row.value));
  const accepted = (row: Row) => row.accepted + row.partiallyAccepted;
  const overdue = (row: Row) => row.overdueResponse + row.overdueAction;
  const drawn = rows.slice(0, mostDrawn);
  const title = say(`figures.title.${by}`);
  const worst = rows.toSorted((a, b) => overdue(b) - overdue(a))[0];
  const sentence =
    worst && overdue(worst) > 0
      ? say("figures.sentence", { group: name(worst), count: overdue(worst) })
      : say("figures.sentenceNone");
  const change = (part: Partial<typeof state>) =>
    void navigate({
      to: "/evidence/follow-up",
      search: { ...state, ...part },
      replace: true,
      resetScroll: false,
    });
  const spoken = (row: Row) =>
    say("figures.spoken", {
      group: name(row),
      issued: row.issued,
      accepted: accepted(row),
      implemented: row.implemented,
      overdue: overdue(row),
    });
  const origins = [...new Set(rows.flatMap((row) => row.origins))];
  const percent = (part: number, of: number, share: number | null) =>
    share === null
      ? say("figures.partOf", { part: format.number(part), of: format.number(of) })
      : `${say("figures.partOf", { part: format.number(part), of: format.number(of) })} (${format.percent(share)})`;
  const picture: PictureText = {
    title,
    subtitle: say("figures.subtitle"),
    source: words.sourceLine(say("figures.source"), figures.today),
    watermark: words.watermark(origins),
  };
  return (
    <Section
      title={title}
      note={rows.length > mostDrawn ? say("figures.most", { count: mostDrawn }) : undefined}
    >
      <Figure
        name={`socle-follow-up-${by}`}
        text={picture}
        sentence={sentence}
        view={state.view ?? "chart"}
        onView={(view) => change({ view: view === "chart" ? undefined : view })}
        chart={
          <DotPlot
            text={picture}
            sentence={sentence}
            ticks={ticksUpTo(Math.max(...drawn.map(({ issued }) => issued)))}
            format={(value) => format.number(value)}
            keys={[
              { label: say("column.issued"), colour: 1, shape: "circle" },
              { label: say("column.accepted"), colour: 2, shape: "square" },
              { label: say("column.implemented"), colour: 3, shape: "diamond" },
              { label: say("column.overdue"), colour: 4, shape: "triangle" },
            ]}
            rows={drawn.map((row) => ({
              id: row.value ?? notStated,
              label: name(row),
              note: format.number(row.issued),
              marks: [
                { value: row.issued, colour: 1, shape: "circle" },
                { value: accepted(row), colour: 2, shape: "square", small: true },
                { value: row.implemented, colour: 3, shape: "diamond", small: true },
                { value: overdue(row), colour: 4, shape: "triangle", small: true },
              ],
              missing: null,
              spoken: spoken(row),
              onOpen: () =>
                void navigate({
                  to: "/evidence/recommendations",
                  search: { [by]: row.value ?? notStated } as never,
                }),
            }))}
          />
        }
        table={
          <FactTable
            caption={title}
            columns={[
              { id: "group", label: say(`figures.by.${by}`), sortable: true },
              { id: "issued", label: say("column.issued"), numeric: true, sortable: true },
              { id: "accepted", label: say("column.acceptedOf"), numeric: true, sortable: true },
              { id: "rejected", label: say("column.rejected"), numeric: true, sortable: true },
              { id: "implemented", label: say("column.implementedOf"), numeric: true, sortable: true },
              { id: "overdue", label: say("column.overdue"), numeric: true, sortable: true },
              { id: "responseDays", label: say("column.responseDays"), numeric: true, sortable: true },
              { id: "completionDays", label: say("column.completionDays"), numeric: true, sortable: true },
            ]}
            rows={rows.map(
              (row): FactRow => ({
                id: row.value ?? notStated,
                cells: {
                  group: {
                    show: (
                      <Link to="/evidence/recommendations" search={{ [by]: row.value ?? notStated } as never}>
                        {name(row)}
                      </Link>
                    ),
                    by: row.value,
                  },
                  issued: { show: format.number(row.issued), by: row.issued },
                  accepted: {
                    show: percent(accepted(row), row.responded, row.acceptedShare),
                    by: accepted(row),
                  },
                  rejected: { show: format.number(row.rejected), by: row.rejected },
                  implemented: {
                    show: percent(row.implemented, accepted(row), row.implementedShare),
                    by: row.implemented,
                  },
                  overdue: { show: format.number(overdue(row)), by: overdue(row) },
                  responseDays: {
                    show: say("figures.days", {
                      days: days(row.responseDays, format),
                      n: row.responseDays.n,
                    }),
                    by: row.responseDays.median,
                  },
                  completionDays: {
                    show: say("figures.days", {
                      days: days(row.completionDays, format),
                      n: row.completionDays.n,
                    }),
                    by: row.completionDays.median,
                  },
                },
              }),
            )}
            sort={state.sort}
            onSort={(sort) => change({ sort })}
          />
        }
      />
    </Section>
  );
}
