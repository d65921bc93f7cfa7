import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { searchOf } from "../address.ts";
import { loadWords } from "../i18n.ts";
import { rootRoute } from "../root-route.ts";
import { runState } from "./search-params.ts";

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
] as const;
