import { Checkbox } from "@mantine/core";
import { formIds, securityLevels, weightMethods } from "#securities";
import { useLanguage, useWords } from "../../i18n.ts";
import { formName } from "../names.ts";
import { type Draft, setField } from "./draft.ts";
import {
  ChoiceField,
  type FieldProblems,
  GroupsField,
  MethodField,
  NumberField,
  TextField,
} from "./fields.tsx";
import { titleIn, withTitle } from "./titles.ts";

type Part = Readonly<Record<string, unknown>>;

/** What holds for the whole index: name and version, the steps, the set of countries. */
export function SettingsForm({
  draft,
  problems,
  onChange,
}: {
  readonly draft: Draft;
  readonly problems: FieldProblems;
  readonly onChange: (draft: Draft) => void;
}) {
  const say = useWords("index-builder");
  const sayIndex = useWords("indexes");
  const language = useLanguage();
  const { fields } = draft;
  const set = (field: string) => (value: unknown) => onChange(setField(draft, field, value));
  const at = { problems };
  const inPart = (part: string, key: string): unknown => (fields[part] as Part | undefined)?.[key];
  const setPart = (part: string, key: string) => (value: unknown) => {
    const { [key]: _, ...rest } = (fields[part] as Part | undefined) ?? {};
    const next = value === undefined ? rest : { ...rest, [key]: value };
    set(part)(Object.keys(next).length === 0 ? undefined : next);
  };
  const areas = fields["referenceAreas"];
  const groups = fields["countryGroups"] as Part | undefined;
  return (
    <>
      <TextField
        {...at}
        label={say("set.title")}
        field="title"
        value={titleIn(fields["title"], language)}
        onSet={(text) => set("title")(withTitle(fields["title"], language, text))}
      />
      <TextField {...at} label={say("set.id")} field="id" value={fields["id"]} onSet={set("id")} />
      <TextField
        {...at}
        label={say("set.version")}
        hint={say("set.versionHint")}
        field="version"
        value={fields["version"]}
        onSet={set("version")}
      />
      <ChoiceField
        {...at}
        label={say("set.form")}
        field="form"
        value={typeof fields["form"] === "string" ? fields["form"] : ""}
        choices={[
          { value: "", label: say("set.noForm") },
          ...formIds.map((id) => ({ value: id, label: formName(id, language) })),
          { value: "composite", label: sayIndex("composite") },
        ]}
        onSet={(value) => set("form")(value || undefined)}
      />
      <ChoiceField
        {...at}
        label={say("set.level")}
        field="level"
        value={typeof fields["level"] === "string" ? fields["level"] : ""}
        choices={[
          { value: "", label: say("set.noForm") },
          ...securityLevels.map((level) => ({ value: level, label: say(`level.${level}`) })),
        ]}
        onSet={(value) => set("level")(value || undefined)}
      />
      <MethodField
        {...at}
        step="imputation"
        label={sayIndex("step.imputation")}
        field="imputation"
        value={fields["imputation"]}
        otherwise={say("method.none")}
        onSet={set("imputation")}
      />
      <MethodField
        {...at}
        step="treatment"
        label={sayIndex("step.treatment")}
        field="treatment"
        value={fields["treatment"]}
        otherwise={say("method.none")}
        onSet={set("treatment")}
      />
      <MethodField
        {...at}
        step="normalisation"
        label={sayIndex("step.normalisation")}
        field="normalisation"
        value={fields["normalisation"]}
        otherwise={say("set.standardScale")}
        onSet={set("normalisation")}
      />
      <MethodField
        {...at}
        step="aggregation"
        label={sayIndex("step.aggregation")}
        field="aggregation"
        value={fields["aggregation"]}
        otherwise={say("set.standardMean")}
        onSet={set("aggregation")}
      />
      <ChoiceField
        {...at}
        label={say("set.weights")}
        field="weights"
        value={typeof fields["weights"] === "string" ? fields["weights"] : "given"}
        choices={weightMethods.map((method) => ({ value: method, label: sayIndex(`weighing.${method}`) }))}
        onSet={(value) => set("weights")(value === "given" ? undefined : value)}
      />
      <NumberField
        {...at}
        label={say("set.missing")}
        hint={say("set.missingHint")}
        field="missing.minimumShare"
        value={inPart("missing", "minimumShare")}
        onSet={setPart("missing", "minimumShare")}
      />
      <NumberField
        {...at}
        label={say("set.screening")}
        hint={say("set.screeningHint")}
        field="screening.minimumShare"
        value={inPart("screening", "minimumShare")}
        onSet={setPart("screening", "minimumShare")}
      />
      <Checkbox
        label={say("set.renormalise")}
        checked={fields["renormaliseSubIndexes"] !== false}
        onChange={(event) => set("renormaliseSubIndexes")(event.currentTarget.checked ? undefined : false)}
      />
      <Checkbox
        label={say("set.groups")}
        checked={groups !== undefined}
        onChange={(event) =>
          set("countryGroups")(
            event.currentTarget.checked ? { scheme: "sesame", probability: 0.6 } : undefined,
          )
        }
      />
      {groups === undefined ? null : (
        <NumberField
          {...at}
          label={say("set.probability")}
          field="countryGroups.probability"
          value={groups["probability"]}
          placeholder="0.6"
          onSet={setPart("countryGroups", "probability")}
        />
      )}
      <TextField
        {...at}
        label={say("set.areas")}
        hint={say("set.areasHint")}
        field="referenceAreas"
        value={Array.isArray(areas) ? areas.join(" ") : areas}
        onSet={(text) => set("referenceAreas")(text === undefined ? undefined : codesOf(text))}
      />
      <GroupsField
        {...at}
        label={say("set.areaGroups")}
        hint={say("set.areaGroupsHint")}
        field="areaGroups"
        value={fields["areaGroups"]}
        onSet={set("areaGroups")}
      />
      <TextField
        {...at}
        label={say("set.period")}
        hint={say("set.periodHint")}
        field="referencePeriod"
        value={fields["referencePeriod"]}
        onSet={set("referencePeriod")}
      />
      <Checkbox
        label={say("set.reconstruction")}
        checked={fields["reconstruction"] === true}
        onChange={(event) => set("reconstruction")(event.currentTarget.checked || undefined)}
      />
      <TextField
        {...at}
        label={say("node.evidence")}
        hint={say("set.evidenceHint")}
        field="evidence"
        value={fields["evidence"]}
        onSet={set("evidence")}
      />
    </>
  );
}

/** A trailing blank is kept as an empty code while somebody types; nothing at all is no list. */
const codesOf = (text: string): readonly string[] | undefined => {
  const codes = text.toUpperCase().split(/[\s,;]+/);
  return codes.every((code) => code === "") ? undefined : codes;
};
