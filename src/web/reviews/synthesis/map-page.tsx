import { NativeSelect } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { addressOf, routes } from "#contract";
import { useApi } from "../../api.ts";
import { useFormat } from "../../format.ts";
import { useLanguage, useWords } from "../../i18n.ts";
import { Section } from "../../shared/page.tsx";
import { StateLink } from "../../shared/state-link.tsx";
import { Answered, EmptyState } from "../../shared/states.tsx";
import { type Review, ReviewFrame } from "../review-frame.tsx";
import { MapCell } from "./map-cell.tsx";
import { MapTable } from "./map-table.tsx";
import { KeepMap, LeaveOut } from "./map-tools.tsx";
import { useMapWords } from "./map-words.ts";
import { Need } from "./need.tsx";
import type { EvidenceMap } from "./replies.ts";
import style from "./synthesis.module.css";
import { SynthesisNav } from "./synthesis-nav.tsx";

const route = getRouteApi("/reviews/$id/map");

/** The evidence over two fields, and need from a release beside it. */
export function MapPage() {
  const say = useWords("review-synthesis");
  const { id } = route.useParams();
  return (
    <ReviewFrame id={id} title={say("map.title")} lead={say("map.lead")} cite>
      {(review) => <Whole review={review} />}
    </ReviewFrame>
  );
}

function Whole({ review }: { readonly review: Review }) {
  const say = useWords("review-synthesis");
  const { row, column, empty, where, ...asked } = route.useSearch();
  const { rows, columns, release, indicator, need } = asked;
  const query = {
    ...(rows && { rows }),
    ...(columns && { columns }),
    ...(where && { where }),
    ...(release && { release }),
    ...(indicator && { indicator }),
    ...(need && { need }),
  };
  const answer = useApi(routes.reviewMap, { params: { id: review.id }, query }, { keep: true });
  return (
    <>
      <SynthesisNav id={review.id} current="map" />
      <Answered answer={answer} lines={14}>
        {(map) => (
          <>
            <Choose map={map} where={where ?? []} />
            <About
              review={review}
              map={map}
              query={{ ...query, rows: map.rows.id, columns: map.columns.id }}
            />
            {map.items === 0 && where === undefined ? (
              <EmptyState what={say("map.empty")} how={say("map.emptyHow")} />
            ) : (
              <>
                <MapTable
                  map={map}
                  chosen={row && column ? { row, column } : null}
                  hideEmpty={empty === "hide"}
                />
                <p data-print="hide">
                  <StateLink
                    search={(former) => ({ ...former, empty: empty === "hide" ? undefined : "hide" })}
                    current={empty === "hide"}
                  >
                    {say(empty === "hide" ? "map.showEmpty" : "map.hideEmpty")}
                  </StateLink>
                </p>
              </>
            )}
            {row && column ? (
              <MapCell
                review={review}
                map={map}
                at={{ rows: map.rows.id, row, columns: map.columns.id, column }}
                where={where}
              />
            ) : null}
            <Need map={map} />
            <KeepMap review={review} map={map} />
            <LeaveOut review={review} map={map} />
          </>
        )}
      </Answered>
    </>
  );
}

/** Which fields, and what of it: all in the address. */
function Choose({ map, where }: { readonly map: EvidenceMap; readonly where: readonly string[] }) {
  const say = useWords("review-synthesis");
  const words = useMapWords();
  const navigate = route.useNavigate();
  const fields = map.fields.map((field) => ({ value: field.id, label: words.field(field) }));
  const axis = (name: "rows" | "columns") => (
    <NativeSelect
      label={say(`map.${name}`)}
      value={map[name].id}
      data={fields}
      onChange={(event) => {
        const { value } = event.currentTarget;
        void navigate({
          search: (former) => ({
            ...former,
            rows: map.rows.id,
            columns: map.columns.id,
            [name]: value,
            row: undefined,
            column: undefined,
            need: undefined,
          }),
          resetScroll: false,
        });
      }}
    />
  );
  const options = map.filters.flatMap((field) =>
    field.values.map((value) => ({
      value: `${field.id}:${value.id}`,
      label: `${words.field(field)}: ${words.value(field.id, value)}`,
    })),
  );
  return (
    <div data-print="hide">
      {map.kept.length > 0 ? (
        <p className={style["line"]}>
          {say("map.kept")}
          {map.kept.map((one) => (
            <StateLink key={one.id} search={() => ({ rows: one.rows, columns: one.columns })}>
              {one.title}
            </StateLink>
          ))}
        </p>
      ) : null}
      <div className={style["pair"]}>
        {axis("rows")}
        {axis("columns")}
        <NativeSelect
          label={say("map.only")}
          value=""
          data={[
            { value: "", label: say("map.choose") },
            ...options.filter(({ value }) => !where.includes(value)),
          ]}
          onChange={(event) => {
            const { value } = event.currentTarget;
            if (value === "") return;
            void navigate({
              search: (former) => ({ ...former, where: [...(former.where ?? []), value] }),
              resetScroll: false,
            });
          }}
        />
      </div>
      {where.length > 0 ? (
        <p className={style["line"]}>
          {where.map((one) => (
            <StateLink
              key={one}
              search={(former) => ({ ...former, where: where.filter((other) => other !== one) })}
            >
              {say("map.without", { what: options.find(({ value }) => value === one)?.label ?? one })}
            </StateLink>
          ))}
        </p>
      ) : null}
    </div>
  );
}

/** When was searched, under which protocol, what was left out; and the map as a file. */
function About(props: {
  readonly review: Review;
  readonly map: EvidenceMap;
  readonly query: Readonly<Record<string, unknown>>;
}) {
  const say = useWords("review-synthesis");
  const words = useMapWords();
  const format = useFormat();
  const language = useLanguage();
  const { review, map, query } = props;
  const date = (iso: string) => (iso.length === 10 ? format.date(iso) : iso);
  const file = (kind: "html" | "csv") =>
    addressOf(routes.downloadReviewMap, { id: review.id }, {
      ...query,
      lang: language,
      format: kind,
    } as never);
  return (
    <Section title={`${words.field(map.rows)} × ${words.field(map.columns)}`}>
      <p className={style["hint"]}>
        {map.searched === null
          ? say("map.searchedNot")
          : map.searched.first === map.searched.last
            ? say("map.searchedOn", { date: date(map.searched.first) })
            : say("map.searched", { first: date(map.searched.first), last: date(map.searched.last) })}{" "}
        {map.protocol === null ? null : say("map.protocol", { version: map.protocol })}{" "}
        {say(`map.items.${map.of}`, { count: map.items })}{" "}
        {map.notStated > 0 ? say(`map.notStated.${map.of}`, { count: map.notStated }) : null}
      </p>
      {map.leftOut.map(({ field, values, reason }) => (
        <p key={field} className={style["hint"]}>
          {say("map.leftOut", {
            field: words.field({ id: field, label: null }),
            values: values.map((value) => words.value(field, { id: value, label: null })).join(", "),
            reason,
          })}
        </p>
      ))}
      <p className={style["line"]} data-print="hide">
        <a href={file("html")} download>
          {say("map.html")}
        </a>
        <a href={file("csv")} download>
          {say("map.csv")}
        </a>
      </p>
    </Section>
  );
}
