import { Link } from "@tanstack/react-router";
import type { CallReply, routes } from "#contract";
import { useWords } from "../../i18n.ts";
import style from "../reviews.module.css";

export type MemberTask = CallReply<typeof routes.reviewProgress>["tasks"][number];

/** The page where a task is done, below that of the review, with the state in which it opens. */
const places = {
  "write-protocol": ["protocol", { edit: "yes" }],
  "add-records": ["records", { view: "searches" }],
  screen: ["screening", {}],
  settle: ["screening/conflicts", {}],
  "take-instrument": ["appraisal/instruments", {}],
  appraise: ["appraisal", { show: "mine" }],
  "reconcile-appraisals": ["appraisal", { show: "to-reconcile" }],
  "take-form": ["extraction/form", {}],
  extract: ["extraction", { show: "mine" }],
  "reconcile-extractions": ["extraction", { show: "to-reconcile" }],
  code: ["coding", {}],
  "settle-codings": ["coding", {}],
  "build-themes": ["synthesis", {}],
  "write-findings": ["synthesis", { view: "answers" }],
  publish: ["report", {}],
} as const satisfies Readonly<Record<MemberTask["kind"], readonly [string, object]>>;

/** What waits for a member, each a way to the page where it is done. */
export function TaskList(props: { readonly id: string; readonly tasks: readonly MemberTask[] }) {
  const say = useWords("review-overview");
  if (props.tasks.length === 0) return <p className={style["hint"]}>{say("waits.nothing")}</p>;
  return (
    <ul className={style["tasks"]}>
      {props.tasks.map(({ kind, stage, count }) => {
        const [place, state] = places[kind];
        return (
          <li key={`${kind} ${stage ?? ""}`}>
            <Link
              to={`/reviews/${props.id}/${place}` as "/"}
              search={{ ...state, ...(stage ? { stage } : {}) } as never}
            >
              {say(`task.${kind}`, { count: count ?? 1 })}
            </Link>{" "}
            {stage ? <span className={style["hint"]}>{say(`stage.${stage}`)}</span> : null}
          </li>
        );
      })}
    </ul>
  );
}
