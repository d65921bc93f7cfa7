import { Button, Checkbox, Textarea } from "@mantine/core";
import { useState } from "react";
import type { AppraisalAnswer, Instrument } from "#records";
import { useFormat } from "../../format.ts";
import { useWords } from "../../i18n.ts";
import { ProblemList } from "../../shared/problem-list.tsx";
import type { Review } from "../review-frame.tsx";
import { useActs } from "../use-acts.ts";
import { WideTable } from "../wide-table.tsx";
import { answersToSend, type Filled, filledFrom, judgementToSend } from "./answers.ts";
import style from "./appraisal.module.css";
import type { Appraised } from "./appraised.ts";
import type { BenchTools } from "./bench.tsx";
import { InstrumentForm } from "./instrument-form.tsx";
import { useItemNames } from "./item-names.ts";
import { QuotedPassage } from "./passage-field.tsx";
import { useWording } from "./wording.ts";

/** What everybody answered, item by item; where they differ an adjudicator makes one of it. */
export function CompareAppraisals(props: {
  readonly review: Review;
  readonly appraised: Appraised;
  readonly tools: BenchTools;
}) {
  const say = useWords("review-appraisal");
  const { appraised } = props;
  const [onlyDiffering, setOnlyDiffering] = useState(appraised.differing.length > 0);
  const instrument = appraised.instrument as unknown as Instrument;
  const items = instrument.sections
    .flatMap((section) => section.items)
    .filter(({ id }) => !onlyDiffering || appraised.differing.includes(id));
  return (
    <section aria-label={say("compare.title")}>
      <h2>{say("compare.title")}</h2>
      <p>{say("compare.differing", { count: appraised.differing.length })}</p>
      {appraised.differing.length > 0 ? (
        <Checkbox
          label={say("compare.only")}
          checked={onlyDiffering}
          onChange={(event) => setOnlyDiffering(event.currentTarget.checked)}
        />
      ) : null}
      <Totals appraised={appraised} instrument={instrument} />
      <WideTable label={say("compare.title")}>
        <table>
          <caption className="visually-hidden">{say("compare.title")}</caption>
          <thead>
            <tr>
              <th scope="col">{say("compare.item")}</th>
              {appraised.appraisals.map(({ by }) => (
                <th key={by} scope="col">
                  {by}
                </th>
              ))}
              {appraised.final?.by === "reconciled" ? <th scope="col">{say("compare.reconciled")}</th> : null}
            </tr>
          </thead>
          <tbody>
            {items.map(({ id }) => (
              <ItemRow key={id} item={id} appraised={appraised} instrument={instrument} tools={props.tools} />
            ))}
          </tbody>
        </table>
      </WideTable>
      {appraised.mayReconcile &&
      (appraised.status === "to-reconcile" || appraised.final?.by === "reconciled") ? (
        <Reconcile {...props} />
      ) : appraised.status === "to-reconcile" ? (
        <p className={style["hint"]}>{say("compare.waits")}</p>
      ) : null}
    </section>
  );
}

/** Overall ratings by rule and by judgement, of each person and of what counts. */
function Totals({
  appraised,
  instrument,
}: {
  readonly appraised: Appraised;
  readonly instrument: Instrument;
}) {
  const say = useWords("review-appraisal");
  const format = useFormat();
  const word = useWording();
  const gradeName = (grade: string | null) => {
    const found = instrument.grades.find(({ id }) => id === grade);
    return found ? word(found.label) : "–";
  };
  const shown = [
    ...appraised.appraisals.map((one) => ({ name: one.by, ...one })),
    ...(appraised.final ? [{ name: say("compare.counts"), ...appraised.final }] : []),
  ];
  return (
    <dl className={`${style["hint"]} ${style["totals"]}`}>
      {shown.map(({ name, rule, judgement }) => (
        <div key={name}>
          <dt>
            <strong>{name}</strong>
          </dt>
          <dd>
            {say("labelled", {
              label: say("col.byRule"),
              value: `${gradeName(rule.grade)}${rule.value === null ? "" : ` (${format.number(rule.value)})`}`,
            })}{" "}
            ·{" "}
            {say("labelled", {
              label: say("col.byJudgement"),
              value: `${gradeName(judgement?.grade ?? null)}${judgement ? ` (${judgement.reason})` : ""}`,
            })}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function ItemRow(props: {
  readonly item: string;
  readonly appraised: Appraised;
  readonly instrument: Instrument;
  readonly tools: BenchTools;
}) {
  const say = useWords("review-appraisal");
  const word = useWording();
  const { item, appraised, instrument } = props;
  const { title, text } = useItemNames(instrument)(item);
  const differs = appraised.differing.includes(item);
  const cell = (answer: AppraisalAnswer | undefined) => {
    const step = instrument.scale.find(({ id }) => id === answer?.rating);
    return (
      <>
        <strong>{step ? word(step.label) : "–"}</strong>
        {answer?.justification ? <p>{answer.justification}</p> : null}
        {answer ? (
          <QuotedPassage
            passage={{ anchor: answer.quote, typed: answer.typed }}
            {...(props.tools.hasText ? { onShow: props.tools.show } : {})}
          />
        ) : null}
      </>
    );
  };
  const own = (answers: readonly unknown[]) =>
    (answers as readonly AppraisalAnswer[]).find((one) => one.item === item);
  return (
    <tr className={differs ? style["differs"] : undefined}>
      <th scope="row">
        {title} <span className={style["hint"]}>{text}</span>
        {differs ? <p className={style["hint"]}>{say("compare.differs")}</p> : null}
      </th>
      {appraised.appraisals.map(({ by, answers }) => (
        <td key={by}>{cell(own(answers))}</td>
      ))}
      {appraised.final?.by === "reconciled" ? <td>{cell(own(appraised.final.answers))}</td> : null}
    </tr>
  );
}

/** Begins with what all agree on; what differs is left open for the adjudicator to answer. */
function Reconcile(props: {
  readonly review: Review;
  readonly appraised: Appraised;
  readonly tools: BenchTools;
}) {
  const say = useWords("review-appraisal");
  const { appraised } = props;
  const instrument = appraised.instrument as unknown as Instrument;
  const acts = useActs(props.review.id);
  const [reason, setReason] = useState("");
  const [filled, setFilled] = useState<Filled>(() => {
    if (appraised.final)
      return filledFrom(appraised.final.answers as never, appraised.final.judgement as never);
    const first = (appraised.appraisals[0]?.answers ?? []) as unknown as readonly AppraisalAnswer[];
    return filledFrom(
      first.map((answer) => (appraised.differing.includes(answer.item) ? { ...answer, rating: "" } : answer)),
      null,
    );
  });
  return (
    <details className={style["box"]} open={appraised.status === "to-reconcile"}>
      <summary>{say("reconcile.title")}</summary>
      <p className={style["hint"]}>{say("reconcile.note")}</p>
      <InstrumentForm
        instrument={instrument}
        filled={filled}
        tools={props.tools}
        onChange={setFilled}
        withIds={acts.problems.length > 0}
      />
      <Textarea
        label={say("reason")}
        required
        autosize
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <ProblemList problems={acts.problems} />
      <Button
        loading={acts.running}
        disabled={reason.trim() === ""}
        title={reason.trim() === "" ? say("decide.needsReason") : undefined}
        onClick={() =>
          void acts.record({
            kind: "appraisal.reconciled",
            record: appraised.report.record,
            instrument: instrument.id,
            version: instrument.version,
            answers: answersToSend(instrument, filled) as never,
            judgement: judgementToSend(filled),
            reason,
          })
        }
      >
        {say("reconcile.button", { record: appraised.report.record })}
      </Button>
      {reason.trim() === "" ? <p className={style["hint"]}>{say("decide.needsReason")}</p> : null}
    </details>
  );
}
