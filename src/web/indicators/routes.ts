import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { searchOf } from "../address.ts";
import { loadWords } from "../i18n.ts";
import { rootRoute } from "../root-route.ts";
import { indicatorState, indicatorsState, selectionState } from "./search-params.ts";

const beforeLoad = () => loadWords("indicators", "charts", "terms");

export const indicatorRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/indicators",
    validateSearch: searchOf(indicatorsState),
    beforeLoad,
    component: lazyRouteComponent(() => import("./indicators-page.tsx"), "IndicatorsPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/indicators/$id",
    validateSearch: searchOf(indicatorState),
    beforeLoad,
    component: lazyRouteComponent(() => import("./indicator-page.tsx"), "IndicatorPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/selections",
    beforeLoad,
    component: lazyRouteComponent(() => import("./selections-page.tsx"), "SelectionsPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/selections/$id",
    validateSearch: searchOf(selectionState),
    beforeLoad,
    component: lazyRouteComponent(() => import("./selection-page.tsx"), "SelectionPage"),
  }),
] as const;
