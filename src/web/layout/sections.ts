// The pages behind a door that holds many, in the order of the line under the header.

import { type Route, routes } from "#contract";

export type SectionLink = {
  readonly to: string;
  readonly word: string;
  /** Shown to those who may take this action. */
  readonly for?: Pick<Route, "action">;
};

export const evidenceSections: readonly SectionLink[] = [
  { to: "/evidence", word: "section.evaluations" },
  { to: "/evidence/search", word: "section.passages" },
  { to: "/evidence/recommendations", word: "section.recommendations" },
  { to: "/evidence/advice", word: "section.advice" },
  { to: "/evidence/follow-up", word: "section.followUp" },
  { to: "/evidence/lessons", word: "section.lessons" },
  { to: "/evidence/projects", word: "section.projects" },
  { to: "/evidence/vocabularies", word: "section.terms" },
  { to: "/evidence/import-table", word: "section.importTable", for: routes.openTable },
  { to: "/evidence/duplicates", word: "section.duplicates", for: routes.decideDuplicates },
  { to: "/evidence/changes", word: "section.changes", for: routes.listChanges },
];
