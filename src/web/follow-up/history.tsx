import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import list from "../shared/lists.module.css";
import style from "./follow-up.module.css";
import type { Shown } from "./shown.ts";

type Event = Shown["history"][number];

/** What was said with an event, in the words it was said in. */
function wordsOf({ data }: Event): string {
  const parts: (string | null)[] = [];
  if ("text" in data) parts.push(data.text);
  if ("reason" in data) parts.push(data.reason);
  if ("note" in data) parts.push(data.note);
  if (data.kind === "imported-status") parts.push(`${data.system}: ${data.original}`);
  return parts.filter((part) => part !== null && part !== "").join(" · ");
}

/** Every event, oldest first. Nothing in it can be changed. */
export function History({ shown }: { readonly shown: Shown }) {
  const say = useWords("follow-up");
  const format = useFormat();
  return (
    <ol className={list["plain"]}>
      {shown.history.map((event) => {
        const { data } = event;
        const words = wordsOf(event);
        return (
          <li key={event.number} className={`${list["hit"]} ${style["item"]}`}>
            <p>
              <strong>
                {say(`event.${data.kind}`)}
                {data.kind === "responded" ? `: ${say(`verdict.${data.verdict}`)}` : null}
              </strong>
              {event.action ? ` · ${say("actionNumber", { number: event.action })}` : null}
              {"due" in data && data.due ? ` · ${say("dueOn", { day: format.date(data.due) })}` : null}
            </p>
            {words ? <p>{words}</p> : null}
            <p className={list["meta"]}>
              <span>{event.on ? format.date(event.on) : say("one.dayUnknown")}</span>
              <span>{say("recordedBy", { name: event.by, at: format.dateTime(event.at) })}</span>
            </p>
          </li>
        );
      })}
    </ol>
  );
}
