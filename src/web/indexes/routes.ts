import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { searchOf } from "../address.ts";
import { loadWords } from "../i18n.ts";
import { rootRoute } from "../root-route.ts";
import { buildState, runState } from "./search-params.ts";

const beforeLoad = () => loadWords("indexes", "charts");

export const indexesRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/indexes",
    beforeLoad,
    component: lazyRouteComponent(() => import("./indexes-page.tsx"), "IndexesPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/indexes/runs/$id",
    validateSearch: searchOf(runState),
    beforeLoad,
    component: lazyRouteComponent(() => import("./run-page.tsx"), "RunPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/indexes/build",
    validateSearch: searchOf(buildState),
    beforeLoad: () => loadWords("index-builder", "indexes", "charts"),
    component: lazyRouteComponent(() => import("./build/build-page.tsx"), "BuildPage"),
  }),
] as const;
