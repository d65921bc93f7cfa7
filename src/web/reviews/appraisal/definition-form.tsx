import { Button, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";
import type { Language } from "#kernel";
import type { Wording } from "#records";
import { useWords } from "../../i18n.ts";
import { ProblemList } from "../../shared/problem-list.tsx";
import { StateLink } from "../../shared/state-link.tsx";
import type { Review } from "../review-frame.tsx";
import { type Act, useActs } from "../use-acts.ts";
import style from "./appraisal.module.css";
import type { Definition } from "./definition-list.tsx";
import { nextVersion } from "./empty-definitions.ts";
import { useKept } from "./use-kept.ts";
import { WordingField } from "./wording-field.tsx";

/**
 * A definition of one's own, or a new version of one, kept by the browser until it is recorded. Texts are written
 * in the language of the review; what it says in other languages is kept where its text was not changed.
 */
export function DefinitionForm<D extends Definition>(props: {
  readonly review: Review;
  /** Names what is kept by the browser. */
  readonly kind: "instrument" | "form";
  readonly title: string;
  readonly start: D | null;
  readonly empty: (language: Language) => D;
  readonly isUsed: boolean;
  readonly define: (definition: D) => Act;
  readonly onDone: () => Promise<void>;
  readonly children: (definition: D, change: (part: Partial<D>) => void, language: Language) => ReactNode;
}) {
  const say = useWords("review-appraisal");
  const { review, start } = props;
  const language = review.language as Language;
  const acts = useActs(review.id);
  const [begun] = useState<D>(() =>
    start ? { ...start, version: nextVersion(start.version) } : props.empty(language),
  );
  const [kept, keep] = useKept<D>(
    `${props.kind} ${review.id} ${review.me ?? ""} ${start ? `${start.id} ${start.version}` : "new"}`,
  );
  const definition = kept ?? begun;
  const change = (part: Partial<D>) => keep({ ...definition, ...part });
  const changeHead = (part: Partial<Definition>) => change(part as Partial<D>);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await acts.record(props.define(definition)))) return;
    keep(null);
    await props.onDone();
  };
  return (
    <form onSubmit={send} className={style["form"]}>
      <h2>{props.title}</h2>
      {props.isUsed ? <p role="note">{say("builder.usedNote")}</p> : null}
      <div className={style["side"]}>
        <TextInput
          label={say("builder.id")}
          description={say("builder.idNote")}
          value={definition.id}
          required
          pattern="[A-Za-z0-9][A-Za-z0-9._\-]{0,39}"
          onChange={(event) => changeHead({ id: event.currentTarget.value })}
        />
        <TextInput
          label={say("builder.version")}
          value={definition.version}
          required
          pattern="[A-Za-z0-9][A-Za-z0-9._\-]{0,19}"
          onChange={(event) => changeHead({ version: event.currentTarget.value })}
        />
      </div>
      <WordingField
        label={say("builder.name")}
        language={language}
        value={definition.title}
        onChange={(title) => changeHead({ title: title ?? {} })}
        required
      />
      <WordingField
        label={say("builder.note")}
        language={language}
        value={definition.note}
        onChange={(note) => changeHead({ note })}
        long
      />
      {props.children(definition, change, language)}
      <Textarea
        label={say("builder.source")}
        autosize
        value={definition.source ?? ""}
        onChange={(event) => changeHead({ source: event.currentTarget.value || null })}
      />
      <ProblemList problems={acts.problems} />
      <p className={style["line"]}>
        <Button type="submit" loading={acts.running}>
          {say("builder.define", { name: `${definition.id} ${definition.version}` })}
        </Button>
        <StateLink search={() => ({})}>{say("builder.leave")}</StateLink>
      </p>
      <p className={style["hint"]}>{say("builder.kept")}</p>
    </form>
  );
}

type Named = { readonly id: string; readonly label: Wording };

/** The short name and the words of a part of a definition: a step, a grade, a section, a field, an option. */
export function NameFields(props: {
  readonly named: Named;
  readonly language: Language;
  readonly onChange: (named: Named) => void;
  /** Where it is more than a short name. */
  readonly idLabel?: string;
  readonly pattern?: string;
}) {
  const say = useWords("review-appraisal");
  const { id, label } = props.named;
  return (
    <>
      <TextInput
        label={props.idLabel ?? say("builder.short")}
        value={id}
        required
        {...(props.pattern === undefined ? {} : { pattern: props.pattern })}
        onChange={(event) => props.onChange({ id: event.currentTarget.value, label })}
      />
      <WordingField
        label={say("builder.label")}
        language={props.language}
        value={label}
        onChange={(words) => props.onChange({ id, label: words ?? {} })}
        required
      />
    </>
  );
}
