import { getRouteApi, Link } from "@tanstack/react-router";
import { Fragment, type ReactNode } from "react";
import { routes } from "#contract";
import { useApi } from "../api.ts";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { CiteThis } from "../shared/cite-this.tsx";
import { CountryLink } from "../shared/country-link.tsx";
import list from "../shared/lists.module.css";
import { OriginMark } from "../shared/origin-mark.tsx";
import { Page, Section } from "../shared/page.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import style from "./follow-up.module.css";
import { History } from "./history.tsx";
import { NextSteps } from "./next-steps.tsx";
import { Standing } from "./recommendation-item.tsx";
import type { Shown } from "./shown.ts";

const route = getRouteApi("/evidence/recommendations/$id");

export function RecommendationPage() {
  const say = useWords("follow-up");
  const { id } = route.useParams();
  const answer = useApi(routes.recommendation, { params: { id } });
  const one = answer.value;
  return (
    <Page
      title={say("one.title", { number: one?.number ?? "" }).trim()}
      kicker={
        one ? (
          <>
            <Link to="/evidence/recommendations">{say("list.title")}</Link> <OriginMark origin={one.origin} />
          </>
        ) : null
      }
    >
      <Answered answer={answer} lines={12}>
        {(shown) => <Whole shown={shown} />}
      </Answered>
    </Page>
  );
}

function Whole({ shown }: { readonly shown: Shown }) {
  const say = useWords("follow-up");
  return (
    <>
      {shown.current ? null : <p className={style["remark"]}>{say("one.withdrawn")}</p>}
      {shown.inReading ? null : <p className={style["remark"]}>{say("one.notInReading")}</p>}
      <p className={list["meta"]} role="status">
        <Standing of={shown} />
      </p>
      <div className={style["beside"]}>
        <section>
          <h2>{say("one.advice")}</h2>
          <blockquote className={style["quote"]} lang={shown.language ?? undefined}>
            {shown.text}
          </blockquote>
          <p className={list["meta"]}>
            {shown.document && shown.passage ? (
              <Link
                to="/evidence/reports/$sha256"
                params={{ sha256: shown.document }}
                search={{ passage: shown.passage }}
              >
                {shown.page === null ? say("one.readThere") : say("one.readOnPage", { page: shown.page })}
              </Link>
            ) : shown.document ? (
              <Link to="/evidence/reports/$sha256" params={{ sha256: shown.document }}>
                {shown.reportTitle ?? say("one.report")}
              </Link>
            ) : null}
            {shown.advice ? (
              <Link to="/evidence/advice" search={{ group: shown.advice }}>
                {say("one.recurs")}
              </Link>
            ) : null}
          </p>
        </section>
        <section>
          <h2>{say("one.response")}</h2>
          <Response shown={shown} />
        </section>
      </div>
      {shown.grounds.length > 0 ? (
        <Section title={say("one.grounds")} note={say("one.groundsNote")}>
          <Quoted passages={shown.grounds} named />
        </Section>
      ) : null}
      <Section title={say("one.actions")}>
        <Actions shown={shown} />
      </Section>
      <Section title={say("one.next")}>
        <NextSteps shown={shown} />
      </Section>
      <Section title={say("one.about")}>
        <Facts shown={shown} />
      </Section>
      <Section title={say("one.history")} note={say("one.historyNote")}>
        <History shown={shown} />
      </Section>
      {shown.current ? <CiteThis kind="recommendation" id={shown.id} /> : null}
    </>
  );
}

function Response({ shown }: { readonly shown: Shown }) {
  const say = useWords("follow-up");
  const format = useFormat();
  if (shown.verdict === null && !shown.answeredInGeneral)
    return (
      <EmptyState
        what={say(shown.state === "response-due" ? "one.awaited" : "one.noResponse")}
        how={shown.responseDue ? say("responseBy", { day: format.date(shown.responseDue) }) : undefined}
      />
    );
  return (
    <div className={list["stack"]}>
      <p>
        <strong>{shown.verdict === null ? say("general") : say(`verdict.${shown.verdict}`)}</strong>{" "}
        {shown.respondedOn ? format.date(shown.respondedOn) : null}
      </p>
      {shown.verdict === null ? <p className={list["note"]}>{say("generalNote")}</p> : null}
      {shown.verdictReason ? (
        <p>
          {say("reason")}: {shown.verdictReason}
        </p>
      ) : null}
      {shown.responseText ? <blockquote className={style["quote"]}>{shown.responseText}</blockquote> : null}
      <Quoted passages={shown.responsePassages} />
    </div>
  );
}

/** Passages word for word, each with the way to its page; `named` says of what kind each is. */
function Quoted(props: { readonly passages: Shown["grounds"]; readonly named?: boolean }) {
  const say = useWords("follow-up");
  const term = useWords("terms");
  return props.passages.map((passage) => (
    <blockquote key={passage.id} className={style["quote"]}>
      {props.named ? <strong>{term(`kind.${passage.kind}`)} </strong> : null}
      <span lang={passage.language ?? undefined}>
        {passage.label ? `${passage.label} ` : null}
        {passage.text.replace(/\s+/g, " ")}
      </span>{" "}
      <Link
        to="/evidence/reports/$sha256"
        params={{ sha256: passage.source }}
        search={{ passage: passage.id }}
      >
        {passage.page === null ? say("one.readThere") : say("one.readOnPage", { page: passage.page })}
      </Link>
    </blockquote>
  ));
}

function Actions({ shown }: { readonly shown: Shown }) {
  const say = useWords("follow-up");
  const format = useFormat();
  if (shown.plannedActions.length === 0)
    return (
      <EmptyState
        what={say(shown.state === "accepted-without-action" ? "one.acceptedWithoutAction" : "one.noActions")}
        how={shown.reported ? say("reported", shown.reported) : undefined}
      />
    );
  return (
    <ol className={list["plain"]}>
      {shown.plannedActions.map((action) => (
        <li key={action.id} className={`${list["hit"]} ${style["item"]}`}>
          <h3 lang={shown.language ?? undefined}>
            {action.id}. {action.text}
          </h3>
          <p className={list["meta"]}>
            <span className={list["kind"]}>{say(`state.${action.state}`)}</span>
            <span className={action.overdue ? list["warning"] : undefined}>
              {action.due === null
                ? action.printedDue === null
                  ? say("dueNone")
                  : say("duePrinted", { text: action.printedDue })
                : say(action.overdue ? "overdueSince" : "dueOn", { day: format.date(action.due) })}
            </span>
            <span>{action.ownerName ?? action.owner ?? say("ownerNone")}</span>
            {action.completedOn ? (
              <span>{say("completedOn", { day: format.date(action.completedOn) })}</span>
            ) : null}
            {action.reported ? <span>{say("reported", action.reported)}</span> : null}
          </p>
          {action.reason ? (
            <p className={list["note"]}>
              {say("reason")}: {action.reason}
            </p>
          ) : null}
          {action.evidence.length > 0 ? (
            <p className={list["note"]}>
              {say("evidence")}:{" "}
              {format.list(action.evidence.map(({ name, note }) => (note ? `${name} (${note})` : name)))}
            </p>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

function Facts({ shown }: { readonly shown: Shown }) {
  const say = useWords("follow-up");
  const term = useWords("terms");
  const format = useFormat();
  const absent = <em>{term("notStated")}</em>;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [
      "evaluation",
      shown.evaluation === null ? (
        absent
      ) : (
        <Link key="evaluation" to="/evidence/evaluations/$id" params={{ id: shown.evaluation }}>
          {shown.evaluationTitle ?? shown.evaluation}
        </Link>
      ),
    ],
    ["unit", shown.unit ?? absent],
    ["addressees", shown.addressees.length > 0 ? format.list(shown.addressees) : absent],
    ["priority", shown.priority ? say(`priority.${shown.priority}`) : absent],
    ["timeFrame", shown.timeFrame ? say(`timeFrame.${shown.timeFrame}`) : (shown.printedTimeFrame ?? absent)],
    ["resources", shown.resources ? say(`priority.${shown.resources}`) : absent],
    [
      "where",
      shown.region === null && shown.countries.length === 0 ? (
        absent
      ) : (
        <Fragment key="where">
          {shown.region ? term(`region.${shown.region}`) : null}{" "}
          {shown.countries.map((area) => (
            <Fragment key={area}>
              <CountryLink area={area} />{" "}
            </Fragment>
          ))}
        </Fragment>
      ),
    ],
    ["year", shown.year ?? absent],
    ["issued", shown.issuedOn ? format.date(shown.issuedOn) : say("one.dayUnknown")],
  ];
  return (
    <dl className={list["facts"]}>
      {facts.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{say(`fact.${name}`)}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
