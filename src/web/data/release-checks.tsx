import { Button, NativeSelect, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { z } from "zod/mini";
import { type ReleaseCheckShape, type ReleaseShape, routes } from "#contract";
import { areaName } from "#kernel";
import { answersFinding } from "#records";
import { useApi, useApiAction, useSession } from "../api.ts";
import { FactTable } from "../charts/fact-table.tsx";
import { useFormat } from "../format.ts";
import { type Say, useLanguage, useWords } from "../i18n.ts";
import { Section } from "../shared/page.tsx";
import { ProblemList } from "../shared/problem-list.tsx";
import { Answered } from "../shared/states.tsx";
import { CheckUnderWay, isUnderWay, useCheckToItsEnd } from "./check-work.tsx";
import { useIndicators } from "./use-indicators.ts";

type Check = z.output<typeof ReleaseCheckShape>;
type Finding = Check["findings"][number];
type Rule = Finding["rule"];
type Release = z.output<typeof ReleaseShape>;

/** What the last check found, with the answers, for every reader; and the form to answer for those who may. */
export function ChecksSection({ release }: { release: Release }) {
  const say = useWords("releases");
  const { may } = useSession();
  const answer = useApi(routes.releaseChecks, { params: { id: release.id } });
  const checking = useApiAction(routes.checkRelease);
  const mayCheck = may(routes.checkRelease);
  const work = answer.value?.work ?? null;
  useCheckToItsEnd(isUnderWay(work), answer.again);
  return (
    <Section title={say("check.heading")}>
      <Answered answer={answer} lines={4}>
        {({ check }) => (
          <>
            {check ? <CheckTables check={check} /> : <NeverChecked release={release} />}
            {mayCheck && release.state !== "discarded" ? (
              <div className="release-work" data-print="hide">
                <ProblemList problems={checking.problems} />
                {work ? <CheckUnderWay id={release.id} work={work} /> : null}
                {isUnderWay(work) ? null : (
                  <Button
                    variant="default"
                    loading={checking.running}
                    onClick={() => void checking.run({ params: { id: release.id } })}
                  >
                    {say(check ? "work.checkAgain" : "work.check")}
                  </Button>
                )}
                {check && check.open > 0 ? <AnswerForm id={release.id} check={check} /> : null}
              </div>
            ) : null}
          </>
        )}
      </Answered>
    </Section>
  );
}

function NeverChecked({ release }: { release: Release }) {
  const say = useWords("releases");
  return (
    <p>
      {say("check.never")} {release.state === "published" ? say("check.neverAtOnce") : null}
    </p>
  );
}

function CheckTables({ check }: { check: Check }) {
  const say = useWords("releases");
  const format = useFormat();
  const indicators = useIndicators();
  const total = check.groups.reduce((sum, { count }) => sum + count, 0);
  const date = format.dateTime(check.at);
  const rules = [...new Set(check.findings.map(({ rule }) => rule))];
  return (
    <>
      <p className="figure-sentence">
        {total === 0
          ? say("check.clean", { date })
          : say("check.found", { date, count: total, open: check.open })}{" "}
        {check.against ? say("check.against", { id: check.against }) : null}
      </p>
      {total > 0 ? (
        <FactTable
          caption={say("check.groups")}
          columns={[
            { id: "rule", label: say("column.rule") },
            { id: "indicator", label: say("column.indicator") },
            { id: "found", label: say("column.found"), numeric: true },
            { id: "open", label: say("column.open"), numeric: true },
          ]}
          rows={check.groups.map((group) => ({
            id: `${group.rule} ${group.indicator}`,
            cells: {
              rule: { show: say(`rule.${group.rule}`) },
              indicator: { show: indicators.label(group.indicator) },
              found: { show: format.number(group.count) },
              open: { show: format.number(group.open) },
            },
          }))}
        />
      ) : null}
      {rules.map((rule) => (
        <FindingsOfRule key={rule} check={check} rule={rule} />
      ))}
    </>
  );
}

function FindingsOfRule({ check, rule }: { check: Check; rule: Rule }) {
  const say = useWords("releases");
  const language = useLanguage();
  const format = useFormat();
  const indicators = useIndicators();
  const own = check.findings.filter((finding) => finding.rule === rule);
  const all = check.groups.filter((group) => group.rule === rule).reduce((sum, { count }) => sum + count, 0);
  const caption = say("check.findings", { rule: say(`rule.${rule}`) });
  return (
    <details className="release-form" open={all <= 12}>
      <summary>{caption}</summary>
      {all > own.length ? <p className="figure-hint">{say("check.shown", { count: own.length })}</p> : null}
      <FactTable
        caption={caption}
        columns={[
          { id: "indicator", label: say("column.indicator") },
          { id: "area", label: say("column.area") },
          { id: "period", label: say("column.period"), short: true },
          { id: "values", label: say("column.values") },
          { id: "answer", label: say("column.answer"), wide: true },
        ]}
        rows={own.map((finding) => ({
          id: finding.id,
          cells: {
            indicator: { show: indicators.label(finding.indicator) },
            area: { show: finding.area === null ? "" : areaName(finding.area, language) },
            period: { show: finding.period ?? "" },
            values: { show: valuesText(finding, say, format.number) },
            answer: { show: answerTo(check, finding) },
          },
        }))}
      />
    </details>
  );
}

const valuesText = (
  { values, source, sex }: Finding,
  say: Say,
  number: (value: number, digits?: number) => string,
): string =>
  [
    ...Object.entries(values)
      .filter(([, value]) => value !== null)
      // A year is no quantity: no grouping of its digits.
      .map(([name, value]) => {
        const text = typeof value === "number" && name !== "until" ? number(value, 4) : String(value);
        return `${say(`value.${name}`)} ${text}`;
      }),
    ...[source, sex].filter((part): part is string => part !== null && part !== "" && part !== "T"),
  ].join("; ");

const answerTo = (check: Check, finding: Finding): string =>
  [...new Set(check.answers.filter((one) => answersFinding(one, finding)).map(({ note }) => note))].join(
    " · ",
  );

/** One note for all findings of a rule in an indicator, or of a whole rule. */
function AnswerForm({ id, check }: { id: string; check: Check }) {
  const say = useWords("releases");
  const indicators = useIndicators();
  const answer = useApiAction(routes.answerFinding);
  const open = check.groups.filter((group) => group.open > 0);
  const rules = [...new Set(open.map(({ rule }) => rule))];
  const choices = [
    ...rules.map((rule) => ({ key: rule, rule, indicator: null as string | null })),
    ...open.map(({ rule, indicator }) => ({ key: `${rule} ${indicator}`, rule, indicator })),
  ];
  const [chosen, setChosen] = useState("");
  const [note, setNote] = useState("");
  const wanted = choices.find(({ key }) => key === chosen) ?? choices[0];
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!wanted) return;
    const { rule, indicator } = wanted;
    if (await answer.run({ params: { id }, body: { rule, indicator, note } })) setNote("");
  };
  return (
    <form onSubmit={send} className="release-form-fields">
      <NativeSelect
        label={say("work.which")}
        value={wanted?.key ?? ""}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={choices.map(({ key, rule, indicator }) => ({
          value: key,
          label:
            indicator === null
              ? `${say(`rule.${rule}`)}: ${say("filter.all")}`
              : `${say(`rule.${rule}`)}: ${indicators.label(indicator)}`,
        }))}
      />
      <Textarea
        label={say("work.note")}
        description={say("work.answerHint")}
        required
        withAsterisk={false}
        minLength={3}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <ProblemList problems={answer.problems} />
      <Button type="submit" loading={answer.running}>
        {say("work.answer")}
      </Button>
    </form>
  );
}
