import { Link } from "@tanstack/react-router";
import { routes } from "#contract";
import { useApi } from "../api.ts";
import { useWords } from "../i18n.ts";
import style from "./layout.module.css";

export function Footer() {
  const say = useWords("shell");
  const overview = useApi(routes.overview, {});
  const health = useApi(routes.health, {});
  return (
    <footer className={style["footer"]}>
      <div className={style["footerInner"]}>
        {overview.value?.demonstration ? (
          <p className={style["demonstration"]}>
            <strong>{say("demonstration.title")}</strong> {say("demonstration.text")}
          </p>
        ) : null}
        <div className={style["footerRow"]}>
          <p>
            {say("about")}{" "}
            {health.value ? <span>{say("version", { version: health.value.version })}</span> : null}
          </p>
          <ul className={style["footerLinks"]} data-print="hide">
            <li>
              <Link to="/access">{say("footer.access")}</Link>
            </li>
            <li>
              <a href="/api/docs">{say("footer.api")}</a>
            </li>
          </ul>
        </div>
      </div>
    </footer>
  );
}
