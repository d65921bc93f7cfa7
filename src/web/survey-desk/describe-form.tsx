// The form that describes a study: each field says what it is for and why readers need it.

import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { routes } from "#contract";
import {
  accessTiers,
  coverageClasses,
  microdataTiers,
  type Origin,
  origins,
  type Study,
  studyKinds,
} from "#records";
import { useApiAction } from "../api.ts";
import { useWords } from "../i18n.ts";
import { ProblemList } from "../shared/problem-list.tsx";
import { draftOf, emptyStudy, type StudyDraft, studyOf } from "./study-draft.ts";
import style from "./survey-desk.module.css";

const texts = {
  identity: ["id", "title", "areas", "from", "to"],
  reach: ["universe", "agesFrom", "agesTo", "places"],
  work: ["procedure", "mode", "collectedFrom", "collectedTo", "rate", "weighting", "producers"],
  rights: ["licence", "contact"],
} as const;
const long = new Set(["universe", "procedure", "weighting"]);
const needed = new Set(["id", "title", "areas", "from", "universe"]);
type TextName = (typeof texts)[keyof typeof texts][number];

/**
 * @param before a description to begin with, one that stands or one out of a file
 * @param onDone told the id once it is kept
 */
export function DescribeForm({
  before,
  isNew,
  onDone,
}: {
  readonly before: Partial<Study> | null;
  readonly isNew: boolean;
  readonly onDone: (id: string) => void;
}) {
  const say = useWords("survey-desk");
  const sayStudy = useWords("surveys");
  const [draft, setDraft] = useState<StudyDraft>(before === null ? emptyStudy : draftOf(before));
  const [reason, setReason] = useState("");
  const keep = useApiAction(routes.describeStudy);
  const set = (part: Partial<StudyDraft>) => setDraft({ ...draft, ...part });
  const field = (name: TextName) => {
    const shared = {
      label: say(`study.${name}`),
      description: say(`study.${name}Hint`),
      value: draft[name],
      required: needed.has(name),
      withAsterisk: false,
      onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
        set({ [name]: event.currentTarget.value }),
    };
    return long.has(name) ? (
      <Textarea key={name} rows={3} {...shared} />
    ) : (
      <TextInput
        key={name}
        {...shared}
        {...(name === "collectedFrom" || name === "collectedTo" ? { type: "date" } : {})}
      />
    );
  };
  const choice = <T extends string>(
    name: "kind" | "coverage" | "microdata" | "tables" | "origin",
    values: readonly T[],
    labelOf: (value: T) => string,
  ) => (
    <NativeSelect
      label={say(`study.${name}`)}
      description={say(`study.${name}Hint`)}
      value={draft[name]}
      data={values.map((value) => ({ value, label: labelOf(value) }))}
      onChange={(event) => set({ [name]: event.currentTarget.value as T })}
    />
  );
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await keep.run({ body: { study: studyOf(draft, before), reason } });
    if (answer) onDone(answer.id);
  };
  return (
    <form className={style["form"]} onSubmit={(event) => void send(event)}>
      <fieldset>
        <legend>{say("study.identity")}</legend>
        {choice("kind", studyKinds, (value) => sayStudy(`kind.${value}`))}
        {choice<Origin>("origin", origins, (value) => say(`origin.${value}`))}
        {texts.identity.map(field)}
      </fieldset>
      <fieldset>
        <legend>{say("study.reach")}</legend>
        {choice("coverage", coverageClasses, (value) => sayStudy(`reach.${value}`))}
        {texts.reach.map(field)}
      </fieldset>
      <fieldset>
        <legend>{say("study.work")}</legend>
        {texts.work.map(field)}
      </fieldset>
      <fieldset>
        <legend>{say("study.rights")}</legend>
        {choice("microdata", microdataTiers, (value) => sayStudy(`access.${value}`))}
        {choice("tables", accessTiers, (value) => say(`tables.${value}`))}
        {texts.rights.map(field)}
      </fieldset>
      <TextInput
        label={say("study.reason")}
        description={say("study.reasonHint")}
        required
        withAsterisk={false}
        minLength={3}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <ProblemList problems={keep.problems} />
      <Button type="submit" loading={keep.running}>
        {say(isNew ? "study.keep" : "study.keepAnew")}
      </Button>
    </form>
  );
}
