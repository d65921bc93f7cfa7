import { permission } from "#access";
import { fail, ok, problem } from "#kernel";
import {
  type Actor,
  type Judged,
  type Lesson,
  type LessonDecision,
  type LessonText,
  lessonFieldNames,
  templateFields,
} from "#records";
import { auditEntry } from "../audit-entry.ts";
import type { RouteInput, RouteUseCase } from "../use-case.ts";
import { knownLesson } from "./read-lessons.ts";
import { shownLesson } from "./shown-lesson.ts";

type Edit = RouteInput<"editLesson">["set"];

/**
 * A new version with what a person says of a lesson. Each field given is from then on that person's word, which
 * no later reading changes; the words of the lesson itself stay those of the report.
 */
export const editLesson: RouteUseCase<"editLesson"> = (effects, actor, { id, version, set }) =>
  effects.store.transaction(async (catalogue) => {
    const allowed = permission(actor, "lesson.edit");
    if (!allowed.ok) return allowed;
    const known = await knownLesson(catalogue, actor, id);
    if (!known.ok) return known;
    const { record, current } = known.value;
    if (Object.values(set).every((value) => value === undefined))
      return fail(problem("app.edit-empty", "No field was named. Say what to set; nothing was changed."));
    if (!current)
      return fail(
        problem(
          "lessons.gone",
          `The lesson "${id}" is no longer found in its report and leaves the lists; it can be read, not changed. Mark its passage in the report again to bring it back. Nothing was changed.`,
        ),
      );
    if (known.value.version !== version)
      return fail(
        problem(
          "app.record-changed",
          `This lesson was changed since you looked at it: version ${version} was seen, version ${known.value.version} stands. Look at it again, then repeat the change. Nothing was changed.`,
        ),
      );
    const foreign = Object.keys(set.fields ?? {}).filter(
      (name) => !(templateFields[record.kind] as readonly string[]).includes(name),
    );
    if (foreign.length > 0)
      return fail(
        problem(
          "lessons.field-foreign",
          `The template for a ${record.kind === "lesson-learned" ? "lesson learned" : "good practice"} has no field ${foreign.map((name) => `"${name}"`).join(", ")}. Its fields are ${templateFields[record.kind].join(", ")}. Nothing was changed.`,
          { field: `set.fields.${foreign[0]}` },
        ),
      );
    const at = effects.now();
    const edited = editedLesson(record, set, actor, at);
    const counts = await catalogue.lessons.put([edited.lesson], at, actor.id);
    if (counts.superseded > 0)
      await catalogue.audit.append(
        auditEntry(effects, actor, "lesson.edit", `lesson:${id}`, {
          fields: edited.fields,
          status: edited.lesson.status,
        }),
      );
    const standing = await catalogue.lessons.byId(id);
    return ok(shownLesson(standing!));
  });

const byPerson = <T>(value: T): Judged<T> => ({ value, confidence: null, reason: null });
const ownWords = (text: string): LessonText | null => (text === "" ? null : { printed: text, spans: [] });

/** Words that a person leaves as they are printed keep their place. */
const textAfter = (before: LessonText | null | undefined, text: string): LessonText | null =>
  before && before.printed === text ? before : ownWords(text);

function editedLesson(
  before: Lesson,
  set: Edit,
  actor: Actor,
  at: string,
): { readonly lesson: Lesson; readonly fields: readonly LessonDecision[] } {
  const decided: LessonDecision[] = [];
  const take = <T>(name: LessonDecision, given: T | undefined, otherwise: T): T => {
    if (given === undefined) return otherwise;
    decided.push(name);
    return given;
  };
  const fields = Object.fromEntries(
    lessonFieldNames.flatMap((name) => {
      const given = set.fields?.[name];
      const standing = before.fields[name] ?? null;
      const text = take(name, given === undefined ? undefined : textAfter(standing, given), standing);
      return text === null ? [] : [[name, text]];
    }),
  );
  const lesson: Lesson = {
    ...before,
    fields,
    transferability: take(
      "transferability",
      set.transferability === undefined ? undefined : textAfter(before.transferability, set.transferability),
      before.transferability,
    ),
    nature: take(
      "nature",
      set.nature === undefined ? undefined : set.nature && byPerson(set.nature),
      before.nature,
    ),
    factor: take(
      "factor",
      set.factor === undefined ? undefined : set.factor && byPerson(set.factor),
      before.factor,
    ),
    branches: take("branches", set.branches && [...new Set(set.branches)].map(byPerson), before.branches),
    populations: take(
      "populations",
      set.populations && [...new Set(set.populations)].map(byPerson),
      before.populations,
    ),
    themes: take("themes", set.themes && [...new Set(set.themes)], before.themes),
    status: set.status ?? before.status,
  };
  const decisions = Object.fromEntries(decided.map((name) => [name, { by: actor.id, at }]));
  return { lesson: { ...lesson, decisions: { ...before.decisions, ...decisions } }, fields: decided };
}
