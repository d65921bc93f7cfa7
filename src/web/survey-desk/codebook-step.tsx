// The dictionary: what each column is, proposed from the file and corrected here.

import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import type { MissingReason } from "#kernel";
import { missingReasons } from "#kernel";
import { questionAngles, type StudyVariable, securityDimensions, variableKinds } from "#records";
import { folded } from "../folded.ts";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { useStudyWords } from "../surveys/use-study-words.ts";
import { type EditionDraft, withVariable } from "./edition-draft.ts";
import style from "./survey-desk.module.css";

const pageSize = 40;

export function CodebookStep({
  draft,
  onChange,
}: {
  readonly draft: EditionDraft;
  readonly onChange: (change: (draft: EditionDraft) => EditionDraft) => void;
}) {
  const say = useWords("survey-desk");
  const format = useFormat();
  const [looked, setLooked] = useState("");
  const [shown, setShown] = useState(pageSize);
  const [open, setOpen] = useState<string | null>(null);
  const found = draft.variables.filter((one) =>
    folded(`${one.name} ${one.label.en} ${one.kind}`).includes(folded(looked)),
  );
  return (
    <div className={style["stack"]}>
      <p className={style["hint"]}>{say("codebook.hint")}</p>
      <TextInput
        label={say("codebook.look")}
        value={looked}
        onChange={(event) => {
          setLooked(event.currentTarget.value);
          setShown(pageSize);
        }}
      />
      <p role="status">
        {say("codebook.count", {
          count: found.length,
          tables: draft.variables.filter((v) => v.forTables).length,
        })}
      </p>
      <ul className={style["list"]}>
        {found.slice(0, shown).map((variable) => {
          const id = `${variable.file}.${variable.name}`;
          return (
            <li key={id}>
              <VariableRow
                variable={variable}
                isOpen={open === id}
                onOpen={() => setOpen(open === id ? null : id)}
                onSet={(part) => onChange((now) => withVariable(now, variable, part))}
              />
            </li>
          );
        })}
      </ul>
      {found.length > shown ? (
        <Button variant="default" onClick={() => setShown(shown + pageSize)}>
          {say("codebook.more", { count: format.number(found.length - shown) })}
        </Button>
      ) : null}
    </div>
  );
}

function VariableRow({
  variable,
  isOpen,
  onOpen,
  onSet,
}: {
  readonly variable: StudyVariable;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onSet: (part: Partial<StudyVariable>) => void;
}) {
  const say = useWords("survey-desk");
  const language = useLanguage();
  const name = `${variable.file}.${variable.name}`;
  return (
    <>
      <div className={style["row"]}>
        <span className={style["code"]}>{name}</span>
        <TextInput
          aria-label={say("codebook.label", { name })}
          value={variable.label[language] ?? variable.label.en}
          onChange={(event) => onSet({ label: { ...variable.label, [language]: event.currentTarget.value } })}
        />
        <NativeSelect
          aria-label={say("codebook.kind", { name })}
          value={variable.kind}
          data={variableKinds.map((kind) => ({ value: kind, label: say(`kind.${kind}`) }))}
          onChange={(event) => {
            const kind = event.currentTarget.value as StudyVariable["kind"];
            onSet({ kind, forTables: kind === "categorical" && variable.forTables });
          }}
        />
        <Checkbox
          label={say("codebook.forTables")}
          aria-label={`${say("codebook.forTables")}: ${name}`}
          disabled={variable.kind !== "categorical"}
          {...(variable.kind === "categorical" ? {} : { title: say("codebook.onlyCategories") })}
          checked={variable.forTables}
          onChange={(event) => onSet({ forTables: event.currentTarget.checked })}
        />
        <Button variant="subtle" size="xs" aria-expanded={isOpen} onClick={onOpen}>
          {say(isOpen ? "codebook.close" : "codebook.open", { name: variable.name })}
        </Button>
      </div>
      {isOpen ? <VariableParts variable={variable} onSet={onSet} /> : null}
    </>
  );
}

function VariableParts({
  variable,
  onSet,
}: {
  readonly variable: StudyVariable;
  readonly onSet: (part: Partial<StudyVariable>) => void;
}) {
  const say = useWords("survey-desk");
  const sayStudy = useWords("surveys");
  const { dimension } = useStudyWords();
  const language = useLanguage();
  const text = (field: "question" | "universe") => (
    <TextInput
      label={say(`codebook.${field}`)}
      value={variable[field]?.[language] ?? variable[field]?.en ?? ""}
      onChange={(event) => {
        const value = event.currentTarget.value;
        const before = variable[field];
        onSet({ [field]: value === "" ? null : { en: value, ...before, [language]: value } });
      }}
    />
  );
  const { place } = variable;
  const placed = place ?? { dimension: "basic", angle: "actual", nature: "objective" };
  return (
    <div className={style["part"]}>
      <div className={style["grid"]}>
        {text("question")}
        {text("universe")}
        <TextInput
          label={say("codebook.unit")}
          value={variable.unit ?? ""}
          onChange={(event) => onSet({ unit: event.currentTarget.value || null })}
        />
        <TextInput
          label={say("codebook.concept")}
          description={say("codebook.conceptHint")}
          list="concepts"
          value={variable.concept ?? ""}
          onChange={(event) => onSet({ concept: event.currentTarget.value.trim() || null })}
        />
        <NativeSelect
          label={say("codebook.dimension")}
          value={place?.dimension ?? ""}
          data={[
            { value: "", label: say("codebook.noPlace") },
            ...securityDimensions.map((value) => ({ value, label: dimension(value) })),
          ]}
          onChange={(event) =>
            onSet({
              place:
                event.currentTarget.value === ""
                  ? null
                  : ({ ...placed, dimension: event.currentTarget.value } as StudyVariable["place"]),
            })
          }
        />
        {place === null ? null : (
          <>
            <NativeSelect
              label={say("codebook.angle")}
              value={place.angle}
              data={questionAngles.map((value) => ({ value, label: sayStudy(`angle.${value}`) }))}
              onChange={(event) =>
                onSet({ place: { ...place, angle: event.currentTarget.value as typeof place.angle } })
              }
            />
            <NativeSelect
              label={say("codebook.nature")}
              value={place.nature}
              data={(["objective", "subjective"] as const).map((value) => ({
                value,
                label: sayStudy(`nature.${value}`),
              }))}
              onChange={(event) =>
                onSet({ place: { ...place, nature: event.currentTarget.value as typeof place.nature } })
              }
            />
          </>
        )}
      </div>
      {variable.categories.length === 0 ? null : (
        <div className={style["scroll"]}>
          <table className={style["table"]}>
            <caption className="visually-hidden">
              {say("codebook.categories", { name: variable.name })}
            </caption>
            <thead>
              <tr>
                <th scope="col">{say("codebook.code")}</th>
                <th scope="col">{say("codebook.meaning")}</th>
                <th scope="col">{say("codebook.missing")}</th>
              </tr>
            </thead>
            <tbody>
              {variable.categories.map((category, at) => {
                const set = (part: Partial<typeof category>) =>
                  onSet({
                    categories: variable.categories.map((one, i) => (i === at ? { ...one, ...part } : one)),
                  });
                return (
                  <tr key={category.code}>
                    <th scope="row" className={style["code"]}>
                      {category.code}
                    </th>
                    <td>
                      <TextInput
                        aria-label={say("codebook.meaningOf", { code: category.code })}
                        value={category.label[language] ?? category.label.en}
                        onChange={(event) =>
                          set({ label: { ...category.label, [language]: event.currentTarget.value } })
                        }
                      />
                    </td>
                    <td>
                      <NativeSelect
                        aria-label={say("codebook.missingOf", { code: category.code })}
                        value={category.missing ?? ""}
                        data={[
                          { value: "", label: say("codebook.answer") },
                          ...missingReasons.map((reason) => ({
                            value: reason,
                            label: say(`missing.${reason}`),
                          })),
                        ]}
                        onChange={(event) =>
                          set({ missing: (event.currentTarget.value || null) as MissingReason | null })
                        }
                      />
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      <datalist id="concepts">
        {["sex", "age-group", "region", "urban-rural", "sector", "size", "income"].map((concept) => (
          <option key={concept} value={concept} />
        ))}
      </datalist>
    </div>
  );
}
