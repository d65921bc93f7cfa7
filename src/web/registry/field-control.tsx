import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useId, useState } from "react";
import { areaName, areas, findArea, type Localised, languages } from "#kernel";
import { type RelationKind, relationKinds } from "#records";
import { useLanguage, useWords } from "../i18n.ts";
import { linesOf, moneyOf, type RecordField, typed } from "./record-fields.ts";
import style from "./registry.module.css";
import { inLanguage, useVocabularies } from "./use-terms.ts";

type Control = {
  readonly value: unknown;
  /** `undefined` = what is typed cannot be stored; the control says why. */
  readonly onChange: (value: unknown) => void;
};

const datePattern = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** The control for one field of a record; what it gives back is what the API takes. */
export function FieldControl({ field, value, onChange }: Control & { readonly field: RecordField }) {
  const say = useWords("registry");
  const label = say(`field.${field.name}`);
  switch (field.kind) {
    case "choice":
      return <Choice field={field} label={label} value={value} onChange={onChange} />;
    case "terms":
      return <Terms vocabulary={field.vocabulary} label={label} value={value} onChange={onChange} />;
    case "languages":
      return <Languages label={label} value={value} onChange={onChange} />;
    case "relations":
      return <Relations label={label} value={value} onChange={onChange} />;
    case "countries":
      return <Countries label={label} value={value} onChange={onChange} />;
    case "lines":
      return (
        <Typed
          long
          label={label}
          description={say("hint.lines")}
          text={Array.isArray(value) ? value.join("\n") : ""}
          read={linesOf}
          onChange={onChange}
        />
      );
    case "money":
      return (
        <Typed
          label={label}
          description={say("hint.money")}
          error={say("error.money")}
          text={(value as { readonly printed?: string } | null)?.printed ?? ""}
          read={moneyOf}
          onChange={onChange}
        />
      );
    case "year":
      return (
        <Typed
          label={label}
          error={say("error.year")}
          text={value === null || value === undefined ? "" : String(value)}
          read={(text) => {
            if (text.trim() === "") return null;
            return /^(19|20|21)\d\d$/.test(text.trim()) ? Number(text) : undefined;
          }}
          onChange={onChange}
        />
      );
    case "date":
      return (
        <Typed
          label={label}
          description={say("hint.date")}
          error={say("error.date")}
          text={String(value ?? "")}
          read={(text) => {
            const date = typed(text);
            return date === null || datePattern.test(date) ? date : undefined;
          }}
          onChange={onChange}
        />
      );
    case "address":
      return (
        <Typed
          label={label}
          error={say("error.address")}
          text={String(value ?? "")}
          read={(text) => {
            const address = typed(text);
            return address === null || /^https?:\/\/\S+\.\S+$/i.test(address) ? address : undefined;
          }}
          onChange={onChange}
        />
      );
    default:
      return (
        <Typed
          long={field.kind === "long"}
          label={label}
          error={say("error.empty")}
          text={String(value ?? "")}
          read={(text) => (field.name === "title" ? (typed(text) ?? undefined) : typed(text))}
          onChange={onChange}
        />
      );
  }
}

function Typed(props: {
  readonly label: string;
  readonly description?: string;
  readonly error?: string;
  readonly long?: boolean;
  readonly text: string;
  readonly read: (text: string) => unknown;
  readonly onChange: (value: unknown) => void;
}) {
  const [text, setText] = useState(props.text);
  const wrong = props.read(text) === undefined;
  const Input = props.long ? Textarea : TextInput;
  return (
    <Input
      label={props.label}
      description={props.description}
      error={wrong ? props.error : undefined}
      value={text}
      {...(props.long ? { rows: Math.min(8, Math.max(2, Math.ceil(text.length / 70))) } : {})}
      onChange={(event) => {
        setText(event.currentTarget.value);
        props.onChange(props.read(event.currentTarget.value));
      }}
    />
  );
}

function Choice({
  field,
  label,
  value,
  onChange,
}: Control & { readonly field: RecordField & { readonly kind: "choice" }; readonly label: string }) {
  const say = useWords("registry");
  const term = useWords("terms");
  const word = (code: string) =>
    field.area === "status"
      ? say(`status.${code}`)
      : field.area === "response"
        ? say(`response.${code}`)
        : term(`${field.area}.${code}`);
  return (
    <NativeSelect
      label={label}
      value={String(value ?? "")}
      onChange={(event) => onChange(event.currentTarget.value || null)}
      data={[
        { value: "", label: term("notStated") },
        ...field.values.map((code) => ({ value: code, label: word(code) })),
      ]}
    />
  );
}

function Terms({
  vocabulary,
  label,
  value,
  onChange,
}: Control & { readonly vocabulary: string; readonly label: string }) {
  const language = useLanguage();
  const known = useVocabularies().get(vocabulary);
  const chosen = Array.isArray(value) ? (value as readonly string[]) : [];
  const offered = (known?.terms ?? []).filter((term) => !term.isRetired || chosen.includes(term.code));
  const others = chosen.filter((code) => !offered.some((term) => term.code === code));
  const term = (one: (typeof offered)[number]) =>
    (vocabulary === "sdg-target" ? `${one.code} ` : "") + inLanguage(one.label as Localised, language);
  return (
    <Boxes
      label={label}
      chosen={chosen}
      onChange={onChange}
      boxes={[
        ...offered.map((one) => ({ code: one.code, text: term(one) })),
        ...others.map((code) => ({ code, text: code })),
      ]}
    />
  );
}

function Languages({ label, value, onChange }: Control & { readonly label: string }) {
  const term = useWords("terms");
  return (
    <Boxes
      label={label}
      chosen={Array.isArray(value) ? (value as readonly string[]) : []}
      onChange={onChange}
      boxes={languages.map((code) => ({ code, text: term(`language.${code}`) }))}
    />
  );
}

/** Several of a list, each with a box to tick. */
function Boxes(props: {
  readonly label: string;
  readonly chosen: readonly string[];
  readonly boxes: readonly { readonly code: string; readonly text: string }[];
  readonly onChange: (chosen: readonly string[]) => void;
}) {
  const turn = (code: string, on: boolean) =>
    props.onChange(on ? [...props.chosen, code] : props.chosen.filter((one) => one !== code));
  return (
    <fieldset className={style["terms"]}>
      <legend>{props.label}</legend>
      <ul>
        {props.boxes.map(({ code, text }) => (
          <li key={code}>
            <label>
              <input
                type="checkbox"
                checked={props.chosen.includes(code)}
                onChange={(event) => turn(code, event.currentTarget.checked)}
              />{" "}
              {text}
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function Countries({ label, value, onChange }: Control & { readonly label: string }) {
  const say = useWords("registry");
  const language = useLanguage();
  const list = useId();
  const [text, setText] = useState("");
  const chosen = Array.isArray(value) ? (value as readonly string[]) : [];
  const area = text.trim() === "" ? null : findArea(text);
  const found = area && area.kind !== "region" ? area : null;
  const add = () => {
    if (!found) return;
    onChange([...new Set([...chosen, found.code])]);
    setText("");
  };
  return (
    <fieldset className={style["terms"]}>
      <legend>{label}</legend>
      <ul className={style["chips"]}>
        {chosen.map((code) => (
          <li key={code}>
            {areaName(code, language)}{" "}
            <Button
              variant="default"
              size="compact-sm"
              onClick={() => onChange(chosen.filter((one) => one !== code))}
            >
              {say("takeAway")}
              <span className="visually-hidden"> {areaName(code, language)}</span>
            </Button>
          </li>
        ))}
      </ul>
      <div className={style["addLine"]}>
        <TextInput
          label={say("addCountry")}
          list={list}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            add();
          }}
        />
        <Button variant="default" onClick={add} disabled={!found}>
          {say("add")}
        </Button>
      </div>
      <datalist id={list}>
        {areas
          .filter(({ kind }) => kind !== "region")
          .map(({ code }) => (
            <option key={code} value={areaName(code, language)} />
          ))}
      </datalist>
      {text && !found ? <p className={style["hint"]}>{say("hint.country")}</p> : null}
    </fieldset>
  );
}

type Relation = { readonly kind: RelationKind; readonly to: string; readonly note: string | null };

/** What the evaluation has to do with others: mid-term of, covered by, used in a review. */
function Relations({ label, value, onChange }: Control & { readonly label: string }) {
  const say = useWords("registry");
  const [kind, setKind] = useState<RelationKind>("same-project");
  const [to, setTo] = useState("");
  const [note, setNote] = useState("");
  const chosen = Array.isArray(value) ? (value as readonly Relation[]) : [];
  const add = () => {
    onChange([...chosen, { kind, to: to.trim(), note: note.trim() || null }]);
    setTo("");
    setNote("");
  };
  return (
    <fieldset className={style["terms"]}>
      <legend>{label}</legend>
      <ul className={style["chips"]}>
        {chosen.map((one, at) => (
          <li key={`${one.kind} ${one.to}`}>
            {say(`relation.${one.kind}`)} {one.to}
            {one.note ? ` (${one.note})` : null}{" "}
            <Button
              variant="default"
              size="compact-sm"
              onClick={() => onChange(chosen.filter((_, place) => place !== at))}
            >
              {say("takeAway")}
              <span className="visually-hidden"> {one.to}</span>
            </Button>
          </li>
        ))}
      </ul>
      <div className={style["addLine"]}>
        <NativeSelect
          label={say("relation.kind")}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as RelationKind)}
          data={relationKinds.map((one) => ({ value: one, label: say(`relation.${one}`) }))}
        />
        <TextInput
          label={say("relation.to")}
          description={say("relation.toHint")}
          value={to}
          maxLength={300}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
        <TextInput
          label={say("relation.note")}
          value={note}
          maxLength={500}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Button variant="default" onClick={add} disabled={to.trim() === ""}>
          {say("add")}
          <span className="visually-hidden"> {label}</span>
        </Button>
      </div>
    </fieldset>
  );
}
