import { NativeSelect } from "@mantine/core";
import { useLanguage, useWords } from "../i18n.ts";
import { formName } from "../indexes/names.ts";
import { useIndicators } from "./use-indicators.ts";

/** Chooses one of some indicators; they stand by form of security, in the order of the catalogue. */
export function IndicatorChoice({
  ids,
  value,
  onChange,
}: {
  ids: readonly string[];
  value: string;
  onChange: (id: string) => void;
}) {
  const say = useWords("charts");
  const language = useLanguage();
  const indicators = useIndicators();
  const byForm = new Map<string, string[]>();
  for (const id of indicators.ordered(ids, (one) => one)) {
    const form = indicators.form(id) ?? "";
    byForm.set(form, [...(byForm.get(form) ?? []), id]);
  }
  return (
    <NativeSelect
      label={say("indicator")}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      className="fact-indicator"
    >
      {[...byForm].map(([form, own]) => (
        <optgroup key={form} label={form ? formName(form, language) : say("indicator.other")}>
          {own.map((id) => (
            <option key={id} value={id}>
              {indicators.label(id)}
            </option>
          ))}
        </optgroup>
      ))}
    </NativeSelect>
  );
}
