import { NativeSelect } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Fragment } from "react";
import { addressOf, type CallReply, routes } from "#contract";
import { areaName, areas } from "#kernel";
import { securityLevelName, securityLevels } from "#securities";
import { useApi, useSession } from "../api.ts";
import { FactTable } from "../charts/fact-table.tsx";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { formName, inLanguage, roleName } from "../indexes/names.ts";
import { codeText } from "../indexes/rating-text.ts";
import list from "../shared/lists.module.css";
import { Page, Section } from "../shared/page.tsx";
import { Answered } from "../shared/states.tsx";
import { DocumentationList } from "./documentation-list.tsx";
import { IndicatorForm } from "./indicator-form.tsx";
import { LatestFigure } from "./latest-figure.tsx";
import { SeriesFigure } from "./series-figure.tsx";
import "../charts/facts.css";

const address = getRouteApi("/indicators/$id");

type One = CallReply<typeof routes.indicator>;

/** What an indicator measures, how it is documented, and its values: the latest of all, a country's from all sources. */
export function IndicatorPage() {
  const say = useWords("indicators");
  const language = useLanguage();
  const { id } = address.useParams();
  const answer = useApi(routes.indicator, { params: { id } });
  const one = answer.value;
  const definition = one?.documentation["definition"];
  return (
    <Page
      title={one ? inLanguage(one.label, language) : id}
      kicker={<Link to="/indicators">{say("title")}</Link>}
      lead={definition ? inLanguage(definition.text, language) : undefined}
    >
      <Answered answer={answer} lines={12}>
        {(found) => <Shown one={found} />}
      </Answered>
    </Page>
  );
}

function Shown({ one }: { readonly one: One }) {
  const say = useWords("indicators");
  const { may } = useSession();
  const state = address.useSearch();
  const navigate = address.useNavigate();
  const change = (part: Partial<typeof state>) =>
    void navigate({ search: (now) => ({ ...now, ...part }), replace: true, resetScroll: false });
  return (
    <>
      <Facts one={one} />
      <Section title={say("latest.heading")} note={say("latest.note")}>
        <LatestFigure
          indicator={one}
          view={state.view ?? "chart"}
          onView={(view) => change({ view: view === "chart" ? undefined : view })}
          sort={state.sort}
          onSort={(sort) => change({ sort })}
          onArea={(area) => change({ area })}
        />
        <Downloads one={one} />
      </Section>
      <Section title={say("series.heading")} note={say("series.note")}>
        <AreaChoice value={state.area} onChange={(area) => change({ area })} />
        {state.area ? (
          <SeriesFigure
            indicator={one}
            area={state.area}
            selection={state.selection}
            view={state.series ?? "chart"}
            onView={(view) => change({ series: view === "chart" ? undefined : view })}
          />
        ) : (
          <p>{say("series.choose")}</p>
        )}
      </Section>
      <Section title={say("documentation.heading")} note={say("documentation.note")}>
        <DocumentationList entries={one.documentation} />
      </Section>
      <Versions one={one} />
      {may(routes.addIndicators) ? (
        <Section title={say("change.heading")} note={say("change.note")}>
          <IndicatorForm key={`${one.id} ${one.version}`} record={one.record} />
        </Section>
      ) : null}
    </>
  );
}

function Facts({ one }: { readonly one: One }) {
  const say = useWords("indicators");
  const sayChart = useWords("charts");
  const language = useLanguage();
  const format = useFormat();
  const level = securityLevels.find((known) => known === one.level);
  const facts: readonly (readonly [string, string])[] = [
    [say("code"), one.id],
    [say("facet.form"), formName(one.form, language)],
    [say("facet.level"), level ? inLanguage(securityLevelName(level), language) : one.level],
    [say("facet.group"), roleName(one.group, language)],
    [say("facet.type"), say(`type.${one.type}`)],
    [say("column.unit"), codeText(sayChart, "unit", one.unit)],
    [say("column.direction"), say(one.direction === 1 ? "more" : "less")],
    [say("scale"), one.scale ? one.scale.map((end) => format.number(end)).join("–") : say("notStated")],
    [
      say("transformation"),
      one.transformation ? say(`transformation.${one.transformation}`) : say("transformation.none"),
    ],
    [
      say("facet.source"),
      one.sources.length === 0
        ? say("notStated")
        : one.sources
            .map(({ agency, series }, i) => `${i + 1}. ${agency}${series ? ` (${series})` : ""}`)
            .join(" "),
    ],
    [
      say("breakdowns"),
      one.breakdowns.length === 0
        ? say("breakdowns.none")
        : one.breakdowns.map((name) => (name === "sex" ? say("breakdown.sex") : name)).join(", "),
    ],
    [
      say("evidence"),
      [
        say(`evidence.${one.evidence.tag}`),
        one.evidence.confidence ? say(`confidence.${one.evidence.confidence}`) : null,
        one.evidence.note,
      ]
        .filter(Boolean)
        .join("; "),
    ],
  ];
  return (
    <dl className={list["facts"]}>
      {facts.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

/** The releases that hold it, each as it can be taken along, with its citation. */
function Downloads({ one }: { readonly one: One }) {
  const say = useWords("indicators");
  const language = useLanguage();
  if (one.data.releases.length === 0) return null;
  const codes = [...new Set([one.id, ...one.sources.flatMap(({ series }) => (series ? [series] : []))])];
  return (
    <ul className="fact-links" data-print="hide">
      {one.data.releases.map((release) => (
        <li key={release}>
          <Link to="/data/$release" params={{ release }}>
            {release}
          </Link>
          {" · "}
          {(["csv", "xlsx", "json"] as const).map((kind) => (
            <span key={kind}>
              <a
                href={addressOf(
                  routes.downloadRelease,
                  { id: release },
                  { format: kind, language, indicator: codes },
                )}
                download
                aria-label={say("download", { kind: kind.toUpperCase(), release })}
              >
                {kind.toUpperCase()}
              </a>{" "}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}

function AreaChoice({
  value,
  onChange,
}: {
  readonly value: string | undefined;
  readonly onChange: (area: string | undefined) => void;
}) {
  const say = useWords("indicators");
  const language = useLanguage();
  const collator = new Intl.Collator(language);
  const choices = areas
    .filter((area) => area.kind === "country" || area.kind === "territory" || area.kind === "invented")
    .map(({ code }) => ({ value: code, label: areaName(code, language) }))
    .sort((a, b) => collator.compare(a.label, b.label));
  return (
    <NativeSelect
      label={say("series.country")}
      value={value ?? ""}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
      data={[{ value: "", label: say("series.chooseOne") }, ...choices]}
      className="fact-indicator"
      data-print="hide"
    />
  );
}

function Versions({ one }: { readonly one: One }) {
  const say = useWords("indicators");
  const format = useFormat();
  const language = useLanguage();
  return (
    <Section title={say("versions.heading")} note={say("versions.note")}>
      <FactTable
        caption={say("versions.heading")}
        columns={[
          { id: "version", label: say("column.version"), short: true },
          { id: "when", label: say("column.when"), short: true },
          { id: "label", label: say("column.indicator"), wide: true },
          { id: "changed", label: say("column.changed") },
          { id: "reason", label: say("column.reason"), wide: true },
        ]}
        rows={one.versions.map((version) => ({
          id: version.version,
          cells: {
            version: {
              show: version.shipped ? say("version.shipped", { version: version.version }) : version.version,
            },
            when: { show: version.recordedAt === null ? "" : format.date(version.recordedAt) },
            label: { show: inLanguage(version.label, language) },
            changed: { show: version.changed.map((field) => say(`field.${field}`)).join(", ") },
            reason: {
              show: [version.reason, version.recordedBy].filter(Boolean).join(" · "),
            },
          },
        }))}
      />
    </Section>
  );
}
