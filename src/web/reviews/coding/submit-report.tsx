import { Button, Textarea } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { unavailable } from "../../correct/unavailable.ts";
import { useWords } from "../../i18n.ts";
import style from "./coding.module.css";
import type { OnActs } from "./coding-list.tsx";
import type { Coded } from "./use-marks.ts";

/** Being done with a report, what one thinks of it as a whole, and the way to the comparison of two coders. */
export function SubmitReport(props: {
  readonly review: string;
  readonly coded: Coded;
  readonly onActs: OnActs;
}) {
  const say = useWords("review-coding");
  const { report, memos, coders, hindrance, turns } = props.coded;
  const own = memos.find((memo) => memo.kind === "record" && memo.own);
  const others = memos.filter((memo) => memo.kind === "record" && !memo.own);
  const [text, setText] = useState(own?.text ?? "");
  const compared = report.state === "compared" || report.state === "settled";
  const why = report.submittedByMe
    ? say("submit.done")
    : hindrance !== null
      ? say(`hindrance.${hindrance}`)
      : null;
  return (
    <details className={style["panel"]} open>
      <summary>{say("submit.title")}</summary>
      {others.map((memo) => (
        <p key={memo.by}>
          <strong>{memo.by}</strong>: {memo.text}
        </p>
      ))}
      {hindrance === "not-a-coder" ? null : (
        <>
          <form
            onSubmit={(event: FormEvent) => {
              event.preventDefault();
              void props.onActs("told.memo", {
                kind: "memo.written",
                on: { kind: "record", id: report.record },
                text,
              });
            }}
          >
            <Textarea
              label={say("submit.memo")}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              rows={3}
              maxLength={20_000}
            />
            <Button
              type="submit"
              variant="default"
              {...(text === (own?.text ?? "") ? unavailable(say("why.memoSame")) : {})}
            >
              {say("memo.keep")}
            </Button>
          </form>
          <p className={style["hint"]}>{say(coders > 1 ? "submit.noteTwo" : "submit.note")}</p>
          <div className={style["buttons"]}>
            <Button
              onClick={() =>
                why === null &&
                void props.onActs("told.submitted", { kind: "coding.submitted", record: report.record })
              }
              {...(why === null ? {} : unavailable(why))}
            >
              {say("submit.button")}
            </Button>
            {report.submittedByMe && turns.undo?.kind === "coding.submitted" && !compared ? (
              <p className={style["hint"]}>{say("submit.back")}</p>
            ) : null}
          </div>
        </>
      )}
      {compared ? (
        <p>
          <Link to="/reviews/$id/coding/compare/$record" params={{ id: props.review, record: report.record }}>
            {say("toComparison")}
          </Link>
        </p>
      ) : null}
      <p>
        <Link to="/reviews/$id/coding" params={{ id: props.review }}>
          {say("toReports")}
        </Link>
      </p>
    </details>
  );
}
