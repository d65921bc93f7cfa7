// The lists of terms in four languages: reading them, and making a new version of one.

import { Button, Textarea, TextInput } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { routes } from "#contract";
import { type Localised, languages } from "#kernel";
import { useApi, useApiAction, useSession } from "../api.ts";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { Page, Section } from "../shared/page.tsx";
import { ProblemList } from "../shared/problem-list.tsx";
import { Answered } from "../shared/states.tsx";
import style from "./registry.module.css";
import { inLanguage, type Vocabulary } from "./use-terms.ts";

const oneRoute = getRouteApi("/evidence/vocabularies/$id");

export function VocabulariesPage() {
  const say = useWords("registry");
  const language = useLanguage();
  const answer = useApi(routes.listVocabularies, {});
  return (
    <Page title={say("vocabularies.title")} lead={say("vocabularies.lead")}>
      <Answered answer={answer} lines={8}>
        {(vocabularies) => (
          <ul className={style["plain"]}>
            {vocabularies.map((one) => (
              <li key={one.id} className={style["entry"]}>
                <Link to="/evidence/vocabularies/$id" params={{ id: one.id }}>
                  {inLanguage(one.title as Localised, language)}
                </Link>
                <p className={style["hint"]}>
                  {say("vocabularies.terms", { count: one.terms.length })} ·{" "}
                  {say("vocabularies.version", { version: one.version })}
                </p>
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </Page>
  );
}

export function VocabularyPage() {
  const say = useWords("registry");
  const language = useLanguage();
  const format = useFormat();
  const { id } = oneRoute.useParams();
  const { may } = useSession();
  const answer = useApi(routes.vocabulary, { params: { id } });
  const standing = answer.value?.[0];
  const allowed = may(routes.changeVocabulary);
  return (
    <Page
      title={standing ? inLanguage(standing.title as Localised, language) : say("vocabularies.title")}
      kicker={<Link to="/evidence/vocabularies">{say("vocabularies.title")}</Link>}
      lead={standing ? say(standing.isFixed ? "vocabulary.fixed" : "vocabulary.open") : undefined}
    >
      <Answered answer={answer} lines={10}>
        {(versions) => (
          <>
            {versions[0] ? (
              <VocabularyForm key={versions[0].version} vocabulary={versions[0]} allowed={allowed} />
            ) : null}
            <Section title={say("vocabulary.versions")}>
              <ul>
                {versions.map((one) => (
                  <li key={one.version}>
                    {say("vocabularies.version", { version: one.version })} · {format.date(one.recordedAt)} ·{" "}
                    {say("vocabularies.terms", { count: one.terms.length })}
                  </li>
                ))}
              </ul>
            </Section>
          </>
        )}
      </Answered>
    </Page>
  );
}

function VocabularyForm({
  vocabulary,
  allowed,
}: {
  readonly vocabulary: Vocabulary;
  readonly allowed: boolean;
}) {
  const say = useWords("registry");
  const term = useWords("terms");
  const change = useApiAction(routes.changeVocabulary);
  const [terms, setTerms] = useState(vocabulary.terms);
  const [code, setCode] = useState("");
  const changed = JSON.stringify(terms) !== JSON.stringify(vocabulary.terms);
  const update = (at: number, next: Partial<Vocabulary["terms"][number]>) =>
    setTerms((all) => all.map((one, place) => (place === at ? { ...one, ...next } : one)));
  const send = async (event: FormEvent) => {
    event.preventDefault();
    await change.run({
      params: { id: vocabulary.id },
      body: { version: vocabulary.version, title: vocabulary.title, terms },
    });
  };
  return (
    <form onSubmit={send}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={style["wide"]} tabIndex={0} aria-label={say("vocabulary.list")}>
        <table className={style["table"]}>
          <thead>
            <tr>
              <th scope="col">{say("vocabulary.code")}</th>
              {languages.map((language) => (
                <th key={language} scope="col">
                  {term(`language.${language}`)}
                </th>
              ))}
              <th scope="col">{say("vocabulary.retired")}</th>
            </tr>
          </thead>
          <tbody>
            {terms.map((one, at) => (
              <tr key={one.code} className={one.isRetired ? style["retired"] : undefined}>
                <th scope="row">
                  <code>{one.code}</code>
                </th>
                {languages.map((language) => (
                  <td key={language} lang={language}>
                    {allowed ? (
                      <Textarea
                        autosize
                        minRows={1}
                        aria-label={`${one.code}: ${term(`language.${language}`)}`}
                        value={one.label[language] ?? ""}
                        required={language === "en"}
                        onChange={(event) =>
                          update(at, {
                            label: {
                              ...one.label,
                              [language]: event.currentTarget.value.replace(/\s*\n\s*/g, " "),
                            },
                          })
                        }
                      />
                    ) : (
                      (one.label[language] ?? <em>{say("vocabulary.untranslated")}</em>)
                    )}
                  </td>
                ))}
                <td>
                  <input
                    type="checkbox"
                    aria-label={say("vocabulary.retire", { code: one.code })}
                    checked={one.isRetired}
                    disabled={!allowed || vocabulary.isFixed}
                    onChange={(event) => update(at, { isRetired: event.currentTarget.checked })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {allowed ? (
        <>
          {vocabulary.isFixed ? null : (
            <div className={style["addLine"]}>
              <TextInput
                label={say("vocabulary.newCode")}
                description={say("vocabulary.codeHint")}
                value={code}
                onChange={(event) => setCode(event.currentTarget.value.toLowerCase().replaceAll(" ", "-"))}
              />
              <Button
                variant="default"
                disabled={!/^[a-z0-9][a-z0-9._-]{0,63}$/.test(code) || terms.some((one) => one.code === code)}
                onClick={() => {
                  setTerms((all) => [
                    ...all,
                    { code, label: { en: code }, note: null, broader: null, isRetired: false },
                  ]);
                  setCode("");
                }}
              >
                {say("vocabulary.addTerm")}
              </Button>
            </div>
          )}
          <ProblemList problems={change.problems} />
          <Button type="submit" disabled={!changed} loading={change.running}>
            {say("vocabulary.save", { version: vocabulary.version + 1 })}
          </Button>
          {changed ? null : <p className={style["hint"]}>{say("vocabulary.unchanged")}</p>}
        </>
      ) : (
        <p className={style["hint"]}>{say("vocabulary.notYours")}</p>
      )}
    </form>
  );
}
