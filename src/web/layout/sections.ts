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

export const dataSections: readonly SectionLink[] = [
  { to: "/data", word: "section.releases" },
  { to: "/explore", word: "section.explore" },
  { to: "/indicators", word: "section.indicators" },
  { to: "/selections", word: "section.selections" },
];

/** The line of pages that an address stands in; null where its door has but one. */
export const sectionsOf = (
  path: string,
): { readonly label: string; readonly first: string; readonly links: readonly SectionLink[] } | null =>
  path.startsWith("/evidence")
    ? { label: "section.label", first: "/evidence", links: evidenceSections }
    : /^\/(data|explore|indicators|selections)(\/|$)/.test(path)
      ? { label: "section.dataLabel", first: "/data", links: dataSections }
      : null;
