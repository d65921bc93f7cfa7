import { Link } from "@tanstack/react-router";
import { FactTable } from "../charts/fact-table.tsx";
import { UnverifiedMark } from "../charts/marks-of-doubt.tsx";
import { TraceMark } from "../charts/trace-mark.tsx";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { codeText } from "../indexes/rating-text.ts";
import { OriginMark } from "../shared/origin-mark.tsx";
import type { Profile } from "./placed-scores.ts";

/** Events of ratification, one row per list that states them. */
export function RatificationTable({
  ratifications,
  name,
}: {
  ratifications: Profile["ratifications"];
  name: string;
}) {
  const say = useWords("charts");
  const format = useFormat();
  const date = (iso: string | null) => (iso === null ? <em>{say("dateNotStated")}</em> : format.date(iso));
  return (
    <FactTable
      caption={say("ratificationsOf", { name })}
      columns={[
        { id: "convention", label: say("column.convention") },
        { id: "registered", label: say("column.registered"), short: true },
        { id: "inForce", label: say("column.inForce"), short: true },
        { id: "type", label: say("column.event") },
        { id: "list", label: say("column.list"), wide: true },
        { id: "note", label: say("column.note"), wide: true },
      ]}
      rows={ratifications.map((event) => ({
        id: event.id,
        cells: {
          convention: {
            show: (
              <>
                <Link to="/standards/$code" params={{ code: event.convention }}>
                  {event.convention}
                </Link>{" "}
                <TraceMark id={`ratification:${event.id}`} of={`${event.convention}, ${name}`} />
              </>
            ),
          },
          registered: { show: date(event.registered) },
          inForce: { show: date(event.inForce) },
          type: { show: codeText(say, "event", event.type) },
          list: { show: event.list },
          note: {
            show: (
              <>
                {event.verified ? null : <UnverifiedMark />} {event.note}
              </>
            ),
          },
        },
      }))}
    />
  );
}

/** Evaluations that name the country, newest first. */
export function EvaluationList({ evaluations }: { evaluations: Profile["evaluations"] }) {
  const say = useWords("countries");
  const term = useWords("terms");
  const sorted = [...evaluations].sort((a, b) => (b.year ?? 0) - (a.year ?? 0));
  return (
    <ul className="country-evaluations">
      {sorted.map((evaluation) => (
        <li key={evaluation.id}>
          <Link to="/evidence/evaluations/$id" params={{ id: evaluation.id }}>
            <span lang={evaluation.language ?? undefined}>{evaluation.title}</span>
          </Link>{" "}
          <span className="country-soft">
            {[
              evaluation.year ?? say("evaluations.noYear"),
              evaluation.timing ? term(`timing.${evaluation.timing}`) : null,
              evaluation.nature ? term(`nature.${evaluation.nature}`) : null,
            ]
              .filter(Boolean)
              .join(" · ")}
          </span>{" "}
          <OriginMark origin={evaluation.origin} />{" "}
          <TraceMark id={`evaluation:${evaluation.id}`} of={evaluation.title} />
        </li>
      ))}
    </ul>
  );
}
