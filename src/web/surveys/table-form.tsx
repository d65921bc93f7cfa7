import { NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { tableStatistics } from "#records";
import { folded } from "../folded.ts";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { inLanguage } from "../indexes/names.ts";
import type { StudyAnswer, StudyTable, StudyVariable } from "./answers.ts";
import type { TableState } from "./search-params.ts";
import style from "./surveys.module.css";
import {
  type ChoiceGroup,
  choicesFor,
  fittingStatistic,
  type TablePlace,
  variablesIn,
  whyNoStatistic,
} from "./table-choices.ts";
import { useStudyWords } from "./use-study-words.ts";

const confidences = [0.9, 0.95, 0.99];
/** Longer lists get a field to look for a variable in. */
const mostWithoutField = 20;

/** The question of a table: what of whom, by what. Every choice goes into the address at once. */
export function TableForm({
  found,
  variables,
  state,
  table,
  change,
}: {
  readonly found: StudyAnswer;
  readonly variables: readonly StudyVariable[];
  readonly state: TableState;
  /** The answer, which tells what stands in the columns where the address says nothing. */
  readonly table: StudyTable | undefined;
  readonly change: (part: Partial<TableState>) => void;
}) {
  const say = useWords("survey-tables");
  const format = useFormat();
  const language = useLanguage();
  const file = state.file ?? found.files[0]?.name ?? "";
  const own = variablesIn(variables, found.files, file);
  const isProtected = !found.may.microdata;
  const measured = own.find(({ name }) => name === state.variable);
  const statistic = state.statistic ?? "share";
  const subset = own.find(({ name }) => name === state.subset);
  const groups = (place: TablePlace) => choicesFor(place, own, state, isProtected);
  const columns = state.columns ?? table?.columns?.variable ?? "";
  return (
    <div className={style["form"]} data-print="hide">
      <div className={style["fields"]}>
        {found.files.length > 1 ? (
          <NativeSelect
            label={say("form.file")}
            value={file}
            onChange={(event) =>
              change({
                file: event.currentTarget.value,
                variable: undefined,
                rows: undefined,
                columns: undefined,
                subset: undefined,
                only: undefined,
                level: undefined,
              })
            }
            data={found.files.map(({ name, unit }) => ({
              value: name,
              label: say("form.fileOf", { name, units: say(`units.${unit}`) }),
            }))}
          />
        ) : null}
        <VariableSelect
          label={say("form.variable")}
          value={state.variable ?? ""}
          empty={say("form.noVariable")}
          groups={groups("variable")}
          onChange={(name) => {
            const next = own.find((one) => one.name === name);
            change({
              variable: name,
              level: undefined,
              statistic: next === undefined ? "count" : fittingStatistic(statistic, next),
            });
          }}
        />
        <NativeSelect
          label={say("form.statistic")}
          value={statistic}
          onChange={(event) => {
            const next = tableStatistics.find((one) => one === event.currentTarget.value);
            change({ statistic: next });
          }}
        >
          {tableStatistics.map((one) => {
            const why = whyNoStatistic(one, measured);
            return (
              <option key={one} value={one} disabled={why !== null}>
                {say(`statistic.${one}`)}
                {why === null ? "" : ` (${say(`statistic.why.${why}`)})`}
              </option>
            );
          })}
        </NativeSelect>
        <VariableSelect
          label={say("form.rows")}
          value={state.rows ?? ""}
          empty={say("form.none")}
          groups={groups("rows")}
          onChange={(rows) => change({ rows })}
        />
        <VariableSelect
          label={say("form.columns")}
          value={columns === "none" ? "" : columns}
          empty={say("form.none")}
          groups={groups("columns")}
          onChange={(name) => change({ columns: name ?? "none" })}
        />
        <VariableSelect
          label={say("form.subset")}
          value={state.subset ?? ""}
          empty={say("form.everybody")}
          groups={groups("subset")}
          onChange={(name) => {
            const next = own.find((one) => one.name === name);
            change({ subset: name, only: next?.categories.find(({ missing }) => missing === null)?.code });
          }}
        />
        {subset ? (
          <NativeSelect
            label={say("form.only")}
            value={state.only ?? ""}
            onChange={(event) => change({ only: event.currentTarget.value })}
            data={subset.categories.map(({ code, label }) => ({
              value: code,
              label: inLanguage(label, language),
            }))}
          />
        ) : null}
        <NativeSelect
          label={say("form.confidence")}
          value={String(state.confidence ?? 0.95)}
          onChange={(event) => {
            const next = Number(event.currentTarget.value);
            change({ confidence: next === 0.95 ? undefined : next });
          }}
          data={confidences.map((one) => ({ value: String(one), label: format.percent(one, 1) }))}
        />
      </div>
      {isProtected ? <p className={style["hint"]}>{say("form.protected")}</p> : null}
    </div>
  );
}

function VariableSelect({
  label,
  value,
  empty,
  groups,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  /** The words for no variable. */
  readonly empty: string;
  readonly groups: readonly ChoiceGroup[];
  readonly onChange: (name: string | undefined) => void;
}) {
  const say = useWords("survey-tables");
  const catalogue = useWords("surveys");
  const words = useStudyWords();
  const language = useLanguage();
  const [sought, setSought] = useState("");
  const many = groups.reduce((sum, { choices }) => sum + choices.length, 0) > mostWithoutField;
  const wanted = folded(sought);
  return (
    <div>
      <NativeSelect
        label={label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value || undefined)}
      >
        <option value="">{empty}</option>
        {groups.map(({ section, choices }) => (
          <optgroup
            key={section}
            label={
              section.startsWith("kind.")
                ? catalogue(`section.${section.slice(5)}`)
                : words.dimension(section)
            }
          >
            {choices
              .filter(
                ({ variable }) =>
                  variable.name === value ||
                  folded(`${variable.name} ${inLanguage(variable.label, language)}`).includes(wanted),
              )
              .map(({ variable, why }) => (
                <option
                  key={variable.name}
                  value={variable.name}
                  disabled={why !== null && variable.name !== value}
                >
                  {inLanguage(variable.label, language)}
                  {why === null || variable.name === value ? "" : ` (${say(`why.${why}`)})`}
                </option>
              ))}
          </optgroup>
        ))}
      </NativeSelect>
      {many ? (
        <TextInput
          size="xs"
          aria-label={say("form.find", { field: label })}
          placeholder={say("form.findShort")}
          value={sought}
          onChange={(event) => setSought(event.currentTarget.value)}
        />
      ) : null}
    </div>
  );
}
