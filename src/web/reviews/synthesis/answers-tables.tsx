import { Link } from "@tanstack/react-router";
import { questionAxes } from "#records";
import { useLanguage, useWords } from "../../i18n.ts";
import { Section } from "../../shared/page.tsx";
import { EmptyState } from "../../shared/states.tsx";
import { WideTable } from "../wide-table.tsx";
import type { Synthesis } from "./replies.ts";
import { sentenceIn } from "./sentence-in.ts";
import style from "./synthesis.module.css";

/** What is done, what works, for whom and why: a table each, from the questions the findings answer. */
export function AnswersTables({
  review,
  synthesis,
}: {
  readonly review: string;
  readonly synthesis: Synthesis;
}) {
  const say = useWords("review-synthesis");
  const term = useWords("terms");
  const language = useLanguage();
  const { questions, findings, unit } = synthesis;
  if (findings.length === 0) return <EmptyState what={say("empty")} how={say("answersHow")} />;
  return (
    <>
      {questionAxes.map((axis) => {
        const asked = questions.filter((one) => one.axis === axis);
        if (asked.length === 0) return null;
        const ids = asked.flatMap(({ id, subQuestions }) => [id, ...subQuestions.map((sub) => sub.id)]);
        const answers = findings.filter(({ finding }) => ids.includes(finding.question ?? ""));
        return (
          <Section key={axis} title={say(`axis.${axis}`)} note={asked.map(({ text }) => text).join(" ")}>
            {answers.length === 0 ? (
              <p>{say("unanswered")}</p>
            ) : (
              <WideTable label={say(`axis.${axis}`)}>
                <table>
                  <caption className="visually-hidden">{say(`axis.${axis}`)}</caption>
                  <thead>
                    <tr>
                      <th scope="col">{say("column.finding")}</th>
                      <th scope="col">{say("column.kind")}</th>
                      <th scope="col">{say("column.passages")}</th>
                      <th scope="col">{say(unit === "project" ? "column.projects" : "column.reports")}</th>
                      <th scope="col">{say("column.certainty")}</th>
                      <th scope="col">{say("column.whom")}</th>
                      <th scope="col">{say("column.where")}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {answers.map(({ id, finding, weight, suggested, judgement }) => {
                      const said = sentenceIn(finding.text, language);
                      const level = judgement?.judgement.overall ?? suggested.overall;
                      return (
                        <tr key={id}>
                          <th scope="row" lang={said.language}>
                            <Link to="/reviews/$id/synthesis" params={{ id: review }} hash={`finding-${id}`}>
                              {said.text}
                            </Link>
                          </th>
                          <td>
                            {say(`kind.${finding.kind}`)}
                            {finding.side ? `, ${say(`side.${finding.side}`)}` : ""}
                          </td>
                          <td className={style["number"]}>{weight.passages}</td>
                          <td className={style["number"]}>{weight.units}</td>
                          <td>
                            {say(level === null ? "level.none" : `level.${level}`)}
                            <p className={style["hint"]}>{say(judgement ? "byPeople" : "byCounts")}</p>
                          </td>
                          <td>
                            {[...finding.targetGroups, ...finding.beneficiaries].join(", ") ||
                              term("notStated")}
                          </td>
                          <td>
                            {finding.regions.map((one) => term(`region.${one}`)).join(", ") ||
                              term("notStated")}
                          </td>
                        </tr>
                      );
                    })}
                  </tbody>
                </table>
              </WideTable>
            )}
          </Section>
        );
      })}
    </>
  );
}
