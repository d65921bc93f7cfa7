import { Button, NativeSelect, Textarea } from "@mantine/core";
import { type FormEvent, useMemo, useState } from "react";
import type { Span } from "#kernel";
import { anchorsIn, type PassageKind, passageKinds } from "#records";
import { useWords } from "../i18n.ts";
import style from "./correct.module.css";

/**
 * Marks a place by its words, for whoever cannot or would not mark them with the mouse: the words are looked
 * for in the report, nearest to where the passage stands.
 */
export function WordsForm(props: {
  readonly title: string;
  readonly hint: string;
  readonly words: string;
  /** The kind a new passage is to have; null where it has one. */
  readonly kind: PassageKind | null;
  readonly text: string;
  readonly near: readonly Span[];
  readonly onFound: (spans: [number, number][], kind: PassageKind | null) => void;
  readonly onClose: () => void;
}) {
  const say = useWords("correct");
  const term = useWords("terms");
  const [words, setWords] = useState(props.words);
  const [kind, setKind] = useState(props.kind);
  const [missed, setMissed] = useState(false);
  const find = useMemo(() => anchorsIn(props.text), [props.text]);
  const look = (event: FormEvent) => {
    event.preventDefault();
    const start = props.near[0]?.[0] ?? 0;
    const spans = find({ text: words, spans: [[start, start + [...words].length]] });
    if (spans === null) setMissed(true);
    else
      props.onFound(
        spans.map(([from, to]): [number, number] => [from, to]),
        kind,
      );
  };
  return (
    <form className={style["form"]} onSubmit={look}>
      <Textarea
        label={props.title}
        description={props.hint}
        autosize
        minRows={2}
        maxRows={8}
        data-autofocus
        error={missed ? say("form.notFound") : null}
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          setMissed(false);
        }}
        onKeyDown={(event) => {
          if (event.key === "Escape") props.onClose();
        }}
      />
      {kind === null ? null : (
        <NativeSelect
          label={say("kind")}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as PassageKind)}
          data={passageKinds.map((one) => ({ value: one, label: term(`kind.${one}`) }))}
        />
      )}
      <p className={style["formButtons"]}>
        <Button type="submit" size="compact-md" aria-disabled={words.trim() === "" || undefined}>
          {say("form.mark")}
        </Button>
        <Button size="compact-md" variant="default" onClick={props.onClose}>
          {say("form.close")}
        </Button>
      </p>
    </form>
  );
}
