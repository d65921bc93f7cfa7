import { NativeSelect } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { z } from "zod/mini";
import { type IndexBySexShape, routes } from "#contract";
import { areaName, isInventedAreaCode } from "#kernel";
import { useApi } from "../api.ts";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { inLanguage } from "../indexes/names.ts";
import { OriginMark } from "../shared/origin-mark.tsx";
import { Page, Section } from "../shared/page.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import { BySexFigure } from "./by-sex-figure.tsx";
import { WorkedSteps } from "./worked-steps.tsx";
import "./countries.css";
import "../charts/facts.css";

type BySex = z.output<typeof IndexBySexShape>;

const address = getRouteApi("/countries/old-age");
/** The definition this page reads; a newer version of it in the store counts before the one that comes along. */
const definitionId = "old-age-security";

/** Old-age income security of women and men, worked through from raw value to rank for one country. */
export function OldAgePage() {
  const say = useWords("old-age");
  const sayChart = useWords("charts");
  const state = address.useSearch();
  const answer = useApi(
    routes.indexBySex,
    {
      params: { id: definitionId },
      query: {
        ...(state.release && { release: state.release }),
        ...(state.period && { period: state.period }),
      },
    },
    { keep: true },
  );
  const release = answer.value?.release ?? null;
  return (
    <Page
      title={say("title")}
      kicker={
        <>
          {say("kicker")} {release ? <OriginMark origin={release.origin} /> : null}
        </>
      }
      lead={say("lead")}
    >
      <Answered answer={answer} lines={12}>
        {(value) =>
          value.release === null ? (
            <>
              <AboutIndex value={value} />
              <EmptyState what={say("empty")} how={say("emptyHow")} />
            </>
          ) : (
            <>
              {value.release.origin === "real" ? null : (
                <p className="fact-notice">{sayChart(`notice.${value.release.origin}`)}</p>
              )}
              <AboutIndex value={value} />
              <Shown value={value} release={value.release} />
            </>
          )
        }
      </Answered>
    </Page>
  );
}

/** What the index is, in the words of its definition, and which of its indicators tell women from men. */
function AboutIndex({ value }: { value: BySex }) {
  const say = useWords("old-age");
  const language = useLanguage();
  const format = useFormat();
  const { definition, bySex, shared, leftOut } = value;
  return (
    <Section title={say("about.heading")}>
      <p className="old-age-text">
        <Link to="/indexes">{inLanguage(definition.title, language)}</Link>
        {", "}
        {say("about.version", { version: definition.version })}.{" "}
        {definition.evidence ? <span lang="en">{definition.evidence}</span> : null}
      </p>
      {bySex.length > 0 ? (
        <p className="old-age-text">{say("about.bySex", { bySex: bySex.length, shared: shared.length })}</p>
      ) : null}
      {leftOut.length > 0 ? (
        <p className="old-age-text">
          {say("about.leftOut", {
            names: format.list(
              leftOut.map(({ indicator, title }) => (title ? inLanguage(title, language) : indicator)),
            ),
          })}
        </p>
      ) : null}
      <p className="old-age-text">{say("about.scale")}</p>
    </Section>
  );
}

function Shown({ value, release }: { value: BySex; release: NonNullable<BySex["release"]> }) {
  const say = useWords("old-age");
  const language = useLanguage();
  const state = address.useSearch();
  const navigate = address.useNavigate();
  const change = (part: Partial<typeof state>) =>
    void navigate({ search: (now) => ({ ...now, ...part }), replace: true, resetScroll: false });
  const collator = new Intl.Collator(language);
  const areas = [...new Set(value.scores.map(({ area }) => area))]
    .map((code) => ({ code, name: areaName(code, language) }))
    .sort((a, b) => collator.compare(a.name, b.name));
  // Until the reader chooses: the first country that has a score for women and for men.
  const scored = (code: string) =>
    value.scores.filter(({ area, score }) => area === code && score !== null).length === 2;
  const chosen =
    areas.find(({ code }) => code === state.area)?.code ??
    areas.find(({ code }) => scored(code))?.code ??
    areas[0]?.code ??
    "";
  const worked = useApi(
    routes.indexBySex,
    {
      params: { id: definitionId },
      query: { release: release.id, area: chosen, ...(value.period && { period: value.period }) },
    },
    // The steps of the country before must not stand under the name of this one.
    { when: chosen !== "" },
  );
  return (
    <>
      <Section title={say("countries.heading")} note={say("countries.note")}>
        {value.periods.length > 1 ? (
          <NativeSelect
            label={say("period")}
            value={value.period ?? ""}
            onChange={(event) => change({ period: event.currentTarget.value })}
            data={value.periods.map((period) => ({ value: period ?? "", label: period ?? "–" }))}
            className="country-indicator"
          />
        ) : null}
        <BySexFigure
          value={value}
          release={release}
          view={state.view ?? "chart"}
          onView={(view) => change({ view: view === "chart" ? undefined : view })}
          sort={state.sort}
          onSort={(sort) => change({ sort })}
          onArea={(area) => change({ area })}
        />
      </Section>
      <Section title={say("steps.heading", { name: areaName(chosen, language) })} note={say("steps.note")}>
        <NativeSelect
          label={say("steps.country")}
          value={chosen}
          onChange={(event) => change({ area: event.currentTarget.value })}
          data={areas.map(({ code, name }) => ({
            value: code,
            label: isInventedAreaCode(code) ? `${name} (${say("invented")})` : name,
          }))}
          className="country-indicator"
        />
        <Answered answer={worked} lines={14}>
          {(answer) => <WorkedSteps value={answer} area={chosen} name={areaName(chosen, language)} />}
        </Answered>
      </Section>
    </>
  );
}
