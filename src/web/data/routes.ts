import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { searchOf } from "../address.ts";
import { loadWords } from "../i18n.ts";
import { rootRoute } from "../root-route.ts";
import { changesState, releaseState, releasesState } from "./search-params.ts";

const beforeLoad = () => loadWords("data", "charts", "releases", "terms");

export const dataRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/data",
    validateSearch: searchOf(releasesState),
    beforeLoad,
    component: lazyRouteComponent(() => import("./releases-page.tsx"), "ReleasesPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/data/$release",
    validateSearch: searchOf(releaseState),
    beforeLoad,
    component: lazyRouteComponent(() => import("./release-page.tsx"), "ReleasePage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/data/$release/changes",
    validateSearch: searchOf(changesState),
    beforeLoad,
    component: lazyRouteComponent(() => import("./changes-page.tsx"), "ChangesPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/data/latest/$series",
    beforeLoad,
    component: lazyRouteComponent(() => import("./latest-page.tsx"), "LatestPage"),
  }),
] as const;
