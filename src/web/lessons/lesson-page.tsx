import { Table } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Fragment, type ReactNode, useState } from "react";
import { routes } from "#contract";
import { areaName } from "#kernel";
import { templateFields } from "#records";
import { useApi } from "../api.ts";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { CiteThis } from "../shared/cite-this.tsx";
import list from "../shared/lists.module.css";
import { OriginMark } from "../shared/origin-mark.tsx";
import { Page, Section } from "../shared/page.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import { type ShownLesson, ToReport } from "./lesson-card.tsx";
import { LessonForm } from "./lesson-form.tsx";
import { useLessonLabel } from "./lesson-labels.ts";
import style from "./lessons.module.css";

const route = getRouteApi("/evidence/lessons/$id");

export function LessonPage() {
  const say = useWords("lessons");
  const term = useWords("terms");
  const format = useFormat();
  const language = useLanguage();
  const { id } = route.useParams();
  const answer = useApi(routes.lesson, { params: { id } });
  const lesson = answer.value;
  return (
    <Page
      title={
        lesson
          ? `${term(`kind.${lesson.kind}`)}${lesson.number === null ? "" : ` ${lesson.number}`}`
          : say("one.loading")
      }
      kicker={
        lesson ? (
          <>
            <Link to="/evidence/lessons">{say("title")}</Link> · {say(`status.${lesson.status}`)}{" "}
            <OriginMark origin={lesson.origin} />
          </>
        ) : null
      }
    >
      <Answered answer={answer} lines={12}>
        {(found) => (
          <>
            {found.stands ? null : <p className={list["warning"]}>{say("one.gone")}</p>}
            {found.stands && !found.inReading ? (
              <p className={list["warning"]}>{say("one.notInReading")}</p>
            ) : null}
            <blockquote className={style["quote"]} lang={found.language ?? undefined}>
              {found.text}
            </blockquote>
            <p className={list["meta"]}>
              {found.evaluation === null ? null : (
                <span>
                  <Link
                    to="/evidence/evaluations/$id"
                    params={{ id: found.evaluation }}
                    lang={found.titleLanguage ?? undefined}
                  >
                    {found.title ?? found.evaluation}
                  </Link>
                </span>
              )}
              {found.year === null ? null : <span>{found.year}</span>}
              {found.countries.length === 0 ? null : (
                <span>{format.list(found.countries.map((code) => areaName(code, language)))}</span>
              )}
              <ToReport lesson={found} />
            </p>
            <Section title={say("one.template")} note={say("one.templateNote")}>
              <TemplateTable lesson={found} />
            </Section>
            <Section title={say("one.about")} note={say("one.aboutNote")}>
              <About lesson={found} />
            </Section>
            {found.stands ? (
              <Section title={say("form.title")}>
                {/* A new version begins the form anew. */}
                <LessonForm key={found.version} lesson={found} />
              </Section>
            ) : null}
            <History id={found.id} version={found.version} />
            {found.stands ? <CiteThis kind="lesson" id={found.id} /> : null}
          </>
        )}
      </Answered>
    </Page>
  );
}

function TemplateTable({ lesson }: { readonly lesson: ShownLesson }) {
  const say = useWords("lessons");
  const term = useWords("terms");
  if (templateFields[lesson.kind].every((name) => lesson.fields[name] === undefined))
    return <EmptyState what={say("one.templateNone")} how={say("one.templateHow")} />;
  return (
    <Table className={style["table"] ?? ""} verticalSpacing="sm" aria-label={say("one.template")}>
      <Table.Tbody>
        {templateFields[lesson.kind].map((name) => {
          const field = lesson.fields[name];
          return (
            <Table.Tr key={name}>
              <Table.Th scope="row">{say(`field.${name}`)}</Table.Th>
              <Table.Td>
                {field === undefined ? (
                  <em className={list["notStated"]}>{term("notStated")}</em>
                ) : (
                  <>
                    <span lang={lesson.language ?? undefined}>{field.printed}</span>
                    {field.spans.length === 0 ? (
                      <span className={style["hint"]}> {say("byPersonWords")}</span>
                    ) : null}
                  </>
                )}
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

type Reasoned = {
  readonly value: string;
  readonly confidence: number | null;
  readonly reason: string | null;
};

/** What it is about, with who said so: a person, or a program with its reason. */
function About({ lesson }: { readonly lesson: ShownLesson }) {
  const say = useWords("lessons");
  const term = useWords("terms");
  const label = useLessonLabel();
  const format = useFormat();
  const absent = <em className={list["notStated"]}>{term("notStated")}</em>;
  const why = ({ confidence, reason }: Reasoned) =>
    confidence === null || reason === null ? null : (
      <span className={style["hint"]}>
        {" "}
        {say("proposed", { confidence: format.percent(confidence) })} <span lang="en">{reason}</span>
      </span>
    );
  const decided = (name: keyof ShownLesson["decided"]) => {
    const at = lesson.decided[name];
    return at === undefined ? null : (
      <span className={style["hint"]}> {say("decidedOn", { date: format.date(at) })}</span>
    );
  };
  const several = (
    name: "branch" | "population",
    values: readonly Reasoned[],
    inherited: readonly string[],
  ) => (
    <>
      {values.length === 0 ? (
        absent
      ) : (
        <ul>
          {values.map((one) => (
            <li key={one.value}>
              {label(name, one.value)}
              {why(one)}
            </li>
          ))}
        </ul>
      )}
      {inherited.length === 0 ? null : (
        <span className={style["hint"]}>
          {" "}
          {say("ofEvaluation", { list: format.list(inherited.map((value) => label(name, value))) })}
        </span>
      )}
    </>
  );
  const rows: readonly (readonly [key: string, name: string, value: ReactNode])[] = [
    [
      "nature",
      say("facet.nature"),
      <>
        {lesson.nature ? label("nature", lesson.nature.value) : absent}
        {lesson.nature ? why(lesson.nature) : null}
        {decided("nature")}
      </>,
    ],
    [
      "factor",
      say("facet.factor"),
      <>
        {lesson.factor ? label("factor", lesson.factor.value) : absent}
        {lesson.factor ? why(lesson.factor) : null}
        {decided("factor")}
      </>,
    ],
    [
      "branches",
      say("facet.branch"),
      <>
        {several("branch", lesson.branches, lesson.decided.branches ? [] : lesson.evaluationBranches)}
        {decided("branches")}
      </>,
    ],
    [
      "populations",
      say("facet.population"),
      <>
        {several(
          "population",
          lesson.populations,
          lesson.decided.populations ? [] : lesson.evaluationPopulations,
        )}
        {decided("populations")}
      </>,
    ],
    [
      "transferability",
      say("transferability"),
      <>
        {lesson.transferability ? (
          <span lang={lesson.language ?? undefined}>{lesson.transferability.printed}</span>
        ) : (
          absent
        )}
        {decided("transferability")}
      </>,
    ],
    [
      "themes",
      say("themes"),
      <>
        {lesson.themes.length > 0 ? format.list(lesson.themes) : absent}
        {decided("themes")}
      </>,
    ],
  ];
  return (
    <dl className={`${list["facts"]} ${style["judgements"]}`}>
      {rows.map(([key, name, value]) => (
        <Fragment key={key}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

function History({ id, version }: { readonly id: string; readonly version: number }) {
  const say = useWords("lessons");
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const answer = useApi(routes.lessonVersions, { params: { id } }, { when: open });
  return (
    <Section title={say("history.title")}>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{say("history.open", { count: version })}</summary>
        {open ? (
          <Answered answer={answer} lines={3}>
            {(versions) => (
              <ol className={style["versions"]} reversed>
                {versions.map((one) => (
                  <li key={one.version}>
                    {format.dateTime(one.recordedAt)}:{" "}
                    {one.version === 1
                      ? say("history.made")
                      : say("history.changed", {
                          fields: format.list(one.changes.map(({ field }) => say(`name.${field}`))),
                        })}
                  </li>
                ))}
              </ol>
            )}
          </Answered>
        ) : null}
      </details>
    </Section>
  );
}
