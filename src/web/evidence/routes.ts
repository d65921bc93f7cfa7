import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { searchOf } from "../address.ts";
import { loadWords } from "../i18n.ts";
import { rootRoute } from "../root-route.ts";
import { readingState, registryState, searchState } from "./search-params.ts";

const beforeLoad = () => loadWords("evidence", "terms");

export const evidenceRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/evidence",
    validateSearch: searchOf(registryState),
    beforeLoad,
    component: lazyRouteComponent(() => import("./registry-page.tsx"), "RegistryPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/evidence/search",
    validateSearch: searchOf(searchState),
    beforeLoad,
    component: lazyRouteComponent(() => import("./search-page.tsx"), "SearchPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/evidence/evaluations/$id",
    beforeLoad: () => loadWords("evidence", "terms", "charts", "registry"),
    component: lazyRouteComponent(() => import("./evaluation-page.tsx"), "EvaluationPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/evidence/reports/$sha256",
    validateSearch: searchOf(readingState),
    beforeLoad,
    component: lazyRouteComponent(() => import("./reading-page.tsx"), "ReadingPage"),
  }),
] as const;
