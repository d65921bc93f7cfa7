import { Link } from "@tanstack/react-router";
import type { z } from "zod/mini";
import type { PassageHitsShape } from "#contract";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { CountryLink } from "../shared/country-link.tsx";
import list from "../shared/lists.module.css";
import { OriginMark } from "../shared/origin-mark.tsx";
import { Highlighted } from "./highlighted.tsx";

type Hits = z.output<typeof PassageHitsShape>["hits"];

/** Countries named beside a hit; more are on the record. */
const mostCountries = 3;

/** Hits with the found words marked, each leading to its place in the report. */
export function PassageHits({ hits }: { readonly hits: Hits }) {
  const say = useWords("evidence");
  const term = useWords("terms");
  const format = useFormat();
  return (
    <ol className={list["plain"]}>
      {hits.map(({ passage, title, titleLanguage, year, countries, origin, evaluation, highlights }) => (
        <li key={passage.id} className={list["hit"]}>
          <h2>
            <Link
              to="/evidence/reports/$sha256"
              params={{ sha256: passage.source }}
              search={{ passage: passage.id }}
            >
              <span className={list["kind"]}>{term(`kind.${passage.kind}`)}</span>
              {passage.label ? ` ${passage.label}` : null}
              {" · "}
              <span lang={titleLanguage ?? undefined}>{title ?? say("untitled")}</span>
            </Link>
          </h2>
          <p className={list["hitText"]} lang={passage.language ?? undefined}>
            <Highlighted text={passage.text} highlights={highlights} />
          </p>
          <p className={list["meta"]}>
            <OriginMark origin={origin} />
            {year ? <span>{year}</span> : null}
            {countries.slice(0, mostCountries).map((area) => (
              <CountryLink key={area} area={area} />
            ))}
            {passage.page !== null ? <span>{say("page", { page: format.number(passage.page) })}</span> : null}
            {passage.paragraph ? <span>{say("paragraph", { paragraph: passage.paragraph })}</span> : null}
            {passage.heading ? <span lang={passage.language ?? undefined}>{passage.heading}</span> : null}
            {evaluation ? (
              <Link to="/evidence/evaluations/$id" params={{ id: evaluation }}>
                {say("toRecord")}
              </Link>
            ) : null}
          </p>
        </li>
      ))}
    </ol>
  );
}
