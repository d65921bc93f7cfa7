import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { FactTable } from "../charts/fact-table.tsx";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { CountryLink } from "../shared/country-link.tsx";
import lists from "../shared/lists.module.css";
import { Section } from "../shared/page.tsx";
import { StateLink } from "../shared/state-link.tsx";
import type { EditionHead, StudyAnswer } from "./answers.ts";
import { StudyDesigns } from "./study-designs.tsx";
import style from "./surveys.module.css";
import { type Texts, Told } from "./told.tsx";
import { useStudyWords } from "./use-study-words.ts";

/** Everything that is known of a study before a row is read, then its designs and the versions of its data. */
export function StudyDescription({ found }: { readonly found: StudyAnswer }) {
  const say = useWords("surveys");
  const format = useFormat();
  const words = useStudyWords();
  const { study, description } = found;
  const notStated = <span className={lists["notStated"]}>{say("notStated")}</span>;
  const told = (text: Texts | null): ReactNode => (text === null ? notStated : <Told text={text} />);
  const joined = (...parts: readonly (Texts | null)[]): ReactNode => {
    const known = parts.filter((part) => part !== null);
    return known.length === 0
      ? notStated
      : // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one fact never move
        known.map((part, i) => <div key={i}>{told(part)}</div>);
  };
  const { ages } = study.universe;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [
      "areas",
      study.areas.map((area, i) => (
        <span key={area}>
          {i > 0 ? ", " : ""}
          <CountryLink area={area} />
        </span>
      )),
    ],
    ["years", words.years(study.years)],
    [
      "universe",
      <>
        {told(study.universe.text)}
        {ages === null ? null : (
          <div className={style["hint"]}>
            {ages.from !== null && ages.to !== null
              ? say("ages.between", { from: ages.from, to: ages.to })
              : ages.from !== null
                ? say("ages.from", { from: ages.from })
                : ages.to !== null
                  ? say("ages.to", { to: ages.to })
                  : null}
          </div>
        )}
      </>,
    ],
    [
      "coverage",
      <>
        {words.coverage(study.coverage.class, study.coverage.places)}
        {study.coverage.note === null ? null : <div>{told(study.coverage.note)}</div>}
      </>,
    ],
    ["units", format.list(study.analysisUnits.map((unit) => say(`unit.${unit}`)))],
    ["sampling", joined(study.sampling.procedure, study.sampling.overSampling)],
    ["mode", told(study.mode)],
    [
      "collection",
      study.collection.from === null && study.collection.to === null
        ? notStated
        : [study.collection.from, study.collection.to]
            .filter((date) => date !== null)
            .map((date) => format.date(date))
            .join(" – "),
    ],
    [
      "response",
      study.response.rate === null && study.response.note === null ? (
        notStated
      ) : (
        <>
          {study.response.rate === null ? null : format.percent(study.response.rate, 1)}{" "}
          {study.response.note === null ? null : told(study.response.note)}
        </>
      ),
    ],
    ["weighting", told(study.weighting)],
    [
      "producers",
      study.producers.length === 0 ? (
        notStated
      ) : (
        <ul key="producers" className={lists["plain"]}>
          {study.producers.map(({ name, role }) => (
            <li key={name}>
              {name}
              {role === null ? null : ` (${role})`}
            </li>
          ))}
        </ul>
      ),
    ],
    ["funding", study.funding.length === 0 ? notStated : format.list(study.funding)],
    [
      "identifiers",
      <ul key="ids" className={lists["plain"]}>
        <li>
          {say("ownId")} <span className={style["name"]}>{study.id}</span>
        </li>
        {study.identifiers.map(({ scheme, id }) => (
          <li key={`${scheme} ${id}`}>
            {scheme}: <span className={style["name"]}>{id}</span>
          </li>
        ))}
      </ul>,
    ],
    ["licence", study.licence],
    [
      "citation",
      [
        study.citation.author,
        study.citation.title,
        study.citation.publisher,
        study.citation.issued,
        study.citation.url,
      ]
        .filter(Boolean)
        .join(". "),
    ],
    [
      "description",
      say("descriptionVersion", {
        version: description.version,
        date: format.date(description.recordedAt),
        reason: description.reason,
      }),
    ],
  ];
  return (
    <>
      {study.abstract === null ? null : <p className={style["quote"]}>{told(study.abstract)}</p>}
      {study.caveats.length === 0 ? null : (
        <Section title={say("caveats.heading")}>
          <ul>
            {study.caveats.map((caveat) => (
              <li key={caveat} lang="en">
                {caveat}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={say("facts.heading")}>
        <dl className={`${lists["facts"]} ${style["spaced"]}`}>
          {facts.map(([name, value]) => (
            <Fact key={name} name={say(`fact.${name}`)}>
              {value}
            </Fact>
          ))}
        </dl>
      </Section>
      <StudyDesigns found={found} />
      <Section title={say("editions.heading")} note={say("editions.note")}>
        {found.editions.length === 0 ? (
          <p>{say("noEdition")}</p>
        ) : (
          <Editions editions={found.editions} shown={found.edition?.version ?? null} />
        )}
      </Section>
      {found.related.length === 0 ? null : (
        <Section title={say("related.heading")}>
          <ul>
            {found.related.map((one) => (
              <li key={one.id}>
                <Link to="/surveys/$id" params={{ id: one.id }}>
                  <Told text={one.title} />
                </Link>{" "}
                {one.years}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** Each version of the data, what it was made from, and what was changed and why. */
function Editions({
  editions,
  shown,
}: {
  readonly editions: readonly EditionHead[];
  readonly shown: number | null;
}) {
  const say = useWords("surveys");
  const format = useFormat();
  const newestFirst = [...editions].sort((a, b) => b.version - a.version);
  return (
    <FactTable
      caption={say("editions.caption")}
      columns={[
        { id: "version", label: say("column.version") },
        { id: "state", label: say("column.state"), short: true },
        { id: "data", label: say("column.data") },
        { id: "date", label: say("column.date"), short: true },
        { id: "changes", label: say("column.changes"), wide: true },
        { id: "checksum", label: say("column.checksum"), short: true },
      ]}
      rows={newestFirst.map((edition) => ({
        id: `${edition.version}`,
        cells: {
          version: {
            show: (
              <StateLink
                current={edition.version === shown}
                search={(now) => ({ ...now, edition: edition.version })}
              >
                {say("edition.version", { version: edition.version })}
              </StateLink>
            ),
          },
          state: { show: say(`state.${edition.state}`) },
          data: {
            show: `${say(`data.${edition.data}`)}${
              edition.from === null ? "" : ` ${say("edition.from", { version: edition.from })}`
            }`,
          },
          date: { show: format.date(edition.publishedAt ?? edition.createdAt) },
          changes: {
            show:
              edition.changes.length === 0 ? (
                say("edition.unchanged")
              ) : (
                <ul className={lists["plain"]}>
                  {edition.changes.map(({ what, why }) => (
                    <li key={what} lang="en">
                      {sentence(what)} {why}
                    </li>
                  ))}
                </ul>
              ),
          },
          checksum: {
            show: (
              <span className={style["name"]} title={edition.checksum}>
                {edition.checksum.slice(0, 12)}…
              </span>
            ),
          },
        },
      }))}
    />
  );
}

/** A sentence ends with a point, whether it was given with one or not. */
const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);
