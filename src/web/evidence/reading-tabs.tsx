import { useWords } from "../i18n.ts";
import { StateLink } from "../shared/state-link.tsx";
import views from "../shared/view-switch.module.css";
import style from "./reading.module.css";

/** On a small screen text and passages take turns; which one is shown stands in the address. */
export function ReadingTabs(props: { readonly view: "text" | "passages"; readonly passages: number }) {
  const say = useWords("evidence");
  return (
    <nav
      className={`${style["tabs"]} ${views["switch"]}`}
      aria-label={say("reading.views")}
      data-print="hide"
    >
      {(["text", "passages"] as const).map((view) => (
        <StateLink
          key={view}
          search={(former) => ({ ...former, view: view === "text" ? undefined : view })}
          replace
          current={view === props.view}
        >
          {view === "text" ? say("reading.text") : say("reading.passages", { count: props.passages })}
        </StateLink>
      ))}
    </nav>
  );
}
