import { Link } from "@tanstack/react-router";
import { useWords } from "../i18n.ts";
import style from "./reading.module.css";

/** On a small screen text and passages take turns; which one is shown stands in the address. */
export function ReadingTabs(props: { readonly view: "text" | "passages"; readonly passages: number }) {
  const say = useWords("evidence");
  return (
    <nav className={style["tabs"]} aria-label={say("reading.views")} data-print="hide">
      {(["text", "passages"] as const).map((view) => (
        <Link
          key={view}
          to="."
          search={(former: object) => ({ ...former, view: view === "text" ? undefined : view }) as never}
          replace
          resetScroll={false}
          aria-current={view === props.view ? "true" : undefined}
          activeProps={{}}
        >
          {view === "text" ? say("reading.text") : say("reading.passages", { count: props.passages })}
        </Link>
      ))}
    </nav>
  );
}
