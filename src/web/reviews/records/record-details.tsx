import { Button, Textarea, TextInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { type CallReply, routes } from "#contract";
import { useApi } from "../../api.ts";
import { useFormat } from "../../format.ts";
import { useWords } from "../../i18n.ts";
import { ProblemList } from "../../shared/problem-list.tsx";
import { StateLink } from "../../shared/state-link.tsx";
import { Answered } from "../../shared/states.tsx";
import { holds, type Review } from "../review-frame.tsx";
import style from "../reviews.module.css";
import { useActs } from "../use-acts.ts";

type Whole = CallReply<typeof routes.reviewRecord>;

/** One record: everything known of it, where it came from, its duplicates, and how to mend it. */
export function RecordDetails({ review, record }: { readonly review: Review; readonly record: string }) {
  const say = useWords("reviews");
  const answer = useApi(routes.reviewRecord, { params: { id: review.id, record } });
  return (
    <section className={style["panel"]} aria-label={say("record.label", { id: record })}>
      <p className={style["line"]}>
        <strong>{record}</strong>
        <StateLink search={(former) => ({ ...former, record: undefined })}>{say("record.close")}</StateLink>
      </p>
      <Answered answer={answer} lines={6}>
        {(whole) => <Whole key={whole.record.edits} review={review} whole={whole} />}
      </Answered>
    </section>
  );
}

function Whole({ review, whole }: { readonly review: Review; readonly whole: Whole }) {
  const say = useWords("reviews");
  const format = useFormat();
  const acts = useActs(review.id);
  const { record, search, duplicates, edits } = whole;
  const mends = holds(review, "owner", "reviewer", "adjudicator");
  return (
    <>
      <h2>{record.title || say("records.untitled")}</h2>
      <p>{record.abstract ?? <span className={style["hint"]}>{say("record.noAbstract")}</span>}</p>
      <dl className={style["facts"]}>
        {(
          [
            ["authors", record.authors.join("; ")],
            ["year", record.year],
            ["container", record.container],
            ["doi", record.doi],
            ["foreignId", record.foreignId],
            ["keywords", record.keywords.join(", ")],
            ["projects", record.projects.join(", ")],
          ] as const
        ).map(([field, value]) =>
          value ? (
            <div key={field} className={style["pair"]}>
              <dt>{say(`record.${field}`)}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
        <dt>{say("record.search")}</dt>
        <dd>{search?.name ?? say("notStated")}</dd>
        {record.evaluation ? (
          <>
            <dt>{say("record.evaluation")}</dt>
            <dd>
              <Link to="/evidence/evaluations/$id" params={{ id: record.evaluation }}>
                {record.evaluation}
              </Link>
            </dd>
          </>
        ) : null}
        {record.document ? (
          <>
            <dt>{say("record.document")}</dt>
            <dd>
              <Link to="/evidence/reports/$sha256" params={{ sha256: record.document }}>
                {say("record.read")}
              </Link>
            </dd>
          </>
        ) : null}
      </dl>
      {record.duplicateOf && mends ? (
        <Part review={review} record={record.id} other={record.duplicateOf} />
      ) : null}
      {duplicates.length > 0 ? (
        <>
          <h3>{say("record.duplicates")}</h3>
          <ul>
            {duplicates.map((one) => (
              <li key={one.id}>
                {one.id} {one.title} <span className={style["hint"]}>{one.reasons.join("; ")}</span>
                {mends ? <Part review={review} record={one.id} other={record.id} /> : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {edits.length > 0 ? (
        <details>
          <summary>{say("record.history", { count: edits.length })}</summary>
          <ul>
            {edits.map((edit) => (
              <li key={edit.at}>
                {format.dateTime(edit.at)} {edit.by}: {edit.fields.join(", ")}. {edit.reason}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {mends ? <Mend whole={whole} acts={acts} /> : null}
    </>
  );
}

function Part(props: { readonly review: Review; readonly record: string; readonly other: string }) {
  const say = useWords("reviews");
  const acts = useActs(props.review.id);
  const [reason, setReason] = useState("");
  return (
    <form
      className={style["form"]}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void acts.record({ kind: "duplicate.parted", record: props.record, reason });
      }}
    >
      <TextInput
        label={say("record.partReason", { id: props.record, other: props.other })}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        required
      />
      <Button type="submit" variant="default" size="compact-sm" loading={acts.running}>
        {say("record.part", { id: props.record })}
      </Button>
      <ProblemList problems={acts.problems} />
    </form>
  );
}

/** Title and abstract can be mended; the earlier words stay in the log, with who mended them and why. */
function Mend({ whole, acts }: { readonly whole: Whole; readonly acts: ReturnType<typeof useActs> }) {
  const say = useWords("reviews");
  const { record } = whole;
  const [title, setTitle] = useState(record.title);
  const [abstract, setAbstract] = useState(record.abstract ?? "");
  const [reason, setReason] = useState("");
  const send = (event: FormEvent) => {
    event.preventDefault();
    void acts.record({
      kind: "record.edited",
      record: record.id,
      edit: {
        ...(title !== record.title && { title }),
        ...(abstract !== (record.abstract ?? "") && { abstract: abstract || null }),
      },
      reason,
    });
  };
  return (
    <details>
      <summary>{say("record.mend")}</summary>
      <form onSubmit={send} className={style["form"]}>
        <TextInput
          label={say("record.titleField")}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Textarea
          label={say("record.abstractField")}
          value={abstract}
          onChange={(event) => setAbstract(event.currentTarget.value)}
          autosize
          maxRows={12}
        />
        <TextInput
          label={say("record.reason")}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          required
        />
        <Button type="submit" loading={acts.running}>
          {say("record.save")}
        </Button>
        <ProblemList problems={acts.problems} />
      </form>
    </details>
  );
}
