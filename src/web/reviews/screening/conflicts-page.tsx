import { Button, NativeSelect, TextInput } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { type FormEvent, useId, useState } from "react";
import { type CallReply, routes } from "#contract";
import type { ScreeningStage } from "#records";
import { useApi } from "../../api.ts";
import { useFormat } from "../../format.ts";
import { useWords } from "../../i18n.ts";
import { ProblemList } from "../../shared/problem-list.tsx";
import { StateLink } from "../../shared/state-link.tsx";
import { Answered, EmptyState } from "../../shared/states.tsx";
import { type Review, ReviewFrame } from "../review-frame.tsx";
import { useActs } from "../use-acts.ts";
import { excludingCriteria } from "./excluding-criteria.ts";
import { RecordCard } from "./record-card.tsx";
import style from "./screening.module.css";
import { type Overview, ScreeningNav, stageOf, useScreening } from "./screening-nav.tsx";

const route = getRouteApi("/reviews/$id/screening/conflicts");
const pageSize = 10;
type Conflict = CallReply<typeof routes.screeningConflicts>["conflicts"][number];

/** Records on which people differ, for adjudicators to settle. */
export function ConflictsPage() {
  const say = useWords("review-screening");
  const { id } = route.useParams();
  return (
    <ReviewFrame id={id} title={say("conflicts.title")} lead={say("conflicts.lead")}>
      {(review) => <Conflicts review={review} />}
    </ReviewFrame>
  );
}

function Conflicts({ review }: { readonly review: Review }) {
  const say = useWords("review-screening");
  const state = route.useSearch();
  const overview = useScreening(review.id);
  return (
    <Answered answer={overview} lines={8}>
      {(value) => {
        const stage = stageOf(value, state.stage);
        return stage === null ? (
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
            <ConflictList review={review} overview={value} stage={stage} page={state.page ?? 1} />
          </>
        );
      }}
    </Answered>
  );
}

function ConflictList(props: {
  readonly review: Review;
  readonly overview: Overview;
  readonly stage: ScreeningStage;
  readonly page: number;
}) {
  const say = useWords("review-screening");
  const { review, overview, stage, page } = props;
  const answer = useApi(
    routes.screeningConflicts,
    { params: { id: review.id }, query: { stage, limit: pageSize, offset: (page - 1) * pageSize } },
    { keep: true },
  );
  return (
    <Answered answer={answer} lines={10}>
      {({ total, may, conflicts }) => {
        if (!may) return <EmptyState what={say("conflicts.title")} how={say("conflicts.notYours")} />;
        if (total === 0) return <EmptyState what={say("conflicts.none")} how={say("conflicts.noneHow")} />;
        return (
          <>
            <p>{say("conflicts.count", { count: total })}</p>
            {conflicts.map((conflict) => (
              <Settle
                key={conflict.record.id}
                conflict={conflict}
                review={review}
                overview={overview}
                stage={stage}
              />
            ))}
            <p className={style["buttons"]}>
              {page > 1 ? (
                <StateLink search={(former) => ({ ...former, page: page > 2 ? page - 1 : undefined })}>
                  {say("conflicts.before")}
                </StateLink>
              ) : null}
              {page * pageSize < total ? (
                <StateLink search={(former) => ({ ...former, page: page + 1 })}>
                  {say("conflicts.after")}
                </StateLink>
              ) : null}
            </p>
          </>
        );
      }}
    </Answered>
  );
}

/** One conflict: what each person said, and the decision that settles it. */
function Settle(props: {
  readonly conflict: Conflict;
  readonly review: Review;
  readonly overview: Overview;
  readonly stage: ScreeningStage;
}) {
  const say = useWords("review-screening");
  const format = useFormat();
  const heading = useId();
  const { conflict, review, overview, stage } = props;
  const acts = useActs(review.id);
  const [criterion, setCriterion] = useState("");
  const [reason, setReason] = useState("");
  const settle = (verdict: "include" | "exclude") =>
    void acts.record({
      kind: "screening.adjudicated",
      record: conflict.record.id,
      stage,
      verdict,
      criterion: verdict === "exclude" && criterion !== "" ? criterion : null,
      reason: reason.trim() || null,
    });
  return (
    <section className={style["conflict"]} aria-labelledby={heading}>
      <h2 id={heading} className="visually-hidden">
        {conflict.record.id}
      </h2>
      <RecordCard record={conflict.record} criteria={overview.criteria} marks />
      <div className={style["voices"]}>
        {conflict.voices.map((voice) => (
          <div key={`${voice.by} ${voice.at}`}>
            <p>
              <strong>{say(`verdict.${voice.verdict}`)}</strong>
              {voice.criterion ? ` · ${voice.criterion}` : ""}
            </p>
            {voice.reason ? <p>{voice.reason}</p> : null}
            <p className={style["facts"]}>
              {voice.own ? say("you") : voice.by}
              {voice.left ? ` (${say("left.review")})` : ""} · {format.dateTime(voice.at)}
              {voice.protocol < overview.protocol
                ? ` · ${say("underProtocol", { version: voice.protocol })}`
                : ""}
            </p>
          </div>
        ))}
      </div>
      <form className={style["form"]} onSubmit={(event: FormEvent) => event.preventDefault()}>
        <NativeSelect
          label={say("conflicts.criterion")}
          description={stage === "full-text" ? say("criterionNeeded") : undefined}
          value={criterion}
          onChange={(event) => setCriterion(event.currentTarget.value)}
          data={[
            { value: "", label: say("conflicts.noCriterion") },
            ...excludingCriteria(overview.criteria).map(({ id, text }) => ({
              value: id,
              label: `${id} ${text}`,
            })),
          ]}
        />
        <TextInput
          label={say("reason")}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={4000}
        />
        <div className={style["buttons"]}>
          <Button loading={acts.running} onClick={() => settle("include")}>
            {say("conflicts.include", { record: conflict.record.id })}
          </Button>
          <Button loading={acts.running} onClick={() => settle("exclude")}>
            {say("conflicts.exclude", { record: conflict.record.id })}
          </Button>
        </div>
      </form>
      <ProblemList problems={acts.problems} />
    </section>
  );
}
