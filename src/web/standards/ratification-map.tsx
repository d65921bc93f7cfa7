import { Link, useNavigate } from "@tanstack/react-router";
import { routes } from "#contract";
import { areaByCode, areaName } from "#kernel";
import { useApi } from "../api.ts";
import { areasOfMap } from "../charts/areas-of-map.ts";
import { useChartWords } from "../charts/chart-words.ts";
import { FactTable } from "../charts/fact-table.tsx";
import { Figure } from "../charts/figure.tsx";
import type { FigureView } from "../charts/figure-views.ts";
import { LazyMap } from "../charts/lazy-map.tsx";
import { UnverifiedMark } from "../charts/marks-of-doubt.tsx";
import type { PictureText } from "../charts/picture.tsx";
import { TraceMark } from "../charts/trace-mark.tsx";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { codeText } from "../indexes/rating-text.ts";
import { Answered, EmptyState } from "../shared/states.tsx";
import { type KnownState, knownStates, type Ratification } from "./known-ratifications.ts";
import "../charts/facts.css";

type Props = {
  readonly convention: string;
  readonly view: FigureView;
  readonly onView: (view: FigureView) => void;
  readonly sort: string | undefined;
  readonly onSort: (sort: string) => void;
};

/** Known ratifications of one Convention; whoever stands in no list is hatched: not known. */
export function RatificationMap(props: Props) {
  const say = useWords("standards");
  const answer = useApi(routes.listRatifications, { query: { convention: props.convention } });
  return (
    <Answered answer={answer} lines={10}>
      {(events) =>
        events.length === 0 ? (
          <EmptyState what={say("none", { code: props.convention })} how={say("noneHow")} />
        ) : (
          <Known events={events} {...props} />
        )
      }
    </Answered>
  );
}

function Known({
  events,
  convention,
  view,
  onView,
  sort,
  onSort,
}: Props & { events: readonly Ratification[] }) {
  const say = useWords("standards");
  const sayChart = useWords("charts");
  const language = useLanguage();
  const format = useFormat();
  const words = useChartWords();
  const navigate = useNavigate();
  const overview = useApi(routes.overview, {});
  const states = knownStates(events);
  const byArea = new Map(states.map((state) => [state.area, state]));
  const dated = states.filter((state) => state.earliest !== null);
  const lists = [...new Set(events.map((event) => event.list))];
  const drawn = areasOfMap(language).map((area) => ({ ...area, state: byArea.get(area.code) }));
  const meaning = (state: KnownState | undefined) =>
    state === undefined
      ? say("notKnown")
      : state.denounced
        ? say("denounced")
        : state.earliest === null
          ? say("knownUndated")
          : say("knownSince", { date: format.date(state.earliest) });
  const sortedDates = dated.map((state) => state.earliest!).sort();
  const title = say("mapTitle", { code: convention, count: states.length });
  const sentence = say("mapSentence", {
    count: states.length,
    dated: dated.length,
    first: sortedDates[0] ? format.date(sortedDates[0]) : "–",
    last: sortedDates.at(-1) ? format.date(sortedDates.at(-1)!) : "–",
  });
  const picture: PictureText = {
    title,
    subtitle: say("mapSubtitle"),
    source: words.sourceLine(
      `${lists.join("; ")} (${sayChart("unverified")})`,
      overview.value?.updatedAt ?? null,
    ),
    watermark: null,
  };
  return (
    <>
      <p className="fact-notice">{sayChart("partialLists")}</p>
      <Figure
        name={`socle-${convention}-known-ratifications`}
        id="ratifications"
        text={picture}
        sentence={sentence}
        view={view}
        onView={onView}
        map
        chart={
          <LazyMap
            text={picture}
            sentence={sentence}
            areas={drawn.map((d) => ({
              area: d.code,
              fill: fillOf(d.state),
              spoken: `${d.name}: ${meaning(d.state)}`,
              onOpen: () => void navigate({ to: "/countries/$code", params: { code: d.code } }),
            }))}
            keys={[
              { fill: 4, label: say("keyDated") },
              ...(states.some((state) => state.earliest === null)
                ? [{ fill: 2 as const, label: say("keyUndated") }]
                : []),
              ...(states.some((state) => state.denounced)
                ? [{ fill: 1 as const, label: say("keyDenounced") }]
                : []),
              { fill: "unknown", label: say("keyUnknown") },
            ]}
          />
        }
        table={<RatificationsOf events={events} title={title} sort={sort ?? "country"} onSort={onSort} />}
      />
    </>
  );
}

const fillOf = (state: KnownState | undefined) =>
  state === undefined ? "unknown" : state.denounced ? 1 : state.earliest === null ? 2 : 4;

function RatificationsOf({
  events,
  title,
  sort,
  onSort,
}: {
  events: readonly Ratification[];
  title: string;
  sort: string;
  onSort: (sort: string) => void;
}) {
  const say = useWords("charts");
  const language = useLanguage();
  const format = useFormat();
  const date = (iso: string | null) => ({
    show: iso === null ? <em>{say("dateNotStated")}</em> : format.date(iso),
    by: iso,
  });
  return (
    <FactTable
      caption={title}
      columns={[
        { id: "country", label: say("column.country"), sortable: true },
        { id: "registered", label: say("column.registered"), sortable: true, short: true },
        { id: "inForce", label: say("column.inForce"), sortable: true, short: true },
        { id: "type", label: say("column.event"), sortable: true },
        { id: "printed", label: say("column.printed") },
        { id: "list", label: say("column.list"), sortable: true, wide: true },
        { id: "note", label: say("column.note"), wide: true },
      ]}
      rows={events.map((event) => {
        const name = areaName(event.area, language);
        const known = areaByCode(event.area);
        return {
          id: event.id,
          cells: {
            country: {
              show: (
                <>
                  {known ? (
                    <Link to="/countries/$code" params={{ code: event.area }}>
                      {name}
                    </Link>
                  ) : (
                    name
                  )}{" "}
                  <TraceMark id={`ratification:${event.id}`} of={`${event.convention}, ${name}`} />
                </>
              ),
              by: name,
            },
            registered: date(event.registered),
            inForce: date(event.inForce),
            type: { show: codeText(say, "event", event.type), by: event.type },
            printed: { show: event.printedCountry },
            list: { show: event.list, by: event.list },
            note: {
              show: (
                <>
                  {event.verified ? null : <UnverifiedMark />} {event.note}
                </>
              ),
            },
          },
        };
      })}
      sort={sort}
      onSort={onSort}
    />
  );
}
