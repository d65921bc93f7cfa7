import { getRouteApi, Link } from "@tanstack/react-router";
import { Fragment } from "react";
import type { z } from "zod/mini";
import { addressOf, type CallReply, type ReleaseShape, routes } from "#contract";
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
import { earlierOf } from "./changes-page.tsx";
import { Explorer } from "./explorer.tsx";
import { ChecksSection } from "./release-checks.tsx";
import { HistorySection } from "./release-history.tsx";
import { StateBanner } from "./release-state.tsx";
import { ContentsTables, SourcesTable } from "./release-tables.tsx";
import { WorkSection } from "./release-work.tsx";
import "../charts/facts.css";

const address = getRouteApi("/data/$release");

type Release = z.output<typeof ReleaseShape>;
type Answer = CallReply<typeof routes.release>;

/** One release: look into it, take it away, cite it, see what it was made of. */
export function ReleasePage() {
  const say = useWords("data");
  const sayLife = useWords("releases");
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
          ? release.publishedAt === null
            ? sayLife("lead.unpublished", {
                rows: format.number(release.rows),
                date: format.date(release.createdAt),
              })
            : say("release.lead", {
                count: release.rows,
                rows: format.number(release.rows),
                date: format.date(release.publishedAt),
              })
          : null
      }
    >
      <Answered answer={answer} lines={12}>
        {(value) => <ReleaseParts value={value} />}
      </Answered>
    </Page>
  );
}

function ReleaseParts({ value }: { value: Answer }) {
  const { release, contents, sources } = value;
  // What waits to be published is checked first; of what is published the figures come first.
  const isOpen = release.state === "draft" || release.state === "embargoed";
  const say = useWords("data");
  const sayLife = useWords("releases");
  const sayChart = useWords("charts");
  const language = useLanguage();
  const download = (kind: "csv" | "xlsx" | "json") =>
    addressOf(routes.downloadRelease, { id: release.id }, { format: kind, language });
  return (
    <>
      <StateBanner release={release} latest={value.latest} />
      {release.origin === "real" ? null : (
        <p className="fact-notice">{sayChart(`notice.${release.origin}`)}</p>
      )}
      {release.notes ? (
        <Section title={sayLife("notes.heading")}>
          <p className="figure-sentence release-notes">{release.notes}</p>
        </Section>
      ) : null}
      {isOpen ? <ChecksSection release={release} /> : null}
      {isOpen ? <WorkSection release={release} versions={value.versions} /> : null}
      {release.kind === "observations" && contents.length > 0 ? (
        <Section title={say("explore.heading")} note={say("explore.note")}>
          <Explorer release={release} contents={contents} />
        </Section>
      ) : null}
      <Section title={say("take.heading")} note={say("take.note")}>
        {contents.length > 0 ? (
          <ul className="fact-links" data-print="hide">
            {(["csv", "xlsx", "json"] as const).map((kind) => (
              <li key={kind}>
                <a href={download(kind)} download>
                  {say("take.whole", { kind: kind.toUpperCase() })}
                </a>
              </li>
            ))}
          </ul>
        ) : null}
        <About release={release} />
        <Addresses release={release} />
      </Section>
      {contents.length > 0 ? (
        <>
          <Section title={say("contents.heading")}>
            <ContentsTables contents={contents} />
          </Section>
          <Section title={say("sources.heading")} note={say("sources.note")}>
            <SourcesTable sources={sources} />
            {release.recipe ? <RecipeList recipe={release.recipe} /> : null}
          </Section>
          {isOpen ? null : <ChecksSection release={release} />}
        </>
      ) : null}
      <HistorySection value={value} />
      <ChangesLink value={value} />
      {isOpen ? null : <WorkSection release={release} versions={value.versions} />}
    </>
  );
}

/** The way to what differs from the version before, where both can be seen. */
function ChangesLink({ value }: { value: Answer }) {
  const sayLife = useWords("releases");
  const from = earlierOf(value, undefined);
  if (from === null || value.contents.length === 0) return null;
  return (
    <Section title={sayLife("changes.heading")}>
      <p>
        <Link to="/data/$release/changes" params={{ release: value.release.id }}>
          {sayLife("changes.see", { from })}
        </Link>
      </p>
    </Section>
  );
}

/** Addresses that keep their meaning: this version for ever, and whatever is newest. */
function Addresses({ release }: { release: Release }) {
  const sayLife = useWords("releases");
  const { origin } = window.location;
  const latest = addressOf(routes.latestRelease, { series: release.series });
  const addresses = [
    ["this", `/data/${release.id}`],
    ["latest", `/data/latest/${release.series}`],
    ["latestData", `${latest}?format=csv`],
  ] as const;
  return (
    <dl className="fact-list" aria-label={sayLife("address.heading")}>
      {addresses.map(([name, path]) => (
        <Fragment key={name}>
          <dt>{sayLife(`address.${name}`)}</dt>
          <dd className="fact-code">
            <a href={path}>{`${origin}${path}`}</a>
          </dd>
        </Fragment>
      ))}
    </dl>
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
