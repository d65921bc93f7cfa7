// The first step: files of rows, what a row of each is, what names it, and the file around it.

import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useRef, useState } from "react";
import { routes } from "#contract";
import { problem } from "#kernel";
import { analysisUnits } from "#records";
import { callApi } from "../api.ts";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { ProblemList, type ProblemShown } from "../shared/problem-list.tsx";
import {
  type EditionDraft,
  type FileDraft,
  namesIn,
  withFile,
  withFilePart,
  withoutFile,
} from "./edition-draft.ts";
import style from "./survey-desk.module.css";

type Props = {
  readonly study: string;
  readonly draft: EditionDraft;
  readonly onChange: (change: (draft: EditionDraft) => EditionDraft) => void;
};

export function FilesStep({ study, draft, onChange }: Props) {
  const say = useWords("survey-desk");
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [problems, setProblems] = useState<readonly ProblemShown[]>([]);
  const bring = async () => {
    const found: ProblemShown[] = [];
    for (const file of input.current?.files ?? []) {
      setBusy(file.name);
      const answer = await callApi(routes.uploadMicrodata, {
        params: { id: study },
        query: { name: file.name },
        upload: file,
      }).catch(() => ({
        ok: false as const,
        problems: [problem("web.file-unreadable", say("files.unreadable", { name: file.name }))],
      }));
      if (answer.ok) {
        onChange((now) => withFile(now, answer.value));
        found.push(...answer.value.warnings);
      } else found.push(...answer.problems);
    }
    setBusy(null);
    setProblems(found);
    if (input.current) input.current.value = "";
  };
  return (
    <div className={style["stack"]}>
      <p className={style["hint"]}>{say("files.hint")}</p>
      <div>
        <label className={style["label"]} htmlFor="microdata-files">
          {say("files.choose")}
        </label>
        <input
          id="microdata-files"
          ref={input}
          type="file"
          multiple
          accept=".csv,.tsv,.txt,.xlsx,.parquet,.sav,.dta"
          className={style["file"]}
          disabled={busy !== null}
          onChange={() => void bring()}
        />
      </div>
      <p role="status">{busy === null ? "" : say("files.reading", { name: busy })}</p>
      <ProblemList problems={problems} />
      {draft.files.map((file) => (
        <FilePart key={file.brought.name} file={file} draft={draft} onChange={onChange} />
      ))}
    </div>
  );
}

function FilePart({
  file,
  draft,
  onChange,
}: Omit<Props, "study"> & {
  readonly file: FileDraft;
}) {
  const say = useWords("survey-desk");
  const sayStudy = useWords("surveys");
  const format = useFormat();
  const { brought, name } = file;
  const set = (part: Partial<FileDraft>) => onChange((now) => withFilePart(now, name, part));
  const others = draft.files.filter((one) => one !== file);
  const columns = `columns-${brought.sha256}`;
  return (
    <fieldset className={style["part"]}>
      <legend>{brought.name}</legend>
      <p className={style["hint"]}>
        {say("files.read", {
          format: brought.format,
          rows: format.number(brought.rows),
          columns: format.number(brought.columns.length),
        })}
      </p>
      <ProblemList problems={brought.warnings} warnings />
      <datalist id={columns}>
        {brought.columns.map((column) => (
          <option key={column.name} value={column.name} />
        ))}
      </datalist>
      <div className={style["grid"]}>
        <FileName name={name} others={others.map((one) => one.name)} onName={(next) => set({ name: next })} />
        <NativeSelect
          label={say("files.unit")}
          description={say("files.unitHint")}
          value={file.unit}
          data={analysisUnits.map((unit) => ({ value: unit, label: sayStudy(`unit.${unit}`) }))}
          onChange={(event) => set({ unit: event.currentTarget.value as FileDraft["unit"] })}
        />
        <NamesInput
          label={say("files.key")}
          hint={say("files.keyHint")}
          list={columns}
          value={file.key}
          onSet={(key) => set({ key })}
        />
        <NativeSelect
          label={say("files.parent")}
          description={say("files.parentHint")}
          value={file.parent?.file ?? ""}
          disabled={others.length === 0}
          data={[
            { value: "", label: say(others.length === 0 ? "files.noOther" : "files.noParent") },
            ...others.map((one) => ({ value: one.name, label: one.name })),
          ]}
          onChange={(event) => {
            const above = others.find((one) => one.name === event.currentTarget.value);
            set({ parent: above === undefined ? null : { file: above.name, by: above.key } });
          }}
        />
        {file.parent === null ? null : (
          <NamesInput
            label={say("files.by")}
            hint={say("files.byHint", { file: file.parent.file })}
            list={columns}
            value={file.parent.by}
            onSet={(by) => set({ parent: { file: file.parent?.file ?? "", by } })}
          />
        )}
      </div>
      <Button variant="subtle" size="xs" onClick={() => onChange((now) => withoutFile(now, name))}>
        {say("files.drop", { name: brought.name })}
      </Button>
    </fieldset>
  );
}

/** The name of a file, taken over once it is typed: while two were called the same they would become one. */
function FileName({
  name,
  others,
  onName,
}: {
  readonly name: string;
  readonly others: readonly string[];
  readonly onName: (name: string) => void;
}) {
  const say = useWords("survey-desk");
  const [typed, setTyped] = useState(name);
  const plain = typed.trim();
  const isFree = plain !== "" && !others.includes(plain);
  return (
    <TextInput
      label={say("files.name")}
      description={say("files.nameHint")}
      error={isFree ? undefined : say("files.nameTaken", { name })}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => {
        if (isFree && plain !== name) onName(plain);
      }}
    />
  );
}

/** Names of columns, typed or chosen, parted by commas. */
export function NamesInput({
  label,
  hint,
  list,
  value,
  onSet,
}: {
  readonly label: string;
  readonly hint: string;
  readonly list: string;
  readonly value: readonly string[];
  readonly onSet: (names: readonly string[]) => void;
}) {
  const [typed, setTyped] = useState(value.join(", "));
  const shown = namesIn(typed).join(",") === value.join(",") ? typed : value.join(", ");
  return (
    <TextInput
      label={label}
      description={hint}
      list={list}
      value={shown}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onSet(namesIn(event.currentTarget.value));
      }}
    />
  );
}
