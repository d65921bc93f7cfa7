import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { searchOf } from "../address.ts";
import { loadWords } from "../i18n.ts";
import { rootRoute } from "../root-route.ts";
import { exploreState } from "./search-params.ts";

export const exploreRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/explore",
    validateSearch: searchOf(exploreState),
    beforeLoad: () => loadWords("explore", "charts", "terms"),
    component: lazyRouteComponent(() => import("./explore-page.tsx"), "ExplorePage"),
  }),
] as const;
