import { Button, NativeSelect, NumberInput, Textarea, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import type { Language } from "#kernel";
import { type Instrument, ratingRules, sectionCounts } from "#records";
import { useWords } from "../../i18n.ts";
import { ProblemList } from "../../shared/problem-list.tsx";
import { StateLink } from "../../shared/state-link.tsx";
import type { Review } from "../review-frame.tsx";
import { useActs } from "../use-acts.ts";
import style from "./appraisal.module.css";
import { EditList } from "./edit-list.tsx";
import { emptyInstrument, nextVersion } from "./empty-definitions.ts";
import { useKept } from "./use-kept.ts";
import { WordingField } from "./wording-field.tsx";

/**
 * An instrument of one's own, or a new version of one. Texts are written in the language of the review; what a
 * definition says in other languages is kept where its text was not changed.
 */
export function InstrumentBuilder(props: {
  readonly review: Review;
  readonly start: Instrument | null;
  readonly isUsed: boolean;
}) {
  const say = useWords("review-appraisal");
  const navigate = useNavigate();
  const { review, start } = props;
  const language = review.language as Language;
  const acts = useActs(review.id);
  const [begun] = useState<Instrument>(() =>
    start ? { ...start, version: nextVersion(start.version) } : emptyInstrument(language),
  );
  const [kept, keep] = useKept<Instrument>(
    `instrument ${review.id} ${review.me ?? ""} ${start ? `${start.id} ${start.version}` : "new"}`,
  );
  const instrument = kept ?? begun;
  const change = (part: Partial<Instrument>) => keep({ ...instrument, ...part });
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await acts.record({ kind: "instrument.defined", instrument: instrument as never }))) return;
    keep(null);
    await navigate({ to: "/reviews/$id/appraisal/instruments", params: { id: review.id }, search: {} });
  };
  return (
    <form onSubmit={send} className={style["form"]}>
      <h2>{say(start ? "builder.newVersion" : "builder.newInstrument")}</h2>
      {props.isUsed ? <p role="note">{say("builder.usedNote")}</p> : null}
      <div className={style["side"]}>
        <TextInput
          label={say("builder.id")}
          description={say("builder.idNote")}
          value={instrument.id}
          required
          pattern="[A-Za-z0-9][A-Za-z0-9._\-]{0,39}"
          onChange={(event) => change({ id: event.currentTarget.value })}
        />
        <TextInput
          label={say("builder.version")}
          value={instrument.version}
          required
          pattern="[A-Za-z0-9][A-Za-z0-9._\-]{0,19}"
          onChange={(event) => change({ version: event.currentTarget.value })}
        />
      </div>
      <WordingField
        label={say("builder.name")}
        language={language}
        value={instrument.title}
        onChange={(title) => change({ title: title ?? {} })}
        required
      />
      <WordingField
        label={say("builder.note")}
        language={language}
        value={instrument.note}
        onChange={(note) => change({ note })}
        long
      />
      <EditList
        title={say("builder.scale")}
        note={say("builder.scaleNote")}
        items={instrument.scale}
        add={(at) => ({ id: `s${at + 1}`, label: {}, value: 0 })}
        nameOf={(step) => step.id}
        onChange={(scale) => change({ scale })}
        row={(step, set) => (
          <div className={style["side"]}>
            <TextInput
              label={say("builder.short")}
              value={step.id}
              required
              onChange={(event) => set({ ...step, id: event.currentTarget.value })}
            />
            <WordingField
              label={say("builder.label")}
              language={language}
              value={step.label}
              onChange={(label) => set({ ...step, label: label ?? {} })}
              required
            />
            <NumberInput
              label={say("builder.value")}
              description={say("builder.valueNote")}
              value={step.value ?? ""}
              onChange={(value) => set({ ...step, value: typeof value === "number" ? value : null })}
            />
          </div>
        )}
      />
      <EditList
        title={say("builder.sections")}
        items={instrument.sections}
        add={(at) => ({ id: `part-${at + 1}`, title: {}, weight: 1, counts: "every" as const, items: [] })}
        nameOf={(section) => section.id}
        onChange={(sections) => change({ sections })}
        row={(section, set) => (
          <>
            <div className={style["side"]}>
              <TextInput
                label={say("builder.short")}
                value={section.id}
                required
                onChange={(event) => set({ ...section, id: event.currentTarget.value })}
              />
              <WordingField
                label={say("builder.label")}
                language={language}
                value={section.title}
                onChange={(title) => set({ ...section, title: title ?? {} })}
                required
              />
              <NumberInput
                label={say("builder.weight")}
                min={0}
                value={section.weight}
                onChange={(weight) => set({ ...section, weight: typeof weight === "number" ? weight : 0 })}
              />
              <NativeSelect
                label={say("builder.counts")}
                value={section.counts}
                onChange={(event) =>
                  set({ ...section, counts: event.currentTarget.value as (typeof sectionCounts)[number] })
                }
                data={sectionCounts.map((value) => ({ value, label: say(`counts.${value}`) }))}
              />
            </div>
            <EditList
              title={say("builder.items")}
              items={section.items}
              add={(at) => ({
                id: `${section.id}.${at + 1}`,
                text: {},
                help: null,
                weight: 1,
                quote: "optional" as const,
              })}
              nameOf={(item) => item.id}
              onChange={(items) => set({ ...section, items })}
              row={(item, setItem) => (
                <>
                  <WordingField
                    label={say("builder.text")}
                    language={language}
                    value={item.text}
                    onChange={(text) => setItem({ ...item, text: text ?? {} })}
                    required
                    long
                  />
                  <div className={style["side"]}>
                    <TextInput
                      label={say("builder.short")}
                      value={item.id}
                      required
                      onChange={(event) => setItem({ ...item, id: event.currentTarget.value })}
                    />
                    <NumberInput
                      label={say("builder.weight")}
                      min={0}
                      value={item.weight}
                      onChange={(weight) =>
                        setItem({ ...item, weight: typeof weight === "number" ? weight : 0 })
                      }
                    />
                    <NativeSelect
                      label={say("builder.quote")}
                      value={item.quote}
                      onChange={(event) =>
                        setItem({ ...item, quote: event.currentTarget.value as "required" | "optional" })
                      }
                      data={(["optional", "required"] as const).map((value) => ({
                        value,
                        label: say(`quote.${value}`),
                      }))}
                    />
                  </div>
                </>
              )}
            />
          </>
        )}
      />
      <div className={style["side"]}>
        <NativeSelect
          label={say("builder.rule")}
          value={instrument.rule.kind}
          onChange={(event) =>
            change({
              rule: { ...instrument.rule, kind: event.currentTarget.value as (typeof ratingRules)[number] },
            })
          }
          data={ratingRules.map((value) => ({ value, label: say(`rule.${value}`) }))}
        />
        {instrument.rule.kind === "all-of" ? (
          <NumberInput
            label={say("builder.atLeast")}
            value={instrument.rule.atLeast ?? ""}
            onChange={(value) =>
              change({ rule: { ...instrument.rule, atLeast: typeof value === "number" ? value : null } })
            }
          />
        ) : null}
      </div>
      <EditList
        title={say("builder.grades")}
        note={say("builder.gradesNote")}
        items={instrument.grades}
        add={(at) => ({ id: `g${at + 1}`, label: {}, from: 0 })}
        nameOf={(grade) => grade.id}
        onChange={(grades) => change({ grades })}
        row={(grade, set) => (
          <div className={style["side"]}>
            <TextInput
              label={say("builder.short")}
              value={grade.id}
              required
              onChange={(event) => set({ ...grade, id: event.currentTarget.value })}
            />
            <WordingField
              label={say("builder.label")}
              language={language}
              value={grade.label}
              onChange={(label) => set({ ...grade, label: label ?? {} })}
              required
            />
            <NumberInput
              label={say("builder.from")}
              value={grade.from}
              onChange={(from) => set({ ...grade, from: typeof from === "number" ? from : 0 })}
            />
          </div>
        )}
      />
      <TextArea
        source={instrument.source}
        onChange={(source) => change({ source })}
        label={say("builder.source")}
      />
      <ProblemList problems={acts.problems} />
      <p className={style["line"]}>
        <Button type="submit" loading={acts.running}>
          {say("builder.define", { name: `${instrument.id} ${instrument.version}` })}
        </Button>
        <StateLink search={() => ({})}>{say("builder.leave")}</StateLink>
      </p>
      <p className={style["hint"]}>{say("builder.kept")}</p>
    </form>
  );
}

export function TextArea(props: {
  readonly label: string;
  readonly source: string | null;
  readonly onChange: (source: string | null) => void;
}) {
  return (
    <Textarea
      label={props.label}
      autosize
      value={props.source ?? ""}
      onChange={(event) =>
        props.onChange(event.currentTarget.value === "" ? null : event.currentTarget.value)
      }
    />
  );
}
