import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { z } from "zod/mini";
import type { ListedRecommendationShape } from "#contract";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import list from "../shared/lists.module.css";
import { OriginMark } from "../shared/origin-mark.tsx";
import style from "./follow-up.module.css";

export type Listed = z.output<typeof ListedRecommendationShape>;
const longest = 320;

/** State, verdict and dates of a recommendation in one line; what is overdue is said in words. */
export function Standing({ of }: { readonly of: Listed }) {
  const say = useWords("follow-up");
  const format = useFormat();
  return (
    <>
      <span className={list["kind"]}>{say(`state.${of.state}`)}</span>
      {of.responseOverdue ? (
        <span className={list["warning"]}>
          {say("overdueResponse", { day: format.date(of.responseDue ?? "") })}
        </span>
      ) : of.responseDue ? (
        <span>{say("responseBy", { day: format.date(of.responseDue) })}</span>
      ) : null}
      {of.actionOverdue ? (
        <span className={list["warning"]}>
          {say("overdueAction", { day: format.date(of.actionDue ?? "") })}
        </span>
      ) : of.actionDue ? (
        <span>{say("actionBy", { day: format.date(of.actionDue) })}</span>
      ) : null}
      {of.answeredInGeneral ? <span>{say("generalShort")}</span> : null}
      {of.toVerify > 0 ? <span>{say("toVerify", { count: of.toVerify })}</span> : null}
    </>
  );
}

/** One recommendation in a list. */
export function RecommendationItem({ of, children }: { readonly of: Listed; readonly children?: ReactNode }) {
  const say = useWords("follow-up");
  return (
    <li className={`${list["hit"]} ${style["item"]}`}>
      <h2 lang={of.language ?? undefined}>
        <Link to="/evidence/recommendations/$id" params={{ id: of.id }}>
          {of.number ? `${of.number} ` : null}
          {of.text.length > longest ? `${of.text.slice(0, longest)}…` : of.text}
        </Link>
      </h2>
      <p className={list["meta"]}>
        <Standing of={of} />
      </p>
      <p className={list["meta"]}>
        {of.unit ? <span>{of.unit}</span> : null}
        {of.year ? <span>{of.year}</span> : null}
        {of.evaluation ? (
          <Link to="/evidence/evaluations/$id" params={{ id: of.evaluation }}>
            {of.evaluation}
          </Link>
        ) : null}
        {of.document && of.passage ? (
          <Link
            to="/evidence/reports/$sha256"
            params={{ sha256: of.document }}
            search={{ passage: of.passage }}
          >
            {say("one.readThere")}
          </Link>
        ) : null}
        {of.priority ? <span>{say(`priority.${of.priority}`)}</span> : null}
        {of.actions > 0 ? <span>{say("actions", { count: of.actions })}</span> : null}
        {of.inReading ? null : <span className={list["warning"]}>{say("notInReadingShort")}</span>}
        <OriginMark origin={of.origin} />
      </p>
      {children}
    </li>
  );
}
