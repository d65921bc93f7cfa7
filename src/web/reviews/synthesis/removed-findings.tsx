import { Button } from "@mantine/core";
import { useFormat } from "../../format.ts";
import { useLanguage, useWords } from "../../i18n.ts";
import { ProblemList } from "../../shared/problem-list.tsx";
import type { Review } from "../review-frame.tsx";
import { useActs } from "../use-acts.ts";
import type { Synthesis } from "./replies.ts";
import { sentenceIn } from "./sentence-in.ts";

/** Findings that were taken away, with the reason; written again, they are back where they were. */
export function RemovedFindings({
  review,
  synthesis,
}: {
  readonly review: Review;
  readonly synthesis: Synthesis;
}) {
  const say = useWords("review-synthesis");
  const format = useFormat();
  const language = useLanguage();
  const acts = useActs(review.id);
  if (synthesis.removed.length === 0) return null;
  return (
    <details>
      <summary>{say("removed", { count: synthesis.removed.length })}</summary>
      <ul>
        {synthesis.removed.map((one) => (
          <li key={one.id}>
            {sentenceIn(one.finding.text, language).text} ({one.by}, {format.dateTime(one.at)}: {one.reason}){" "}
            {synthesis.mayWrite ? (
              <Button
                variant="default"
                size="compact-xs"
                loading={acts.running}
                onClick={() =>
                  void acts.record({ kind: "finding.written", id: one.id, finding: one.finding })
                }
              >
                {say("bringBack")}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <ProblemList problems={acts.problems} />
    </details>
  );
}
