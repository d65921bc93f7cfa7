import { SegmentedControl, TextInput, Title } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { routes } from "#contract";
import { areaName, areas, iloRegions } from "#kernel";
import { useApi } from "../api.ts";
import { folded } from "../folded.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { OriginMark } from "../shared/origin-mark.tsx";
import { Page, Section } from "../shared/page.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import { RatificationMap } from "../standards/ratification-map.tsx";
import { EvaluationMap } from "./evaluation-map.tsx";
import type { MapSubject } from "./search-params.ts";
import "./countries.css";
import "../charts/facts.css";

const address = getRouteApi("/countries");

/** The way in by country: a map of what is real, and the list of all countries, the invented ones apart. */
export function CountriesPage() {
  const say = useWords("countries");
  const state = address.useSearch();
  const navigate = address.useNavigate();
  const counts = useApi(routes.countryCounts, {});
  const show: MapSubject = state.show ?? "evaluations";
  const change = (part: Partial<typeof state>) =>
    void navigate({ search: (now) => ({ ...now, ...part }), replace: true, resetScroll: false });
  const figure = {
    view: state.view ?? "chart",
    onView: (view: "chart" | "table") => change({ view: view === "chart" ? undefined : view }),
    sort: state.sort,
    onSort: (sort: string) => change({ sort }),
  } as const;
  return (
    <Page title={say("title")} lead={say("lead")}>
      <Section title={say("map.heading")}>
        <SegmentedControl
          value={show}
          onChange={(value) => change({ show: value === "c102" ? "c102" : undefined, sort: undefined })}
          data={[
            { value: "evaluations", label: say("map.evaluations") },
            { value: "c102", label: say("map.c102") },
          ]}
          aria-label={say("map.choose")}
        />
        {show === "c102" ? (
          <RatificationMap convention="C102" {...figure} />
        ) : (
          <Answered answer={counts} lines={10}>
            {(value) => <EvaluationMap counts={value} {...figure} />}
          </Answered>
        )}
      </Section>
      <Section title={say("oldAge.heading")}>
        <ul className="fact-links">
          <li>
            <Link to="/countries/compare">{say("compare.title")}</Link>
          </li>
          <li>
            <Link to="/countries/old-age">{say("oldAge.link")}</Link>
          </li>
        </ul>
      </Section>
      <Section title={say("list.heading")}>
        <TextInput
          label={say("list.search")}
          value={state.q ?? ""}
          onChange={(event) => change({ q: event.currentTarget.value || undefined })}
          type="search"
          className="country-indicator"
        />
        <CountryList query={state.q ?? ""} counts={counts.value ?? []} />
      </Section>
    </Page>
  );
}

type Counts = readonly {
  readonly area: string;
  readonly evaluations: number;
  readonly ratings: number;
  readonly ratifications: number;
}[];

function CountryList({ query, counts }: { query: string; counts: Counts }) {
  const say = useWords("countries");
  const term = useWords("terms");
  const language = useLanguage();
  const held = new Map(counts.map((count) => [count.area, count]));
  const wanted = folded(query.trim());
  const collator = new Intl.Collator(language);
  const found = areas
    .filter((area) => area.kind !== "region" && area.kind !== "dissolved")
    // Territories stand here once there is something about them, or when they are looked for; invented
    // countries only where the demonstration is.
    .filter(
      ({ kind, code }) => held.has(code) || (kind !== "invented" && (kind !== "territory" || wanted !== "")),
    )
    .map((area) => ({ area, name: areaName(area.code, language) }))
    .filter(
      ({ area, name }) =>
        wanted === "" || folded(name).includes(wanted) || area.code.toLowerCase() === wanted,
    )
    .sort((a, b) => collator.compare(a.name, b.name));
  const groups = [
    ...iloRegions.map((region) => ({
      id: region as string,
      title: term(`region.${region}`),
      members: found.filter(({ area }) => area.iloRegion === region),
    })),
    {
      id: "other",
      title: say("region.other"),
      members: found.filter(({ area }) => area.iloRegion === null && area.kind !== "invented"),
    },
  ].filter((group) => group.members.length > 0);
  const invented = found.filter(({ area }) => area.kind === "invented");
  const entry = ({ area, name }: (typeof found)[number]) => {
    const count = held.get(area.code);
    const parts = [
      count?.ratings ? say("count.ratings", { count: count.ratings }) : null,
      count?.evaluations ? say("count.evaluations", { count: count.evaluations }) : null,
      count?.ratifications ? say("count.ratifications", { count: count.ratifications }) : null,
    ].filter(Boolean);
    return (
      <li key={area.code}>
        <Link to="/countries/$code" params={{ code: area.code }}>
          {name}
        </Link>
        {parts.length > 0 ? <span className="country-soft"> {parts.join(", ")}</span> : null}
      </li>
    );
  };
  if (found.length === 0) return <EmptyState what={say("list.none", { query })} how={say("list.noneHow")} />;
  return (
    <>
      {invented.length > 0 ? (
        <div className="country-invented">
          <Title order={3}>
            {say("list.invented")} <OriginMark origin="invented" />
          </Title>
          <p>{say("list.inventedText")}</p>
          <ul className="country-groups">{invented.map(entry)}</ul>
        </div>
      ) : null}
      {groups.map((group) => (
        <div key={group.id}>
          <Title order={3}>{group.title}</Title>
          <ul className="country-groups">{group.members.map(entry)}</ul>
        </div>
      ))}
    </>
  );
}
