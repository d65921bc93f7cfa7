import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Anchor, TypedQuote } from "#records";
import { unavailable } from "../../correct/unavailable.ts";
import { useFormat } from "../../format.ts";
import { useWords } from "../../i18n.ts";
import style from "./appraisal.module.css";

export type Passage = { readonly anchor: Anchor | null; readonly typed: TypedQuote | null };

/** The passage something rests on: marked in the text, or typed with its page where no text is held. */
export function PassageField(props: {
  readonly passage: Passage;
  /** What is marked in the text at this moment. */
  readonly marked: Anchor | null;
  readonly hasText: boolean;
  readonly onChange: (passage: Passage) => void;
  readonly onShow: (anchor: Anchor) => void;
  /** Names the thing it belongs to, for those who hear the buttons. */
  readonly of: string;
  readonly readOnly?: boolean;
}) {
  const say = useWords("review-appraisal");
  const { anchor, typed } = props.passage;
  const { marked } = props;
  return (
    <div className={style["passage"]}>
      {anchor || typed ? <QuotedPassage passage={props.passage} onShow={props.onShow} /> : null}
      {props.readOnly ? null : (
        <p className={style["line"]}>
          {props.hasText ? (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={say("passage.useFor", { of: props.of })}
              {...(marked ? {} : unavailable(say("passage.nothingMarked")))}
              onClick={() => marked && props.onChange({ anchor: marked, typed: null })}
            >
              {say("passage.use")}
            </Button>
          ) : null}
          {anchor || typed ? (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={say("passage.removeFrom", { of: props.of })}
              onClick={() => props.onChange({ anchor: null, typed: null })}
            >
              {say("passage.remove")}
            </Button>
          ) : null}
        </p>
      )}
      {props.hasText || props.readOnly || typed ? null : (
        <TypePassage of={props.of} onDone={(quote) => props.onChange({ anchor: null, typed: quote })} />
      )}
    </div>
  );
}

/** The words with their page; those of a held text lead to it. */
export function QuotedPassage(props: {
  readonly passage: Passage;
  /** Its words stand beside it already: only where they stand is told. */
  readonly brief?: boolean;
  readonly onShow?: (anchor: Anchor) => void;
}) {
  const say = useWords("review-appraisal");
  const format = useFormat();
  const { anchor, typed } = props.passage;
  if (!anchor && !typed) return null;
  const page = anchor ? (anchor.page === null ? null : format.number(anchor.page)) : (typed?.page ?? null);
  return (
    <blockquote className={style["quote"]}>
      {props.brief ? null : <p>{anchor?.quote ?? typed?.text}</p>}
      <footer>
        {page === null ? say("pane.noPage") : say("passage.page", { page })}
        {typed && !anchor ? ` · ${say("passage.typed")}` : null}
        {anchor && props.onShow ? (
          <>
            {" · "}
            <Button size="compact-xs" variant="subtle" onClick={() => props.onShow?.(anchor)}>
              {say("passage.show")}
            </Button>
          </>
        ) : null}
      </footer>
    </blockquote>
  );
}

function TypePassage(props: { readonly of: string; readonly onDone: (typed: TypedQuote) => void }) {
  const say = useWords("review-appraisal");
  const [text, setText] = useState("");
  const [page, setPage] = useState("");
  const isWhole = text.trim() !== "" && page.trim() !== "";
  return (
    <details>
      <summary>{say("passage.type", { of: props.of })}</summary>
      <TextInput
        size="xs"
        label={say("passage.words")}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <TextInput
        size="xs"
        label={say("passage.pageOf")}
        value={page}
        onChange={(event) => setPage(event.currentTarget.value)}
      />
      <Button
        size="compact-sm"
        variant="default"
        {...(isWhole ? {} : unavailable(say("passage.typeBoth")))}
        onClick={() => isWhole && props.onDone({ text: text.trim(), page: page.trim() })}
      >
        {say("passage.take")}
      </Button>
    </details>
  );
}
