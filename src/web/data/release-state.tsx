import { Link } from "@tanstack/react-router";
import type { z } from "zod/mini";
import { type ReleaseShape, routes } from "#contract";
import { useSession } from "../api.ts";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { WithdrawnNote } from "./withdrawn-note.tsx";
import "../charts/facts.css";
import "./data.css";

type Release = z.output<typeof ReleaseShape>;

/** What a release is, in a word; a published one says nothing more than the day. */
export function StateWord({ release, latest }: { release: Pick<Release, "state">; latest?: boolean }) {
  const say = useWords("releases");
  return (
    <span className="release-state" data-state={release.state}>
      {say(`state.${release.state}`)}
      {latest ? `, ${say("state.latest")}` : ""}
    </span>
  );
}

/** What must be known before the figures are read: not public yet, withdrawn, or no longer the newest. */
export function StateBanner({ release, latest }: { release: Release; latest: string | null }) {
  const say = useWords("releases");
  const format = useFormat();
  const { may } = useSession();
  const { state, withdrawal, embargoUntil } = release;
  if (state === "published")
    return latest !== null && latest !== release.id ? (
      <p className="fact-notice">
        <Link to="/data/$release" params={{ release: latest }}>
          {say("banner.newer", { id: latest })}
        </Link>
      </p>
    ) : null;
  if (state === "withdrawn" && withdrawal)
    return (
      <>
        <WithdrawnNote release={release.id} withdrawal={withdrawal} />
        {may(routes.checkRelease) ? <p className="figure-hint">{say("banner.prepared")}</p> : null}
      </>
    );
  return (
    <p className="fact-notice">
      {state === "embargoed" && embargoUntil
        ? say("banner.embargoed", { date: format.dateTime(embargoUntil) })
        : say(state === "discarded" ? "banner.discarded" : "banner.draft")}
    </p>
  );
}
