import { Link, useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useSession } from "../api.ts";
import { useWords } from "../i18n.ts";
import style from "./layout.module.css";
import { sectionsOf } from "./sections.ts";

/** The pages behind the door one stands in, where it holds many. */
export function SectionNav() {
  const say = useWords("shell");
  const { pathname } = useLocation();
  const { may } = useSession();
  const list = useRef<HTMLUListElement>(null);
  // On a small screen the line scrolls: the page one is on stands in view.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page, another part of the line
  useEffect(() => {
    const line = list.current;
    const present = line?.querySelector<HTMLElement>("[aria-current]");
    if (line && present) line.scrollLeft = present.offsetLeft - line.offsetLeft - line.clientWidth / 3;
  }, [pathname]);
  const sections = sectionsOf(pathname);
  if (sections === null) return null;
  return (
    <nav aria-label={say(sections.label)} className={style["sections"]} data-print="hide">
      <ul ref={list} className={style["sectionList"]}>
        {sections.links
          .filter((section) => section.for === undefined || may(section.for))
          .map(({ to, word }) => (
            <li key={to}>
              <Link
                // Sections are data; the router knows their addresses one by one.
                to={to as "/"}
                activeOptions={{ exact: to === sections.first, includeSearch: false }}
                className={style["section"]}
                activeProps={{ "aria-current": "page" }}
              >
                {say(word)}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}
