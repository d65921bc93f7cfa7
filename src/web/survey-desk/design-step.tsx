// The design of each file: how its rows were drawn, each field explained, and what the population is known to be.

import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import type { StudyDesign } from "#records";
import { useWords } from "../i18n.ts";
import { type EditionDraft, type FileDraft, type KnownTotal, withFilePart } from "./edition-draft.ts";
import { NamesInput } from "./files-step.tsx";
import style from "./survey-desk.module.css";

const treatments = ["fail", "adjust", "average", "certainty", "remove"] as const;

export function DesignStep({
  draft,
  onChange,
}: {
  readonly draft: EditionDraft;
  readonly onChange: (change: (draft: EditionDraft) => EditionDraft) => void;
}) {
  const say = useWords("survey-desk");
  return (
    <div className={style["stack"]}>
      <p className={style["hint"]}>{say("design.hint")}</p>
      {draft.files.map((file) => (
        <DesignPart
          key={file.brought.name}
          file={file}
          onSet={(part) => onChange((now) => withFilePart(now, file.name, part))}
        />
      ))}
    </div>
  );
}

function DesignPart({
  file,
  onSet,
}: {
  readonly file: FileDraft;
  readonly onSet: (part: Partial<FileDraft>) => void;
}) {
  const say = useWords("survey-desk");
  const { design, knownTotals } = file;
  const list = `columns-${file.brought.sha256}`;
  const set = (part: Partial<StudyDesign>) => onSet({ design: { ...design, ...part } });
  const names = (field: "clusters" | "fpc") => (
    <NamesInput
      label={say(`design.${field}`)}
      hint={say(`design.${field}Hint`)}
      list={list}
      value={design[field]}
      onSet={(value) => set({ [field]: value })}
    />
  );
  return (
    <fieldset className={style["part"]}>
      <legend>{file.name}</legend>
      <div className={style["grid"]}>
        <TextInput
          label={say("design.weights")}
          description={say("design.weightsHint")}
          list={list}
          value={design.weights === null ? "" : String(design.weights)}
          onChange={(event) => {
            const text = event.currentTarget.value.trim();
            set({ weights: text === "" ? null : Number.isFinite(Number(text)) ? Number(text) : text });
          }}
        />
        <NamesInput
          label={say("design.strata")}
          hint={say("design.strataHint")}
          list={list}
          value={design.strata.map((name) => name ?? "-")}
          onSet={(value) => set({ strata: value.map((name) => (name === "-" ? null : name)) })}
        />
        {names("clusters")}
        {names("fpc")}
        <NativeSelect
          label={say("design.singleUnit")}
          description={say("design.singleUnitHint")}
          value={design.singleUnit}
          data={treatments.map((value) => ({ value, label: say(`single.${value}`) }))}
          onChange={(event) => set({ singleUnit: event.currentTarget.value as StudyDesign["singleUnit"] })}
        />
      </div>
      <Checkbox
        label={say("design.nested")}
        description={say("design.nestedHint")}
        checked={design.nested}
        onChange={(event) => set({ nested: event.currentTarget.checked })}
      />
      <h3>{say("design.known")}</h3>
      <p className={style["hint"]}>{say("design.knownHint")}</p>
      {knownTotals.map((known, at) => (
        <KnownTotalRow
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own
          key={at}
          known={known}
          onSet={(next) =>
            onSet({
              knownTotals:
                next === null
                  ? knownTotals.filter((_, i) => i !== at)
                  : knownTotals.map((one, i) => (i === at ? next : one)),
            })
          }
        />
      ))}
      <Button
        variant="default"
        size="xs"
        onClick={() =>
          onSet({ knownTotals: [...knownTotals, { label: "", where: {}, total: 0, source: "" }] })
        }
      >
        {say("design.addKnown")}
      </Button>
    </fieldset>
  );
}

function KnownTotalRow({
  known,
  onSet,
}: {
  readonly known: KnownTotal;
  readonly onSet: (next: KnownTotal | null) => void;
}) {
  const say = useWords("survey-desk");
  const [variable = "", code = ""] = Object.entries(known.where)[0] ?? [];
  return (
    <div className={style["row"]}>
      <TextInput
        label={say("known.label")}
        value={known.label}
        onChange={(event) => onSet({ ...known, label: event.currentTarget.value })}
      />
      <TextInput
        label={say("known.where")}
        value={variable === "" ? "" : `${variable}=${code}`}
        onChange={(event) => {
          const [name = "", ...rest] = event.currentTarget.value.split("=");
          onSet({ ...known, where: name.trim() === "" ? {} : { [name.trim()]: rest.join("=").trim() } });
        }}
      />
      <TextInput
        label={say("known.total")}
        inputMode="decimal"
        value={known.total === 0 ? "" : String(known.total)}
        onChange={(event) =>
          onSet({ ...known, total: Number(event.currentTarget.value.replace(/[\s,]/g, "")) || 0 })
        }
      />
      <TextInput
        label={say("known.source")}
        value={known.source}
        onChange={(event) => onSet({ ...known, source: event.currentTarget.value })}
      />
      <Button variant="subtle" size="xs" onClick={() => onSet(null)}>
        {say("known.drop")}
      </Button>
    </div>
  );
}
