import { Link } from "@tanstack/react-router";
import { routes } from "#contract";
import { useApi } from "../../api.ts";
import { useWords } from "../../i18n.ts";
import { Section } from "../../shared/page.tsx";
import { StateLink } from "../../shared/state-link.tsx";
import { Answered } from "../../shared/states.tsx";
import type { Review } from "../review-frame.tsx";
import { useMapWords } from "./map-words.ts";
import type { EvidenceMap } from "./replies.ts";
import { SupportEntry } from "./support-entry.tsx";
import style from "./synthesis.module.css";

/** What stands in a chosen cell: its passages with their reports, and the findings on them. */
export function MapCell(props: {
  readonly review: Review;
  readonly map: EvidenceMap;
  readonly at: {
    readonly rows: string;
    readonly row: string;
    readonly columns: string;
    readonly column: string;
  };
  readonly where: readonly string[] | undefined;
}) {
  const say = useWords("review-synthesis");
  const words = useMapWords();
  const { review, map, at, where } = props;
  const answer = useApi(
    routes.mapCell,
    { params: { id: review.id }, query: { ...at, limit: 200, ...(where && { where: [...where] }) } },
    { keep: true },
  );
  const named = (side: "rows" | "columns", id: string) =>
    words.value(map[side].id, map[side].values.find((value) => value.id === id) ?? { id, label: null });
  return (
    <Section title={`${named("rows", at.row)} × ${named("columns", at.column)}`}>
      <p>
        <StateLink search={(former) => ({ ...former, row: undefined, column: undefined })}>
          {say("map.closeCell")}
        </StateLink>
      </p>
      <Answered answer={answer} lines={6}>
        {({ total, items }) => (
          <>
            <p role="status">{say("map.cellCount", { count: total, shown: items.length })}</p>
            {items.map((one, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is shown as it is, never put in order
              <SupportEntry key={index} one={one} codes={new Map()}>
                {one.findings.map((finding) => (
                  <p key={finding.id} className={style["hint"]}>
                    {say("map.finding")}{" "}
                    <Link
                      to="/reviews/$id/synthesis"
                      params={{ id: review.id }}
                      hash={`finding-${finding.id}`}
                    >
                      {finding.text}
                    </Link>
                  </p>
                ))}
              </SupportEntry>
            ))}
          </>
        )}
      </Answered>
    </Section>
  );
}
