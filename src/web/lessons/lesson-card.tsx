import { Link } from "@tanstack/react-router";
import type { CallReply, routes } from "#contract";
import { areaName } from "#kernel";
import { templateFields } from "#records";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import list from "../shared/lists.module.css";
import { OriginMark } from "../shared/origin-mark.tsx";
import { useLessonLabel } from "./lesson-labels.ts";
import style from "./lessons.module.css";

export type ShownLesson = CallReply<typeof routes.listLessons>["lessons"][number];

/** A lesson in a list: its words, what it is about, and the way to its page in the report. */
export function LessonCard({ lesson }: { readonly lesson: ShownLesson }) {
  const say = useWords("lessons");
  const term = useWords("terms");
  const label = useLessonLabel();
  const format = useFormat();
  const language = useLanguage();
  const filled = templateFields[lesson.kind].filter((name) => lesson.fields[name] !== undefined);
  const about = [
    ...lesson.branches.map(({ value }) => label("branch", value)),
    ...lesson.populations.map(({ value }) => label("population", value)),
    ...(lesson.factor ? [label("factor", lesson.factor.value)] : []),
    ...(lesson.nature ? [label("nature", lesson.nature.value)] : []),
  ];
  return (
    <li className={list["hit"]}>
      <p className={list["meta"]}>
        <span className={list["kind"]}>{term(`kind.${lesson.kind}`)}</span>
        <span>{say(`status.${lesson.status}`)}</span>
        {lesson.inReading ? null : <span className={list["warning"]}>{say("notInReading")}</span>}
        <OriginMark origin={lesson.origin} />
      </p>
      <p className={list["hitText"]} lang={lesson.language ?? undefined}>
        <Link to="/evidence/lessons/$id" params={{ id: lesson.id }} className={style["words"]}>
          {lesson.text}
        </Link>
      </p>
      {about.length > 0 ? <p className={style["about"]}>{about.join(" · ")}</p> : null}
      {filled.length > 0 ? (
        <details className={style["fields"]}>
          <summary>{say("fieldsOf", { count: filled.length })}</summary>
          <dl>
            {filled.map((name) => (
              <div key={name}>
                <dt>{say(`field.${name}`)}</dt>
                <dd lang={lesson.language ?? undefined}>{lesson.fields[name]?.printed}</dd>
              </div>
            ))}
          </dl>
        </details>
      ) : null}
      <p className={list["meta"]}>
        {lesson.evaluation === null ? null : (
          <span>
            <Link
              to="/evidence/evaluations/$id"
              params={{ id: lesson.evaluation }}
              lang={lesson.titleLanguage ?? undefined}
            >
              {lesson.title ?? lesson.evaluation}
            </Link>
          </span>
        )}
        {lesson.year === null ? null : <span>{lesson.year}</span>}
        {lesson.countries.length === 0 ? null : (
          <span>{format.list(lesson.countries.map((code) => areaName(code, language)))}</span>
        )}
        <ToReport lesson={lesson} />
      </p>
    </li>
  );
}

/** The way to the lesson's own place in its report. */
export function ToReport({ lesson }: { readonly lesson: ShownLesson }) {
  const say = useWords("lessons");
  const format = useFormat();
  return (
    <Link
      to="/evidence/reports/$sha256"
      params={{ sha256: lesson.document }}
      search={{ passage: lesson.passages[0] }}
    >
      {lesson.page === null ? say("inReport") : say("inReportOnPage", { page: format.number(lesson.page) })}
    </Link>
  );
}
