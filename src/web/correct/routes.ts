import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { searchOf } from "../address.ts";
import { loadWords } from "../i18n.ts";
import { rootRoute } from "../root-route.ts";
import { correctState } from "./search-params.ts";

const beforeLoad = () => loadWords("correct", "evidence", "terms");

export const correctRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/evidence/reports/$sha256/correct",
    validateSearch: searchOf(correctState),
    beforeLoad,
    component: lazyRouteComponent(() => import("./correct-page.tsx"), "CorrectPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/evidence/reports/$sha256/record",
    beforeLoad: () => loadWords("correct", "registry", "terms"),
    component: lazyRouteComponent(() => import("./record-page.tsx"), "RecordPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/evidence/passages/$id",
    beforeLoad,
    component: lazyRouteComponent(() => import("./passage-page.tsx"), "PassagePage"),
  }),
] as const;
