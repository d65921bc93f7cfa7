import { NativeSelect, NumberInput, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { type Instrument, ratingRules, sectionCounts } from "#records";
import { useWords } from "../../i18n.ts";
import type { Review } from "../review-frame.tsx";
import style from "./appraisal.module.css";
import { DefinitionForm, NameFields } from "./definition-form.tsx";
import { EditList } from "./edit-list.tsx";
import { emptyInstrument } from "./empty-definitions.ts";
import { WordingField } from "./wording-field.tsx";

/** An instrument of one's own, or a new version of one. */
export function InstrumentBuilder(props: {
  readonly review: Review;
  readonly start: Instrument | null;
  readonly isUsed: boolean;
}) {
  const say = useWords("review-appraisal");
  const navigate = useNavigate();
  const { review, start } = props;
  return (
    <DefinitionForm
      review={review}
      kind="instrument"
      title={say(start ? "builder.newVersion" : "builder.newInstrument")}
      start={start}
      empty={emptyInstrument}
      isUsed={props.isUsed}
      define={(instrument) => ({ kind: "instrument.defined", instrument: instrument as never })}
      onDone={() =>
        navigate({ to: "/reviews/$id/appraisal/instruments", params: { id: review.id }, search: {} })
      }
    >
      {(instrument, change, language) => (
        <>
          <EditList
            title={say("builder.scale")}
            note={say("builder.scaleNote")}
            items={instrument.scale}
            add={(at) => ({ id: `s${at + 1}`, label: {}, value: 0 })}
            nameOf={(step) => step.id}
            onChange={(scale) => change({ scale })}
            row={(step, set) => (
              <div className={style["side"]}>
                <NameFields
                  named={step}
                  language={language}
                  onChange={(named) => set({ ...step, ...named })}
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
            add={(at) => ({
              id: `part-${at + 1}`,
              title: {},
              weight: 1,
              counts: "every" as const,
              items: [],
            })}
            nameOf={(section) => section.id}
            onChange={(sections) => change({ sections })}
            row={(section, set) => (
              <>
                <div className={style["side"]}>
                  <NameFields
                    named={{ id: section.id, label: section.title }}
                    language={language}
                    onChange={({ id, label }) => set({ ...section, id, title: label })}
                  />
                  <NumberInput
                    label={say("builder.weight")}
                    min={0}
                    value={section.weight}
                    onChange={(weight) =>
                      set({ ...section, weight: typeof weight === "number" ? weight : 0 })
                    }
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
                  rule: {
                    ...instrument.rule,
                    kind: event.currentTarget.value as (typeof ratingRules)[number],
                  },
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
                <NameFields
                  named={grade}
                  language={language}
                  onChange={(named) => set({ ...grade, ...named })}
                />
                <NumberInput
                  label={say("builder.from")}
                  value={grade.from}
                  onChange={(from) => set({ ...grade, from: typeof from === "number" ? from : 0 })}
                />
              </div>
            )}
          />
        </>
      )}
    </DefinitionForm>
  );
}
