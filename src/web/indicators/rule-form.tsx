import { Button, Checkbox, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { routes } from "#contract";
import { orderRules, tieRules, yearPreferences } from "#securities";
import { useApi, useApiAction } from "../api.ts";
import { useWords } from "../i18n.ts";
import { ProblemList } from "../shared/problem-list.tsx";
import { Answered } from "../shared/states.tsx";
import style from "./indicators.module.css";
import { emptyRule, ruleOfDraft } from "./rule-draft.ts";

/** A rule for choosing values and the releases it chooses from; what comes of it is frozen at once. */
export function RuleForm() {
  const say = useWords("indicators");
  const navigate = useNavigate();
  const make = useApiAction(routes.makeSelection);
  const releases = useApi(routes.listReleases, {});
  const [draft, setDraft] = useState(emptyRule);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const change = (part: Partial<typeof draft>) => setDraft((former) => ({ ...former, ...part }));
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const made = await make.run({ body: { rule: ruleOfDraft(draft), releases: [...chosen] } });
    if (made) void navigate({ to: "/selections/$id", params: { id: made.id } });
  };
  const word = (name: "order" | "prefer" | "ties", values: readonly string[]) => (
    <NativeSelect
      label={say(`rule.${name}`)}
      value={draft[name]}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
      data={values.map((value) => ({ value, label: say(`rule.${name}.${value}`) }))}
    />
  );
  const line = (name: "id" | "title" | "years" | "before" | "after" | "statuses" | "coverage") => (
    <TextInput
      label={say(`rule.${name}`)}
      description={say(`rule.${name}Note`)}
      value={draft[name]}
      required={name === "id" || name === "title" || name === "years"}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <form className={style["form"]} onSubmit={(event) => void send(event)}>
      <div className={style["pair"]}>
        {line("id")}
        {line("title")}
        {line("years")}
        {line("before")}
        {line("after")}
        {word("order", orderRules)}
        {word("prefer", yearPreferences)}
        {word("ties", tieRules)}
        {line("statuses")}
        {line("coverage")}
      </div>
      <Textarea
        label={say("rule.sources")}
        description={say("rule.sourcesNote")}
        rows={4}
        value={draft.sources}
        onChange={(event) => change({ sources: event.currentTarget.value })}
      />
      <Textarea
        label={say("rule.cuts")}
        description={say("rule.cutsNote")}
        rows={2}
        value={draft.cuts}
        onChange={(event) => change({ cuts: event.currentTarget.value })}
      />
      <fieldset className={style["boxes"]}>
        <legend>{say("rule.releases")}</legend>
        <Answered answer={releases} lines={4}>
          {(all) => (
            <>
              {all
                .filter(({ kind, recipe }) => kind === "observations" && recipe === null)
                .map(({ id, title }) => (
                  <Checkbox
                    key={id}
                    label={`${title} (${id})`}
                    checked={chosen.includes(id)}
                    onChange={(event) =>
                      setChosen(
                        event.currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id),
                      )
                    }
                  />
                ))}
            </>
          )}
        </Answered>
      </fieldset>
      <ProblemList problems={make.problems} />
      <p>
        <Button type="submit" loading={make.running} disabled={chosen.length === 0}>
          {say("rule.make")}
        </Button>
      </p>
    </form>
  );
}
