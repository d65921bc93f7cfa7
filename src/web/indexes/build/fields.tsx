// The fields of the builder: each knows its place in the definition and shows what is wrong there.

import { Checkbox, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useEffect, useState } from "react";
import type { Problem } from "#kernel";
import { useWords } from "../../i18n.ts";
import { groupLines, groupsOfLines } from "./area-groups.ts";
import {
  methodChoices,
  methodOf,
  type Parameter,
  parameterOf,
  type StepWithMethod,
  withParameter,
} from "./method-choices.ts";

/** What is wrong, by the place of the field within its node or the definition. */
export type FieldProblems = ReadonlyMap<string, readonly Problem[]>;

const errorOf = (problems: FieldProblems, field: string) => {
  const found = problems.get(field);
  return found?.length ? <span lang="en">{found.map(({ message }) => message).join(" ")}</span> : undefined;
};

type FieldProps = {
  readonly label: string;
  readonly field: string;
  readonly problems: FieldProblems;
  readonly hint?: string | undefined;
};

export function TextField({
  label,
  field,
  problems,
  hint,
  value,
  onSet,
}: FieldProps & { readonly value: unknown; readonly onSet: (value: string | undefined) => void }) {
  return (
    <TextInput
      label={label}
      description={hint}
      error={errorOf(problems, field)}
      value={typeof value === "string" ? value : value === undefined ? "" : JSON.stringify(value)}
      onChange={(event) => onSet(event.currentTarget.value || undefined)}
    />
  );
}

/** Groups of countries, a line each; what is half typed stays in the field. */
export function GroupsField({
  label,
  field,
  problems,
  hint,
  value,
  onSet,
}: FieldProps & { readonly value: unknown; readonly onSet: (value: unknown) => void }) {
  const [typed, setTyped] = useState(groupLines(value));
  useEffect(() => {
    setTyped((now) =>
      JSON.stringify(groupsOfLines(now)) === JSON.stringify(value) ? now : groupLines(value),
    );
  }, [value]);
  const found = [...problems].flatMap(([at, list]) => (at.split(".")[0] === field ? list : []));
  return (
    <Textarea
      label={label}
      description={hint}
      error={errorOf(new Map([[field, found]]), field)}
      rows={3}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onSet(groupsOfLines(event.currentTarget.value));
      }}
    />
  );
}

/** A number as it is typed; what is no number stays in the field and goes into the definition as text, where it is refused in words. */
export function NumberField({
  label,
  field,
  problems,
  hint,
  value,
  placeholder,
  onSet,
}: FieldProps & {
  readonly value: unknown;
  readonly placeholder?: string | undefined;
  readonly onSet: (value: number | string | undefined) => void;
}) {
  const [typed, setTyped] = useState(value === undefined ? "" : String(value));
  useEffect(() => {
    setTyped((now) => (numberOf(now) === value ? now : value === undefined ? "" : String(value)));
  }, [value]);
  return (
    <TextInput
      label={label}
      description={hint}
      error={errorOf(problems, field)}
      inputMode="decimal"
      value={typed}
      placeholder={placeholder}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onSet(numberOf(event.currentTarget.value));
      }}
    />
  );
}

/** A comma is a decimal point to most readers of these pages. */
function numberOf(typed: string): number | string | undefined {
  const text = typed.trim().replace(/^(-?\d*),(\d+)$/, "$1.$2");
  if (text === "") return undefined;
  const number = Number(text);
  return Number.isFinite(number) ? number : typed;
}

export function ChoiceField({
  label,
  field,
  problems,
  hint,
  value,
  choices,
  onSet,
}: FieldProps & {
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly onSet: (value: string) => void;
}) {
  return (
    <NativeSelect
      label={label}
      description={hint}
      error={errorOf(problems, field)}
      value={value}
      onChange={(event) => onSet(event.currentTarget.value)}
      data={[...choices]}
    />
  );
}

/** A step of the computation: its method, and what that method needs. */
export function MethodField({
  label,
  field,
  problems,
  step,
  value,
  otherwise,
  none = false,
  onSet,
}: FieldProps & {
  readonly step: StepWithMethod;
  readonly value: unknown;
  /** What nothing chosen means. */
  readonly otherwise: string;
  readonly none?: boolean;
  readonly onSet: (value: unknown) => void;
}) {
  const say = useWords("index-builder");
  const sayIndex = useWords("indexes");
  const nameOf = (one: string) =>
    step === "normalisation"
      ? sayIndex(`scale.${one}`)
      : step === "aggregation"
        ? sayIndex(`mean.${one}`)
        : sayIndex(`fill.${one}`);
  const method = methodOf(value);
  const choices = methodChoices[step];
  const chosen = choices.find((one) => one.method === method);
  return (
    <fieldset className="build-step">
      <legend className="visually-hidden">{label}</legend>
      <ChoiceField
        label={label}
        field={field}
        problems={problems}
        value={method}
        choices={[
          { value: "", label: otherwise },
          ...(none ? [{ value: "none", label: say("method.none") }] : []),
          ...choices.map((one) => ({ value: one.method, label: nameOf(one.method) })),
        ]}
        onSet={(next) => onSet(next === "" ? undefined : next)}
      />
      {chosen?.parameters.map((parameter) => (
        <ParameterField
          key={`${method} ${parameter.key}`}
          parameter={parameter}
          nameOf={nameOf}
          field={`${field}.${parameter.key}`}
          problems={problems}
          value={parameterOf(value, parameter.key)}
          onSet={(given) => onSet(withParameter(value, parameter.key, given))}
        />
      ))}
    </fieldset>
  );
}

function ParameterField({
  parameter,
  nameOf,
  field,
  problems,
  value,
  onSet,
}: {
  readonly parameter: Parameter;
  readonly nameOf: (method: string) => string;
  readonly field: string;
  readonly problems: FieldProblems;
  readonly value: unknown;
  readonly onSet: (value: unknown) => void;
}) {
  const say = useWords("index-builder");
  const label = say(`parameter.${parameter.key}`);
  if (parameter.kind === "truth")
    return (
      <Checkbox
        label={label}
        checked={(value ?? parameter.standard) === true}
        onChange={(event) =>
          onSet(event.currentTarget.checked === parameter.standard ? undefined : event.currentTarget.checked)
        }
      />
    );
  if (parameter.kind === "method")
    return (
      <ChoiceField
        label={label}
        field={field}
        problems={problems}
        value={typeof value === "string" ? value : ""}
        choices={[
          { value: "", label: say("method.none") },
          ...(parameter.methods ?? []).map((method) => ({ value: method, label: nameOf(method) })),
        ]}
        onSet={(next) => onSet(next || undefined)}
      />
    );
  if (parameter.kind === "text")
    return <TextField label={label} field={field} problems={problems} value={value} onSet={onSet} />;
  return (
    <NumberField
      label={label}
      field={field}
      problems={problems}
      value={value}
      placeholder={parameter.standard === undefined ? undefined : String(parameter.standard)}
      onSet={onSet}
    />
  );
}
