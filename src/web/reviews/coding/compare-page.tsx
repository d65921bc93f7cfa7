import { Button, Textarea } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { type CallReply, routes } from "#contract";
import { useApi } from "../../api.ts";
import { unavailable } from "../../correct/unavailable.ts";
import { useFormat } from "../../format.ts";
import { useWords } from "../../i18n.ts";
import { Section } from "../../shared/page.tsx";
import { ProblemList } from "../../shared/problem-list.tsx";
import { Answered, EmptyState } from "../../shared/states.tsx";
import { ReviewFrame } from "../review-frame.tsx";
import style from "./coding.module.css";
import { AgreementFigures } from "./coding-figures.tsx";
import { CodeNames } from "./coding-list.tsx";
import { useCodingActs } from "./use-coding-acts.ts";

const route = getRouteApi("/reviews/$id/coding/compare/$record");
type Comparison = CallReply<typeof routes.codingComparison>;

/** What two people coded in one report, beside each other, and which of it stands. */
export function ComparePage() {
  const say = useWords("review-coding");
  const { id, record } = route.useParams();
  const answer = useApi(routes.codingComparison, { params: { id, record } }, { keep: true });
  return (
    <ReviewFrame id={id} title={say("compare.title", { record })} lead={say("compare.lead")}>
      {() => (
        <Answered answer={answer} lines={10}>
          {(comparison) =>
            comparison.ready ? (
              <>
                {comparison.agreement ? (
                  <Section title={say("agreement.title")}>
                    <AgreementFigures agreement={comparison.agreement} />
                  </Section>
                ) : null}
                <Settle review={id} record={record} comparison={comparison} />
              </>
            ) : (
              <EmptyState
                what={say("compare.notReady")}
                how={
                  <Link to="/reviews/$id/coding/$record" params={{ id, record }}>
                    {say("toReport")}
                  </Link>
                }
              />
            )
          }
        </Answered>
      )}
    </ReviewFrame>
  );
}

/** What is kept before anybody chose: what both did alike, once. */
function firstKept({ compared }: Comparison): ReadonlySet<string> {
  const kept = new Set<string>();
  for (const { coding, match, others, kept: settled } of compared)
    if (settled ?? (match === "same" && !others.some((other) => kept.has(other)))) kept.add(coding.id);
  return kept;
}

function Settle(props: {
  readonly review: string;
  readonly record: string;
  readonly comparison: Comparison;
}) {
  const say = useWords("review-coding");
  const format = useFormat();
  const { review, record, comparison } = props;
  const acts = useCodingActs(review);
  const [keep, setKeep] = useState(() => firstKept(comparison));
  const [reason, setReason] = useState("");
  const [told, setTold] = useState("");
  const why = !comparison.maySettle
    ? say("compare.notYours")
    : reason.trim() === ""
      ? say("compare.reasonFirst")
      : null;
  const toggle = (id: string) =>
    setKeep((former) => {
      const next = new Set(former);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  return (
    <Section title={say("compare.codings", { names: format.list([...comparison.coders]) })}>
      {comparison.settled ? (
        <p role="note">
          {say("compare.settled", {
            name: comparison.settled.by,
            date: format.dateTime(comparison.settled.at),
          })}{" "}
          {comparison.settled.reason}
        </p>
      ) : null}
      <form
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          if (why !== null) return setTold(why);
          void acts
            .record({ kind: "coding.reconciled", record, keep: [...keep], reason: reason.trim() })
            .then((done) => setTold(say(done ? "compare.done" : "told.refused")));
        }}
      >
        <ol className={style["plain"]}>
          {comparison.compared.map(({ coding, match, onlyHere }) => (
            <li key={coding.id} className={style["compared"]} data-match={match}>
              <label>
                <input
                  type="checkbox"
                  checked={keep.has(coding.id)}
                  disabled={!comparison.maySettle}
                  onChange={() => toggle(coding.id)}
                />{" "}
                <strong>{coding.by}</strong> <CodeNames codes={comparison.codes} carried={coding.codes} />
              </label>
              <p className={style["listed"]}>{coding.quote.slice(0, 400)}</p>
              <p className={style["hint"]}>
                {say(`match.${match}`)}
                {coding.page === null ? "" : ` · ${say("page", { page: format.number(coding.page) })}`}
                {match === "differs" && onlyHere.length > 0 ? ` · ${say("match.onlyHere")} ` : ""}
                {match === "differs" ? <CodeNames codes={comparison.codes} carried={onlyHere} /> : null}
                {" · "}
                <Link
                  to="/reviews/$id/coding/$record"
                  params={{ id: review, record }}
                  search={{ coding: coding.id }}
                >
                  {say("toPlace")}
                </Link>
              </p>
              {coding.memo === null ? null : <p className={style["hint"]}>{coding.memo}</p>}
            </li>
          ))}
        </ol>
        <Textarea
          label={say("compare.reason")}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          rows={2}
          maxLength={4000}
        />
        <p role="status" aria-live="polite" className={style["told"]}>
          {told}
        </p>
        {acts.problems.length > 0 ? <ProblemList problems={acts.problems} /> : null}
        <Button type="submit" {...(why === null ? {} : unavailable(why))}>
          {say("compare.button", { count: keep.size })}
        </Button>
      </form>
    </Section>
  );
}
