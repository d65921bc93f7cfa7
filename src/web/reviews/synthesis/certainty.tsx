import { Button, NativeSelect, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { certainties, certaintyComponents, concerns } from "#records";
import { useFormat } from "../../format.ts";
import { useWords } from "../../i18n.ts";
import { ProblemList } from "../../shared/problem-list.tsx";
import { useActs } from "../use-acts.ts";
import { WideTable } from "../wide-table.tsx";
import type { Finding } from "./replies.ts";
import style from "./synthesis.module.css";

/** How sure a finding is: what the counts suggest, with their reasons, and what people judge, both shown. */
export function Certainty(props: {
  readonly review: string;
  readonly finding: Finding;
  readonly mayJudge: boolean;
}) {
  const say = useWords("review-synthesis");
  const format = useFormat();
  const { review, finding, mayJudge } = props;
  const { suggested, judgement } = finding;
  const [judging, setJudging] = useState(false);
  const level = (value: string | null) => (value === null ? say("level.none") : say(`level.${value}`));
  return (
    <details>
      <summary>
        {judgement
          ? say("certainty.summary", {
              counted: level(suggested.overall),
              judged: level(judgement.judgement.overall),
            })
          : say("certainty.summaryCounted", { counted: level(suggested.overall) })}
      </summary>
      <WideTable label={say("certainty.title")}>
        <table>
          <caption className="visually-hidden">{say("certainty.title")}</caption>
          <thead>
            <tr>
              <th scope="col">{say("certainty.component")}</th>
              <th scope="col">{say("certainty.counted")}</th>
              <th scope="col">{say("certainty.judged")}</th>
            </tr>
          </thead>
          <tbody>
            {certaintyComponents.map((component) => {
              const counted = suggested.components[component];
              const judged = judgement?.judgement.components[component];
              return (
                <tr key={component}>
                  <th scope="row">{say(`component.${component}`)}</th>
                  <td>
                    {counted.concern === null ? say("concern.unknown") : say(`concern.${counted.concern}`)}
                    <p className={style["hint"]}>
                      {counted.concern === null
                        ? say(`open.${component}`, counted.counts)
                        : say(`why.${component}`, counted.counts)}
                    </p>
                  </td>
                  <td>
                    {judged ? say(`concern.${judged.concern}`) : say("certainty.notJudged")}
                    {judged?.explanation ? <p className={style["hint"]}>{judged.explanation}</p> : null}
                  </td>
                </tr>
              );
            })}
            <tr>
              <th scope="row">{say("certainty.overall")}</th>
              <td>{level(suggested.overall)}</td>
              <td>
                {judgement ? level(judgement.judgement.overall) : say("certainty.notJudged")}
                {judgement ? (
                  <p className={style["hint"]}>
                    {judgement.judgement.explanation} ({judgement.by}, {format.date(judgement.at)})
                  </p>
                ) : null}
              </td>
            </tr>
          </tbody>
        </table>
      </WideTable>
      {judgement?.earlier ? <p className={style["warn"]}>{say("certainty.earlier")}</p> : null}
      {!mayJudge ? null : judging ? (
        <JudgeForm review={review} finding={finding} onDone={() => setJudging(false)} />
      ) : (
        <Button variant="default" size="compact-sm" onClick={() => setJudging(true)}>
          {say(judgement ? "certainty.again" : "certainty.judge")}
        </Button>
      )}
    </details>
  );
}

type Concern = (typeof concerns)[number];
type Level = (typeof certainties)[number];

function JudgeForm(props: {
  readonly review: string;
  readonly finding: Finding;
  readonly onDone: () => void;
}) {
  const say = useWords("review-synthesis");
  const acts = useActs(props.review);
  const { suggested, judgement, id } = props.finding;
  const former = judgement?.judgement;
  const [components, setComponents] = useState(
    () =>
      Object.fromEntries(
        certaintyComponents.map((name) => [
          name,
          former?.components[name] ?? {
            concern: suggested.components[name].concern ?? "none",
            explanation: "",
          },
        ]),
      ) as Record<(typeof certaintyComponents)[number], { concern: Concern; explanation: string }>,
  );
  const [overall, setOverall] = useState<Level>(former?.overall ?? suggested.overall ?? "moderate");
  const [explanation, setExplanation] = useState(former?.explanation ?? "");
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const done = await acts.record({
      kind: "certainty.judged",
      finding: id,
      judgement: { components, overall, explanation },
    });
    if (done) props.onDone();
  };
  return (
    <form onSubmit={send} className={style["form"]}>
      {certaintyComponents.map((name) => (
        <div key={name} className={style["pair"]}>
          <NativeSelect
            label={say(`component.${name}`)}
            value={components[name].concern}
            data={concerns.map((value) => ({ value, label: say(`concern.${value}`) }))}
            onChange={(event) =>
              setComponents({
                ...components,
                [name]: { ...components[name], concern: event.currentTarget.value as Concern },
              })
            }
          />
          <Textarea
            label={say("certainty.because", { component: say(`component.${name}`) })}
            value={components[name].explanation}
            autosize
            onChange={(event) =>
              setComponents({
                ...components,
                [name]: { ...components[name], explanation: event.currentTarget.value },
              })
            }
          />
        </div>
      ))}
      <NativeSelect
        label={say("certainty.overall")}
        value={overall}
        data={certainties.map((value) => ({ value, label: say(`level.${value}`) }))}
        onChange={(event) => setOverall(event.currentTarget.value as Level)}
      />
      <Textarea
        label={say("certainty.explanation")}
        value={explanation}
        required
        autosize
        onChange={(event) => setExplanation(event.currentTarget.value)}
      />
      <Button type="submit" loading={acts.running}>
        {say("certainty.save")}
      </Button>
      <ProblemList problems={acts.problems} />
    </form>
  );
}
