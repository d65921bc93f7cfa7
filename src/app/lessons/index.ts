// Lessons learned and emerging good practices. Other use cases of `app` come in by this door.

import { downloadLessons } from "./download-lessons.ts";
import { editLesson } from "./edit-lesson.ts";
import { lesson, lessonVersions, listLessons } from "./read-lessons.ts";

export { gatherAllLessons, gatherLessons } from "./gather-lessons.ts";
export { lessonsProblems } from "./problems.ts";

/** Use cases behind routes, by the names of the routes. */
export const lessonUseCases = {
  listLessons,
  downloadLessons,
  lesson,
  lessonVersions,
  editLesson,
} as const;
