import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { searchOf } from "../address.ts";
import { loadWords } from "../i18n.ts";
import { rootRoute } from "../root-route.ts";
import { adviceState, figuresState, recommendationsState } from "./search-params.ts";

const beforeLoad = () => loadWords("follow-up", "terms");

export const followUpPages = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/evidence/recommendations",
    validateSearch: searchOf(recommendationsState),
    beforeLoad,
    component: lazyRouteComponent(() => import("./recommendations-page.tsx"), "RecommendationsPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/evidence/recommendations/$id",
    beforeLoad: () => loadWords("follow-up", "terms", "cite"),
    component: lazyRouteComponent(() => import("./recommendation-page.tsx"), "RecommendationPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/evidence/follow-up",
    validateSearch: searchOf(figuresState),
    beforeLoad: () => loadWords("follow-up", "terms", "charts"),
    component: lazyRouteComponent(() => import("./figures-page.tsx"), "FiguresPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/evidence/advice",
    validateSearch: searchOf(adviceState),
    beforeLoad,
    component: lazyRouteComponent(() => import("./advice-page.tsx"), "AdvicePage"),
  }),
] as const;
