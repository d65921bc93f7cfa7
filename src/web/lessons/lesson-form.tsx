import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { Link, useLocation } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { type CallInput, routes } from "#contract";
import type { Localised } from "#kernel";
import { branches, type LessonFieldName, lessonFactors, lessonNatures, templateFields } from "#records";
import { useApiAction, useSession } from "../api.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { inLanguage, useVocabularies } from "../registry/use-terms.ts";
import { ProblemList } from "../shared/problem-list.tsx";
import type { ShownLesson } from "./lesson-card.tsx";
import { useLessonLabel } from "./lesson-labels.ts";
import style from "./lessons.module.css";

type Edit = CallInput<typeof routes.editLesson>["body"]["set"];

/** What a person says of a lesson; only what was changed is sent, and is from then on that person's word. */
export function LessonForm({ lesson }: { readonly lesson: ShownLesson }) {
  const say = useWords("lessons");
  const term = useWords("terms");
  const { may, account } = useSession();
  const { href } = useLocation();
  const label = useLessonLabel();
  const language = useLanguage();
  const edit = useApiAction(routes.editLesson);
  const [set, setSet] = useState<Edit>({});
  const populations = useVocabularies().get("population")?.terms ?? [];
  const change = (part: Edit) => setSet((former) => ({ ...former, ...part }));
  if (!may(routes.editLesson))
    return (
      <p className={style["hint"]}>
        {account ? (
          say("form.notYours")
        ) : (
          <Link to="/sign-in" search={{ after: href }}>
            {say("form.signIn")}
          </Link>
        )}
      </p>
    );
  const send = async (more: Edit) => {
    const done = await edit.run({
      params: { id: lesson.id },
      body: { version: lesson.version, set: { ...set, ...more } },
    });
    if (done) setSet({});
  };
  const isChanged = Object.keys(set).length > 0;
  const chosen = (name: "branches" | "populations") =>
    (set[name] as readonly string[] | undefined) ?? lesson[name].map(({ value }) => value);
  const fieldText = (name: LessonFieldName) => set.fields?.[name] ?? lesson.fields[name]?.printed ?? "";
  return (
    <form
      className={style["form"]}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void send({});
      }}
    >
      <p className={style["hint"]}>{say("form.note")}</p>
      <div className={style["pair"]}>
        <NativeSelect
          label={say("facet.nature")}
          value={(set.nature === undefined ? lesson.nature?.value : set.nature) ?? ""}
          onChange={(event) => change({ nature: (event.currentTarget.value || null) as never })}
          data={[
            { value: "", label: term("notStated") },
            ...lessonNatures.map((value) => ({ value, label: label("nature", value) })),
          ]}
        />
        <NativeSelect
          label={say("facet.factor")}
          value={(set.factor === undefined ? lesson.factor?.value : set.factor) ?? ""}
          onChange={(event) => change({ factor: (event.currentTarget.value || null) as never })}
          data={[
            { value: "", label: term("notStated") },
            ...lessonFactors.map((value) => ({ value, label: label("factor", value) })),
          ]}
        />
      </div>
      <Boxes
        legend={say("facet.branch")}
        chosen={chosen("branches")}
        boxes={branches.map((code) => ({ code, text: label("branch", code) }))}
        onChange={(codes) => change({ branches: [...codes] as never })}
      />
      <Boxes
        legend={say("facet.population")}
        chosen={chosen("populations")}
        boxes={populations
          .filter(({ isRetired, code }) => !isRetired || chosen("populations").includes(code))
          .map((one) => ({ code: one.code, text: inLanguage(one.label as Localised, language) }))}
        onChange={(codes) => change({ populations: [...codes] })}
      />
      <Textarea
        label={say("transferability")}
        rows={3}
        value={set.transferability ?? lesson.transferability?.printed ?? ""}
        onChange={(event) => change({ transferability: event.currentTarget.value })}
      />
      <TextInput
        label={say("themes")}
        description={say("form.themes")}
        value={(set.themes ?? lesson.themes).join(", ")}
        onChange={(event) => change({ themes: event.currentTarget.value.split(",") })}
        onBlur={() =>
          set.themes && change({ themes: set.themes.map((one) => one.trim()).filter((one) => one !== "") })
        }
      />
      <details className={style["fields"]}>
        <summary>{say("form.fields")}</summary>
        <div className={style["form"]}>
          {templateFields[lesson.kind].map((name) => (
            <Textarea
              key={name}
              label={say(`field.${name}`)}
              rows={2}
              value={fieldText(name)}
              onChange={(event) => change({ fields: { ...set.fields, [name]: event.currentTarget.value } })}
            />
          ))}
        </div>
      </details>
      <ProblemList problems={edit.problems} />
      <div className={style["buttons"]}>
        <Button type="submit" variant="default" loading={edit.running} disabled={!isChanged}>
          {say("form.save")}
        </Button>
        <Button
          loading={edit.running}
          disabled={lesson.status === "confirmed" && !isChanged}
          onClick={() => void send({ status: "confirmed" })}
        >
          {say("form.confirm")}
        </Button>
        {lesson.status === "confirmed" ? (
          <Button variant="default" loading={edit.running} onClick={() => void send({ status: "proposed" })}>
            {say("form.reopen")}
          </Button>
        ) : null}
        <span role="status" className={style["hint"]}>
          {edit.value ? say("form.done") : isChanged ? "" : say("form.nothing")}
        </span>
      </div>
    </form>
  );
}

/** Several of a list, each with a box to tick. */
function Boxes(props: {
  readonly legend: string;
  readonly chosen: readonly string[];
  readonly boxes: readonly { readonly code: string; readonly text: string }[];
  readonly onChange: (chosen: readonly string[]) => void;
}) {
  const known = new Set(props.boxes.map(({ code }) => code));
  const foreign = props.chosen.filter((code) => !known.has(code)).map((code) => ({ code, text: code }));
  return (
    <fieldset className={style["boxes"]}>
      <legend>{props.legend}</legend>
      <ul>
        {[...props.boxes, ...foreign].map(({ code, text }) => (
          <li key={code}>
            <label>
              <input
                type="checkbox"
                checked={props.chosen.includes(code)}
                onChange={(event) =>
                  props.onChange(
                    event.currentTarget.checked
                      ? [...props.chosen, code]
                      : props.chosen.filter((one) => one !== code),
                  )
                }
              />
              {text}
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
