import { Button } from "@mantine/core";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import style from "./correct.module.css";
import type { Asked, Corrections } from "./use-corrections.ts";

/** What was done to this document, newest first; each act that stands can be taken back. */
export function HistoryList(props: {
  readonly corrections: Corrections;
  readonly running: boolean;
  readonly onAct: (asked: Asked) => void;
}) {
  const say = useWords("correct");
  const term = useWords("terms");
  const format = useFormat();
  const { history } = props.corrections;
  if (history.length === 0) return null;
  return (
    <details className={style["more"]}>
      <summary>{say("history", { count: history.length })}</summary>
      <ol className={style["list"]}>
        {history.map((event) => {
          const [one] = event.after.length > 0 ? event.after : event.before;
          const count = Math.max(event.before.length, event.after.length);
          return (
            <li key={event.number} className={style["old"]}>
              <span>
                {say(`act.${event.act}`)}
                {one ? ` · ${term(`kind.${one.kind}`)}${one.label ? ` ${one.label}` : ""}` : null}
                {count > 1 ? ` ${say("andOthers", { count: count - 1 })}` : null}
                {event.comment ? ` · ${event.comment}` : null}
              </span>
              <span className={style["oldFoot"]}>
                {event.by === "reader" ? say("byReader") : event.by} · {format.dateTime(event.at)}
                {event.undoneBy === null && event.act !== "move" ? (
                  <Button
                    variant="default"
                    size="compact-sm"
                    onClick={() => props.onAct({ act: "undo", number: event.number })}
                  >
                    {say("do.undo")}
                  </Button>
                ) : event.undoneBy === null ? null : (
                  <span>{say("undone")}</span>
                )}
              </span>
            </li>
          );
        })}
      </ol>
    </details>
  );
}
