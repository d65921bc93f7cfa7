import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { routes } from "#contract";
import { languages } from "#kernel";
import { formIds, indicatorRoles, indicatorTypes, securityLevelName, securityLevels } from "#securities";
import { useApiAction } from "../api.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { formName, inLanguage, roleName } from "../indexes/names.ts";
import { ProblemList } from "../shared/problem-list.tsx";
import { draftOf, recordOfDraft } from "./indicator-draft.ts";
import style from "./indicators.module.css";

/** Adds an indicator, or makes a new version of one; what the form does not show of a record goes along unchanged. */
export function IndicatorForm({ record }: { readonly record: unknown }) {
  const say = useWords("indicators");
  const language = useLanguage();
  const add = useApiAction(routes.addIndicators);
  const [draft, setDraft] = useState(() => draftOf(record));
  const [reason, setReason] = useState("");
  const change = (part: Partial<typeof draft>) => setDraft((former) => ({ ...former, ...part }));
  const isNew = record === null;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const done = await add.run({ body: { indicators: [recordOfDraft(draft, record)], reason } });
    if (done) setReason("");
    if (done && isNew) setDraft(draftOf(null));
  };
  const languageName = (code: string) =>
    new Intl.DisplayNames([language], { type: "language" }).of(code) ?? code;
  return (
    <form className={style["form"]} onSubmit={(event) => void send(event)}>
      <div className={style["pair"]}>
        <TextInput
          label={say("code")}
          description={say("form.code")}
          value={draft.id}
          readOnly={!isNew}
          required
          onChange={(event) => change({ id: event.currentTarget.value })}
        />
        <TextInput
          label={say("column.unit")}
          description={say("form.unit")}
          value={draft.unit}
          required
          onChange={(event) => change({ unit: event.currentTarget.value })}
        />
        <NativeSelect
          label={say("facet.form")}
          value={draft.form}
          onChange={(event) => change({ form: event.currentTarget.value })}
          data={formIds.map((value) => ({ value, label: formName(value, language) }))}
        />
        <NativeSelect
          label={say("facet.level")}
          value={draft.level}
          onChange={(event) => change({ level: event.currentTarget.value })}
          data={securityLevels.map((value) => ({
            value,
            label: inLanguage(securityLevelName(value), language),
          }))}
        />
        <NativeSelect
          label={say("facet.group")}
          value={draft.group}
          onChange={(event) => change({ group: event.currentTarget.value })}
          data={indicatorRoles.map((value) => ({ value, label: roleName(value, language) }))}
        />
        <NativeSelect
          label={say("facet.type")}
          value={draft.type}
          onChange={(event) => change({ type: event.currentTarget.value })}
          data={indicatorTypes.map((value) => ({ value, label: say(`type.${value}`) }))}
        />
        <NativeSelect
          label={say("column.direction")}
          value={draft.direction}
          onChange={(event) => change({ direction: event.currentTarget.value })}
          data={[
            { value: "1", label: say("more") },
            { value: "-1", label: say("less") },
          ]}
        />
        <TextInput
          label={say("breakdowns")}
          description={say("form.breakdowns")}
          value={draft.breakdowns}
          onChange={(event) => change({ breakdowns: event.currentTarget.value })}
        />
      </div>
      <div className={style["pair"]}>
        {languages.map((code) => (
          <TextInput
            key={code}
            label={say("form.label", { language: languageName(code) })}
            lang={code}
            value={draft.label[code] ?? ""}
            required
            onChange={(event) => change({ label: { ...draft.label, [code]: event.currentTarget.value } })}
          />
        ))}
        {languages.map((code) => (
          <Textarea
            key={code}
            label={say("form.definition", { language: languageName(code) })}
            lang={code}
            rows={2}
            value={draft.definition[code] ?? ""}
            onChange={(event) =>
              change({ definition: { ...draft.definition, [code]: event.currentTarget.value } })
            }
          />
        ))}
      </div>
      <Textarea
        label={say("facet.source")}
        description={say("form.sources")}
        rows={3}
        value={draft.sources}
        onChange={(event) => change({ sources: event.currentTarget.value })}
      />
      <TextInput
        label={say("column.reason")}
        description={say("form.reason")}
        value={reason}
        required
        minLength={3}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <ProblemList problems={add.problems} />
      {add.value ? (
        <p role="status">
          {add.value.ids.length === 0
            ? say("form.unchanged")
            : say("form.done", { id: add.value.ids.join(", ") })}
        </p>
      ) : null}
      <p>
        <Button type="submit" loading={add.running}>
          {say(isNew ? "form.add" : "form.change")}
        </Button>
      </p>
    </form>
  );
}
