import { Button, Radio } from "@mantine/core";
import { useState } from "react";
import { type CallReply, routes } from "#contract";
import { useApi } from "../../api.ts";
import { useWords } from "../../i18n.ts";
import { ProblemList } from "../../shared/problem-list.tsx";
import { StateLink } from "../../shared/state-link.tsx";
import { Answered, EmptyState } from "../../shared/states.tsx";
import { holds, type Review } from "../review-frame.tsx";
import style from "../reviews.module.css";
import { useActs } from "../use-acts.ts";

type Found = CallReply<typeof routes.reviewLookAlikes>;
type Group = Found["groups"][number];

/** Records that may be one report; people decide which to keep, or that they differ. */
export function LookAlikes({ review }: { readonly review: Review }) {
  const say = useWords("reviews");
  const answer = useApi(routes.reviewLookAlikes, { params: { id: review.id } }, { keep: true });
  return (
    <Answered answer={answer} lines={8}>
      {({ total, groups, related }) => (
        <>
          <p>{say("alike.lead")}</p>
          {total === 0 ? (
            <EmptyState what={say("alike.none")} how={say("alike.noneHow")} />
          ) : (
            <>
              <p role="status">{say("alike.count", { count: total })}</p>
              <ol className={style["plain"]}>
                {groups.map((group) => (
                  <li key={group.records.map(({ id }) => id).join()} className={style["entry"]}>
                    <Alike review={review} group={group} />
                  </li>
                ))}
              </ol>
            </>
          )}
          {related.length > 0 ? <Related related={related} /> : null}
        </>
      )}
    </Answered>
  );
}

function Alike({ review, group }: { readonly review: Review; readonly group: Group }) {
  const say = useWords("reviews");
  const acts = useActs(review.id);
  const [keep, setKeep] = useState(group.records[0]?.id ?? "");
  const ids = group.records.map(({ id }) => id);
  const reasons = group.reasons.map((reason) => say(`reason.${reason}`));
  const decides = holds(review, "owner", "reviewer", "adjudicator");
  return (
    <>
      <Radio.Group label={say("alike.keep")} value={keep} onChange={setKeep}>
        {group.records.map((record) => (
          <Radio
            key={record.id}
            value={record.id}
            disabled={!decides}
            label={<Reference record={record} />}
          />
        ))}
      </Radio.Group>
      <p className={style["hint"]}>
        {say("alike.why", { reasons: reasons.join(", ") })}
        {group.doubts.length > 0
          ? ` ${say("alike.against", { doubts: group.doubts.map((doubt) => say(`doubt.${doubt}`)).join(", ") })}`
          : ""}
      </p>
      {decides ? (
        <p className={style["line"]}>
          <Button
            loading={acts.running}
            onClick={() =>
              acts.record({
                kind: "duplicates.joined",
                keep,
                others: ids.filter((id) => id !== keep),
                reasons,
              })
            }
          >
            {say("alike.join", { id: keep })}
          </Button>
          <Button
            variant="default"
            loading={acts.running}
            onClick={() =>
              acts.record({ kind: "duplicates.kept", records: ids, reason: say("alike.differReason") })
            }
          >
            {say("alike.differ")}
          </Button>
        </p>
      ) : (
        <p className={style["hint"]}>{say("alike.notYours")}</p>
      )}
      <ProblemList problems={acts.problems} />
    </>
  );
}

function Reference({ record }: { readonly record: Group["records"][number] }) {
  const say = useWords("reviews");
  return (
    <>
      <StateLink search={(former) => ({ ...former, view: undefined, record: record.id })}>
        {record.id}
      </StateLink>{" "}
      {record.title || say("records.untitled")}{" "}
      <span className={style["hint"]}>
        {[record.authors.join("; "), record.year, record.container, record.doi].filter(Boolean).join(" · ")}
      </span>
    </>
  );
}

/** Works that look alike and are two: nothing to decide, but worth knowing. */
function Related({ related }: { readonly related: Found["related"] }) {
  const say = useWords("reviews");
  return (
    <details>
      <summary>{say("alike.related", { count: related.length })}</summary>
      <ul>
        {related.map(({ relation, records }) => (
          <li key={records.map(({ id }) => id).join()}>
            {say(`relation.${relation}`)}
            <ul>
              {records.map((record) => (
                <li key={record.id}>
                  <Reference record={record} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </details>
  );
}
