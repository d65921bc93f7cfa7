import type { CallReply, routes } from "#contract";
import { useFormat } from "../../format.ts";
import { useWords } from "../../i18n.ts";
import style from "./screening.module.css";

/** What one decided last, each a way back to its record. */
export function LastDecisions(props: {
  readonly decisions: CallReply<typeof routes.ownDecisions>["decisions"];
  readonly onOpen: (record: string) => void;
}) {
  const say = useWords("review-screening");
  const format = useFormat();
  return (
    <details className={style["panel"]}>
      <summary>{say("lastDecisions")}</summary>
      {props.decisions.length > 0 ? (
        <ol className={style["plain"]}>
          {props.decisions.map((one) => (
            <li key={one.event}>
              <button type="button" className={style["link"]} onClick={() => props.onOpen(one.record)}>
                {one.record} {one.title}
              </button>{" "}
              <span className={style["facts"]}>
                {say(`verdict.${one.verdict}`)} · {format.dateTime(one.at)}
              </span>
            </li>
          ))}
        </ol>
      ) : (
        <p>{say("noDecisions")}</p>
      )}
    </details>
  );
}
