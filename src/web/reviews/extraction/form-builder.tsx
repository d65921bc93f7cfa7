import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import type { Language } from "#kernel";
import {
  type ExtractionField,
  type ExtractionForm,
  type FieldKind,
  fieldKinds,
  type ProposalFill,
  proposalFills,
} from "#records";
import { useWords } from "../../i18n.ts";
import { ProblemList } from "../../shared/problem-list.tsx";
import { StateLink } from "../../shared/state-link.tsx";
import style from "../appraisal/appraisal.module.css";
import { EditList } from "../appraisal/edit-list.tsx";
import { emptyForm, nextVersion } from "../appraisal/empty-definitions.ts";
import { TextArea } from "../appraisal/instrument-builder.tsx";
import { useKept } from "../appraisal/use-kept.ts";
import { WordingField } from "../appraisal/wording-field.tsx";
import type { Review } from "../review-frame.tsx";
import { useActs } from "../use-acts.ts";

const newField = (at: number): ExtractionField => ({
  id: `field-${at + 1}`,
  label: {},
  help: null,
  kind: "text",
  options: [],
  required: false,
  passage: "required",
  fill: null,
});

/** An extraction form of one's own, or a new version of one; texts in the language of the review. */
export function FormBuilder(props: {
  readonly review: Review;
  readonly start: ExtractionForm | null;
  readonly isUsed: boolean;
}) {
  const say = useWords("review-appraisal");
  const navigate = useNavigate();
  const { review, start } = props;
  const language = review.language as Language;
  const acts = useActs(review.id);
  const [begun] = useState<ExtractionForm>(() =>
    start ? { ...start, version: nextVersion(start.version) } : emptyForm(),
  );
  const [kept, keep] = useKept<ExtractionForm>(
    `form ${review.id} ${review.me ?? ""} ${start ? `${start.id} ${start.version}` : "new"}`,
  );
  const form = kept ?? begun;
  const change = (part: Partial<ExtractionForm>) => keep({ ...form, ...part });
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await acts.record({ kind: "form.defined", form: form as never }))) return;
    keep(null);
    await navigate({ to: "/reviews/$id/extraction/form", params: { id: review.id }, search: {} });
  };
  return (
    <form onSubmit={send} className={style["form"]}>
      <h2>{say(start ? "builder.newFormVersion" : "builder.newForm")}</h2>
      {props.isUsed ? <p role="note">{say("builder.usedNote")}</p> : null}
      <div className={style["side"]}>
        <TextInput
          label={say("builder.id")}
          description={say("builder.idNote")}
          value={form.id}
          required
          pattern="[A-Za-z0-9][A-Za-z0-9._\-]{0,39}"
          onChange={(event) => change({ id: event.currentTarget.value })}
        />
        <TextInput
          label={say("builder.version")}
          value={form.version}
          required
          pattern="[A-Za-z0-9][A-Za-z0-9._\-]{0,19}"
          onChange={(event) => change({ version: event.currentTarget.value })}
        />
      </div>
      <WordingField
        label={say("builder.name")}
        language={language}
        value={form.title}
        onChange={(title) => change({ title: title ?? {} })}
        required
      />
      <WordingField
        label={say("builder.note")}
        language={language}
        value={form.note}
        onChange={(note) => change({ note })}
        long
      />
      <EditList
        title={say("builder.fields")}
        note={say("builder.fieldsNote")}
        items={form.fields}
        add={newField}
        nameOf={(field) => field.id}
        onChange={(fields) => change({ fields })}
        row={(field, set) => <FieldRow field={field} set={set} language={language} />}
      />
      <TextArea
        source={form.source}
        onChange={(source) => change({ source })}
        label={say("builder.source")}
      />
      <ProblemList problems={acts.problems} />
      <p className={style["line"]}>
        <Button type="submit" loading={acts.running}>
          {say("builder.define", { name: `${form.id} ${form.version}` })}
        </Button>
        <StateLink search={() => ({})}>{say("builder.leave")}</StateLink>
      </p>
      <p className={style["hint"]}>{say("builder.kept")}</p>
    </form>
  );
}

function FieldRow(props: {
  readonly field: ExtractionField;
  readonly set: (field: ExtractionField) => void;
  readonly language: Language;
}) {
  const say = useWords("review-appraisal");
  const { field, set, language } = props;
  const isChoice = field.kind === "choice" || field.kind === "choices";
  return (
    <>
      <div className={style["side"]}>
        <TextInput
          label={say("builder.fieldId")}
          value={field.id}
          required
          pattern="[A-Za-z0-9][A-Za-z0-9_\-]{0,39}"
          onChange={(event) => set({ ...field, id: event.currentTarget.value })}
        />
        <WordingField
          label={say("builder.label")}
          language={language}
          value={field.label}
          onChange={(label) => set({ ...field, label: label ?? {} })}
          required
        />
        <NativeSelect
          label={say("builder.kind")}
          value={field.kind}
          onChange={(event) => set({ ...field, kind: event.currentTarget.value as FieldKind })}
          data={fieldKinds.map((value) => ({ value, label: say(`kind.${value}`) }))}
        />
        <NativeSelect
          label={say("builder.fill")}
          value={field.fill ?? ""}
          onChange={(event) =>
            set({
              ...field,
              fill: event.currentTarget.value === "" ? null : (event.currentTarget.value as ProposalFill),
            })
          }
          data={[
            { value: "", label: say("fill.none") },
            ...proposalFills.map((value) => ({ value, label: say(`fill.${value}`) })),
          ]}
        />
      </div>
      <WordingField
        label={say("builder.help")}
        language={language}
        value={field.help}
        onChange={(help) => set({ ...field, help })}
      />
      <Checkbox
        label={say("builder.required")}
        checked={field.required}
        onChange={(event) => set({ ...field, required: event.currentTarget.checked })}
      />
      <Checkbox
        label={say("builder.passage")}
        checked={field.passage === "required"}
        onChange={(event) =>
          set({ ...field, passage: event.currentTarget.checked ? "required" : "optional" })
        }
      />
      {isChoice ? (
        <EditList
          title={say("builder.options")}
          items={field.options}
          add={(at) => ({ id: `option-${at + 1}`, label: {} })}
          nameOf={(option) => option.id}
          onChange={(options) => set({ ...field, options })}
          row={(option, setOption) => (
            <div className={style["side"]}>
              <TextInput
                label={say("builder.short")}
                value={option.id}
                required
                onChange={(event) => setOption({ ...option, id: event.currentTarget.value })}
              />
              <WordingField
                label={say("builder.label")}
                language={language}
                value={option.label}
                onChange={(label) => setOption({ ...option, label: label ?? {} })}
                required
              />
            </div>
          )}
        />
      ) : null}
    </>
  );
}
