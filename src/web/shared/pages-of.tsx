import { Link } from "@tanstack/react-router";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import style from "./pages-of.module.css";

/** Earlier and later part of a long result, each an address of its own. Nothing where all fits on one. */
export function PagesOf(props: { readonly total: number; readonly size: number; readonly page: number }) {
  const say = useWords("terms");
  const format = useFormat();
  const last = Math.max(1, Math.ceil(props.total / props.size));
  if (last === 1) return null;
  const to = (page: number) => (former: object) => ({ ...former, page: page === 1 ? undefined : page });
  return (
    <nav className={style["pages"]} aria-label={say("pages.label")}>
      {props.page > 1 ? (
        <Link to="." search={to(props.page - 1) as never}>
          {say("pages.earlier")}
        </Link>
      ) : null}
      <span>{say("pages.of", { page: format.number(props.page), last: format.number(last) })}</span>
      {props.page < last ? (
        <Link to="." search={to(props.page + 1) as never}>
          {say("pages.later")}
        </Link>
      ) : null}
    </nav>
  );
}
