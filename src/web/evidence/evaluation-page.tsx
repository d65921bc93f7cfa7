import { getRouteApi, Link } from "@tanstack/react-router";
import { Fragment, type ReactNode } from "react";
import { routes } from "#contract";
import { passageKinds } from "#records";
import { useApi } from "../api.ts";
import { TraceMark } from "../charts/trace-mark.tsx";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { RecordDetails, RecordLinks } from "../registry/record-details.tsx";
import { useTermLabel } from "../registry/use-terms.ts";
import { CiteThis } from "../shared/cite-this.tsx";
import list from "../shared/lists.module.css";
import { OriginMark } from "../shared/origin-mark.tsx";
import { Page, Section } from "../shared/page.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import { Where } from "./evaluation-list.tsx";
import style from "./evidence.module.css";
import { InReviews } from "./in-reviews.tsx";
import { useRegionBasis } from "./region-basis.ts";
import { type TermArea, termKey } from "./term-keys.ts";

const route = getRouteApi("/evidence/evaluations/$id");
const passagesShown = 5;

export function EvaluationPage() {
  const say = useWords("evidence");
  const term = useWords("terms");
  const format = useFormat();
  const basis = useRegionBasis();
  const label = useTermLabel();
  const { id } = route.useParams();
  const answer = useApi(routes.evaluation, { params: { id } });
  const evaluation = answer.value?.evaluation;
  const absent = <span className={list["notStated"]}>{term("notStated")}</span>;
  const word = (area: TermArea, value: string | null) =>
    value === null ? absent : term(termKey(area, value));

  return (
    <Page
      titleLanguage={evaluation?.language}
      title={evaluation?.title ?? say("record.loading", { id })}
      kicker={
        evaluation ? (
          <>
            {say("record.kicker", { id: evaluation.printedId ?? evaluation.id })}{" "}
            <OriginMark origin={evaluation.origin} />{" "}
            <TraceMark id={`evaluation:${encodeURIComponent(evaluation.id)}`} of={evaluation.title} />
          </>
        ) : null
      }
      lead={evaluation?.summary ?? undefined}
    >
      <Answered answer={answer} lines={10}>
        {(found) => {
          const { evaluation: e, documents, passages } = found;
          const facts: readonly (readonly [string, ReactNode])[] = [
            ["where", <Where key="where" evaluation={e} />],
            ["regionBasis", e.regionBasis === null || e.regionBasis === "none" ? null : basis(e.regionBasis)],
            [
              "type",
              <Fragment key="type">
                {word("type", e.type)}
                {e.printedType ? ` (${say("printed", { text: e.printedType })})` : null}
              </Fragment>,
            ],
            ["timing", word("timing", e.timing)],
            ["nature", word("nature", e.nature)],
            ["year", e.year ?? absent],
            ["period", e.period],
            ["language", word("language", e.language)],
            [
              "symbol",
              e.symbol ?? (e.printedSymbol ? say("symbolPlaceholder", { symbol: e.printedSymbol }) : absent),
            ],
            ["donor", e.donor],
            ["funding", e.fundingNote],
            ["themes", e.themes.length > 0 ? format.list(e.themes.map((one) => label("themes", one))) : null],
            [
              "link",
              e.link ? (
                <a key="link" href={e.link}>
                  {e.link}
                </a>
              ) : (
                e.printedLink
              ),
            ],
          ];
          return (
            <>
              <dl className={list["facts"]}>
                {facts.map(([name, value]) =>
                  value === null ? null : (
                    <Fragment key={name}>
                      <dt>{say(`fact.${name}`)}</dt>
                      <dd>{value}</dd>
                    </Fragment>
                  ),
                )}
              </dl>
              <RecordLinks {...found} />
              <RecordDetails evaluation={e} />
              {e.oddities.length > 0 ? (
                <Section title={say("odditiesTitle")} note={say("odditiesNote")}>
                  <ul className={style["oddities"]} lang="en">
                    {e.oddities.map((oddity) => (
                      <li key={oddity.code + oddity.message}>{oddity.message}</li>
                    ))}
                  </ul>
                </Section>
              ) : null}
              <Section title={say("documentsTitle")}>
                {documents.length === 0 ? (
                  <EmptyState what={say("documentsNone")} how={say("documentsHow")} />
                ) : (
                  <ul>
                    {documents.map(({ source, title, pages }) => (
                      <li key={source.sha256}>
                        <Link to="/evidence/reports/$sha256" params={{ sha256: source.sha256 }}>
                          {title ?? source.name}
                        </Link>{" "}
                        {pages === null ? null : say("pages", { count: pages })}{" "}
                        <OriginMark origin={source.origin} />
                      </li>
                    ))}
                  </ul>
                )}
              </Section>
              <InReviews reviews={found.reviews} />
              {passages.length > 0 ? (
                <Section title={say("passagesTitle", { count: passages.length })}>
                  {passageKinds.map((kind) => {
                    const some = passages.filter((passage) => passage.kind === kind);
                    if (some.length === 0) return null;
                    const rest = some.length - passagesShown;
                    return (
                      <section key={kind} aria-label={term(`kinds.${kind}`)}>
                        <h3>
                          {term(`kinds.${kind}`)} ({format.number(some.length)})
                        </h3>
                        <ul className={list["plain"]}>
                          {some.slice(0, passagesShown).map((passage) => (
                            <li key={passage.id} className={list["hit"]}>
                              <p className={list["hitText"]} lang={passage.language ?? undefined}>
                                {passage.label ? `${passage.label} ` : null}
                                {passage.text}
                              </p>
                              <p className={list["meta"]}>
                                <Link
                                  to="/evidence/reports/$sha256"
                                  params={{ sha256: passage.source }}
                                  search={{ passage: passage.id }}
                                >
                                  {passage.page === null
                                    ? say("readThere")
                                    : say("readOnPage", { page: format.number(passage.page) })}
                                </Link>
                              </p>
                            </li>
                          ))}
                        </ul>
                        {rest > 0 ? (
                          <p>
                            <Link
                              to="/evidence/reports/$sha256"
                              params={{ sha256: some[0]!.source }}
                              search={{ kind: [kind] }}
                            >
                              {say("more", { count: rest })}
                            </Link>
                          </p>
                        ) : null}
                      </section>
                    );
                  })}
                </Section>
              ) : null}
              {passages.some(({ kind }) => kind === "lesson-learned" || kind === "good-practice") ? (
                <p>
                  <Link to="/evidence/lessons" search={{ evaluation: e.id }}>
                    {say("toLessons")}
                  </Link>
                </p>
              ) : null}
              <CiteThis kind="evaluation" id={e.id} />
            </>
          );
        }}
      </Answered>
    </Page>
  );
}
