import { Button, Checkbox, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { type Language, languages } from "#kernel";
import {
  attributions,
  branches,
  evaluationRegions,
  findingKinds,
  findingNatures,
  findingSides,
} from "#records";
import { useWords } from "../../i18n.ts";
import { ProblemList } from "../../shared/problem-list.tsx";
import { useKept } from "../appraisal/use-kept.ts";
import type { Review } from "../review-frame.tsx";
import { newKey, useActs } from "../use-acts.ts";
import { PickSupports } from "./pick-supports.tsx";
import type { Finding, Synthesis } from "./replies.ts";
import style from "./synthesis.module.css";

const route = getRouteApi("/reviews/$id/synthesis");
type Text = Finding["finding"];

const blank = (question: string | null): Text => ({
  question,
  kind: "statement",
  text: {},
  themes: [],
  supports: [],
  deviant: [],
  side: null,
  targetGroups: [],
  beneficiaries: [],
  branches: [],
  regions: [],
  nature: null,
  attribution: null,
  authorsView: false,
});

/** Turns one of a list on or off. */
const turned = <T,>(list: readonly T[], one: T, on: boolean): T[] =>
  on ? [...list, one] : list.filter((other) => other !== one);

/** A finding as it is written: the browser keeps it until it is recorded. */
export function FindingForm(props: {
  readonly review: Review;
  readonly synthesis: Synthesis;
  /** Null: a new one. */
  readonly id: string | null;
  readonly start?: Text;
  readonly question?: string | null;
}) {
  const say = useWords("review-synthesis");
  const term = useWords("terms");
  const navigate = route.useNavigate();
  const { review, synthesis, id, start, question = null } = props;
  const acts = useActs(review.id);
  const [kept, keep] = useKept<Text>(`finding ${review.id} ${id ?? `new ${question ?? ""}`}`);
  const [identifier] = useState(() => id ?? newKey());
  const value = kept ?? start ?? blank(question);
  const set = (more: Partial<Text>) => keep({ ...value, ...more });
  const close = () => navigate({ search: (former) => ({ ...former, edit: undefined }), resetScroll: false });
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const text = Object.fromEntries(Object.entries(value.text).filter(([, said]) => said?.trim()));
    const trimmed = (list: readonly string[]) => list.map((one) => one.trim()).filter(Boolean);
    const finding = {
      ...value,
      text,
      targetGroups: trimmed(value.targetGroups),
      beneficiaries: trimmed(value.beneficiaries),
    };
    if (await acts.record({ kind: "finding.written", id: identifier, finding })) {
      keep(null);
      await close();
    }
  };
  const sentence = (language: Language, required: boolean) => (
    <Textarea
      key={language}
      label={say("sentence", { language: term(`language.${language}`) })}
      value={value.text[language] ?? ""}
      required={required}
      autosize
      minRows={2}
      lang={language}
      onChange={(event) => set({ text: { ...value.text, [language]: event.currentTarget.value } })}
    />
  );
  const none = { value: "", label: term("notStated") };
  const asked = synthesis.questions.flatMap((one) => [one, ...one.subQuestions]);
  return (
    <form onSubmit={send} className={style["panel"]} aria-label={say(id === null ? "formNew" : "formEdit")}>
      {kept === null ? null : <p className={style["hint"]}>{say("kept")}</p>}
      <div className={style["form"]}>
        {sentence(review.language, true)}
        <details>
          <summary>{say("otherLanguages")}</summary>
          <div className={style["form"]}>
            {languages.filter((one) => one !== review.language).map((one) => sentence(one, false))}
          </div>
        </details>
        <div className={style["pair"]}>
          <NativeSelect
            label={say("question")}
            value={value.question ?? ""}
            data={[
              { value: "", label: say("noQuestion") },
              ...asked.map((one) => ({ value: one.id, label: `${one.id} ${one.text}` })),
            ]}
            onChange={(event) => set({ question: event.currentTarget.value || null })}
          />
          <NativeSelect
            label={say("kindLabel")}
            value={value.kind}
            data={findingKinds.map((one) => ({ value: one, label: say(`kind.${one}`) }))}
            onChange={(event) => set({ kind: event.currentTarget.value as Text["kind"] })}
          />
          <NativeSelect
            label={say("sideLabel")}
            value={value.side ?? ""}
            data={[none, ...findingSides.map((one) => ({ value: one, label: say(`side.${one}`) }))]}
            onChange={(event) => set({ side: (event.currentTarget.value || null) as Text["side"] })}
          />
          <NativeSelect
            label={say("natureLabel")}
            value={value.nature ?? ""}
            data={[none, ...findingNatures.map((one) => ({ value: one, label: say(`nature.${one}`) }))]}
            onChange={(event) => set({ nature: (event.currentTarget.value || null) as Text["nature"] })}
          />
          <NativeSelect
            label={say("attributionLabel")}
            value={value.attribution ?? ""}
            data={[none, ...attributions.map((one) => ({ value: one, label: say(`attribution.${one}`) }))]}
            onChange={(event) =>
              set({ attribution: (event.currentTarget.value || null) as Text["attribution"] })
            }
          />
          <TextInput
            label={say("targetGroups")}
            description={say("semicolons")}
            value={value.targetGroups.join(";")}
            onChange={(event) => set({ targetGroups: groupsOf(event.currentTarget.value) })}
          />
          <TextInput
            label={say("beneficiaries")}
            description={say("semicolons")}
            value={value.beneficiaries.join(";")}
            onChange={(event) => set({ beneficiaries: groupsOf(event.currentTarget.value) })}
          />
        </div>
        <fieldset className={style["boxes"]}>
          <legend>{say("branches")}</legend>
          {branches.map((one) => (
            <Checkbox
              key={one}
              label={say(`branch.${one}`)}
              checked={value.branches.includes(one)}
              onChange={(event) =>
                set({ branches: turned(value.branches, one, event.currentTarget.checked) })
              }
            />
          ))}
        </fieldset>
        <fieldset className={style["boxes"]}>
          <legend>{say("regions")}</legend>
          {evaluationRegions.map((one) => (
            <Checkbox
              key={one}
              label={term(`region.${one}`)}
              checked={value.regions.includes(one)}
              onChange={(event) => set({ regions: turned(value.regions, one, event.currentTarget.checked) })}
            />
          ))}
        </fieldset>
        {synthesis.themes.length > 0 ? (
          <fieldset className={style["boxes"]}>
            <legend>{say("themes")}</legend>
            {synthesis.themes.map(({ id: theme, theme: { title } }) => (
              <Checkbox
                key={theme}
                label={title}
                checked={value.themes.includes(theme)}
                onChange={(event) =>
                  set({ themes: turned(value.themes, theme, event.currentTarget.checked) })
                }
              />
            ))}
          </fieldset>
        ) : null}
        <PickSupports review={review} synthesis={synthesis} value={value} onChange={set} />
        <Checkbox
          label={say("authorsViewLabel")}
          checked={value.authorsView}
          onChange={(event) => set({ authorsView: event.currentTarget.checked })}
        />
        <p className={style["line"]}>
          <Button type="submit" loading={acts.running}>
            {say("save")}
          </Button>
          <Button variant="default" onClick={() => void close()}>
            {say("close")}
          </Button>
          {kept === null ? null : (
            <Button variant="default" onClick={() => keep(null)}>
              {say("discard")}
            </Button>
          )}
        </p>
        <ProblemList problems={acts.problems} />
      </div>
    </form>
  );
}

/** Kept as typed; blanks around go when it is sent. */
const groupsOf = (typed: string): string[] => (typed === "" ? [] : typed.split(";"));
