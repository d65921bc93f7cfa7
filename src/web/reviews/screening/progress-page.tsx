import { getRouteApi, Link } from "@tanstack/react-router";
import { routes } from "#contract";
import type { ScreeningStage } from "#records";
import { useApi } from "../../api.ts";
import { useFormat } from "../../format.ts";
import { useWords } from "../../i18n.ts";
import { Section } from "../../shared/page.tsx";
import { Answered, EmptyState } from "../../shared/states.tsx";
import { holds, type Review, ReviewFrame } from "../review-frame.tsx";
import { WideTable } from "../wide-table.tsx";
import { AgreementTable } from "./agreement-table.tsx";
import style from "./screening.module.css";
import { CountsLine, type Overview, ScreeningNav, stageOf, useScreening } from "./screening-nav.tsx";
import { SharingForm } from "./sharing-form.tsx";
import { StageForm, StoppingTable } from "./stopping-table.tsx";

const route = getRouteApi("/reviews/$id/screening/progress");

/** How far the screening is, by whom, how well people agree, and whether reading on pays. */
export function ProgressPage() {
  const say = useWords("review-screening");
  const { id } = route.useParams();
  return (
    <ReviewFrame id={id} title={say("progress.title")} lead={say("progress.lead")} cite>
      {(review) => <Progress review={review} />}
    </ReviewFrame>
  );
}

function Progress({ review }: { readonly review: Review }) {
  const say = useWords("review-screening");
  const state = route.useSearch();
  const overview = useScreening(review.id);
  return (
    <Answered answer={overview} lines={8}>
      {(value) => {
        const stage = stageOf(value, state.stage);
        return (
          <>
            {stage === null ? (
              <EmptyState
                what={say(value.protocol === 0 ? "noProtocol" : "noStage")}
                how={
                  <Link to="/reviews/$id/protocol" params={{ id: review.id }}>
                    {say("toProtocol")}
                  </Link>
                }
              />
            ) : (
              <>
                <ScreeningNav id={review.id} overview={value} stage={stage} />
                <StageProgress review={review} overview={value} stage={stage} />
              </>
            )}
            {holds(review, "owner") ? <StageForm review={review} overview={value} /> : null}
          </>
        );
      }}
    </Answered>
  );
}

function StageProgress(props: {
  readonly review: Review;
  readonly overview: Overview;
  readonly stage: ScreeningStage;
}) {
  const say = useWords("review-screening");
  const format = useFormat();
  const { review, overview, stage } = props;
  const input = { params: { id: review.id }, query: { stage } };
  const answer = useApi(routes.screeningProgress, input, { keep: true });
  const agreement = useApi(routes.screeningAgreement, input, { keep: true });
  const plan = overview.stages.find((one) => one.stage === stage);
  return (
    <Answered answer={answer} lines={12}>
      {(value) => (
        <>
          <CountsLine counts={value.counts} />
          {plan ? (
            <p className={style["facts"]}>
              {say(plan.blind ? "planBlind" : "planOpen", { count: plan.reviewers })}
            </p>
          ) : null}
          <Section title={say("who.title")}>
            <WideTable label={say("who.title")}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">{say("who.name")}</th>
                    <th scope="col" className={style["number"]}>
                      {say("who.decided")}
                    </th>
                    <th scope="col" className={style["number"]}>
                      {say("who.waiting")}
                    </th>
                    <th scope="col" className={style["number"]}>
                      {say("who.postponed")}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {value.members.map((one) => (
                    <tr key={one.account}>
                      <th scope="row">
                        {one.name}
                        {one.left ? ` (${say("left.review")})` : ""}
                      </th>
                      <td className={style["number"]}>{format.number(one.decided)}</td>
                      <td className={style["number"]}>{format.number(one.waiting)}</td>
                      <td className={style["number"]}>{format.number(one.postponed)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </WideTable>
            {value.members.length === 0 ? <EmptyState what={say("who.nobody")} /> : null}
            <p className={style["facts"]}>
              {value.sharing
                ? say(`sharing.${value.sharing.how}`, { names: format.list(value.sharing.members) })
                : say("sharing.none")}{" "}
              {value.assigned > 0 ? say("sharing.assigned", { count: value.assigned }) : ""}
            </p>
            {holds(review, "owner") ? (
              <SharingForm review={review} stage={stage} members={value.members} />
            ) : null}
            <p>
              <a href={`/api/reviews/${encodeURIComponent(review.id)}/screening/decisions.csv`} download>
                {say("download")}
              </a>
            </p>
          </Section>
          <Section title={say("agreement.title")} note={say("agreement.note")}>
            <Answered answer={agreement} lines={6}>
              {(figures) => <AgreementTable agreement={figures} />}
            </Answered>
          </Section>
          <Section title={say("stopping.title")} note={say("stopping.note")}>
            <StoppingTable review={review} stage={stage} progress={value} />
          </Section>
          <Section title={say("earlier.title")} note={say("earlier.note")}>
            {value.earlier.total === 0 ? (
              <p>{say("earlier.none", { version: value.protocol })}</p>
            ) : (
              <>
                <p>{say("earlier.count", { count: value.earlier.total, version: value.protocol })}</p>
                <details className={style["panel"]}>
                  <summary>{say("earlier.list")}</summary>
                  <ul className={style["plain"]}>
                    {value.earlier.decisions.map((one) => (
                      <li key={one.event}>
                        <Link
                          to="/reviews/$id/screening"
                          params={{ id: review.id }}
                          search={{ stage, record: one.record } as never}
                        >
                          {one.record}
                        </Link>{" "}
                        · {one.own ? say("you") : one.by} · {say("underProtocol", { version: one.protocol })}
                        {one.criterionChanged ? ` · ${say("earlier.changed")}` : ""}
                      </li>
                    ))}
                  </ul>
                </details>
              </>
            )}
          </Section>
        </>
      )}
    </Answered>
  );
}
