import { Button } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { routes } from "#contract";
import { areaByCode, areaName } from "#kernel";
import { useApi } from "../api.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { formName } from "../indexes/names.ts";
import { OriginMark } from "../shared/origin-mark.tsx";
import { Page, Section } from "../shared/page.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import { EvaluationList, RatificationTable } from "./country-evidence.tsx";
import { bestAndWorst, type Profile, ratingsByForm } from "./country-ratings.ts";
import { EvaluationMap } from "./evaluation-map.tsx";
import { RatingsFigure } from "./ratings-figure.tsx";
import { SeriesSection } from "./series-section.tsx";
import "./countries.css";
import "../charts/facts.css";

const address = getRouteApi("/countries/$code");

/** One country on one page: ratings, indicators over time, standards, evaluations. */
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
  const profile = useApi(routes.countryProfile, { params: { area: code } });
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
      lead={profile.value ? <Headline profile={profile.value} name={name} /> : null}
    >
      <Answered answer={profile} lines={8}>
        {(value) => <Parts profile={value} name={name} />}
      </Answered>
    </Page>
  );
}

/** The sentence under the name: the best and the worst form, or what there is instead. */
function Headline({ profile, name }: { profile: Profile; name: string }) {
  const say = useWords("countries");
  const language = useLanguage();
  const ends = bestAndWorst(ratingsByForm(profile.ratings));
  const holdings = say("headline.holdings", {
    evaluations: say("count.evaluations", { count: profile.evaluations.length }),
    ratifications: say("count.ratifications", {
      count: new Set(profile.ratifications.map((r) => r.convention)).size,
    }),
  });
  if (!ends) return `${say("headline.noRatings", { name })} ${holdings}`;
  const { best, worst } = ends;
  return `${say("headline.ratings", {
    name,
    best: formName(best.form, language),
    bestRank: best.index.rank,
    of: best.index.of,
    worst: formName(worst.form, language),
    worstRank: worst.index.rank,
    worstOf: worst.index.of,
  })} ${holdings}`;
}

function Parts({ profile, name }: { profile: Profile; name: string }) {
  const say = useWords("countries");
  const sayChart = useWords("charts");
  const state = address.useSearch();
  const navigate = address.useNavigate();
  const rated = ratingsByForm(profile.ratings);
  const simulated = profile.ratings.some((rating) => rating.origin === "simulated");
  const isReconstruction = profile.ratings.some((rating) => rating.reconstruction);
  const change = (part: Partial<typeof state>) =>
    void navigate({ search: (now) => ({ ...now, ...part }), replace: true, resetScroll: false });
  return (
    <>
      <p data-print="hide">
        <Button variant="default" size="xs" onClick={() => window.print()}>
          {say("print")}
        </Button>
      </p>
      <Section title={say("ratings.heading")}>
        {rated.length === 0 ? (
          <EmptyState what={say("ratings.empty", { name })} how={say("ratings.emptyHow")} />
        ) : (
          <>
            {simulated || isReconstruction ? (
              <p className="fact-notice">
                {simulated ? `${sayChart("simulated.notice")} ` : ""}
                {isReconstruction ? sayChart("reconstruction.notice") : ""}
              </p>
            ) : null}
            <RatingsFigure
              code={profile.area}
              name={name}
              rated={rated}
              view={state.view ?? "chart"}
              onView={(view) => change({ view: view === "chart" ? undefined : view })}
            />
          </>
        )}
      </Section>
      <Section title={say("series.heading")}>
        {profile.releases.length === 0 ? (
          <EmptyState what={say("series.empty", { name })} how={say("series.emptyHow")} />
        ) : (
          <SeriesSection profile={profile} state={state} change={change} />
        )}
      </Section>
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
      {profile.origin === "real" ? (
        <div data-print="hide">
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
