import { Link } from "@tanstack/react-router";
import { routes } from "#contract";
import { useApi } from "../api.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { inLanguage } from "../indexes/names.ts";
import { OriginMark } from "../shared/origin-mark.tsx";
import { Section } from "../shared/page.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";

/** The surveys of people and of enterprises that speak of a country. */
export function CountryStudies({ code, name }: { readonly code: string; readonly name: string }) {
  const say = useWords("countries");
  const language = useLanguage();
  const answer = useApi(routes.listStudies, { query: { area: code } });
  return (
    <Section title={say("studies.heading")}>
      <Answered answer={answer} lines={2}>
        {(studies) =>
          studies.length === 0 ? (
            <EmptyState
              what={say("studies.empty", { name })}
              how={<Link to="/surveys">{say("studies.emptyHow")}</Link>}
            />
          ) : (
            <ul className="country-evaluations">
              {studies.map((study) => (
                <li key={study.id}>
                  <Link to="/surveys/$id" params={{ id: study.id }}>
                    {inLanguage(study.title, language)}
                  </Link>{" "}
                  <span className="country-soft">
                    {study.years.from === study.years.to
                      ? study.years.from
                      : `${study.years.from}–${study.years.to}`}
                    {" · "}
                    {say(`studies.reach.${study.coverage}`)}
                  </span>{" "}
                  <OriginMark origin={study.origin} />
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </Section>
  );
}
