import { Link, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type CallReply, routes } from "#contract";
import { useApi } from "../api.ts";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { OriginMark } from "../shared/origin-mark.tsx";
import { Page, Section } from "../shared/page.tsx";
import { SearchField } from "../shared/search-field.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import { CountrySuggestions } from "./country-suggestions.tsx";
import style from "./home.module.css";

type Overview = CallReply<typeof routes.overview>;
const latestShown = 3;

export function HomePage() {
  const say = useWords("home");
  const navigate = useNavigate();
  const overview = useApi(routes.overview, {});
  return (
    <Page title={say("title")} lead={say("lead")} cite={false}>
      <SearchField
        big
        label={say("search")}
        button={say("searchButton")}
        value=""
        onSearch={(q) => navigate({ to: "/evidence/search", search: { q: q || undefined } })}
      >
        {(typed) => (
          <div className={style["suggestions"]}>
            <CountrySuggestions typed={typed} />
          </div>
        )}
      </SearchField>
      <nav aria-label={say("ways")} className={style["ways"]}>
        <Way to="/countries" title={say("way.country")} text={say("way.countryText")} />
        <Way to="/evidence/search" title={say("way.question")} text={say("way.questionText")} />
        <Way to="/data" title={say("way.data")} text={say("way.dataText")} />
      </nav>
      <div className={style["columns"]}>
        <Section title={say("inside")}>
          <Answered answer={overview} lines={7}>
            {(value) => <Inside overview={value} />}
          </Answered>
        </Section>
        <Section title={say("begin")}>
          <Begin overview={overview.value} />
        </Section>
      </div>
    </Page>
  );
}

function Way(props: { readonly to: string; readonly title: string; readonly text: string }) {
  return (
    <Link to={props.to as "/"} className={style["way"]}>
      <span className={style["wayTitle"]}>{props.title}</span>
      <span className={style["wayText"]}>{props.text}</span>
    </Link>
  );
}

function Inside({ overview }: { readonly overview: Overview }) {
  const say = useWords("home");
  const format = useFormat();
  const counts: readonly (readonly [string, number, string])[] = [
    ["evaluations", overview.evaluations, "/evidence"],
    ["documents", overview.documents, "/evidence/search"],
    ["passages", overview.passages, "/evidence/search"],
    ["releases", overview.releases.length, "/data"],
    ["runs", overview.runs.length, "/indexes"],
    ["conventions", overview.conventions, "/standards"],
    ["ratifications", overview.ratifications, "/standards"],
  ];
  if (counts.every(([, count]) => count === 0))
    return <EmptyState what={say("empty")} how={<Link to="/sign-in">{say("emptyHow")}</Link>} />;
  return (
    <>
      <ul className={style["counts"]}>
        {counts.map(([name, count, to]) => (
          <li key={name}>
            <Link to={to as "/"}>
              <strong>{format.number(count)}</strong> {say(`count.${name}`, { count })}
            </Link>
          </li>
        ))}
      </ul>
      {overview.updatedAt ? (
        <p className={style["fresh"]}>{say("updated", { date: format.date(overview.updatedAt) })}</p>
      ) : null}
    </>
  );
}

function Begin({ overview }: { readonly overview: Overview | undefined }) {
  const say = useWords("home");
  const format = useFormat();
  const documents = useApi(routes.listDocuments, {});
  // The report with most to show: short invented ones stand beside it in the demonstration.
  const report = documents.value?.toSorted((a, b) => b.passages - a.passages)[0];
  const run = overview?.runs[0];
  const releases = overview?.releases.slice(0, latestShown) ?? [];
  const steps: readonly (readonly [string, ReactNode])[] = [
    [
      "read",
      report ? (
        <Link key="read" to="/evidence/reports/$sha256" params={{ sha256: report.source.sha256 }}>
          {say("begin.read")}
        </Link>
      ) : null,
    ],
    [
      "run",
      run ? (
        <Link key="run" to={`/indexes/runs/${run.id}` as "/"}>
          {say("begin.run")}
        </Link>
      ) : null,
    ],
    [
      "registry",
      <Link key="registry" to="/evidence">
        {say("begin.registry")}
      </Link>,
    ],
    [
      "reviews",
      <Link key="reviews" to="/reviews">
        {say("begin.reviews")}
      </Link>,
    ],
    [
      "standards",
      overview?.conventions ? (
        <Link key="standards" to={"/standards/C102" as "/"}>
          {say("begin.standards")}
        </Link>
      ) : null,
    ],
  ];
  return (
    <>
      <ol className={style["steps"]}>
        {steps.map(([name, step]) => (step === null ? null : <li key={name}>{step}</li>))}
      </ol>
      {releases.length > 0 ? (
        <>
          <h3>{say("latest")}</h3>
          <ul className={style["releases"]}>
            {releases.map((release) => (
              <li key={release.id}>
                <Link to={`/data/${release.id}` as "/"}>{release.title}</Link>{" "}
                <span className={style["date"]}>{format.date(release.createdAt)}</span>{" "}
                <OriginMark origin={release.origin} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}
