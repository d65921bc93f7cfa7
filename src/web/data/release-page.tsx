import { getRouteApi, Link } from "@tanstack/react-router";
import type { z } from "zod";
import {
  addressOf,
  type ReleaseContentsShape,
  type ReleaseShape,
  routes,
  type SourceFileShape,
} from "#contract";
import { citationText } from "#kernel";
import { useApi } from "../api.ts";
import { FactTable } from "../charts/fact-table.tsx";
import { TraceMark } from "../charts/trace-mark.tsx";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { codeText } from "../indexes/rating-text.ts";
import { RecipeList } from "../indexes/recipe-list.tsx";
import { OriginMark } from "../shared/origin-mark.tsx";
import { Page, Section } from "../shared/page.tsx";
import { Answered } from "../shared/states.tsx";
import { Explorer } from "./explorer.tsx";
import { useIndicators } from "./indicator-label.ts";

const address = getRouteApi("/data/$release");

type Release = z.output<typeof ReleaseShape>;
type Contents = z.output<typeof ReleaseContentsShape>;
type Sources = readonly z.output<typeof SourceFileShape>[];

/** One release: look into it, take it away, cite it, see what it was made of. */
export function ReleasePage() {
  const say = useWords("data");
  const format = useFormat();
  const { release: id } = address.useParams();
  const answer = useApi(routes.release, { params: { id } });
  const release = answer.value?.release;
  return (
    <Page
      title={release?.title ?? id}
      kicker={
        release ? (
          <>
            {say("release.kicker", { id: release.id, version: release.version })}{" "}
            <OriginMark origin={release.origin} />
          </>
        ) : undefined
      }
      lead={
        release
          ? say("release.lead", {
              count: release.rows,
              rows: format.number(release.rows),
              date: format.date(release.createdAt),
            })
          : null
      }
    >
      <Answered answer={answer} lines={12}>
        {(value) => (
          <ReleaseParts release={value.release} contents={value.contents} sources={value.sources} />
        )}
      </Answered>
    </Page>
  );
}

function ReleaseParts({
  release,
  contents,
  sources,
}: {
  release: Release;
  contents: Contents;
  sources: Sources;
}) {
  const say = useWords("data");
  const sayChart = useWords("charts");
  const language = useLanguage();
  const download = (kind: "csv" | "xlsx" | "json") =>
    addressOf(routes.downloadRelease, { id: release.id }, { format: kind, language });
  return (
    <>
      {release.origin === "simulated" ? <p className="fact-notice">{sayChart("simulated.notice")}</p> : null}
      {release.kind === "observations" ? (
        <Section title={say("explore.heading")} note={say("explore.note")}>
          <Explorer release={release} contents={contents} />
        </Section>
      ) : null}
      <Section title={say("take.heading")} note={say("take.note")}>
        <ul className="fact-links" data-print="hide">
          {(["csv", "xlsx", "json"] as const).map((kind) => (
            <li key={kind}>
              <a href={download(kind)} download>
                {say("take.whole", { kind: kind.toUpperCase() })}
              </a>
            </li>
          ))}
        </ul>
        <About release={release} />
      </Section>
      <Section title={say("contents.heading")}>
        <ContentsTable contents={contents} />
      </Section>
      <Section title={say("sources.heading")} note={say("sources.note")}>
        <SourcesTable sources={sources} />
        {release.recipe ? <RecipeList recipe={release.recipe} /> : null}
      </Section>
    </>
  );
}

function About({ release }: { release: Release }) {
  const say = useWords("data");
  const format = useFormat();
  return (
    <dl className="fact-list">
      <dt>{say("about.citation")}</dt>
      <dd>{citationText(withoutAbsent(release.citation))}</dd>
      <dt>{say("about.licence")}</dt>
      <dd>{release.licence}</dd>
      <dt>{say("about.caveats")}</dt>
      <dd>
        {release.caveats.length === 0 ? (
          say("about.noCaveats")
        ) : (
          <ul>
            {release.caveats.map((caveat) => (
              <li key={caveat} lang="en">
                {caveat}
              </li>
            ))}
          </ul>
        )}
      </dd>
      <dt>{say("about.checksum")}</dt>
      <dd className="fact-code">{release.checksum}</dd>
      <dt>{say("about.changes")}</dt>
      <dd>
        {release.changes === null
          ? say("about.first")
          : say("about.changed", {
              added: format.number(release.changes.added),
              changed: format.number(release.changes.changed),
              withdrawn: format.number(release.changes.withdrawn),
            })}
      </dd>
      <dt>{say("about.path")}</dt>
      <dd>
        <TraceMark id={`release:${release.id}`} of={release.id} />
      </dd>
    </dl>
  );
}

/** Exact optional properties: an absent part is absent, not undefined. */
const withoutAbsent = (citation: Release["citation"]): Parameters<typeof citationText>[0] =>
  Object.fromEntries(Object.entries(citation).filter(([, value]) => value !== undefined)) as Parameters<
    typeof citationText
  >[0];

function ContentsTable({ contents }: { contents: Contents }) {
  const say = useWords("data");
  const sayChart = useWords("charts");
  const format = useFormat();
  const indicators = useIndicators();
  return (
    <FactTable
      caption={say("contents.caption")}
      columns={[
        { id: "indicator", label: say("column.indicator") },
        { id: "unit", label: say("column.unit") },
        { id: "years", label: say("column.years"), short: true },
        { id: "areas", label: say("column.areas"), numeric: true },
        { id: "values", label: say("column.values"), numeric: true },
        { id: "missing", label: say("column.missing"), numeric: true },
      ]}
      rows={contents.map((one) => ({
        id: `${one.indicator} ${one.unit}`,
        cells: {
          indicator: {
            show: (
              <>
                <Link to="." search={(now) => ({ ...now, indicator: one.indicator })} resetScroll>
                  {indicators.label(one.indicator)}
                </Link>
                <br />
                <span className="fact-code">{one.indicator}</span>
              </>
            ),
          },
          unit: { show: one.unit === null ? "" : codeText(sayChart, "unit", one.unit) },
          years: { show: one.from === one.to ? one.from : `${one.from}–${one.to}` },
          areas: { show: format.number(one.areas) },
          values: { show: format.number(one.values) },
          missing: { show: format.number(one.missing) },
        },
      }))}
    />
  );
}

function SourcesTable({ sources }: { sources: Sources }) {
  const say = useWords("data");
  const format = useFormat();
  return (
    <FactTable
      caption={say("sources.caption")}
      columns={[
        { id: "name", label: say("column.file") },
        { id: "size", label: say("column.size"), numeric: true },
        { id: "added", label: say("column.added") },
        { id: "hash", label: say("column.hash") },
        { id: "origin", label: say("column.origin") },
      ]}
      rows={sources.map((source) => ({
        id: source.sha256,
        cells: {
          name: {
            show: (
              <>
                {source.name} <TraceMark id={`source:${source.sha256}`} of={source.name} />
              </>
            ),
          },
          size: { show: format.bytes(source.bytes) },
          added: { show: format.date(source.addedAt) },
          hash: {
            show: (
              <span className="fact-code" title={source.sha256}>
                {source.sha256.slice(0, 12)}
              </span>
            ),
          },
          origin: {
            show: source.origin === "real" ? say("origin.real") : <OriginMark origin={source.origin} />,
          },
        },
      }))}
    />
  );
}
