import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { searchOf } from "../address.ts";
import { loadWords } from "../i18n.ts";
import { rootRoute } from "../root-route.ts";
import { embedState, readingState, registryState, searchState } from "./search-params.ts";

const searching = () => loadWords("evidence", "terms", "search", "registry");

export const evidenceRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/evidence",
    validateSearch: searchOf(registryState),
    beforeLoad: searching,
    component: lazyRouteComponent(() => import("./registry-page.tsx"), "RegistryPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/evidence/search",
    validateSearch: searchOf(searchState),
    beforeLoad: searching,
    component: lazyRouteComponent(() => import("./search-page.tsx"), "SearchPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/evidence/saved/$id",
    beforeLoad: searching,
    component: lazyRouteComponent(() => import("./saved-searches.tsx"), "SavedSearchPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/embed/search",
    validateSearch: searchOf(embedState),
    beforeLoad: searching,
    component: lazyRouteComponent(() => import("./embed-page.tsx"), "EmbedPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/evidence/evaluations/$id",
    beforeLoad: () => loadWords("evidence", "terms", "charts", "registry", "cite"),
    component: lazyRouteComponent(() => import("./evaluation-page.tsx"), "EvaluationPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/evidence/reports/$sha256",
    validateSearch: searchOf(readingState),
    beforeLoad: () => loadWords("evidence", "terms", "cite"),
    component: lazyRouteComponent(() => import("./reading-page.tsx"), "ReadingPage"),
  }),
] as const;
