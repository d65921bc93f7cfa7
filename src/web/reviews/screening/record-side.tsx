// What belongs to the record on the page besides its text: one's decision, history, notes, why it stands high.

import { Button, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { type CallReply, routes } from "#contract";
import type { ScreeningStage } from "#records";
import { useApi } from "../../api.ts";
import { useFormat } from "../../format.ts";
import { useWords } from "../../i18n.ts";
import { Answered } from "../../shared/states.tsx";
import style from "./screening.module.css";

type Screened = CallReply<typeof routes.screenedRecord>;

/** Everything that was done on the record and may be seen, the latest first. */
export function HistoryPanel({ one }: { readonly one: Screened }) {
  const say = useWords("review-screening");
  const format = useFormat();
  return (
    <details className={style["panel"]}>
      <summary>{say("history", { count: one.history.length })}</summary>
      {one.hidden > 0 ? <p role="note">{say("hiddenActs", { count: one.hidden })}</p> : null}
      {one.history.length === 0 ? <p>{say("noHistory")}</p> : null}
      <ol className={style["plain"]}>
        {one.history.map((line) => (
          <li key={`${line.kind} ${line.event}`}>
            <strong>
              {line.kind === "note"
                ? say("kind.note")
                : line.kind === "postponement"
                  ? say("kind.postponement", { position: line.text ?? "" })
                  : line.kind === "not-retrieved"
                    ? say("kind.not-retrieved")
                    : say(`verdict.${line.verdict ?? "possible"}`)}
            </strong>
            {line.criterion ? ` · ${line.criterion}` : ""}
            {line.kind === "adjudication" ? ` · ${say("kind.adjudication")}` : ""}
            {line.withdrawn ? ` · ${say("withdrawn")}` : ""}
            {line.kind === "postponement" || !line.text ? null : <span> – {line.text}</span>}
            <br />
            <span className={style["facts"]}>
              {line.own ? say("you") : line.by}
              {line.at ? ` · ${format.dateTime(line.at)}` : ""}
              {line.stage ? ` · ${say(`stage.${line.stage}`)}` : ""}
              {line.protocol ? ` · ${say("underProtocol", { version: line.protocol })}` : ""}
            </span>
          </li>
        ))}
      </ol>
      {one.duplicates.length > 0 ? (
        <p>
          {say("duplicates")}: {one.duplicates.map(({ id, title }) => `${id} ${title}`).join("; ")}
        </p>
      ) : null}
      {one.linked.length > 0 ? (
        <p>
          {say("sameProject")}: {one.linked.map(({ id, title }) => `${id} ${title}`).join("; ")}
        </p>
      ) : null}
    </details>
  );
}

export function NoteForm(props: { readonly onNote: (text: string) => boolean; readonly onDone: () => void }) {
  const say = useWords("review-screening");
  const [text, setText] = useState("");
  return (
    <form
      className={style["note"]}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (text.trim() === "" || !props.onNote(text.trim())) return;
        setText("");
        props.onDone();
      }}
    >
      <Textarea
        label={say("note.label")}
        description={say("note.hint")}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        autosize={false}
        rows={3}
        required
        autoFocus
      />
      <div className={style["buttons"]}>
        <Button type="submit">{say("note.keep")}</Button>
        <Button variant="default" onClick={props.onDone}>
          {say("note.close")}
        </Button>
      </div>
    </form>
  );
}

/** Why the full text could not be obtained; said once, it holds for everybody. */
export function NotRetrievedForm(props: {
  readonly onMark: (reason: string) => boolean;
  readonly onDone: () => void;
}) {
  const say = useWords("review-screening");
  const [reason, setReason] = useState("");
  return (
    <form
      className={style["note"]}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (reason.trim() !== "" && props.onMark(reason.trim())) props.onDone();
      }}
    >
      <Textarea
        label={say("retrieval.reason")}
        description={say("retrieval.hint")}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        autosize={false}
        rows={2}
        maxLength={4000}
        required
        autoFocus
      />
      <div className={style["buttons"]}>
        <Button type="submit">{say("retrieval.mark")}</Button>
        <Button variant="default" onClick={props.onDone}>
          {say("note.close")}
        </Button>
      </div>
    </form>
  );
}

/** That the full text of the record could not be obtained, and the way back once it has come. */
export function NotRetrievedNote(props: {
  readonly one: Screened;
  readonly onBack: (event: number) => void;
}) {
  const say = useWords("review-screening");
  const format = useFormat();
  const mark = props.one.history.find(({ kind, withdrawn }) => kind === "not-retrieved" && !withdrawn);
  if (props.one.status !== "not-retrieved" || !mark) return null;
  return (
    <div role="note" className={style["note"]}>
      <p>
        {say("retrieval.marked", {
          name: mark.own ? say("you") : mark.by,
          date: format.dateTime(mark.at),
          reason: mark.text ?? "",
        })}
      </p>
      <Button variant="default" onClick={() => props.onBack(mark.event)}>
        {say("retrieval.back")}
      </Button>
    </div>
  );
}

/** Which terms lift the record, and which included records it is most like. */
export function WhyPanel(props: {
  readonly review: string;
  readonly stage: ScreeningStage;
  readonly record: string;
}) {
  const say = useWords("review-screening");
  const format = useFormat();
  const answer = useApi(routes.whyRanked, {
    params: { id: props.review, record: props.record },
    query: { stage: props.stage },
  });
  return (
    <section className={style["sheet"]} aria-label={say("why.title")}>
      <h2>{say("why.title")}</h2>
      <Answered answer={answer} lines={4}>
        {({ rank, order, terms, nearest }) =>
          rank === null ? (
            <p>{order.why === "small" ? say("order.small", { least: order.least }) : say("why.none")}</p>
          ) : (
            <>
              <p>{say("why.rank", { rank: format.number(rank), records: format.number(order.records) })}</p>
              {terms.length > 0 ? (
                <>
                  <h3>{say("why.terms")}</h3>
                  <ul>
                    {terms.map(({ term, weight }) => (
                      <li key={term}>
                        {term} <span className={style["facts"]}>+{format.number(weight, 3)}</span>
                      </li>
                    ))}
                  </ul>
                </>
              ) : null}
              {nearest.length > 0 ? (
                <>
                  <h3>{say("why.nearest")}</h3>
                  <ul>
                    {nearest.map(({ record, title, likeness }) => (
                      <li key={record}>
                        {record} {title} <span className={style["facts"]}>{format.percent(likeness)}</span>
                      </li>
                    ))}
                  </ul>
                </>
              ) : null}
            </>
          )
        }
      </Answered>
    </section>
  );
}
