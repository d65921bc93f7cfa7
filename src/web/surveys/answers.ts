// What the API tells of studies, as the pages name it.

import type { CallReply, routes } from "#contract";

export type StudySummary = CallReply<typeof routes.listStudies>[number];
export type StudyAnswer = CallReply<typeof routes.study>;
export type StudyFile = StudyAnswer["files"][number];
export type EditionHead = StudyAnswer["editions"][number];
export type StudyVariable = CallReply<typeof routes.studyVariables>[number];
export type VariableStatistics = NonNullable<CallReply<typeof routes.studyVariable>["statistics"]>;
export type VariableHit = CallReply<typeof routes.searchVariables>["hits"][number];
export type StudyTable = CallReply<typeof routes.studyTable>;
export type TableAxis = NonNullable<StudyTable["rows"]>;
export type TableCell = StudyTable["cells"][number];
export type MicroResult = CallReply<typeof routes.studyIndex>;
export type MicroCell = MicroResult["cells"][number];
