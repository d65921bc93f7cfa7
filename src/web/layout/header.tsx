import { Link, useLocation } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useSession } from "../api.ts";
import { useWords } from "../i18n.ts";
import { doors } from "./doors.ts";
import { LanguageSwitch } from "./language-switch.tsx";
import style from "./layout.module.css";
import { SchemeSwitch } from "./scheme-switch.tsx";

export function Header() {
  const say = useWords("shell");
  const { account } = useSession();
  const [open, setOpen] = useState(false);
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page closes the menu of the small screen
  useEffect(() => setOpen(false), [pathname]);

  return (
    <header className={style["header"]}>
      <div className={style["bar"]}>
        <Link to="/" className={style["name"]}>
          <img src="/icon.svg" alt="" width={28} height={28} />
          <span>Socle</span>
        </Link>
        <button
          type="button"
          className={style["menuButton"]}
          aria-expanded={open}
          aria-controls="doors"
          onClick={() => setOpen(!open)}
          data-print="hide"
        >
          {say(open ? "menu.close" : "menu.open")}
        </button>
        <div id="doors" className={style["doors"]} data-open={open} data-print="hide">
          <nav aria-label={say("nav.label")}>
            <ul className={style["doorList"]}>
              {doors.map((door) => (
                <li key={door.to}>
                  <Link
                    // Doors are data; the router knows their addresses one by one.
                    to={door.to as "/"}
                    activeOptions={{ exact: false, includeSearch: false }}
                    className={style["door"]}
                    activeProps={{ "aria-current": "page" }}
                  >
                    {say(door.word)}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <div className={style["tools"]}>
            <LanguageSwitch />
            <SchemeSwitch />
            {account ? (
              <Link to="/desk" className={style["door"]} activeProps={{ "aria-current": "page" }}>
                {say("door.desk")}
              </Link>
            ) : (
              <Link to="/sign-in" className={style["door"]} activeProps={{ "aria-current": "page" }}>
                {say("door.signIn")}
              </Link>
            )}
          </div>
        </div>
      </div>
    </header>
  );
}
