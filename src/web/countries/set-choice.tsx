import { Button, Group, NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { areaByCode, areaName, findArea } from "#kernel";
import { useLanguage, useWords } from "../i18n.ts";
import type { Comparison, SetName } from "./placed-scores.ts";

export type SetState = {
  readonly with?: SetName | undefined;
  readonly others?: string[] | undefined;
};

/** Which set the country is held against: all of the run, its region, its income group, or chosen countries. */
export function SetChoice({
  comparison,
  state,
  change,
}: {
  comparison: Comparison;
  state: SetState;
  change: (part: SetState) => void;
}) {
  const say = useWords("countries");
  const { hasIncome, region } = whatThereIs(comparison);
  return (
    <div data-print="hide">
      <Group gap="md" align="end" className="country-choices">
        <NativeSelect
          label={say("set.label")}
          value={setNameOf(state, comparison)}
          onChange={(event) => {
            const set = event.currentTarget.value as SetName;
            change({ with: set === "all" ? undefined : set });
          }}
          data={[
            { value: "all", label: say("set.all") },
            { value: "region", label: say("set.region"), disabled: region === null },
            { value: "income-group", label: say("set.income"), disabled: !hasIncome },
            { value: "chosen", label: say("set.chosen") },
          ]}
        />
        {state.with === "chosen" ? <ChosenCountries state={state} change={change} /> : null}
      </Group>
      <p className="country-soft">
        {region === null ? `${say("set.noRegion")} ` : ""}
        {hasIncome ? <IncomeSource comparison={comparison} /> : say("set.noIncome")}
      </p>
    </div>
  );
}

/** Who states the income groups, of which year: never ours. */
function IncomeSource({ comparison }: { comparison: Comparison }) {
  const say = useWords("countries");
  const stated = comparison.indexes.flatMap(({ incomeGroups }) => {
    const { source, year, version } = incomeGroups ?? {};
    return source && year && version ? [say("set.incomeSource", { source, year: `${year}`, version })] : [];
  });
  const isOwn = comparison.indexes.some(({ incomeGroups }) => incomeGroups && incomeGroups.source === null);
  return [...new Set([...stated, ...(isOwn ? [say("set.incomeOwn")] : [])])].join(" ");
}

const whatThereIs = (comparison: Comparison) => ({
  hasIncome: comparison.indexes.some(({ sets }) => sets.some(({ set }) => set === "income-group")),
  region: comparison.areas[0]?.region ?? null,
});

/** The set asked for, or all where there is no such set. */
export function setNameOf(state: SetState, comparison: Comparison): SetName {
  const { hasIncome, region } = whatThereIs(comparison);
  if (state.with === "region" && region === null) return "all";
  if (state.with === "income-group" && !hasIncome) return "all";
  if (state.with === "chosen" && (state.others ?? []).length === 0) return "chosen";
  return state.with ?? "all";
}

function ChosenCountries({ state, change }: { state: SetState; change: (part: SetState) => void }) {
  const say = useWords("countries");
  const language = useLanguage();
  const others = state.others ?? [];
  return (
    <AddCountry
      label={say("set.others")}
      chosen={others}
      onChange={(codes) => change({ others: codes.length === 0 ? undefined : codes })}
      nameOf={(code) => areaName(code, language)}
      most={12}
    />
  );
}

/** Countries as buttons that take them out, and a field that adds one by name or code. */
export function AddCountry({
  label,
  chosen,
  onChange,
  nameOf,
  most,
}: {
  label: string;
  chosen: readonly string[];
  onChange: (codes: string[]) => void;
  nameOf: (code: string) => string;
  most: number;
}) {
  const say = useWords("countries");
  const [typed, setTyped] = useState("");
  const [said, setSaid] = useState("");
  const add = () => {
    const code = codeOf(typed);
    if (code === null) return setSaid(say("add.unknown", { typed: typed.trim() }));
    setTyped("");
    setSaid("");
    if (!chosen.includes(code)) onChange([...chosen, code]);
  };
  return (
    <div className="country-add">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
        className="country-add-form"
      >
        <TextInput
          label={label}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          description={chosen.length >= most ? say("add.full", { most }) : undefined}
          disabled={chosen.length >= most}
          error={said || undefined}
        />
        <Button type="submit" variant="default" disabled={chosen.length >= most}>
          {say("add.button")}
        </Button>
      </form>
      <ul className="country-chips">
        {chosen.map((code) => (
          <li key={code}>
            <Button
              variant="default"
              size="compact-sm"
              aria-label={say("add.remove", { name: nameOf(code) })}
              onClick={() => onChange(chosen.filter((one) => one !== code))}
            >
              {nameOf(code)} <span aria-hidden="true">×</span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The code of a country that somebody typed by name or code, or null. */
function codeOf(typed: string): string | null {
  const text = typed.trim();
  const byCode = areaByCode(text.toUpperCase());
  const found = byCode ?? findArea(text);
  return found && found.kind !== "region" ? found.code : null;
}
