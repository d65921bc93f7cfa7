// Looking at lessons and good practices: the list with its counts, one, its history.

import { permission } from "#access";
import { fail, ok, problem, type Result } from "#kernel";
import type { Actor } from "#records";
import { type Catalogue, type LessonFilter, lessonFacets } from "#store";
import { shownFacets } from "../read-registry.ts";
import { readableTiers } from "../readable.ts";
import { fieldChanges } from "../registry/field-changes.ts";
import type { RouteInput, RouteUseCase } from "../use-case.ts";
import { shownLesson } from "./shown-lesson.ts";

type Asked = Pick<
  RouteInput<"listLessons">,
  "text" | "evaluation" | "document" | (typeof lessonFacets)[number]
>;

/** The filter of a request, of what the actor may read. */
export function lessonFilterOf(actor: Actor, asked: Asked): LessonFilter {
  const names = ["text", "evaluation", "document", ...lessonFacets] as const;
  const given = names.flatMap((name) => {
    const value = asked[name];
    return value === undefined || value === "" ? [] : [[name, value]];
  });
  return { ...Object.fromEntries(given), tiers: readableTiers(actor) };
}

/** A lesson, standing or gone, if the actor may read it; what may not be read is not there. */
export async function knownLesson(
  catalogue: Catalogue,
  actor: Actor,
  id: string,
): Promise<Result<NonNullable<Awaited<ReturnType<Catalogue["lessons"]["byId"]>>>>> {
  const found = await catalogue.lessons.byId(id);
  if (found && permission(actor, "lesson.read", { tier: found.place.tier }).ok) return ok(found);
  return fail(
    problem(
      "app.not-found",
      `There is no lesson "${id.slice(0, 200)}". It may be misspelt, or come from another installation; look it up in the list.`,
    ),
  );
}

export const listLessons: RouteUseCase<"listLessons"> = async (effects, actor, input) => {
  const allowed = permission(actor, "lesson.read");
  if (!allowed.ok) return allowed;
  const { limit, offset, sort, ...asked } = input;
  const { total, items, facets } = await effects.store.catalogue.lessons.list(lessonFilterOf(actor, asked), {
    sort,
    limit,
    offset,
  });
  return ok({ total, lessons: items.map(shownLesson), facets: shownFacets(facets) });
};

export const lesson: RouteUseCase<"lesson"> = async (effects, actor, { id }) => {
  const allowed = permission(actor, "lesson.read");
  if (!allowed.ok) return allowed;
  const found = await knownLesson(effects.store.catalogue, actor, id);
  if (!found.ok) return found;
  return ok({ ...shownLesson(found.value), stands: found.value.current });
};

export const lessonVersions: RouteUseCase<"lessonVersions"> = async (effects, actor, { id }) => {
  const allowed = permission(actor, "lesson.read");
  if (!allowed.ok) return allowed;
  const { catalogue } = effects.store;
  const found = await knownLesson(catalogue, actor, id);
  if (!found.ok) return found;
  const versions = await catalogue.lessons.versions(id);
  return ok(
    versions.map(({ version, record, recordedAt, supersededAt }, index) => ({
      version,
      recordedAt,
      supersededAt,
      changes: fieldChanges(versions[index + 1]?.record ?? null, record).filter(
        ({ field }) => field !== "decisions",
      ),
    })),
  );
};
