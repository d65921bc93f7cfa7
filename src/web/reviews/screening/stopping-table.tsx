import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { CallReply, routes } from "#contract";
import type { ScreeningStage } from "#records";
import { useFormat } from "../../format.ts";
import { useWords } from "../../i18n.ts";
import { Section } from "../../shared/page.tsx";
import { ProblemList } from "../../shared/problem-list.tsx";
import { StateLink } from "../../shared/state-link.tsx";
import { holds, type Review } from "../review-frame.tsx";
import { useActs } from "../use-acts.ts";
import { WideTable } from "../wide-table.tsx";
import style from "./screening.module.css";
import type { Overview } from "./screening-nav.tsx";

type Progress = CallReply<typeof routes.screeningProgress>;
type Estimate = Progress["stopping"][number];

/** What every rule says of the stage: its estimate, its price, its promise; the owner may stop by one. */
export function StoppingTable(props: {
  readonly review: Review;
  readonly stage: ScreeningStage;
  readonly progress: Progress;
}) {
  const say = useWords("review-screening");
  const format = useFormat();
  const { review, stage, progress } = props;
  const acts = useActs(review.id);
  const [reason, setReason] = useState("");
  const owner = holds(review, "owner");
  const stop = progress.stops.find(({ resumed }) => resumed === null);
  const small = progress.counts.records < 200;
  const stopBy = (rule: Estimate) =>
    void acts.record({
      kind: "screening.stopped",
      stage,
      rule: rule.rule,
      parameters: { targetRecall: rule.targetRecall, confidence: rule.confidence },
      saw: {
        event: review.last,
        records: rule.records,
        screened: rule.read,
        included: rule.found,
        recall: rule.recall.lower,
        probability: rule.probability,
      },
    });
  return (
    <>
      {small ? <p>{say("stopping.small")}</p> : null}
      {(progress.stopping[0]?.open ?? 0) > 0 ? (
        <p>{say("stopping.open", { count: progress.stopping[0]?.open ?? 0 })}</p>
      ) : null}
      {progress.stopping.length > 0 ? (
        <WideTable label={say("stopping.title")}>
          <table>
            <caption className="visually-hidden">{say("stopping.title")}</caption>
            <thead>
              <tr>
                <th scope="col">{say("stopping.rule")}</th>
                <th scope="col">{say("stopping.says")}</th>
                <th scope="col" className={style["number"]}>
                  {say("stopping.recall")}
                </th>
                <th scope="col" className={style["number"]}>
                  {say("stopping.left")}
                </th>
                <th scope="col">{say("stopping.promise")}</th>
                {owner && !stop ? <th scope="col">{say("stopping.do")}</th> : null}
              </tr>
            </thead>
            <tbody>
              {progress.stopping.map((rule) => (
                <tr key={rule.rule}>
                  <th scope="row">
                    {say(`rule.${rule.rule}`)}
                    {rule.chosen ? ` (${say("stopping.chosen")})` : ""}
                  </th>
                  <td>
                    {rule.stop
                      ? say("stopping.stop")
                      : rule.next === "random"
                        ? say("stopping.random")
                        : say("stopping.goOn")}
                    {rule.probability === null
                      ? ""
                      : ` (p = ${format.number(rule.probability, rule.probability < 0.01 ? 4 : 2)})`}
                  </td>
                  <td className={style["number"]}>
                    {rule.recall.estimate === null ? "–" : format.percent(rule.recall.estimate, 1)}
                    {rule.recall.lower === null
                      ? ""
                      : ` (${say("stopping.atLeast", { share: format.percent(rule.recall.lower, 1) })})`}
                  </td>
                  <td className={style["number"]}>{format.number(rule.left)}</td>
                  <td>
                    {rule.guarantee === "none"
                      ? say("stopping.noPromise")
                      : say("stopping.promised", {
                          recall: format.percent(rule.targetRecall),
                          confidence: format.percent(rule.confidence),
                        })}
                  </td>
                  {owner && !stop ? (
                    <td>
                      <Button variant="default" loading={acts.running} onClick={() => stopBy(rule)}>
                        {say("stopping.stopNow")}
                      </Button>
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        </WideTable>
      ) : null}
      {progress.stops.map((one) => (
        <p key={one.event}>
          {say("stopping.was", {
            date: format.dateTime(one.at),
            name: one.by,
            rule: say(`rule.${one.rule}`),
            screened: format.number(one.saw.screened),
            records: format.number(one.saw.records),
            included: format.number(one.saw.included),
          })}{" "}
          {one.resumed
            ? say("stopping.resumed", { date: format.dateTime(one.resumed.at), reason: one.resumed.reason })
            : ""}
        </p>
      ))}
      {owner && stop ? (
        <form
          className={style["form"]}
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            void acts.record({ kind: "screening.resumed", stage, reason });
          }}
        >
          <TextInput
            label={say("stopping.resumeReason")}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            required
          />
          <Button type="submit" loading={acts.running}>
            {say("stopping.resume")}
          </Button>
        </form>
      ) : null}
      <ProblemList problems={acts.problems} />
    </>
  );
}

/** Skips a stage, or takes one up again that was skipped, with the reason. */
export function StageForm({ review, overview }: { readonly review: Review; readonly overview: Overview }) {
  const say = useWords("review-screening");
  const acts = useActs(review.id);
  const [reason, setReason] = useState("");
  if (overview.stages.length === 0) return null;
  return (
    <Section title={say("stagesUsed.title")} note={say("stagesUsed.note")}>
      <ul className={style["plain"]}>
        {overview.stages.map((one) => (
          <li key={one.stage}>
            {one.used ? (
              <StateLink search={(former) => ({ ...former, stage: one.stage })}>
                {say(`stage.${one.stage}`)}
              </StateLink>
            ) : (
              say(`stage.${one.stage}`)
            )}
            : {say(one.used ? "stagesUsed.used" : "stagesUsed.skipped")}
            {one.reason ? ` – ${one.reason}` : ""}
          </li>
        ))}
      </ul>
      <form className={style["form"]} onSubmit={(event: FormEvent) => event.preventDefault()}>
        <TextInput
          label={say("stagesUsed.reason")}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          required
        />
        <div className={style["buttons"]}>
          {overview.stages.map((one) => (
            <Button
              key={one.stage}
              variant="default"
              loading={acts.running}
              onClick={() =>
                void acts.record({
                  kind: one.used ? "screening.stage-skipped" : "screening.stage-taken-up",
                  stage: one.stage,
                  reason,
                })
              }
            >
              {say(one.used ? "stagesUsed.skip" : "stagesUsed.takeUp", { stage: say(`stage.${one.stage}`) })}
            </Button>
          ))}
        </div>
      </form>
      <ProblemList problems={acts.problems} />
    </Section>
  );
}
