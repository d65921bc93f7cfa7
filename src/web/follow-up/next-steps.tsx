import { Button } from "@mantine/core";
import { useState } from "react";
import { useSession } from "../api.ts";
import { hasWord, useLanguage, useWords } from "../i18n.ts";
import list from "../shared/lists.module.css";
import style from "./follow-up.module.css";
import type { Next, Shown } from "./shown.ts";
import { StepForm } from "./step-form.tsx";

const keyOf = (step: Pick<Next, "kind" | "action">) => `${step.kind} ${step.action ?? ""}`;

/** What this person can do now; what they cannot is listed with the reason. */
export function NextSteps({ shown }: { readonly shown: Shown }) {
  const say = useWords("follow-up");
  const language = useLanguage();
  const session = useSession();
  const [open, setOpen] = useState<string | null>(null);
  const possible = shown.next.filter(({ allowed }) => allowed);
  const closed = shown.next.filter(({ allowed }) => !allowed);
  const chosen = possible.find((step) => keyOf(step) === open);
  const name = (step: Next) =>
    step.action === null
      ? say(`step.${step.kind}`)
      : `${say(`step.${step.kind}`)} (${say("actionNumber", { number: step.action })})`;
  // The server's own sentence names the values, so English keeps it.
  const why = (step: Next) =>
    language !== "en" && step.code !== null && hasWord("follow-up", `why.${step.code}`)
      ? { text: say(`why.${step.code}`), lang: language }
      : { text: step.why ?? "", lang: "en" };
  return (
    <div className={list["stack"]} data-print="hide">
      {possible.length === 0 ? (
        <p className={list["note"]}>{say(session.account === null ? "step.signIn" : "step.none")}</p>
      ) : (
        <div className={style["steps"]}>
          {possible.map((step) => (
            <Button
              key={keyOf(step)}
              variant={keyOf(step) === open ? "filled" : "default"}
              aria-expanded={keyOf(step) === open}
              onClick={() => setOpen(keyOf(step) === open ? null : keyOf(step))}
            >
              {name(step)}
            </Button>
          ))}
        </div>
      )}
      {chosen ? (
        <StepForm key={open} shown={shown} step={chosen} title={name(chosen)} onDone={() => setOpen(null)} />
      ) : null}
      {closed.length > 0 ? (
        <details>
          <summary>{say("step.closed")}</summary>
          <ul>
            {closed.map((step) => (
              <li key={keyOf(step)}>
                {name(step)}: <span lang={why(step).lang}>{why(step).text}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}
