import { Button, Checkbox, Group, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useQueries } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { routes } from "#contract";
import { orderRules, tieRules, yearPreferences } from "#securities";
import { callApi, useApi, useApiAction } from "../api.ts";
import { useIndicators } from "../data/use-indicators.ts";
import { useWords } from "../i18n.ts";
import { ProblemList } from "../shared/problem-list.tsx";
import { Answered } from "../shared/states.tsx";
import style from "./indicators.module.css";
import { type OfferedIndicator, offeredIndicators } from "./offered-indicators.ts";
import { emptyRule, ruleOfDraft } from "./rule-draft.ts";

/** A rule for choosing values and the releases it chooses from; what comes of it is frozen at once. */
export function RuleForm() {
  const say = useWords("indicators");
  const navigate = useNavigate();
  const make = useApiAction(routes.makeSelection);
  const releases = useApi(routes.listReleases, {});
  const [draft, setDraft] = useState(emptyRule);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const known = useIndicators();
  const offered = useOffered(chosen);
  const [ticked, setTicked] = useState<ReadonlyMap<string, boolean>>(new Map());
  const wanted = offered.flatMap(({ id, standard }) => ((ticked.get(id) ?? standard) ? [id] : []));
  const open = (releases.value ?? []).filter(
    ({ kind, recipe, state }) => kind === "observations" && recipe === null && state !== "withdrawn",
  );
  const change = (part: Partial<typeof draft>) => setDraft((former) => ({ ...former, ...part }));
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const made = await make.run({ body: { rule: ruleOfDraft(draft, wanted), releases: [...chosen] } });
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
      <Answered answer={releases} lines={4}>
        {() => (
          <Boxes
            legend={say("rule.releases")}
            names={open.map(({ id, title }) => ({ id, label: title === id ? id : `${title} (${id})` }))}
            chosen={chosen}
            onChoose={setChosen}
          />
        )}
      </Answered>
      {offered.length === 0 ? null : (
        <Boxes
          legend={say("rule.indicators")}
          note={say("rule.indicatorsNote")}
          names={offered.map(({ id }) => ({ id, label: labelled(id, known.label(id)) }))}
          chosen={wanted}
          onChoose={(ids) => setTicked(new Map(offered.map(({ id }) => [id, ids.includes(id)])))}
        />
      )}
      <ProblemList problems={make.problems} />
      <p>
        <Button
          type="submit"
          loading={make.running}
          disabled={chosen.length === 0 || (offered.length > 0 && wanted.length === 0)}
        >
          {say("rule.make")}
        </Button>
      </p>
    </form>
  );
}

const labelled = (id: string, label: string) => (label === id ? id : `${label} (${id})`);

/** What the chosen releases hold, each asked for once. */
function useOffered(releases: readonly string[]): readonly OfferedIndicator[] {
  const catalogue = useApi(routes.listIndicators, {});
  const answers = useQueries({
    queries: releases.map((id) => ({
      queryKey: [routes.release.operationId, "contents", id],
      queryFn: ({ signal }: { signal: AbortSignal }) => callApi(routes.release, { params: { id }, signal }),
    })),
  });
  const codes = answers.flatMap(({ data }) =>
    data?.ok ? data.value.contents.map(({ indicator }) => indicator) : [],
  );
  return catalogue.pending ? [] : offeredIndicators(codes, catalogue.value ?? []);
}

/** Boxes to tick, all at once if wanted, with how many are ticked. */
function Boxes({
  legend,
  note,
  names,
  chosen,
  onChoose,
}: {
  readonly legend: string;
  readonly note?: string;
  readonly names: readonly { readonly id: string; readonly label: string }[];
  readonly chosen: readonly string[];
  readonly onChoose: (ids: readonly string[]) => void;
}) {
  const say = useWords("indicators");
  return (
    <fieldset className={style["choice"]}>
      <legend>{legend}</legend>
      {note ? <p className="figure-hint">{note}</p> : null}
      <Group gap="xs">
        <Button variant="default" size="xs" onClick={() => onChoose(names.map(({ id }) => id))}>
          {say("rule.all")}
        </Button>
        <Button variant="default" size="xs" disabled={chosen.length === 0} onClick={() => onChoose([])}>
          {say("rule.none")}
        </Button>
        <span role="status" className="figure-hint">
          {say("rule.ticked", { count: chosen.length, of: names.length })}
        </span>
      </Group>
      <div className={style["boxes"]}>
        {names.map(({ id, label }) => (
          <Checkbox
            key={id}
            label={label}
            checked={chosen.includes(id)}
            onChange={(event) =>
              onChoose(event.currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
