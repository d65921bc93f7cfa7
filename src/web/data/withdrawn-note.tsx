import { Link } from "@tanstack/react-router";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import "../charts/facts.css";
import "./data.css";

type Withdrawal = { readonly at: string; readonly reason: string; readonly replacedBy: string | null };

/** Since when the figures of a release are no longer shown, why, and what to use instead. */
export function WithdrawnNote({ withdrawal }: { withdrawal: Withdrawal }) {
  const say = useWords("releases");
  const format = useFormat();
  const { at, reason, replacedBy } = withdrawal;
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
    </div>
  );
}

/** A reason as people type it, closed as a sentence. */
const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);
