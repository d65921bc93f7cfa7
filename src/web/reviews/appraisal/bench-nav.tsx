import { Link } from "@tanstack/react-router";
import { useWords } from "../../i18n.ts";
import style from "../reviews.module.css";

/** The pages of the appraisal beside each other. */
export function AppraisalNav({ id }: { readonly id: string }) {
  const say = useWords("review-appraisal");
  return (
    <nav aria-label={say("appraisal.pages")}>
      <ul className={style["views"]}>
        <li>
          <Link
            to="/reviews/$id/appraisal"
            params={{ id }}
            activeOptions={{ exact: true, includeSearch: false }}
            activeProps={{ "aria-current": "page" }}
          >
            {say("appraisal.reports")}
          </Link>
        </li>
        <li>
          <Link
            to="/reviews/$id/appraisal/instruments"
            params={{ id }}
            activeProps={{ "aria-current": "page" }}
          >
            {say("instruments.title")}
          </Link>
        </li>
      </ul>
    </nav>
  );
}

/** The pages of the extraction beside each other. */
export function ExtractionNav({ id }: { readonly id: string }) {
  const say = useWords("review-appraisal");
  return (
    <nav aria-label={say("extraction.pages")}>
      <ul className={style["views"]}>
        <li>
          <Link
            to="/reviews/$id/extraction"
            params={{ id }}
            activeOptions={{ exact: true, includeSearch: false }}
            activeProps={{ "aria-current": "page" }}
          >
            {say("appraisal.reports")}
          </Link>
        </li>
        <li>
          <Link to="/reviews/$id/extraction/matrix" params={{ id }} activeProps={{ "aria-current": "page" }}>
            {say("matrix.title")}
          </Link>
        </li>
        <li>
          <Link to="/reviews/$id/extraction/form" params={{ id }} activeProps={{ "aria-current": "page" }}>
            {say("forms.title")}
          </Link>
        </li>
      </ul>
    </nav>
  );
}
