// The last step: whether everything fits, weighted totals beside what is known, keeping and publishing.

import { Button, NativeSelect, NumberInput, TextInput } from "@mantine/core";
import { routes } from "#contract";
import { useApiAction } from "../api.ts";
import { useWords } from "../i18n.ts";
import { ProblemList } from "../shared/problem-list.tsx";
import { DesignFacts } from "./design-facts.tsx";
import { broughtOf, declarationOf, type EditionDraft } from "./edition-draft.ts";
import style from "./survey-desk.module.css";

export function CheckStep({
  study,
  editions,
  draft,
  onChange,
  onKept,
}: {
  readonly study: string;
  /** Versions that there are, newest first. */
  readonly editions: readonly number[];
  readonly draft: EditionDraft;
  readonly onChange: (change: (draft: EditionDraft) => EditionDraft) => void;
  readonly onKept: (version: number) => void;
}) {
  const say = useWords("survey-desk");
  const check = useApiAction(routes.checkEdition);
  const keep = useApiAction(routes.addEdition);
  const body = { edition: declarationOf(draft), brought: broughtOf(draft) };
  const set = (part: Partial<EditionDraft>) => onChange((now) => ({ ...now, ...part }));
  const save = () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(
      new Blob([`${JSON.stringify(declarationOf(draft), null, 2)}\n`], { type: "application/json" }),
    );
    link.download = `${study}.edition.json`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <div className={style["stack"]}>
      <div className={style["grid"]}>
        <NativeSelect
          label={say("edition.state")}
          description={say("edition.stateHint")}
          value={draft.state}
          data={(["raw", "edited"] as const).map((value) => ({ value, label: say(`state.${value}`) }))}
          onChange={(event) => set({ state: event.currentTarget.value as EditionDraft["state"] })}
        />
        {draft.state === "raw" ? null : (
          <NativeSelect
            label={say("edition.from")}
            description={say("edition.fromHint")}
            value={draft.from === null ? "" : String(draft.from)}
            data={[
              { value: "", label: say("edition.fromElsewhere") },
              ...editions.map((version) => ({
                value: String(version),
                label: say("edition.version", { version }),
              })),
            ]}
            onChange={(event) => set({ from: Number(event.currentTarget.value) || null })}
          />
        )}
        <NumberInput
          label={say("edition.minimumCases")}
          description={say("edition.minimumCasesHint")}
          min={2}
          max={1000}
          allowDecimal={false}
          value={draft.minimumCases}
          onChange={(value) => set({ minimumCases: Number(value) || 10 })}
        />
      </div>
      {draft.state === "raw" ? null : <Changes draft={draft} onSet={(changes) => set({ changes })} />}
      <div className={style["row"]}>
        <Button
          loading={check.running}
          disabled={keep.running}
          onClick={() => void check.run({ params: { id: study }, body })}
        >
          {say("check.button")}
        </Button>
        <Button variant="default" onClick={save}>
          {say("check.save")}
        </Button>
      </div>
      <div aria-live="polite" className={style["stack"]}>
        <ProblemList problems={check.problems} />
        {check.value === undefined ? null : (
          <>
            <ProblemList problems={check.value.problems} />
            <ProblemList problems={check.value.warnings} warnings />
            {check.value.problems.length > 0 ? null : (
              <p>{say("check.fits", { count: check.value.variables })}</p>
            )}
            {check.value.files.map((file) => (
              <DesignFacts key={file.name} file={file} />
            ))}
          </>
        )}
      </div>
      <div>
        <Button
          loading={keep.running}
          disabled={check.value === undefined || check.value.problems.length > 0}
          onClick={async () => {
            const answer = await keep.run({ params: { id: study }, body });
            if (answer) onKept(answer.edition.version);
          }}
        >
          {say("check.keep")}
        </Button>
        <p className={style["hint"]}>
          {say(
            check.value === undefined
              ? "check.first"
              : check.value.problems.length > 0
                ? "check.mendFirst"
                : "check.keepHint",
          )}
        </p>
        <ProblemList problems={keep.problems} />
      </div>
    </div>
  );
}

function Changes({
  draft,
  onSet,
}: {
  readonly draft: EditionDraft;
  readonly onSet: (changes: EditionDraft["changes"]) => void;
}) {
  const say = useWords("survey-desk");
  const { changes } = draft;
  const set = (at: number, part: Partial<(typeof changes)[number]>) =>
    onSet(changes.map((one, i) => (i === at ? { ...one, ...part } : one)));
  return (
    <fieldset className={style["part"]}>
      <legend>{say("changes.legend")}</legend>
      <p className={style["hint"]}>{say("changes.hint")}</p>
      {changes.map((change, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: changes have no name of their own
        <div key={at} className={style["row"]}>
          <TextInput
            label={say("changes.what")}
            value={change.what}
            onChange={(event) => set(at, { what: event.currentTarget.value })}
          />
          <TextInput
            label={say("changes.why")}
            value={change.why}
            onChange={(event) => set(at, { why: event.currentTarget.value })}
          />
          <Button variant="subtle" size="xs" onClick={() => onSet(changes.filter((_, i) => i !== at))}>
            {say("changes.drop")}
          </Button>
        </div>
      ))}
      <Button variant="default" size="xs" onClick={() => onSet([...changes, { what: "", why: "" }])}>
        {say("changes.add")}
      </Button>
    </fieldset>
  );
}
