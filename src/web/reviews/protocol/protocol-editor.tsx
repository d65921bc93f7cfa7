import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import {
  countingUnits,
  criterionColumns,
  linkedReportRules,
  type Protocol,
  questionAxes,
  screeningOrders,
  searchSourceKinds,
} from "#records";
import { useWords } from "../../i18n.ts";
import { Section } from "../../shared/page.tsx";
import { ProblemList } from "../../shared/problem-list.tsx";
import style from "../reviews.module.css";
import { type Act, useActs } from "../use-acts.ts";
import type { Change, EditorProps } from "./editor-props.ts";
import { nextId } from "./empty-protocol.ts";
import { StagesEditor } from "./stages-editor.tsx";
import { StoppingEditor } from "./stopping-editor.tsx";
import { useDefinitions } from "./use-definitions.ts";

const changed = <T,>(items: readonly T[], at: number, change: Partial<T>): readonly T[] =>
  items.map((item, index) => (index === at ? { ...item, ...change } : item));
const without = <T,>(items: readonly T[], at: number): readonly T[] =>
  items.filter((_, index) => index !== at);

/** The whole protocol as a form. Nothing is kept until it is set: an amendment is one step with its reason. */
export function ProtocolEditor(props: {
  readonly id: string;
  readonly start: Protocol;
  readonly amends: boolean;
  /** Told of every change, so that what is typed is kept until it is set. */
  readonly onChange: (protocol: Protocol) => void;
  /** Once it is set. */
  readonly onDone: () => void;
  readonly onLeave: () => void;
}) {
  const say = useWords("reviews");
  const acts = useActs(props.id);
  const [protocol, setProtocol] = useState(props.start);
  const [reason, setReason] = useState("");
  const definitions = useDefinitions(props.id);
  const change: Change = (given) => {
    const next = { ...protocol, ...given };
    setProtocol(next);
    props.onChange(next);
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const act = { kind: "protocol.set", protocol, reason: props.amends ? reason : null };
    if (await acts.record(...definitions.toTake(protocol), act as unknown as Act)) props.onDone();
  };
  return (
    <form onSubmit={send} className={style["sections"]}>
      <Section title={say("protocol.purpose")}>
        <div className={style["form"]}>
          <TextInput
            label={say("protocol.title")}
            value={protocol.title}
            onChange={(event) => change({ title: event.currentTarget.value })}
            required
          />
          {(["background", "termsOfReference"] as const).map((field) => (
            <Textarea
              key={field}
              label={say(`protocol.${field}`)}
              description={say(`protocol.${field}Note`)}
              value={protocol[field]}
              autosize
              minRows={3}
              onChange={(event) => change({ [field]: event.currentTarget.value })}
            />
          ))}
        </div>
      </Section>
      <QuestionsEditor protocol={protocol} change={change} />
      <CriteriaEditor protocol={protocol} change={change} />
      <SourcesEditor protocol={protocol} change={change} />
      <Section title={say("protocol.counting")}>
        <div className={style["form"]}>
          <NativeSelect
            label={say("protocol.unit")}
            value={protocol.unit}
            onChange={(event) => change({ unit: event.currentTarget.value as Protocol["unit"] })}
            data={countingUnits.map((value) => ({ value, label: say(`unit.${value}`) }))}
          />
          <NativeSelect
            label={say("protocol.linked")}
            value={protocol.linkedReports.rule}
            onChange={(event) =>
              change({
                linkedReports: {
                  ...protocol.linkedReports,
                  rule: event.currentTarget.value as Protocol["linkedReports"]["rule"],
                },
              })
            }
            data={linkedReportRules.map((value) => ({ value, label: say(`linked.${value}`) }))}
          />
          <Textarea
            label={say("protocol.linkedNote")}
            value={protocol.linkedReports.note ?? ""}
            autosize
            onChange={(event) =>
              change({
                linkedReports: { ...protocol.linkedReports, note: event.currentTarget.value || null },
              })
            }
          />
          <NativeSelect
            label={say("protocol.order")}
            description={say("protocol.orderNote")}
            value={protocol.order}
            onChange={(event) => change({ order: event.currentTarget.value as Protocol["order"] })}
            data={screeningOrders.map((value) => ({ value, label: say(`order.${value}`) }))}
          />
          <StoppingEditor protocol={protocol} change={change} />
        </div>
      </Section>
      <StagesEditor protocol={protocol} change={change} definitions={definitions} />
      <Section title={say("protocol.synthesisPlan")}>
        <Textarea
          aria-label={say("protocol.synthesisPlan")}
          value={protocol.synthesisPlan}
          autosize
          minRows={3}
          onChange={(event) => change({ synthesisPlan: event.currentTarget.value })}
        />
      </Section>
      <div className={style["form"]}>
        {props.amends ? (
          <Textarea
            label={say("protocol.reason")}
            description={say("protocol.reasonNote")}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            required
            autosize
          />
        ) : null}
        <ProblemList problems={acts.problems} />
        <div className={style["line"]}>
          <Button type="submit" loading={acts.running}>
            {say(props.amends ? "protocol.amend" : "protocol.set")}
          </Button>
          <Button type="button" variant="default" onClick={props.onLeave}>
            {say("protocol.leave")}
          </Button>
        </div>
      </div>
    </form>
  );
}

function QuestionsEditor({ protocol, change }: EditorProps) {
  const say = useWords("reviews");
  const { questions } = protocol;
  const put = (at: number, given: Partial<(typeof questions)[number]>) =>
    change({ questions: changed(questions, at, given) });
  return (
    <Section title={say("protocol.questions")} note={say("protocol.questionsNote")}>
      <ol className={style["plain"]}>
        {questions.map((question, at) => (
          <li key={question.id} className={style["entry"]}>
            <div className={style["form"]}>
              <NativeSelect
                label={say("protocol.axis", { id: question.id })}
                value={question.axis}
                onChange={(event) => put(at, { axis: event.currentTarget.value as typeof question.axis })}
                data={questionAxes.map((value) => ({ value, label: say(`axis.${value}`) }))}
              />
              <Textarea
                label={say("protocol.question", { id: question.id })}
                value={question.text}
                autosize
                required
                onChange={(event) => put(at, { text: event.currentTarget.value })}
              />
              <Textarea
                label={say("protocol.subQuestions")}
                description={say("protocol.onePerLine")}
                value={question.subQuestions.map(({ text }) => text).join("\n")}
                autosize
                onChange={(event) =>
                  put(at, {
                    subQuestions: event.currentTarget.value
                      .split("\n")
                      .map((text, n) => ({ id: `${question.id}.${n + 1}`, text })),
                  })
                }
                onBlur={() =>
                  put(at, { subQuestions: question.subQuestions.filter(({ text }) => text.trim()) })
                }
              />
              <Button variant="default" onClick={() => change({ questions: without(questions, at) })}>
                {say("protocol.takeAway", { id: question.id })}
              </Button>
            </div>
          </li>
        ))}
      </ol>
      <Button
        variant="default"
        onClick={() =>
          change({
            questions: [
              ...questions,
              {
                id: nextId(
                  "Q",
                  questions.map(({ id }) => id),
                ),
                axis: "other",
                text: "",
                subQuestions: [],
              },
            ],
          })
        }
      >
        {say("protocol.addQuestion")}
      </Button>
    </Section>
  );
}

const prefixes = { include: "I", possible: "P", exclude: "X" } as const;

function CriteriaEditor({ protocol, change }: EditorProps) {
  const say = useWords("reviews");
  const { criteria } = protocol;
  return (
    <Section title={say("protocol.criteria")} note={say("protocol.criteriaNote")}>
      <div className={style["columns"]}>
        {criterionColumns.map((column) => (
          <fieldset key={column} className={style["boxes"]}>
            <legend>{say(`column.${column}`)}</legend>
            {criteria.map((criterion, at) =>
              criterion.column === column ? (
                <div key={criterion.id} className={style["entry"]}>
                  <Textarea
                    label={criterion.id}
                    value={criterion.text}
                    autosize
                    required
                    onChange={(event) =>
                      change({ criteria: changed(criteria, at, { text: event.currentTarget.value }) })
                    }
                  />
                  <TextInput
                    label={say("protocol.terms", { id: criterion.id })}
                    description={say("protocol.termsNote")}
                    value={criterion.terms.join(", ")}
                    onChange={(event) =>
                      change({
                        criteria: changed(criteria, at, { terms: event.currentTarget.value.split(/,\s?/) }),
                      })
                    }
                    onBlur={() =>
                      change({
                        criteria: changed(criteria, at, {
                          terms: criterion.terms.map((term) => term.trim()).filter(Boolean),
                        }),
                      })
                    }
                  />
                  <Button
                    variant="default"
                    size="compact-sm"
                    onClick={() => change({ criteria: without(criteria, at) })}
                  >
                    {say("protocol.takeAway", { id: criterion.id })}
                  </Button>
                </div>
              ) : null,
            )}
            <Button
              variant="default"
              onClick={() =>
                change({
                  criteria: [
                    ...criteria,
                    {
                      id: nextId(
                        prefixes[column],
                        criteria.map(({ id }) => id),
                      ),
                      column,
                      text: "",
                      terms: [],
                    },
                  ],
                })
              }
            >
              {say(`protocol.add.${column}`)}
            </Button>
          </fieldset>
        ))}
      </div>
    </Section>
  );
}

function SourcesEditor({ protocol, change }: EditorProps) {
  const say = useWords("reviews");
  const { sources } = protocol;
  const put = (at: number, given: Partial<(typeof sources)[number]>) =>
    change({ sources: changed(sources, at, given) });
  return (
    <Section title={say("protocol.sources")} note={say("protocol.sourcesNote")}>
      <ol className={style["plain"]}>
        {sources.map((source, at) => (
          <li key={source.id} className={style["entry"]}>
            <div className={style["form"]}>
              <TextInput
                label={say("protocol.sourceName", { id: source.id })}
                value={source.name}
                required
                onChange={(event) => put(at, { name: event.currentTarget.value })}
              />
              <NativeSelect
                label={say("protocol.sourceKind", { id: source.id })}
                value={source.kind}
                onChange={(event) => put(at, { kind: event.currentTarget.value as typeof source.kind })}
                data={searchSourceKinds.map((value) => ({ value, label: say(`sourceKind.${value}`) }))}
              />
              <Textarea
                label={say("protocol.queries", { id: source.id })}
                description={say("protocol.onePerLine")}
                value={source.queries.join("\n")}
                autosize
                onChange={(event) => put(at, { queries: event.currentTarget.value.split("\n") })}
                onBlur={() => put(at, { queries: source.queries.filter((query) => query.trim()) })}
              />
              <Button variant="default" onClick={() => change({ sources: without(sources, at) })}>
                {say("protocol.takeAway", { id: source.id })}
              </Button>
            </div>
          </li>
        ))}
      </ol>
      <Button
        variant="default"
        onClick={() =>
          change({
            sources: [
              ...sources,
              {
                id: nextId(
                  "S",
                  sources.map(({ id }) => id),
                ),
                kind: "registry",
                name: "",
                queries: [],
                note: null,
              },
            ],
          })
        }
      >
        {say("protocol.addSource")}
      </Button>
    </Section>
  );
}
