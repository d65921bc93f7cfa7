import { Checkbox, NativeSelect } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
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
import style from "../appraisal/appraisal.module.css";
import { DefinitionForm, NameFields } from "../appraisal/definition-form.tsx";
import { EditList } from "../appraisal/edit-list.tsx";
import { emptyForm } from "../appraisal/empty-definitions.ts";
import { WordingField } from "../appraisal/wording-field.tsx";
import type { Review } from "../review-frame.tsx";

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

/** An extraction form of one's own, or a new version of one. */
export function FormBuilder(props: {
  readonly review: Review;
  readonly start: ExtractionForm | null;
  readonly isUsed: boolean;
}) {
  const say = useWords("review-appraisal");
  const navigate = useNavigate();
  const { review, start } = props;
  return (
    <DefinitionForm
      review={review}
      kind="form"
      title={say(start ? "builder.newFormVersion" : "builder.newForm")}
      start={start}
      empty={emptyForm}
      isUsed={props.isUsed}
      define={(form) => ({ kind: "form.defined", form: form as never })}
      onDone={() => navigate({ to: "/reviews/$id/extraction/form", params: { id: review.id }, search: {} })}
    >
      {(form, change, language) => (
        <EditList
          title={say("builder.fields")}
          note={say("builder.fieldsNote")}
          items={form.fields}
          add={newField}
          nameOf={(field) => field.id}
          onChange={(fields) => change({ fields })}
          row={(field, set) => <FieldRow field={field} set={set} language={language} />}
        />
      )}
    </DefinitionForm>
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
        <NameFields
          named={field}
          language={language}
          onChange={(named) => set({ ...field, ...named })}
          idLabel={say("builder.fieldId")}
          pattern="[A-Za-z0-9][A-Za-z0-9_\-]{0,39}"
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
              <NameFields
                named={option}
                language={language}
                onChange={(named) => setOption({ ...option, ...named })}
              />
            </div>
          )}
        />
      ) : null}
    </>
  );
}
