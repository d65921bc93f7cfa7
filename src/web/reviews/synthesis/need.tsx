import { NativeSelect } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useFormat } from "../../format.ts";
import { useWords } from "../../i18n.ts";
import { OriginMark } from "../../shared/origin-mark.tsx";
import { Section } from "../../shared/page.tsx";
import { StateLink } from "../../shared/state-link.tsx";
import { WideTable } from "../wide-table.tsx";
import { useMapWords } from "./map-words.ts";
import type { EvidenceMap } from "./replies.ts";
import style from "./synthesis.module.css";

const route = getRouteApi("/reviews/$id/map");

/** A figure of need from a release beside the evidence: where need is high and nothing was found comes first. */
export function Need({ map }: { readonly map: EvidenceMap }) {
  const say = useWords("review-synthesis");
  const words = useMapWords();
  const navigate = route.useNavigate();
  const { release, indicator, need } = route.useSearch();
  const chosen = map.releases.find(({ id }) => id === release);
  const change = (more: object) =>
    void navigate({ search: (former) => ({ ...former, ...more }), resetScroll: false });
  if (map.rows.id !== "region" && map.rows.id !== "country")
    return (
      <Section title={say("need.title")}>
        <p>
          {say("need.rows")} <ByCountry map={map} />
        </p>
      </Section>
    );
  if (map.releases.length === 0)
    return (
      <Section title={say("need.title")}>
        <p>{say("need.noRelease")}</p>
      </Section>
    );
  return (
    <Section title={say("need.title")} note={say("need.note")}>
      <div className={style["pair"]} data-print="hide">
        <NativeSelect
          label={say("need.release")}
          value={release ?? ""}
          data={[
            { value: "", label: say("need.choose") },
            ...map.releases.map(({ id, title }) => ({ value: id, label: `${title} (${id})` })),
          ]}
          onChange={(event) =>
            change({ release: event.currentTarget.value || undefined, indicator: undefined })
          }
        />
        <NativeSelect
          label={say("need.indicator")}
          description={chosen ? undefined : say("need.releaseFirst")}
          disabled={!chosen}
          value={indicator ?? ""}
          data={[
            { value: "", label: say("need.choose") },
            ...(chosen?.indicators ?? []).map((one) => ({
              value: one.id,
              label: one.label ? words.field(one) : one.id,
            })),
          ]}
          onChange={(event) => change({ indicator: event.currentTarget.value || undefined })}
        />
        <NativeSelect
          label={say("need.about", { field: words.field(map.columns) })}
          value={need ?? ""}
          data={[
            { value: "", label: say("need.all") },
            ...map.columns.values.map((value) => ({
              value: value.id,
              label: words.value(map.columns.id, value),
            })),
          ]}
          onChange={(event) => change({ need: event.currentTarget.value || undefined })}
        />
      </div>
      {map.need ? <Rows map={map} need={map.need} /> : <p>{say("need.empty")}</p>}
    </Section>
  );
}

function ByCountry({ map }: { readonly map: EvidenceMap }) {
  const say = useWords("review-synthesis");
  const columns = map.columns.id === "country" ? map.rows.id : map.columns.id;
  return (
    <StateLink
      search={(former) => ({ ...former, rows: "country", columns, row: undefined, column: undefined })}
    >
      {say("need.byCountry")}
    </StateLink>
  );
}

function Rows({ map, need }: { readonly map: EvidenceMap; readonly need: NonNullable<EvidenceMap["need"]> }) {
  const say = useWords("review-synthesis");
  const words = useMapWords();
  const format = useFormat();
  const indicator = need.indicator.label ? words.field(need.indicator) : need.indicator.id;
  const place = (row: (typeof need.rows)[number]) =>
    words.value(map.rows.id, { id: row.row, label: row.label });
  const gaps = need.rows.filter(({ level, state }) => level === "high" && state !== "found");
  const units = (count: number) =>
    map.unit === "project" ? say("projects", { count }) : say("reports", { count });
  if (need.rows.every(({ value }) => value === null))
    return (
      <p>
        {say("need.nowhere", { indicator, count: need.elsewhere })}{" "}
        {map.rows.id === "region" ? <ByCountry map={map} /> : null}
      </p>
    );
  return (
    <>
      <p>
        <strong>{indicator}</strong> ·{" "}
        <Link to="/data/$release" params={{ release: need.release.id }}>
          {need.release.title}
        </Link>{" "}
        <OriginMark origin={need.release.origin} />
        {need.release.origin === "real" ? null : ` ${say("need.notReal")}`}
      </p>
      <p className={style["hint"]}>
        {say(need.indicator.direction < 0 ? "need.lessIsBetter" : "need.moreIsBetter")} {say("need.how")}{" "}
        {say(`need.measure.${need.measure}`, { series: need.population ?? "" })}
        {need.elsewhere > 0 ? ` ${say("need.elsewhere", { count: need.elsewhere })}` : ""}
      </p>
      {gaps.length === 0 ? (
        <p>{say("need.noGap")}</p>
      ) : (
        <>
          <h3>{say("need.gaps", { count: gaps.length })}</h3>
          <ul>
            {gaps.map((row) => (
              <li key={row.row}>
                {say(row.state === "nothing" ? "need.gap" : "need.gapNotSearched", {
                  place: place(row),
                  indicator,
                  value: row.value === null ? "–" : format.number(row.value, 1),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
      <WideTable label={say("need.title")}>
        <table>
          <caption className="visually-hidden">{say("need.title")}</caption>
          <thead>
            <tr>
              <th scope="col">{words.field(map.rows)}</th>
              <th scope="col">{say("need.value")}</th>
              <th scope="col">{say("need.level")}</th>
              <th scope="col">{say("need.evidence")}</th>
            </tr>
          </thead>
          <tbody>
            {need.rows.map((row) => (
              <tr key={row.row}>
                <th scope="row">{place(row)}</th>
                <td>
                  {row.value === null ? say("need.noFigure") : format.number(row.value, 1)}
                  {row.periods ? (
                    <p className={style["hint"]}>
                      {need.measure === "own"
                        ? [...new Set(row.periods)].join("–")
                        : say("need.areas", {
                            count: row.areas,
                            periods: [...new Set(row.periods)].join("–"),
                          })}
                    </p>
                  ) : null}
                </td>
                <td>{say(`need.level.${row.level}`)}</td>
                <td>
                  {row.state === "found"
                    ? `${map.of === "reports" ? "" : `${say("map.cell", { count: row.items })}, `}${units(row.units)}`
                    : say(row.state === "nothing" ? "map.none" : "map.notSearched")}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </>
  );
}
