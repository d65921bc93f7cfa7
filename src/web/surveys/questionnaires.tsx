import { addressOf, routes } from "#contract";
import { isLanguage, languages } from "#kernel";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { Section } from "../shared/page.tsx";
import { EmptyState } from "../shared/states.tsx";
import type { StudyAnswer } from "./answers.ts";

/** The forms as they were given, by language. */
export function Questionnaires({ study }: { readonly study: StudyAnswer["study"] }) {
  const say = useWords("surveys");
  const format = useFormat();
  const order = (language: string | null) =>
    language === null ? -1 : isLanguage(language) ? languages.indexOf(language) : languages.length;
  const sorted = [...study.questionnaires].sort((a, b) => order(a.language) - order(b.language));
  return (
    <Section title={say("tab.questionnaires")} note={say("questionnaires.note")}>
      {sorted.length === 0 ? (
        <EmptyState what={say("questionnaires.empty")} how={say("questionnaires.emptyHow")} />
      ) : (
        <ul className="fact-links">
          {sorted.map((one) => (
            <li key={one.sha256}>
              <a
                href={addressOf(routes.downloadQuestionnaire, { id: study.id, sha256: one.sha256 })}
                download={one.name}
              >
                {format.named(
                  one.language === null
                    ? say("questionnaires.several")
                    : isLanguage(one.language)
                      ? say(`language.${one.language}`)
                      : one.language,
                  one.name,
                )}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
