import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { searchOf } from "../address.ts";
import { loadWords } from "../i18n.ts";
import { rootRoute } from "../root-route.ts";
import { standardState, standardsState } from "./search-params.ts";

const beforeLoad = () => loadWords("standards", "charts");

export const standardsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/standards",
    validateSearch: searchOf(standardsState),
    beforeLoad,
    component: lazyRouteComponent(() => import("./standards-page.tsx"), "StandardsPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/standards/$code",
    validateSearch: searchOf(standardState),
    beforeLoad,
    component: lazyRouteComponent(() => import("./standard-page.tsx"), "StandardPage"),
  }),
] as const;
