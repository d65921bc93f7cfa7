import { Button } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { routes } from "#contract";
import { areaByCode, areaName } from "#kernel";
import { useApi } from "../api.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { OriginMark } from "../shared/origin-mark.tsx";
import { Page, Section } from "../shared/page.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import { EvaluationList, RatificationTable } from "./country-evidence.tsx";
import { CountryStudies } from "./country-studies.tsx";
import { EvaluationMap } from "./evaluation-map.tsx";
import {
  bestAndWorst,
  type Comparison,
  inFormOrder,
  type Placed,
  type Profile,
  placesOf,
} from "./placed-scores.ts";
import { RatedParts } from "./rated-parts.tsx";
import { SeriesSection } from "./series-section.tsx";
import { SexSection } from "./sex-section.tsx";
import { usePlaceText } from "./use-place-text.ts";
import "./countries.css";
import "../charts/facts.css";

const address = getRouteApi("/countries/$code");

/** One country on one page: its place in each form with interval, what drives it, standards, evaluations. */
export function CountryPage() {
  const { code } = address.useParams();
  const area = areaByCode(code.toUpperCase());
  return area && area.kind !== "region" ? (
    <KnownCountry key={area.code} code={area.code} />
  ) : (
    <UnknownCountry code={code} />
  );
}

function UnknownCountry({ code }: { code: string }) {
  const say = useWords("countries");
  return (
    <Page title={say("unknown.title", { code })} lead={say("unknown.text")} cite={false}>
      <p>
        <Link to="/countries">{say("unknown.list")}</Link>
      </p>
    </Page>
  );
}

function KnownCountry({ code }: { code: string }) {
  const say = useWords("countries");
  const term = useWords("terms");
  const language = useLanguage();
  const area = areaByCode(code)!;
  const name = areaName(code, language);
  const { others } = address.useSearch();
  const profile = useApi(routes.countryProfile, { params: { area: code } });
  const comparison = useApi(
    routes.compareCountries,
    { query: { area: [code], with: [...(others ?? [])] } },
    { keep: true },
  );
  const region = area.iloRegion === null ? null : term(`region.${area.iloRegion}`);
  const sovereign = area.kind === "territory" ? area.relatedTo[0] : undefined;
  const kicker = (
    <>
      {[
        area.kind === "invented" ? say("kind.invented") : null,
        sovereign ? say("kind.territory", { of: areaName(sovereign, language) }) : null,
        area.kind === "dissolved"
          ? say("kind.dissolved", {
              year: area.valid[1] ?? "",
              now: area.relatedTo.map((c) => areaName(c, language)).join(", "),
            })
          : null,
        region,
        code,
      ]
        .filter(Boolean)
        .join(" · ")}{" "}
      {area.kind === "invented" ? <OriginMark origin="invented" /> : null}
    </>
  );
  return (
    <Page
      title={name}
      kicker={kicker}
      lead={
        profile.value && comparison.value ? (
          <Headline profile={profile.value} comparison={comparison.value} name={name} />
        ) : null
      }
    >
      <Answered answer={profile} lines={8}>
        {(value) => (
          <Answered answer={comparison} lines={8}>
            {(compared) => <Parts profile={value} comparison={compared} name={name} />}
          </Answered>
        )}
      </Answered>
    </Page>
  );
}

/** So many indexes are told of in a sentence; the figure below has all. */
const mostPlaces = 3;

/**
 * The sentence under the name: the best and the worst form with their intervals; without two forms the
 * place in each index there is; or that there is none.
 */
function Headline({ profile, comparison, name }: Given) {
  const say = useWords("countries");
  const text = usePlaceText();
  const ends = bestAndWorst(comparison.indexes, profile.area);
  const holdings = say("headline.holdings", {
    evaluations: say("count.evaluations", { count: profile.evaluations.length }),
    ratifications: say("count.ratifications", {
      count: new Set(profile.ratifications.map((r) => r.convention)).size,
    }),
  });
  if (!ends) {
    const places = placesOf(inFormOrder(comparison.indexes), profile.area);
    if (places.length === 0) return `${say("headline.noRatings", { name })} ${holdings}`;
    const said = places.slice(0, mostPlaces).map(({ index, score }: Placed) =>
      say(score.rank === null ? "headline.noPlace" : "headline.place", {
        name,
        index: text.indexName(index),
        rank: text.rank(score),
        reason: text.reason(score),
      }),
    );
    return [...said, holdings].join(" ");
  }
  const { best, worst } = ends;
  return `${say("headline.places", {
    name,
    best: text.indexName(best.index),
    bestRank: text.rank(best.score),
    worst: text.indexName(worst.index),
    worstRank: text.rank(worst.score),
  })} ${holdings}`;
}

type Given = { readonly profile: Profile; readonly comparison: Comparison; readonly name: string };

function Parts({ profile, comparison, name }: Given) {
  const say = useWords("countries");
  const sayChart = useWords("charts");
  const state = address.useSearch();
  const navigate = address.useNavigate();
  const indexes = inFormOrder(comparison.indexes);
  const change = (part: Partial<typeof state>) =>
    void navigate({ search: (now) => ({ ...now, ...part }), replace: true, resetScroll: false });
  return (
    <>
      <p className="country-tools" data-print="hide">
        <Button variant="default" size="xs" onClick={() => window.print()}>
          {say("print")}
        </Button>{" "}
        <Link to="/countries/compare" search={{ areas: [profile.area] }}>
          {say("compare.with")}
        </Link>
      </p>
      {indexes.length === 0 ? (
        <Section title={say("ratings.heading")}>
          <EmptyState what={say("ratings.empty", { name })} how={say("ratings.emptyHow")} />
        </Section>
      ) : (
        <RatedParts
          profile={profile}
          comparison={comparison}
          indexes={indexes}
          name={name}
          state={state}
          change={change}
        />
      )}
      {profile.releases.length === 0 ? (
        <Section title={say("series.heading")}>
          <EmptyState what={say("series.empty", { name })} how={say("series.emptyHow")} />
        </Section>
      ) : (
        <div data-print="hide" className="country-part">
          <Section title={say("sex.heading")} note={say("sex.note")}>
            <SexSection
              code={profile.area}
              name={name}
              release={
                (profile.releases.find(({ release }) => release === state.release) ?? profile.releases[0]!)
                  .release
              }
              view={state.sex ?? "chart"}
              onView={(sex) => change({ sex: sex === "chart" ? undefined : sex })}
            />
          </Section>
          <Section title={say("series.heading")}>
            <SeriesSection profile={profile} state={state} change={change} />
          </Section>
        </div>
      )}
      <Section title={say("standards.heading")} note={sayChart("partialLists")}>
        {profile.ratifications.length === 0 ? (
          <EmptyState what={say("standards.empty", { name })} how={say("standards.emptyHow")} />
        ) : (
          <RatificationTable ratifications={profile.ratifications} name={name} />
        )}
      </Section>
      <Section title={say("evaluations.heading")}>
        {profile.evaluations.length === 0 ? (
          <EmptyState what={say("evaluations.empty", { name })} how={say("evaluations.emptyHow")} />
        ) : (
          <EvaluationList evaluations={profile.evaluations} />
        )}
      </Section>
      <div data-print="hide" className="country-part">
        <CountryStudies code={profile.area} name={name} />
      </div>
      {profile.origin === "real" ? (
        <div data-print="hide" className="country-part">
          <Section title={say("onMap.heading")} note={say("onMap.note")}>
            <CountryOnMap
              code={profile.area}
              view={state.map ?? "chart"}
              onView={(map) => change({ map: map === "chart" ? undefined : map })}
              sort={state.sort}
              onSort={(sort) => change({ sort })}
            />
          </Section>
        </div>
      ) : null}
    </>
  );
}

/** The country among all others: where evaluations are, and where there are none. */
function CountryOnMap({
  code,
  ...map
}: { code: string } & Pick<Parameters<typeof EvaluationMap>[0], "view" | "onView" | "sort" | "onSort">) {
  const counts = useApi(routes.countryCounts, {});
  return (
    <Answered answer={counts} lines={12}>
      {(value) => <EvaluationMap counts={value} here={code} {...map} />}
    </Answered>
  );
}
