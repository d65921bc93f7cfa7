import { indicatorRoles } from "#securities";
import { useFormat } from "../../format.ts";
import { useLanguage, useWords } from "../../i18n.ts";
import { roleName } from "../names.ts";
import { type Draft, type DraftNode, isIndicator, parentOf, setNodeField } from "./draft.ts";
import { ChoiceField, type FieldProblems, MethodField, NumberField, TextField } from "./fields.tsx";
import { titleIn, withTitle } from "./titles.ts";
import { weightOf } from "./tree-editor.tsx";

/** Everything that can be said of one node, an indicator or a group. */
export function NodeForm({
  draft,
  node,
  problems,
  onChange,
}: {
  readonly draft: Draft;
  readonly node: DraftNode;
  readonly problems: FieldProblems;
  readonly onChange: (draft: Draft) => void;
}) {
  const say = useWords("index-builder");
  const sayIndex = useWords("indexes");
  const language = useLanguage();
  const format = useFormat();
  const set = (field: string) => (value: unknown) => onChange(setNodeField(draft, node.key, field, value));
  const { fields } = node;
  const parent = parentOf(draft, node.key);
  const sum = parent?.children.reduce((total, child) => total + weightOf(child), 0) ?? 0;
  const at = { problems };
  const asDefinition = say("asDefinition");
  return (
    <>
      <TextField
        {...at}
        label={say("node.id")}
        field="id"
        value={node.id}
        onSet={(id) => set("id")(id ?? "")}
      />
      <TextField
        {...at}
        label={say("node.title")}
        field="title"
        value={titleIn(fields["title"], language)}
        onSet={(text) => set("title")(withTitle(fields["title"], language, text))}
      />
      {parent ? (
        <NumberField
          {...at}
          label={say("node.weight")}
          field="weight"
          hint={say("node.weightHint", {
            weight: format.number(weightOf(node), 3),
            sum: format.number(sum, 3),
            share: sum > 0 ? format.percent(weightOf(node) / sum, 1) : "–",
          })}
          value={fields["weight"]}
          placeholder="1"
          onSet={set("weight")}
        />
      ) : null}
      {isIndicator(node) ? (
        <>
          <ChoiceField
            {...at}
            label={say("node.direction")}
            field="direction"
            value={String(fields["direction"])}
            choices={[
              { value: "1", label: say("node.more") },
              { value: "-1", label: say("node.less") },
            ]}
            onSet={(value) => set("direction")(Number(value))}
          />
          <TextField
            {...at}
            label={say("node.denominator")}
            hint={say("node.denominatorHint")}
            field="denominator"
            value={fields["denominator"]}
            onSet={set("denominator")}
          />
          {(["transformation", "imputation", "treatment", "normalisation"] as const).map((step) => (
            <MethodField
              {...at}
              key={step}
              step={step}
              label={sayIndex(`step.${step}`)}
              field={step}
              value={fields[step]}
              otherwise={step === "transformation" ? say("method.none") : asDefinition}
              none={step === "imputation" || step === "treatment"}
              onSet={set(step)}
            />
          ))}
        </>
      ) : (
        <>
          {parent ? (
            <ChoiceField
              {...at}
              label={say("node.role")}
              hint={say("node.roleHint")}
              field="role"
              value={typeof fields["role"] === "string" ? fields["role"] : ""}
              choices={[
                { value: "", label: say("node.noRole") },
                ...indicatorRoles.map((role) => ({ value: role, label: roleName(role, language) })),
              ]}
              onSet={(value) => set("role")(value || undefined)}
            />
          ) : null}
          <MethodField
            {...at}
            step="aggregation"
            label={sayIndex("step.aggregation")}
            field="aggregation"
            value={fields["aggregation"]}
            otherwise={asDefinition}
            onSet={set("aggregation")}
          />
        </>
      )}
      <TextField
        {...at}
        label={say("node.evidence")}
        hint={say("node.evidenceHint")}
        field="evidence"
        value={fields["evidence"]}
        onSet={set("evidence")}
      />
    </>
  );
}
