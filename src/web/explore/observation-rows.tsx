import { Link } from "@tanstack/react-router";
import { FactTable } from "../charts/fact-table.tsx";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import type { Explored } from "./answers.ts";
import type { Labels } from "./labels.ts";

/** What a picture draws, cell by cell: the picture's equal in words and figures. */
export function ObservationRows({
  caption,
  observations,
  labels,
}: {
  readonly caption: string;
  readonly observations: Explored["observations"];
  readonly labels: Labels;
}) {
  const say = useWords("explore");
  const format = useFormat();
  return (
    <FactTable
      caption={caption}
      columns={[
        { id: "area", label: say("column.area") },
        { id: "period", label: say("column.period"), short: true },
        { id: "value", label: say("column.value"), numeric: true },
        { id: "unit", label: say("column.unit") },
        { id: "sex", label: say("column.sex") },
        { id: "source", label: say("column.source") },
        { id: "flag", label: say("column.flag") },
        { id: "note", label: say("column.note") },
      ]}
      rows={observations.map((o) => ({
        id: o.id,
        cells: {
          area: { show: [labels.area(o.area), ...Object.values(o.breakdowns)].join(", ") },
          period: { show: o.period },
          value: {
            show: (
              <Link to="/trace" search={{ id: o.id }}>
                {o.value === null ? <em>{labels.missing(o.missing)}</em> : format.figure(o.value)}
              </Link>
            ),
            by: o.value,
          },
          unit: { show: labels.unit(o.unit) },
          sex: { show: labels.sex(o.sex) },
          source: { show: o.source },
          flag: { show: o.status === null ? "" : labels.status(o.status) },
          note: { show: o.note ?? "" },
        },
      }))}
    />
  );
}
