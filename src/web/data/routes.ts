import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { searchOf } from "../address.ts";
import { loadWords } from "../i18n.ts";
import { rootRoute } from "../root-route.ts";
import { releaseState } from "./search-params.ts";

const beforeLoad = () => loadWords("data", "charts");

export const dataRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/data",
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
] as const;
