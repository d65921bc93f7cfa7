// The workbenches of the desk: what each asks of the policy.

import { type Route, routes } from "#contract";

/** In the order of the desk; the first one allowed is opened where the address names none. */
export const workbenches = [
  "report",
  "correct",
  "evaluations",
  "observations",
  "releases",
  "run",
  "surveys",
  "searches",
  "follow-up",
  "reviews",
  "accounts",
  "audit",
] as const;
export type Workbench = (typeof workbenches)[number];

export const routeOfWorkbench: Readonly<Record<Workbench, Pick<Route, "action">>> = {
  report: routes.importReport,
  correct: routes.correctDocument,
  evaluations: routes.importEvaluations,
  observations: routes.importObservations,
  releases: routes.listWaitingReleases,
  run: routes.createRun,
  surveys: routes.describeStudy,
  searches: routes.listSearches,
  "follow-up": routes.myFollowUp,
  reviews: routes.actOnReview,
  accounts: routes.listAccounts,
  audit: routes.listAudit,
};
