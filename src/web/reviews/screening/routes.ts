import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { searchOf } from "../../address.ts";
import { loadWords } from "../../i18n.ts";
import { rootRoute } from "../../root-route.ts";
import { conflictsState, progressState, screeningState } from "./screening-search.ts";

const beforeLoad = () => loadWords("reviews", "review-screening", "terms");

export const screeningPages = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/reviews/$id/screening",
    validateSearch: searchOf(screeningState),
    beforeLoad,
    component: lazyRouteComponent(() => import("./screening-page.tsx"), "ScreeningPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/reviews/$id/screening/conflicts",
    validateSearch: searchOf(conflictsState),
    beforeLoad,
    component: lazyRouteComponent(() => import("./conflicts-page.tsx"), "ConflictsPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/reviews/$id/screening/progress",
    validateSearch: searchOf(progressState),
    beforeLoad,
    component: lazyRouteComponent(() => import("./progress-page.tsx"), "ProgressPage"),
  }),
] as const;
