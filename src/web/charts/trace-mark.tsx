import { Link } from "@tanstack/react-router";
import { useWords } from "../i18n.ts";
import "./facts.css";

/** The small mark beside a figure that opens its path to the source. */
export function TraceMark({ id, of }: { id: string; of: string }) {
  const say = useWords("charts");
  const label = say("path", { of });
  return (
    <Link
      to="/trace"
      search={{ id }}
      className="trace-mark"
      aria-label={label}
      title={label}
      data-print="hide"
    >
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <circle cx="3.5" cy="3.5" r="2" />
        <circle cx="12.5" cy="12.5" r="2" />
        <path d="M3.5 5.5v3a4 4 0 0 0 4 4h3" />
      </svg>
    </Link>
  );
}
