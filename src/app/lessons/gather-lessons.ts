// Lessons and good practices made of what a report was read to say, and kept through every later reading of it.

import { ok, type Result, type Sha256 } from "#kernel";
import {
  type Actor,
  isSamePlace,
  type Lesson,
  type LessonDecision,
  type LessonFieldName,
  type LessonText,
  lessonFieldNames,
  lessonKinds,
  type Origin,
  type Passage,
} from "#records";
import { type EvaluationReading, lessonNature, lessonTopics } from "#sources";
import type { Catalogue } from "#store";
import type { Effects } from "../effects.ts";
import type { Work } from "../use-case.ts";

/** What the reader has just found; without it the fields of templates stay as they are. */
export type FreshPassages = EvaluationReading["passages"];

const isLesson = (passage: Passage): passage is Passage & { readonly kind: Lesson["kind"] } =>
  (lessonKinds as readonly string[]).includes(passage.kind);

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

/** Fields of the template as the reader printed them; null where this reading says nothing of them. */
function fieldsIn(passage: Passage, fresh: FreshPassages | undefined): Lesson["fields"] | null {
  const read = fresh?.find((one) => one.kind === passage.kind && isSamePlace(one.spans, passage.spans));
  if (read === undefined) return null;
  const given: Readonly<Record<string, unknown>> = {
    ...read.fields?.lesson,
    ...read.fields?.practice,
  };
  return Object.fromEntries(
    lessonFieldNames.flatMap((name): [LessonFieldName, LessonText][] => {
      const field = given[name] as LessonText | undefined;
      return field ? [[name, { printed: oneLine(field.printed), spans: field.spans }]] : [];
    }),
  );
}

/** Where it holds elsewhere: conditions and limits of a practice, else the context of a lesson. */
const transferabilityOf = (fields: Lesson["fields"]): LessonText | null =>
  fields.conditions ?? fields.context ?? null;

/** A record as a reader proposes it. */
export function lessonOfPassage(
  passage: Passage & { readonly kind: Lesson["kind"] },
  origin: Origin,
  fields: Lesson["fields"],
  title: string,
): Lesson {
  const text = oneLine(passage.text);
  const whole = [...new Set([text, ...Object.values(fields).map(({ printed }) => printed)])].join("\n");
  return {
    id: `lesson-${passage.id}`,
    kind: passage.kind,
    evaluation: null,
    document: passage.source,
    passages: [passage.id],
    page: passage.page,
    number: passage.label,
    heading: passage.heading,
    text,
    language: passage.language,
    fields,
    transferability: transferabilityOf(fields),
    nature: lessonNature(whole) ?? null,
    ...lessonTopics(whole, title),
    themes: [],
    status: "proposed",
    decisions: {},
    origin,
    inReading: true,
    provenance: {
      source: passage.source,
      locator: {
        kind: "text",
        spans: passage.spans,
        ...(passage.page === null ? {} : { page: passage.page }),
      },
    },
  };
}

/** What a person decided stands; all else is as the present reading has it. */
function reread(former: Lesson, fresh: Lesson): Lesson {
  const decided = (name: LessonDecision) => former.decisions[name] !== undefined;
  const kept = <T>(name: LessonDecision, ofPerson: T, ofReader: T) => (decided(name) ? ofPerson : ofReader);
  const fields = Object.fromEntries(
    lessonFieldNames.flatMap((name) => {
      const field = kept(name, former.fields[name], fresh.fields[name]);
      return field ? [[name, field]] : [];
    }),
  );
  const isSame = former.text === fresh.text && former.kind === fresh.kind;
  return {
    ...fresh,
    id: former.id,
    evaluation: former.evaluation,
    passages: [...fresh.passages, ...former.passages.slice(1).filter((id) => !fresh.passages.includes(id))],
    fields,
    transferability: kept("transferability", former.transferability, fresh.transferability),
    nature: kept("nature", former.nature, fresh.nature),
    factor: kept("factor", former.factor, fresh.factor),
    branches: kept("branches", former.branches, fresh.branches),
    populations: kept("populations", former.populations, fresh.populations),
    themes: former.themes,
    // Whoever confirmed it looked at these words; others want another look.
    status: isSame ? former.status : "proposed",
    decisions: former.decisions,
  };
}

const folded = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
const isTouched = (lesson: Lesson) =>
  lesson.status === "confirmed" || Object.keys(lesson.decisions).length > 0;

const wordsOf = (text: string) => new Set(folded(text).split(" "));

/** Share of the words of both that both have: whether two readings mean the same lesson. */
function likeness(a: string, b: string): number {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  const shared = [...x].filter((word) => y.has(word)).length;
  return shared / (x.size + y.size - shared);
}
const sameLesson = 0.5;

/** The record a passage belongs to: by its address, else by its words, else by most of its words. */
function recordFor(passage: Passage, free: readonly Lesson[]): Lesson | undefined {
  return (
    free.find(({ passages }) => passages.includes(passage.id)) ??
    free.find(({ text }) => folded(text) === folded(passage.text)) ??
    free.find(({ text }) => likeness(text, passage.text) >= sameLesson)
  );
}

/**
 * Brings the lessons and good practices of a report in line with the passages that stand, inside the
 * transaction that is open. A new one is a proposal. One that is read differently gets a new version under its
 * old address, with what people decided. One that is no longer found leaves the lists where nobody had worked
 * on it, and otherwise stays and says so.
 *
 * @param fresh what the reader has just found, where this follows a reading
 */
export async function gatherLessons(
  effects: Effects,
  catalogue: Catalogue,
  actor: Actor,
  source: Sha256,
  fresh?: FreshPassages,
): Promise<{ readonly made: number; readonly changed: number; readonly gone: number }> {
  const passages = (await catalogue.passages.ofDocument(source)).filter(isLesson);
  const existing = await catalogue.lessons.ofDocument(source);
  if (passages.length === 0 && existing.length === 0) return { made: 0, changed: 0, gone: 0 };
  const origin = (await catalogue.sources.byHash(source))?.origin ?? "real";
  const title = await titlesOf(catalogue, source);
  const free = [...existing];
  const put: Lesson[] = [];
  let made = 0;
  // Addresses first: words and places of one report may look alike.
  const byAddress = passages.toSorted((a, b) => Number(isKnown(b, existing)) - Number(isKnown(a, existing)));
  for (const passage of byAddress) {
    const former = recordFor(passage, free);
    const fields = fieldsIn(passage, fresh) ?? former?.fields ?? {};
    const proposal = lessonOfPassage(passage, origin, fields, title);
    if (former) free.splice(free.indexOf(former), 1);
    else made++;
    put.push(former ? reread(former, proposal) : proposal);
  }
  const at = effects.now();
  const lost = free.filter((one) => isTouched(one) && one.inReading);
  const withdrawn = free.filter((one) => !isTouched(one)).map(({ id }) => id);
  const counts = await catalogue.lessons.put(
    [...put, ...lost.map((one) => ({ ...one, inReading: false }))],
    at,
    actor.id,
  );
  await catalogue.lessons.withdraw(withdrawn, at);
  return { made, changed: counts.superseded, gone: withdrawn.length };
}

/** How the report and the evaluations it is tied to are called. */
async function titlesOf(catalogue: Catalogue, source: Sha256): Promise<string> {
  const titles = [(await catalogue.documents.bySource(source))?.title ?? ""];
  for (const id of await catalogue.documents.evaluationsOf(source))
    titles.push((await catalogue.evaluations.byId(id))?.title ?? "");
  return [...new Set(titles)].join(". ");
}

const isKnown = (passage: Passage, lessons: readonly Lesson[]) =>
  lessons.some(({ passages }) => passages.includes(passage.id));

/** All reports once more, for an installation that read them before it kept lessons. */
export async function gatherAllLessons(
  effects: Effects,
  actor: Actor,
  work: Work = {},
): Promise<
  Result<{
    readonly documents: number;
    readonly made: number;
    readonly changed: number;
    readonly gone: number;
  }>
> {
  const documents = await effects.store.catalogue.documents.list();
  const total = { documents: documents.length, made: 0, changed: 0, gone: 0 };
  for (const [done, { source }] of documents.entries()) {
    work.signal?.throwIfAborted();
    work.progress?.({ label: "lessons", done, total: documents.length, unit: "reports" });
    const one = await effects.store.transaction(async (catalogue) =>
      ok(await gatherLessons(effects, catalogue, actor, source)),
    );
    if (!one.ok) return one;
    total.made += one.value.made;
    total.changed += one.value.changed;
    total.gone += one.value.gone;
  }
  return ok(total);
}
