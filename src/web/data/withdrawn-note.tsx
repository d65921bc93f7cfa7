import { Link } from "@tanstack/react-router";
import type { z } from "zod/mini";
import { addressOf, type ReleaseShape, routes } from "#contract";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import "../charts/facts.css";
import "./data.css";

type Withdrawal = NonNullable<z.output<typeof ReleaseShape>["withdrawal"]>;

/** Since when the figures of a release are no longer shown, why, and what to use instead. */
export function WithdrawnNote({ release, withdrawal }: { release: string; withdrawal: Withdrawal }) {
  const say = useWords("releases");
  const format = useFormat();
  const language = useLanguage();
  const { at, reason, replacedBy, figures } = withdrawal;
  return (
    <div className="fact-notice release-banner" role="note">
      <p>{say("banner.withdrawn", { date: format.date(at), reason: sentence(reason) })}</p>
      {replacedBy ? (
        <p>
          <Link to="/data/$release" params={{ release: replacedBy }}>
            {say("banner.replaced", { id: replacedBy })}
          </Link>
        </p>
      ) : null}
      {figures === "kept" ? (
        <p>
          <a
            href={addressOf(
              routes.downloadRelease,
              { id: release },
              { format: "csv", language, withdrawn: "shown" },
            )}
            download
          >
            {say("banner.kept")}
          </a>
        </p>
      ) : null}
    </div>
  );
}

/** A reason as people type it, closed as a sentence. */
const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);
