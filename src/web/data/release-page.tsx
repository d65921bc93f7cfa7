import { getRouteApi } from "@tanstack/react-router";
import type { z } from "zod/mini";
import {
  addressOf,
  type ReleaseContentsShape,
  type ReleaseShape,
  routes,
  type SourceFileShape,
} from "#contract";
import { citationText } from "#kernel";
import { useApi } from "../api.ts";
import { TraceMark } from "../charts/trace-mark.tsx";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { RecipeList } from "../indexes/recipe-list.tsx";
import { OriginMark } from "../shared/origin-mark.tsx";
import { Page, Section } from "../shared/page.tsx";
import { ShortHash } from "../shared/short-hash.tsx";
import { Answered } from "../shared/states.tsx";
import { Explorer } from "./explorer.tsx";
import { ContentsTables, SourcesTable } from "./release-tables.tsx";
import "../charts/facts.css";

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
        <ContentsTables contents={contents} />
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
      <dd>
        <ShortHash hash={release.checksum} />
      </dd>
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
