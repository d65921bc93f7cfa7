import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { searchOf } from "../address.ts";
import { loadWords } from "../i18n.ts";
import { rootRoute } from "../root-route.ts";
import { indexState, studyState, surveysState, tableState } from "./search-params.ts";

export const surveyPages = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/surveys",
    validateSearch: searchOf(surveysState),
    beforeLoad: () => loadWords("surveys", "terms"),
    component: lazyRouteComponent(() => import("./surveys-page.tsx"), "SurveysPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/surveys/$id",
    validateSearch: searchOf(studyState),
    beforeLoad: () => loadWords("surveys", "terms", "charts"),
    component: lazyRouteComponent(() => import("./study-page.tsx"), "StudyPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/surveys/$id/table",
    validateSearch: searchOf(tableState),
    beforeLoad: () => loadWords("surveys", "survey-tables", "charts"),
    component: lazyRouteComponent(() => import("./table-page.tsx"), "TablePage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/surveys/$id/indexes/$definition",
    validateSearch: searchOf(indexState),
    beforeLoad: () => loadWords("surveys", "survey-tables", "charts"),
    component: lazyRouteComponent(() => import("./index-page.tsx"), "IndexPage"),
  }),
] as const;
