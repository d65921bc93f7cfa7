import { criterionColumns, type Protocol } from "#records";
import { useWords } from "../../i18n.ts";
import { Section } from "../../shared/page.tsx";
import style from "../reviews.module.css";
import { useRuleName } from "./use-rule-name.ts";

/** A protocol to be read: questions, the three columns of criteria, sources and how the work is done. */
export function ProtocolView({ protocol }: { readonly protocol: Protocol }) {
  const say = useWords("reviews");
  const ruleName = useRuleName();
  const lang = protocol.language;
  const text = (field: "background" | "termsOfReference" | "synthesisPlan") =>
    protocol[field] ? (
      <Section title={say(`protocol.${field}`)}>
        <p lang={lang} className={style["prose"]}>
          {protocol[field]}
        </p>
      </Section>
    ) : null;
  return (
    <>
      {text("background")}
      {text("termsOfReference")}
      <Section title={say("protocol.questions")}>
        {protocol.questions.length === 0 ? <p>{say("protocol.none")}</p> : null}
        <ol className={style["plain"]}>
          {protocol.questions.map((question) => (
            <li key={question.id} className={style["entry"]}>
              <p>
                <strong>{question.id}</strong> <span lang={lang}>{question.text}</span>{" "}
                <span className={style["hint"]}>{say(`axis.${question.axis}`)}</span>
              </p>
              {question.subQuestions.length > 0 ? (
                <ol lang={lang}>
                  {question.subQuestions.map((sub) => (
                    <li key={sub.id}>{sub.text}</li>
                  ))}
                </ol>
              ) : null}
            </li>
          ))}
        </ol>
      </Section>
      <Section title={say("protocol.criteria")}>
        <div className={style["columns"]}>
          {criterionColumns.map((column) => (
            <div key={column}>
              <h3>{say(`column.${column}`)}</h3>
              <dl className={style["criteria"]}>
                {protocol.criteria
                  .filter((criterion) => criterion.column === column)
                  .map(({ id, text: words, terms }) => (
                    <div key={id}>
                      <dt>{id}</dt>
                      <dd lang={lang}>
                        {words}
                        {terms.length > 0 ? (
                          <span className={style["hint"]}>
                            {" "}
                            {say("protocol.termsShown", { terms: terms.join(", ") })}
                          </span>
                        ) : null}
                      </dd>
                    </div>
                  ))}
              </dl>
            </div>
          ))}
        </div>
      </Section>
      <Section title={say("protocol.sources")}>
        {protocol.sources.length === 0 ? <p>{say("protocol.none")}</p> : null}
        <ul className={style["plain"]}>
          {protocol.sources.map((source) => (
            <li key={source.id} className={style["entry"]}>
              <strong>
                {source.id} {source.name}
              </strong>{" "}
              <span className={style["hint"]}>{say(`sourceKind.${source.kind}`)}</span>
              {source.queries.length > 0 ? (
                <ul>
                  {source.queries.map((query) => (
                    <li key={query}>
                      <code>{query}</code>
                    </li>
                  ))}
                </ul>
              ) : null}
              {source.note ? <p lang={lang}>{source.note}</p> : null}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={say("protocol.work")}>
        <dl className={style["facts"]}>
          <dt>{say("protocol.unit")}</dt>
          <dd>{say(`unit.${protocol.unit}`)}</dd>
          <dt>{say("protocol.linked")}</dt>
          <dd>
            {say(`linked.${protocol.linkedReports.rule}`)}
            {protocol.linkedReports.note ? ` ${protocol.linkedReports.note}` : ""}
          </dd>
          {protocol.stages.map((plan) => (
            <div key={plan.stage} className={style["pair"]}>
              <dt>{say(`stage.${plan.stage}`)}</dt>
              <dd>
                {plan.used
                  ? say(plan.blind && plan.reviewers > 1 ? "stage.planBlind" : "stage.plan", {
                      count: plan.reviewers,
                    })
                  : say("stage.skipped")}
              </dd>
            </div>
          ))}
          <dt>{say("protocol.order")}</dt>
          <dd>
            {say(`order.${protocol.order}`)}
            {protocol.stopping
              ? ` ${say("protocol.stoppingIs", {
                  rule: ruleName(protocol.stopping.rule),
                  recall: Math.round(protocol.stopping.targetRecall * 100),
                  confidence: Math.round(protocol.stopping.confidence * 100),
                })}`
              : ""}
          </dd>
          {(["appraisal", "extraction", "coding"] as const).map((part) => {
            const plan = protocol[part];
            return (
              <div key={part} className={style["pair"]}>
                <dt>{say(`stage.${part}`)}</dt>
                <dd>
                  {plan === null
                    ? say("stage.notPlanned")
                    : "instrument" in plan
                      ? say("stage.by", {
                          name: plan.instrument,
                          version: plan.version,
                          count: plan.appraisers,
                        })
                      : "form" in plan
                        ? say("stage.by", { name: plan.form, version: plan.version, count: plan.extractors })
                        : say("stage.codedBy", { frame: plan.frame, count: plan.coders })}
                </dd>
              </div>
            );
          })}
        </dl>
      </Section>
      {text("synthesisPlan")}
    </>
  );
}
