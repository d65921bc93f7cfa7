import { Link } from "@tanstack/react-router";
import { useWords } from "../../i18n.ts";
import style from "./synthesis.module.css";

const pages = [
  { page: "findings", to: "/reviews/$id/synthesis", view: undefined },
  { page: "themes", to: "/reviews/$id/synthesis", view: "themes" },
  { page: "answers", to: "/reviews/$id/synthesis", view: "answers" },
  { page: "contributions", to: "/reviews/$id/synthesis/contributions", view: undefined },
  { page: "fields", to: "/reviews/$id/synthesis/contributions", view: "fields" },
  { page: "map", to: "/reviews/$id/map", view: undefined },
] as const;

export type SynthesisPart = (typeof pages)[number]["page"];

/** The parts of the synthesis; the present one is marked by the page, since several share an address. */
export function SynthesisNav({ id, current }: { readonly id: string; readonly current: SynthesisPart }) {
  const say = useWords("review-synthesis");
  return (
    <nav aria-label={say("parts")} className={style["nav"]} data-print="hide">
      <ul>
        {pages.map(({ page, to, view }) => (
          <li key={page}>
            <Link
              to={to}
              params={{ id }}
              search={{ view } as never}
              activeProps={{}}
              aria-current={page === current ? "page" : undefined}
            >
              {say(`part.${page}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
