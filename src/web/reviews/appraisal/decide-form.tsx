import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { useFormat } from "../../format.ts";
import { useWords } from "../../i18n.ts";
import { ProblemList } from "../../shared/problem-list.tsx";
import type { Review } from "../review-frame.tsx";
import { useActs } from "../use-acts.ts";
import style from "./appraisal.module.css";
import type { Appraised } from "./appraised.ts";

/** Keeps a report on the final list or takes it off on its quality; a rule never does that by itself. */
export function DecideForm(props: { readonly review: Review; readonly appraised: Appraised }) {
  const say = useWords("review-appraisal");
  const { review, appraised } = props;
  const acts = useActs(review.id);
  const [reason, setReason] = useState("");
  const decide = (verdict: "include" | "exclude") =>
    void acts
      .record({ kind: "appraisal.decided", record: appraised.report.record, verdict, reason })
      .then((done) => done && setReason(""));
  return (
    <section className={style["box"]} aria-label={say("decide.title")}>
      <h3>{say("decide.title")}</h3>
      <Decision appraised={appraised} />
      {appraised.mayDecide ? (
        <form className={style["form"]} onSubmit={(event) => event.preventDefault()}>
          <p className={style["hint"]}>{say("decide.note")}</p>
          <Textarea
            label={say("reason")}
            autosize
            required
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <p className={style["line"]}>
            {(["include", "exclude"] as const).map((verdict) => (
              <Button
                key={verdict}
                variant="default"
                loading={acts.running}
                disabled={reason.trim() === ""}
                title={reason.trim() === "" ? say("decide.needsReason") : undefined}
                onClick={() => decide(verdict)}
              >
                {say(`decide.${verdict}`, { record: appraised.report.record })}
              </Button>
            ))}
          </p>
          {reason.trim() === "" ? <p className={style["hint"]}>{say("decide.needsReason")}</p> : null}
          <ProblemList problems={acts.problems} />
        </form>
      ) : appraised.decision ? null : (
        <p className={style["hint"]}>{say("decide.waits")}</p>
      )}
    </section>
  );
}

/** Who kept or excluded a report, when and why. */
export function Decision({ appraised }: { readonly appraised: Appraised }) {
  const say = useWords("review-appraisal");
  const format = useFormat();
  const { decision } = appraised;
  if (!decision) return null;
  return (
    <p>
      {say(`decided.${decision.verdict}`, {
        by: decision.by,
        date: format.date(decision.at),
        reason: decision.reason,
      })}
    </p>
  );
}
