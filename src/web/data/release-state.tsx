import { Link } from "@tanstack/react-router";
import type { z } from "zod/mini";
import type { ReleaseShape } from "#contract";
import { useSession } from "../api.ts";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
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
  const { role } = useSession();
  const { state, withdrawal, embargoUntil } = release;
  if (state === "published")
    return latest !== null && latest !== release.id ? (
      <p className="fact-notice">
        <Link to="/data/$release" params={{ release: latest }}>
          {say("banner.newer", { id: latest })}
        </Link>
      </p>
    ) : null;
  return (
    <div className="fact-notice release-banner" role="note">
      <p>
        {state === "draft" ? say("banner.draft") : null}
        {state === "embargoed" && embargoUntil
          ? say("banner.embargoed", { date: format.dateTime(embargoUntil) })
          : null}
        {state === "discarded" ? say("banner.discarded") : null}
        {state === "withdrawn" && withdrawal
          ? say("banner.withdrawn", {
              date: format.date(withdrawal.at),
              reason: sentence(withdrawal.reason),
            })
          : null}
      </p>
      {withdrawal?.replacedBy ? (
        <p>
          <Link to="/data/$release" params={{ release: withdrawal.replacedBy }}>
            {say("banner.replaced", { id: withdrawal.replacedBy })}
          </Link>
        </p>
      ) : null}
      {state === "withdrawn" && role !== "visitor" && release.sources.length > 0 ? <PreparedNote /> : null}
    </div>
  );
}

function PreparedNote() {
  const say = useWords("releases");
  const { value } = useSession();
  return value?.may.includes("release.prepare") ? <p>{say("banner.prepared")}</p> : null;
}

/** A reason as people type it, closed as a sentence. */
const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);
