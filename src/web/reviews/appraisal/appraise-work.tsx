import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Instrument } from "#records";
import { useFormat } from "../../format.ts";
import { useWords } from "../../i18n.ts";
import { ProblemList } from "../../shared/problem-list.tsx";
import type { Review } from "../review-frame.tsx";
import { useActs } from "../use-acts.ts";
import { answersToSend, type Filled, filledFrom, judgementToSend } from "./answers.ts";
import style from "./appraisal.module.css";
import type { Appraised } from "./appraised.ts";
import type { BenchTools } from "./bench.tsx";
import { InstrumentForm } from "./instrument-form.tsx";
import { useKept } from "./use-kept.ts";

/** One's own appraisal: filled in, kept by the browser, saved as a draft, submitted, opened again. */
export function AppraiseWork(props: {
  readonly review: Review;
  readonly appraised: Appraised;
  readonly tools: BenchTools;
}) {
  const own = props.appraised.appraisals.find((one) => one.own);
  return own ? <Submitted {...props} at={own.at} /> : <Open {...props} />;
}

function Open(props: { readonly review: Review; readonly appraised: Appraised; readonly tools: BenchTools }) {
  const say = useWords("review-appraisal");
  const { review, appraised } = props;
  const { id: record } = { id: appraised.report.record };
  const instrument = appraised.instrument as unknown as Instrument;
  const acts = useActs(review.id);
  const [kept, keep] = useKept<Filled>(
    `appraisal ${review.id} ${record} ${review.me ?? ""} ${instrument.id} ${instrument.version}`,
  );
  const [done, setDone] = useState<string | null>(null);
  const saved = filledFrom(
    (appraised.draft?.answers ?? []) as never,
    (appraised.draft?.judgement ?? null) as never,
  );
  const filled = kept ?? saved;
  const send = async (kind: "appraisal.drafted" | "appraisal.submitted") => {
    setDone(null);
    const recorded = await acts.record({
      kind,
      record,
      instrument: instrument.id,
      version: instrument.version,
      answers: answersToSend(instrument, filled) as never,
      judgement: judgementToSend(filled),
    });
    if (!recorded) return;
    keep(null);
    setDone(kind === "appraisal.drafted" ? "appraise.saved" : "appraise.submitted");
  };
  return (
    <section aria-label={say("appraise.own")}>
      <h2>{say("appraise.own")}</h2>
      <InstrumentForm
        instrument={instrument}
        filled={filled}
        tools={props.tools}
        onChange={keep}
        withIds={acts.problems.length > 0}
      />
      <ProblemList problems={acts.problems} />
      <p role="status">{done ? say(done) : kept ? say("appraise.keptHere") : ""}</p>
      <p className={style["line"]}>
        <Button loading={acts.running} onClick={() => void send("appraisal.submitted")}>
          {say("appraise.submit", { record })}
        </Button>
        <Button variant="default" loading={acts.running} onClick={() => void send("appraisal.drafted")}>
          {say("appraise.save")}
        </Button>
      </p>
      <p className={style["hint"]}>
        {say(appraised.plan?.appraisers === 1 ? "appraise.one" : "appraise.blind")}
      </p>
    </section>
  );
}

function Submitted(props: { readonly review: Review; readonly appraised: Appraised; readonly at: string }) {
  const say = useWords("review-appraisal");
  const format = useFormat();
  const acts = useActs(props.review.id);
  const [reason, setReason] = useState("");
  return (
    <section aria-label={say("appraise.own")}>
      <p role="status">{say("appraise.submittedOn", { date: format.dateTime(props.at) })}</p>
      <details>
        <summary>{say("appraise.reopen")}</summary>
        <form
          className={style["form"]}
          onSubmit={(event) => {
            event.preventDefault();
            void acts.record({
              kind: "appraisal.withdrawn",
              record: props.appraised.report.record,
              reason,
            });
          }}
        >
          <TextInput
            label={say("reason")}
            description={say("appraise.reopenNote")}
            required
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" loading={acts.running}>
            {say("appraise.reopen")}
          </Button>
          <ProblemList problems={acts.problems} />
        </form>
      </details>
    </section>
  );
}
