import { Button, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { unavailable } from "../../correct/unavailable.ts";
import { useWords } from "../../i18n.ts";
import { Section } from "../../shared/page.tsx";
import { ProblemList } from "../../shared/problem-list.tsx";
import style from "./coding.module.css";
import { ImportFile } from "./import-file.tsx";
import type { CodingOverview } from "./shown.ts";
import { useCodingActs } from "./use-coding-acts.ts";

/** Files out and in, and the memo on the review as a whole. */
export function CodingFiles(props: { readonly review: string; readonly coding: CodingOverview }) {
  const say = useWords("review-coding");
  const { review, coding } = props;
  const file = (name: string) => `/api/reviews/${encodeURIComponent(review)}/coding/${name}`;
  return (
    <>
      <Section title={say("files.out")} note={say("files.outNote")}>
        <ul>
          <li>
            <a href={file("project.qdpx")} download>
              {say("files.project")}
            </a>
          </li>
          {coding.codes.length === 0 ? (
            <li>{say("files.noCodebook")}</li>
          ) : (
            <li>
              <a href={file("codebook.qdc")} download>
                {say("files.codebook")}
              </a>
            </li>
          )}
          <li>
            <a href={file("codings.csv")} download>
              {say("files.csv")}
            </a>
          </li>
        </ul>
      </Section>
      {coding.mayCode ? <ImportFile review={review} /> : null}
      <ReviewMemo review={review} coding={coding} />
    </>
  );
}

function ReviewMemo(props: { readonly review: string; readonly coding: CodingOverview }) {
  const say = useWords("review-coding");
  const { review, coding } = props;
  const acts = useCodingActs(review);
  const all = coding.memos.filter(({ kind }) => kind === "review");
  const own = all.find((memo) => memo.own);
  const [text, setText] = useState(own?.text ?? "");
  const others = all.filter((memo) => !memo.own);
  if (!coding.mayShape && others.length === 0) return null;
  return (
    <Section title={say("files.memo")}>
      {others.map((memo) => (
        <p key={memo.by}>
          <strong>{memo.by}</strong>: {memo.text}
        </p>
      ))}
      {coding.mayShape ? (
        <form
          className={style["form"]}
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            void acts.record({ kind: "memo.written", on: { kind: "review", id: review }, text });
          }}
        >
          <Textarea
            label={say("memo")}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            rows={3}
            maxLength={20_000}
          />
          {acts.problems.length > 0 ? <ProblemList problems={acts.problems} /> : null}
          <Button
            type="submit"
            variant="default"
            {...(text === (own?.text ?? "") ? unavailable(say("why.memoSame")) : {})}
          >
            {say("memo.keep")}
          </Button>
        </form>
      ) : null}
    </Section>
  );
}
