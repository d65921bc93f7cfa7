import { Checkbox, NativeSelect, Radio, Textarea, TextInput } from "@mantine/core";
import { type CellValue, cellMissings, type ExtractionCell, type ExtractionField } from "#records";
import { useWords } from "../../i18n.ts";
import style from "../appraisal/appraisal.module.css";
import type { BenchTools } from "../appraisal/bench.tsx";
import { PassageField } from "../appraisal/passage-field.tsx";
import { useWording } from "../appraisal/wording.ts";

const blank: ExtractionCell = { value: null, missing: null, anchor: null, typed: null, note: null };

/** Nothing left of it: the cell is empty, which is not the same as "not reported". */
const orNone = (cell: ExtractionCell): ExtractionCell | null =>
  cell.value === null && cell.missing === null && !cell.anchor && !cell.typed && !cell.note ? null : cell;

/** One field: its value by its kind, or why there is none, with its own passage and a note. */
export function CellInput(props: {
  readonly field: ExtractionField;
  readonly cell: ExtractionCell | undefined;
  /** Whether the row has a passage that stands for its cells. */
  readonly rowHasPassage: boolean;
  readonly tools: BenchTools;
  readonly onChange: (cell: ExtractionCell | null) => void;
}) {
  const say = useWords("review-appraisal");
  const word = useWording();
  const { field, cell = blank, tools } = props;
  const set = (part: Partial<ExtractionCell>) => props.onChange(orNone({ ...cell, ...part }));
  const setValue = (value: CellValue | null) => set({ value, missing: value === null ? cell.missing : null });
  return (
    <fieldset className={style["item"]}>
      <legend>
        {word(field.label)}{" "}
        <span className={style["hint"]}>
          {[
            field.required ? say("field.required") : null,
            field.passage === "required" && !props.rowHasPassage ? say("field.passageNeeded") : null,
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </legend>
      {field.help ? <p className={style["hint"]}>{word(field.help)}</p> : null}
      <ValueInput field={field} value={cell.value} onChange={setValue} />
      <div className={style["side"]}>
        <NativeSelect
          size="xs"
          aria-label={say("field.missingOf", { field: word(field.label) })}
          value={cell.missing ?? ""}
          onChange={(event) => {
            const missing = event.currentTarget.value === "" ? null : (event.currentTarget.value as never);
            set(missing === null ? { missing } : { missing, value: null });
          }}
          data={[
            { value: "", label: say(cell.value === null ? "missing.empty" : "missing.hasValue") },
            ...cellMissings.map((value) => ({ value, label: say(`missing.${value}`) })),
          ]}
        />
        <TextInput
          size="xs"
          aria-label={say("field.noteOf", { field: word(field.label) })}
          placeholder={say("field.note")}
          value={cell.note ?? ""}
          onChange={(event) =>
            set({ note: event.currentTarget.value === "" ? null : event.currentTarget.value })
          }
        />
      </div>
      {cell.value === null && !cell.anchor && !cell.typed ? null : (
        <PassageField
          passage={cell}
          marked={tools.marked}
          hasText={tools.hasText}
          of={word(field.label)}
          onShow={tools.show}
          onChange={({ anchor, typed }) => set({ anchor, typed })}
        />
      )}
    </fieldset>
  );
}

function ValueInput(props: {
  readonly field: ExtractionField;
  readonly value: CellValue | null;
  readonly onChange: (value: CellValue | null) => void;
}) {
  const say = useWords("review-appraisal");
  const word = useWording();
  const { field, value, onChange } = props;
  const label = word(field.label);
  switch (field.kind) {
    case "text":
      return (
        <Textarea
          aria-label={label}
          autosize
          minRows={1}
          maxRows={12}
          value={typeof value === "string" ? value : ""}
          onChange={(event) => onChange(event.currentTarget.value === "" ? null : event.currentTarget.value)}
        />
      );
    case "choice":
      return (
        <NativeSelect
          aria-label={label}
          value={typeof value === "string" ? value : ""}
          onChange={(event) => onChange(event.currentTarget.value === "" ? null : event.currentTarget.value)}
          data={[
            { value: "", label: say("field.choose") },
            ...field.options.map((one) => ({ value: one.id, label: word(one.label) })),
          ]}
        />
      );
    case "choices": {
      const chosen: readonly string[] = typeof value === "object" && value !== null ? value : [];
      return (
        <details open={field.options.length <= 8 || undefined}>
          <summary>
            {chosen.length === 0
              ? say("field.chooseSome", { count: field.options.length })
              : chosen
                  .map((id) => word(field.options.find((one) => one.id === id)?.label ?? null) || id)
                  .join("; ")}
          </summary>
          <div className={style["steps"]}>
            {field.options.map((one) => (
              <Checkbox
                key={one.id}
                size="xs"
                label={word(one.label)}
                checked={chosen.includes(one.id)}
                onChange={(event) => {
                  const next = event.currentTarget.checked
                    ? [...chosen, one.id]
                    : chosen.filter((id) => id !== one.id);
                  onChange(next.length === 0 ? null : next);
                }}
              />
            ))}
          </div>
        </details>
      );
    }
    case "number":
      return (
        <TextInput
          aria-label={label}
          type="number"
          step="any"
          value={typeof value === "number" ? String(value) : ""}
          onChange={(event) =>
            onChange(event.currentTarget.value === "" ? null : Number(event.currentTarget.value))
          }
        />
      );
    case "date":
      return (
        <TextInput
          aria-label={label}
          placeholder="2020-01-24"
          pattern="[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
          value={typeof value === "string" ? value : ""}
          onChange={(event) => onChange(event.currentTarget.value === "" ? null : event.currentTarget.value)}
        />
      );
    case "yes-no":
      return (
        <div className={style["steps"]}>
          {([true, false] as const).map((one) => (
            <Radio
              key={String(one)}
              name={`field-${field.id}`}
              label={say(one ? "yes" : "no")}
              checked={value === one}
              onChange={() => onChange(one)}
            />
          ))}
        </div>
      );
  }
}
