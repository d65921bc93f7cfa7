import { Checkbox, NativeSelect, Radio, Textarea } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { type AppraisalAnswer, type Instrument, type InstrumentItem, overallRating } from "#records";
import { useFormat } from "../../format.ts";
import { useWords } from "../../i18n.ts";
import { emptyAnswer, type Filled, ratingsOf } from "./answers.ts";
import style from "./appraisal.module.css";
import type { BenchTools } from "./bench.tsx";
import { useItemNames } from "./item-names.ts";
import { PassageField } from "./passage-field.tsx";
import { ratingWish } from "./rating-keys.ts";
import { useWording } from "./wording.ts";

/** All items of an instrument, with the rating by rule as it stands and the judgement beside it. */
export function InstrumentForm(props: {
  readonly instrument: Instrument;
  readonly filled: Filled;
  readonly tools: BenchTools;
  readonly onChange: (filled: Filled) => void;
  /** Shows the identifiers of the items, since problems name these. */
  readonly withIds?: boolean;
}) {
  const say = useWords("review-appraisal");
  const word = useWording();
  const { instrument, filled, onChange, tools, withIds = false } = props;
  const frame = useRef<HTMLDivElement>(null);
  const [keysOn, setKeysOn] = useState(true);
  const [current, setCurrent] = useState<string | null>(null);
  const items = instrument.sections.flatMap((section) => section.items);
  const change = (item: string, part: Partial<AppraisalAnswer>) =>
    onChange({
      ...filled,
      answers: { ...filled.answers, [item]: { ...(filled.answers[item] ?? emptyAnswer(item)), ...part } },
    });

  useEffect(() => {
    if (!keysOn) return;
    const onKey = (event: KeyboardEvent) => {
      const wish = ratingWish(event);
      if (!wish) return;
      const at = items.findIndex(({ id }) => id === current);
      if ("move" in wish) {
        const next = items[Math.min(items.length - 1, Math.max(0, at + wish.move))];
        if (!next) return;
        setCurrent(next.id);
        frame.current
          ?.querySelector(`[data-item="${CSS.escape(next.id)}"]`)
          ?.scrollIntoView({ block: "nearest" });
      } else if (current !== null && "step" in wish) {
        const step = instrument.scale[wish.step];
        if (step) change(current, { rating: step.id });
      } else if (current !== null && "quote" in wish) {
        if (tools.marked) change(current, { quote: tools.marked, typed: null });
      }
      event.preventDefault();
    };
    window.document.addEventListener("keydown", onKey);
    return () => window.document.removeEventListener("keydown", onKey);
  });

  return (
    <div ref={frame}>
      <Checkbox
        label={say("keys.on")}
        description={say("keys.note")}
        checked={keysOn}
        onChange={(event) => setKeysOn(event.currentTarget.checked)}
      />
      {instrument.sections.map((section) => (
        <section key={section.id} aria-label={word(section.title)}>
          <h3>{word(section.title)}</h3>
          {section.counts === "any" && section.items.length > 1 ? (
            <p className={style["hint"]}>{say("instrument.any")}</p>
          ) : null}
          {section.items.map((item) => (
            <Item
              key={item.id}
              instrument={instrument}
              item={item}
              answer={filled.answers[item.id] ?? emptyAnswer(item.id)}
              isCurrent={keysOn && item.id === current}
              onFocus={() => setCurrent(item.id)}
              tools={tools}
              withId={withIds}
              onChange={(part) => change(item.id, part)}
            />
          ))}
        </section>
      ))}
      <Overall {...props} />
    </div>
  );
}

function Item(props: {
  readonly instrument: Instrument;
  readonly item: InstrumentItem;
  readonly answer: AppraisalAnswer;
  readonly isCurrent: boolean;
  readonly onFocus: () => void;
  readonly tools: BenchTools;
  readonly withId: boolean;
  readonly onChange: (part: Partial<AppraisalAnswer>) => void;
}) {
  const say = useWords("review-appraisal");
  const word = useWording();
  const { item, answer, instrument, tools } = props;
  const { title, text, called } = useItemNames(instrument)(item.id);
  // The title of a section stands above its items already.
  const isNumbered = title === item.id;
  return (
    <fieldset
      className={style["item"]}
      data-item={item.id}
      data-current={props.isCurrent}
      onFocus={props.onFocus}
    >
      <legend>
        {isNumbered ? <strong>{title} </strong> : null}
        {text}
        {props.withId && !isNumbered ? <code className={style["hint"]}> {item.id}</code> : null}
        {item.quote === "required" ? <span className={style["hint"]}> {say("item.quoteNeeded")}</span> : null}
      </legend>
      {item.help ? <p className={style["hint"]}>{word(item.help)}</p> : null}
      <div className={style["steps"]}>
        {instrument.scale.map((step, at) => (
          <Radio
            key={step.id}
            name={`rating-${item.id}`}
            value={step.id}
            checked={answer.rating === step.id}
            onChange={() => props.onChange({ rating: step.id })}
            label={
              <>
                {word(step.label)}
                {at < 10 ? <kbd className={style["key"]}> {at === 9 ? 0 : at + 1}</kbd> : null}
              </>
            }
          />
        ))}
      </div>
      <Textarea
        size="xs"
        label={say("item.justification")}
        autosize
        minRows={1}
        value={answer.justification}
        onChange={(event) => props.onChange({ justification: event.currentTarget.value })}
      />
      <PassageField
        passage={{ anchor: answer.quote, typed: answer.typed }}
        marked={tools.marked}
        hasText={tools.hasText}
        of={called}
        onShow={tools.show}
        onChange={({ anchor, typed }) => props.onChange({ quote: anchor, typed })}
      />
    </fieldset>
  );
}

function Overall(props: {
  readonly instrument: Instrument;
  readonly filled: Filled;
  readonly onChange: (filled: Filled) => void;
}) {
  const say = useWords("review-appraisal");
  const word = useWording();
  const format = useFormat();
  const { instrument, filled, onChange } = props;
  const rating = overallRating(instrument, ratingsOf(filled));
  const grade = instrument.grades.find(({ id }) => id === rating.grade);
  const judgement = filled.judgement ?? { grade: "", reason: "" };
  return (
    <section aria-label={say("overall.title")}>
      <h3>{say("overall.title")}</h3>
      <p role="status">
        {rating.open.length > 0
          ? say("overall.open", { count: rating.open.length })
          : say("overall.byRule", {
              grade: grade ? word(grade.label) : say("overall.none"),
              value: rating.value === null ? "–" : format.number(rating.value),
              rule: say(`rule.${instrument.rule.kind}`),
            })}
      </p>
      <NativeSelect
        label={say("overall.judgement")}
        description={say("overall.judgementNote")}
        value={judgement.grade}
        onChange={(event) =>
          onChange({
            ...filled,
            judgement:
              event.currentTarget.value === "" ? null : { ...judgement, grade: event.currentTarget.value },
          })
        }
        data={[
          { value: "", label: say("overall.noJudgement") },
          ...instrument.grades.map(({ id, label }) => ({ value: id, label: word(label) })),
        ]}
      />
      {judgement.grade === "" ? null : (
        <Textarea
          label={say("overall.reason")}
          required
          autosize
          value={judgement.reason}
          onChange={(event) =>
            onChange({ ...filled, judgement: { ...judgement, reason: event.currentTarget.value } })
          }
        />
      )}
    </section>
  );
}
